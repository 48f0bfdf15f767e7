//! In which contexts do the hits of a query stand?
//!
//! The concordance shows them as lines of key word in context.
//!
//! A [`Concordance`] is an order over hits: four bytes a line. What a line says
//! is read from the texts when it is asked for, so a million lines cost a few
//! megabytes and no pause. [`ConcordanceSettings`] say how lines are sorted, grouped and
//! sampled; [`Marks`] are what the reader has ticked, removed and noted;
//! [`export`] writes lines in the formats of other programs.
//!
//! Sides are named by the order of the text, *before* and *after* the node,
//! never by the screen.
//!
//! Knows no window and no name.

mod column;
mod copy;
pub mod export;
mod group;
mod hit;
mod line;
mod marks;
mod normal;
mod order;
mod pick;
mod sample;
mod spec;
mod table;

pub use crate::analysis::query::Hit;
pub use copy::copy_text;
pub use group::{Group, GroupBy, GroupOrder, GroupValue, Row};
pub use hit::Indexed;
pub use line::{Context, KwicLine, Passage, Width};
pub use marks::{HitKey, HitMark, Marks};
pub use sample::Sample;
pub use spec::{Nth, Sort, SortDirection, SortError, SortKey, SortSpec};
pub use table::{Concordance, ConcordanceSettings};
