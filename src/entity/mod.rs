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
mod body;
mod build;
mod context;
mod definition;
mod demonym;
mod form;
mod gap;
mod gazetteer;
mod kind;
mod knowledge;
mod media;
mod mention;
mod recognizer;
mod trie;
mod world;

pub use annotations::{Annotations, EntityCount, Spelling};
pub use definition::{EntityDef, parse_definitions};
pub use gazetteer::{Entity, Gazetteer, Layer, Origin};
pub use kind::EntityType;
pub use mention::{Mention, MentionRecord};
pub use recognizer::Recognizer;
pub use world::{TableProblem, World};
