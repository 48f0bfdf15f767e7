//! What a dialog, or the field for a path, asks for.

use std::path::PathBuf;

/// What the reader is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// A folder to open; the dialog starts in this one.
    Folder(Option<PathBuf>),
    /// Where to save; the dialog proposes this name.
    Save(String),
}
