//! How do two sets of texts differ?
//!
//! A text is what was drawn: an article. Whatever is counted (a word, a name)
//! stands in a few texts, so many times in each, and the two sides are compared
//! by rates, by the interval of their Log Ratio, and by relabelling the texts.
//!
//! Texts are numbers. Those of side A come first, those of side B follow.
//! Knows no words, no corpora and no names.

mod arrangements;
mod band;
mod chances;
mod compared;
mod runs;
mod shuffles;
mod sides;
mod statistic;
mod vertical;

pub use band::Band;
pub use chances::Chances;
pub use compared::{Compared, LeftOut, RowCounts, leave_one_out};
pub use runs::{Distributions, StoredRuns, TextRun};
pub use sides::{Sides, least_chance};
