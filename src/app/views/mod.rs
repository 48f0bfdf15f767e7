//! What can the middle of the window show?
//!
//! Each folder is one view, whole: what the reader chooses of it, how that is
//! counted off the window's thread, how it is drawn and saved. Must not know: a
//! view knows no other view.

pub mod names;
pub mod statistics;
