//! What goes out of the window or comes in beside corpora: files that are saved,
//! text for the clipboard, faces.

use crate::base::{CancelToken, Cancelled, Progress};
use crate::files::SaveError;
use crate::jobs::Derived;
use crate::text::FontCatalog;
use std::path::PathBuf;
use std::sync::Arc;

/// Writes a file of the reader's choice; again, if it must.
pub(in crate::app) type Writer =
    dyn Fn(&Progress, &CancelToken) -> Result<Result<PathBuf, SaveError>, Cancelled> + Send + Sync;

/// Something being saved where the reader said.
pub(in crate::app) struct Saving {
    pub(in crate::app) write: Arc<Writer>,
    pub(in crate::app) done: Derived<(), Result<PathBuf, SaveError>>,
}

/// Text for the clipboard.
pub(in crate::app) type Copier = dyn Fn(&CancelToken) -> Result<Copied, Cancelled> + Send + Sync;

/// What goes to the clipboard.
pub(in crate::app) struct Copied {
    pub(in crate::app) text: String,
    /// The same as HTML, where it has that form.
    pub(in crate::app) html: Option<String>,
}

/// Something being copied.
pub(in crate::app) struct Copying {
    pub(in crate::app) make: Arc<Copier>,
    pub(in crate::app) made: Derived<(), Copied>,
}

/// The faces of the system, and the families among them that cover Arabic.
pub(in crate::app) struct Fonts {
    pub(in crate::app) catalog: FontCatalog,
    pub(in crate::app) families: Vec<String>,
}
