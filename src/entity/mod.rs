//! What is known by name, and where do texts name it?
//!
//! Rooms, each headed by the question that it answers, and each knowing only
//! those before it: `model`, `words`, `names_file`, `readings`, `spelling`,
//! `gazetteer`, `tagger`, `recognition`, `linking`, `annotations`; dates, clock
//! times and counts of casualties are layers of their own (`expressions`);
//! `repair`, `study` and `export` are what readers do with names. The test of
//! the architecture holds who knows whom.
//!
//! Knows no file and no window.

mod annotations;
pub mod export;
mod expressions;
mod gazetteer;
mod linking;
mod model;
mod names_file;
mod readings;
mod recognition;
pub mod repair;
mod spelling;
pub mod study;
pub mod tagger;
mod words;

pub use annotations::{Annotations, EntityCount, KeptNames, Spelling};
pub use expressions::{
    CasualtyKind, CasualtyValue, Comparison, DateKind, DateValue, Expression, ExpressionFinder,
    ExpressionValue, Resolution, TimeValue, Who, find_expressions,
};
#[cfg(test)]
pub(crate) use gazetteer::know_only_what_stands_in;
pub use gazetteer::{EntityTable, Gazetteer, Layer, World, names_problems};
pub use linking::{Likeness, Proposal};
pub use model::{Basis, Entity, EntityType, Mention, Origin, Rule, Spotted};
pub use names_file::{EntityDef, parse_definitions};
pub use recognition::{Recognizer, listed_mentions};
pub use words::{Classes, Lexicon, WordClass};
