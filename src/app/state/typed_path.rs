//! The path that the reader writes where the system has no dialog.

use crate::app::command::Ask;
use crate::app::storage::PathLook;
use crate::jobs::Derived;

/// A question for a path, answered in a field of the window.
pub(in crate::app) struct TypedPath {
    pub(in crate::app) ask: Ask,
    /// What stands in the field at first.
    pub(in crate::app) start: String,
    /// Whether the system was asked before and has no dialog.
    pub(in crate::app) no_dialog: bool,
    pub(in crate::app) text: String,
    /// What the text leads to.
    pub(in crate::app) looked: Derived<String, PathLook>,
}
