//! What can be counted: word lists, n-grams, collocates, and where and when
//! hits occur.
//!
//! Everything is counted in a [`Subcorpus`] and in [`Units`] (types, folded
//! forms or stems). Tables are plain columns with rows in alphabetical order;
//! [`sorted`] and [`matching`] give other orders as lists of rows. Statistics
//! are computed from the counts when they are asked for; every one has a
//! [`Formula`] with its source. Nothing depends on the number of threads.

mod association;
mod breaks;
mod collocates;
mod export;
mod keyness;
mod measure;
mod near;
mod ngram_count;
mod ngrams;
mod number;
mod parts;
mod places;
mod plot;
mod sectors;
mod spread;
mod subcorpus;
mod table;
mod timeline;
mod type_counts;
mod units;
mod windows;
mod word_list;

pub use crate::analysis::query::Hit;
pub use association::{Contingency, log_dice};
pub use breaks::Breaks;
pub use collocates::{CollocateOptions, Collocates};
pub use export::{Cell, TableExport, TableFormat, export};
pub use keyness::{Keyness, Significance};
pub use measure::{Formula, Measure, Value};
pub use ngrams::{NgramLength, NgramOptions, Ngrams};
pub use number::per_million;
pub use parts::PartCounts;
pub use plot::DispersionPlot;
pub use spread::{deviation_of_proportions, juilland_d, normalised_deviation};
pub use subcorpus::Subcorpus;
pub use table::{Table, TableOrder, all_rows, matching, sorted};
pub use timeline::{TimeCounts, TimeKey, TimeStep, Timeline};
pub use type_counts::TypeCounts;
pub use units::{Counted, Unit, Units};
pub use windows::Window;
pub use word_list::WordList;
