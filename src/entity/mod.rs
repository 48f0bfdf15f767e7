//! Entities: what is known by name, and where texts name it.
//!
//! A [`Gazetteer`] is built of layers (the folder's own `entities.toml`, that
//! of the embedded corpus, the knowledge of the world in `assets/gazetteer`)
//! and finds [`Mention`]s: the longest known name at every place, compared by
//! folded words, with proclitics left outside as the annotation guidelines say.
//! Three things go beyond listed names: the forms of group words (`demonym.rs`),
//! the bodies that every state has (`body.rs`), and media with their head noun
//! (`media.rs`). Only group words are known with and without the article when
//! one form is listed: حماس with an article is another word.
//! Names that are also ordinary words count only with support (`context.rs`).
//! Dates, clock times and counts of casualties are layers of their own
//! (`expressions/`).
//! Pure functions over text: no files, no windows.

mod annotations;
mod annotator;
mod basis;
mod body;
mod build;
mod combine;
mod context;
mod counts;
mod cut;
mod definition;
mod demonym;
mod entity_table;
pub mod export;
mod expressions;
mod form;
mod gap;
mod gazetteer;
mod kept;
mod kind;
mod knowledge;
mod letters;
mod lexicon;
mod linking;
mod media;
mod mention;
mod recognizer;
pub mod repair;
mod resolve;
mod rules;
mod said;
mod spotted;
pub mod study;
pub mod tagger;
mod trie;
mod vocabulary;
mod world;

pub use annotations::Annotations;
pub use basis::{Basis, Rule};
pub use counts::{EntityCount, Spelling};
pub use definition::{EntityDef, parse_definitions};
pub use entity_table::EntityTable;
pub use expressions::{
    CasualtyKind, CasualtyValue, Comparison, DateKind, DateValue, Expression, ExpressionFinder,
    ExpressionValue, Resolution, TimeValue, Who, find_expressions,
};
pub use gazetteer::{Entity, Gazetteer, Layer, Origin};
pub use kept::KeptNames;
pub use kind::EntityType;
pub use knowledge::names_problems;
pub use lexicon::{Classes, Lexicon, WordClass};
pub use linking::{Likeness, Proposal};
pub use mention::Mention;
pub use recognizer::Recognizer;
pub use spotted::Spotted;
pub use world::{TableProblem, World};
