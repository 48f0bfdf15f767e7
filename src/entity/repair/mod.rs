//! Repairs: what a reader says about names, kept in `entities.toml`.
//!
//! A [`NamesFile`] is what the file says. A [`Repair`] is what a reader does; it
//! becomes a [`Patch`], a list of entries before and after, and so do undoing,
//! merging and saving. [`write()`] carries a patch into the text of the file and
//! leaves every other byte as it is; [`merge()`] joins what two programs did.
//! An [`Overlay`] lays the readings over an article.
//! Pure functions over text: no files, no windows.

mod action;
mod check;
mod draft;
mod entry;
mod fault;
mod history;
mod known;
mod list;
mod merge;
mod merge_entry;
mod names_file;
mod occurrences;
mod overlay;
mod patch;
mod places;
mod read;
mod render;
mod say;
mod spans;
mod splice;
#[cfg(test)]
mod tests;
mod toml_entry;
mod write;

pub use action::{Meaning, Reach, Repair, Words};
pub use entry::{Ambiguous, EntityEntry, Entry, Key, Reading, Scope, Unknown, Verdict};
pub use fault::{Conflict, RepairFault, WriteFault};
pub use history::History;
pub use known::{Known, KnownEntity};
pub use merge::{MergeConflict, Merged, merge};
pub(super) use names_file::follow;
pub use names_file::{NamesFile, Placed};
pub use overlay::{Applied, EverywhereReading, Overlay};
pub use patch::{Change, Patch, Place};
pub use write::write;
