//! When are two spellings one name?
//!
//! Names with the same [`NameKey`] are; a key holds what spellings of a foreign
//! name share (`skeleton.rs`) where that says enough. Knows no list of names
//! and no article.

mod key;
mod skeleton;

pub(super) use key::{KeyKind, NameKey, NameWords};
