//! How is a corpus kept on disk with its index, so that the next start reads
//! neither the articles nor their words again?
//!
//! A cache is one file for each corpus folder: the corpus without its texts,
//! the texts, and the columns of the index, each a *section* with a checksum.
//! It is read into memory, and used only after every checksum has been
//! verified: what happens to the file afterwards changes nothing. Whatever is
//! wrong with it is a [`CacheFault`], and then the folder is read as if there
//! were no cache. It is replaced by a rename, so a reader has either the old
//! one or the new one, whole.
//!
//! Knows the sections of the index as bytes; no query and no name.

mod checksum;
mod container;
mod fault;
mod folder;
mod open;
mod place;
mod save;
mod source;
mod tidy;

pub use fault::{CacheFault, SaveFault};
pub use open::{
    IndexPlan, OpenError, Opened, OpenedFrom, OpenedIndex, open_cached, open_indexed, parse_cache,
    update_index,
};
pub use place::{CacheLimits, CachePlace};
pub use save::{Saved, save};
