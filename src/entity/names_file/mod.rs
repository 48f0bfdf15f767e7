//! What does a definition file, `entities.toml`, say, and how is it changed?
//!
//! A [`NamesFile`] is what the file says. Every change is a [`Patch`], a list of
//! entries before and after. [`write()`] carries a patch into the text of the
//! file and leaves every other byte as it is; [`merge()`] joins what two
//! programs did. Knows no gazetteer and no article; touches no disk.

mod check;
mod definition;
mod entry;
mod fault;
mod file;
mod known;
mod list;
mod merge;
mod merge_entry;
mod part;
mod patch;
mod read;
mod render;
mod spans;
mod splice;
mod toml_entry;
mod write;

pub use definition::parse_definitions;
pub use entry::{Ambiguous, EntityDef, Entry, Key, Reading, Scope, Unknown, Verdict};
pub(super) use entry::{Keyed, has_letter};
pub use fault::{Conflict, RepairFault, WriteFault};
pub(super) use file::follow;
pub use file::{NamesFile, Placed};
pub use known::{Known, KnownEntity};
pub use merge::{MergeConflict, Merged, merge};
pub(super) use part::{NamePart, holds_more};
pub use patch::{Change, EntryPlace, Patch};
pub use write::write;
