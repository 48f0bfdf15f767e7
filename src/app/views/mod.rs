//! What can the middle of the window show?
//!
//! Each folder is one view: how what is counted for it is drawn and saved. Must
//! not know how anything is counted; and a view knows no other view.

pub(super) mod concordance;
pub mod names;
pub(super) mod reading;
pub(super) mod statistics;
