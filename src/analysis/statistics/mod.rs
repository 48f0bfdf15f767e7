//! What can be counted of words?
//!
//! Word lists, n-grams, collocates, and where and when hits occur.
//!
//! Everything is counted in a [`Subcorpus`] and in [`Units`] (types, folded
//! forms or stems). Tables are plain columns with rows in alphabetical order;
//! [`sorted`] and [`matching`] give other orders as lists of rows. Statistics
//! are computed from the counts when they are asked for, by the formulas of
//! [`crate::statistics`]. Nothing depends on the number of threads.
//!
//! Knows no formula of its own, no name and no window.

mod breaks;
mod collocates;
mod export;
mod measure;
mod near;
mod ngram_count;
mod ngrams;
mod parts;
mod places;
mod plot;
mod sectors;
mod subcorpus;
mod table;
mod timeline;
mod type_counts;
mod units;
mod windows;
mod word_list;

pub use crate::analysis::query::Hit;
pub use breaks::Breaks;
pub use collocates::{CollocateOptions, Collocates};
pub use export::{Field, TableExport, TableFormat};
pub use measure::{Measure, Value};
pub(in crate::analysis) use ngrams::NgramPlaces;
pub use ngrams::{NgramLength, NgramOptions, Ngrams};
pub use parts::PartCounts;
pub use plot::DispersionPlot;
pub use subcorpus::Subcorpus;
pub use table::{Table, TableOrder, all_rows, matching, sorted};
pub use timeline::{TimeCounts, TimeKey, TimeStep, Timeline};
pub use type_counts::TypeCounts;
pub use units::{Counted, Unit, Units};
pub use windows::Window;
pub use word_list::WordList;

/// The length of a column as a count of four bytes: columns have at most as
/// many rows as the corpus has tokens.
fn small(n: usize) -> u32 {
    crate::base::fits(n)
}
