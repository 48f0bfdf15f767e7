//! A window whose files are damaged, refused or killed while they are written:
//! what is kept is the old content or the new, and the reader is told.

mod places;
mod writing;
