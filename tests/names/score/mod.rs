//! How good recognition is, after section 8 of the annotation guidelines.
//!
//! A prediction is right when its span is that of a mention, the left edge at
//! most a proclitic or the article off, and its type is right; PER, GPE with
//! LOC, and ORG make the headline. `alt` readings are accepted once; `opt`
//! mentions count neither as hit nor as miss; what equals another reading of a
//! mention already found is forgiven. Pure over strings: callers read files.

pub(crate) mod matching;
pub(crate) mod record;
mod report;
