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
//! Pure functions over text: no files, no windows.

mod annotations;
mod annotator;
mod basis;
mod body;
mod build;
mod context;
mod counts;
mod definition;
mod demonym;
mod entity_table;
mod form;
mod gap;
mod gazetteer;
mod kind;
mod knowledge;
mod lexicon;
mod linking;
mod media;
mod mention;
mod recognizer;
mod resolve;
mod spotted;
mod trie;
mod world;

pub use annotations::Annotations;
pub use basis::{Basis, Rule};
pub use counts::{EntityCount, Spelling};
pub use definition::{EntityDef, parse_definitions};
pub use entity_table::EntityTable;
pub use gazetteer::{Entity, Gazetteer, Layer, Origin};
pub use kind::EntityType;
pub use lexicon::{Classes, Lexicon, WordClass};
pub use linking::{Likeness, Proposal};
pub use mention::{Mention, MentionRecord};
pub use recognizer::Recognizer;
pub use spotted::Spotted;
pub use world::{TableProblem, World};
