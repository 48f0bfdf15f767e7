//! What does a screen reader hear of text that we set ourselves?
//!
//! egui speaks the text of its own widgets. Ours goes into the same tree as
//! text runs: letters, words, places, direction and language.
//!
//! Knows strings and blocks; not whose text it is.

mod language;
mod runs;
mod tree;

pub(in crate::ui) use language::language_of;
pub(in crate::ui) use runs::{RunText, TextRuns};
pub(in crate::ui) use tree::{add_nodes, is_heard};
pub use tree::{announce, name_window};
