//! How does a folder become a corpus, and what of it has changed since?
//!
//! A [`store`] lists and reads files, [`assemble`] says which of them are
//! articles, [`reading`] makes an article of each, [`load`] a corpus of all,
//! and [`reopen`] does so again for what [`previous`] does not know. Only
//! `store.rs` touches the file system. Knows nothing of indexes of words or of
//! who asks.

mod assemble;
pub mod embedded;
mod fault;
mod load;
mod previous;
mod reading;
mod reopen;
mod store;

/// The names of the files that describe a corpus, in any case.
const INDEX_FILE: &str = "INDEX.md";
const ENTITIES_FILE: &str = "entities.toml";

pub use fault::{LoadError, LoadOptions};
pub use load::{Reread, open_folder};
pub use reopen::{Reopened, reopen_folder};
