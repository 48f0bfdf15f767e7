//! Which stretches of a text are names?
//!
//! From left to right, at every token: the longest listed name (`listed.rs`),
//! a body of a state (`body.rs`) or a medium with its head noun (`media.rs`),
//! or what a rule makes out (`rules`); then the tagger, laid beside all that
//! (`combine.rs`); then the names again that the article has taught. Names that
//! are also ordinary words count only with support (`context.rs`). Knows one
//! text at a time: no corpus, no file, nothing of what a reader repairs.

mod body;
mod combine;
mod context;
mod listed;
mod media;
mod recognizer;
mod rules;
mod scan;

pub use recognizer::{Recognizer, listed_mentions};
