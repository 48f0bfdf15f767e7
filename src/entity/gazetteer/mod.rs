//! Which names are known, and what can each mean?
//!
//! A [`Gazetteer`] is built of layers: the folder's own `entities.toml`, that
//! of the embedded corpus, the knowledge of the world in `assets/gazetteer`. It
//! knows the forms of group words (`demonym.rs`) and the bodies that every
//! state has (`bodies.rs`). Group words alone are known with and without the
//! article when one form is listed: حماس with an article is another word. An
//! [`EntityTable`] adds the entities that only texts name. Knows how to look a
//! name up, not how to find one in a text.

mod bodies;
mod build;
mod demonym;
mod entity_table;
mod entries;
mod knowledge;
mod known_names;
#[cfg(test)]
mod less_world;
mod said;
mod sense;
mod world;

pub(super) use demonym::{Agreement, Gender};
pub use entity_table::EntityTable;
pub use entries::{Gazetteer, Layer};
pub use knowledge::names_problems;
pub(super) use known_names::KnownNames;
#[cfg(test)]
pub(crate) use less_world::know_only_what_stands_in;
pub(super) use said::Meant;
pub(super) use sense::{MediaHead, NameCondition, NameEnd, NameSense, StateId};
pub use world::World;
