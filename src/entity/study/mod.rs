//! How often, where, when, under which spellings and beside whom is an entity
//! named?
//!
//! Everything is counted in a [`StudyScope`]: the articles of a corpus that a filter
//! lets through, with their mentions. Counts are whole numbers, computed on all
//! cores; measures are computed from them when they are asked for, by the
//! formulas of [`crate::statistics`]. Nothing depends on the number of threads. Entities are
//! handed out as ids; what they are called is not known here.
//!
//! Knows no gazetteer, no file and no chart.

mod companions;
mod compared;
mod cores;
mod fold_key;
mod forms;
mod graph;
mod kinds;
mod layout;
mod naming;
mod occurrences;
mod profile;
mod rows;
mod scope;
mod stretch;
mod tally;
mod timeline;

pub use companions::{Companion, CompanionOptions, Companions, companions};
pub use compared::ComparedNames;
pub use cores::CoreGroup;
pub use forms::WrittenForm;
pub use graph::{Edge, Graph, GraphNode, GraphOptions, PairOrder, graph};
pub use kinds::Kinds;
pub use layout::{Link, layout};
pub use naming::{FormCount, Naming, NamingRow, SpellingRows, naming};
pub use occurrences::{Occurrences, occurrences};
pub use profile::{ArticleCount, Profile, profile};
pub use rows::{Base, EntityRow, EntityRows, RowOrder};
pub use scope::StudyScope;
pub use stretch::Stretch;
pub use timeline::{Day, MentionTimeline, Moment, Step, StepCounts};
