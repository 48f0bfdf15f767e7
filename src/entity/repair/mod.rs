//! What does a reader say of names, and what does it change?
//!
//! A [`Repair`] is what a reader does; it becomes a [`Patch`] of the definition
//! file (`names_file`), and so do undoing, merging and saving. Knows values of
//! entries: no TOML, no gazetteer, no window.

mod action;
mod draft;
mod history;
mod say;
#[cfg(test)]
mod tests;

pub use super::names_file::{
    Ambiguous, Change, Conflict, EntityDef, Entry, EntryPlace, Key, Known, KnownEntity,
    MergeConflict, Merged, NamesFile, Patch, Placed, Reading, RepairFault, Scope, Unknown, Verdict,
    WriteFault, merge, write,
};
pub use action::{Meaning, Repair, RepairReach, Words};
pub use history::History;
