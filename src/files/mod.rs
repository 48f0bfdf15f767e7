//! How does a file reach the disk whole, and where does a damaged one go?
//!
//! Whatever the program keeps or saves is written here: a program that is
//! killed, a full disk or a failure of power leaves the file before or the new
//! one. Knows bytes and paths; no format, no corpus, no window, and not where
//! anything is kept.

mod damaged;
mod folder;
mod read;
mod replace;

pub use damaged::keep_damaged;
pub use folder::write_folder;
pub use read::read;
pub use replace::{Owner, SaveError, make_private, probe, put, remove_leftovers, replace};
