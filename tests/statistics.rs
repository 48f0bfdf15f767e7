//! Word lists, n-grams, collocates and dispersion against naive counts over
//! the texts.

#![expect(clippy::unwrap_used, reason = "a test fails by a panic")]

#[path = "statistics/collocates.rs"]
mod collocates;
#[path = "statistics/edges.rs"]
mod edges;
#[path = "statistics/export.rs"]
mod export;
#[path = "statistics/naive.rs"]
pub(crate) mod naive;
#[path = "statistics/ngrams.rs"]
mod ngrams;
#[path = "statistics/time.rs"]
mod time;
#[path = "statistics/word_list.rs"]
mod word_list;
