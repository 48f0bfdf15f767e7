//! Writes what leaves the program: the only place that writes files of the
//! reader's choice.

use crate::base::Cancelled;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Why something was not saved.
#[derive(Debug, thiserror::Error)]
#[error("“{}” cannot be written: {source}", path.display())]
pub(super) struct SaveError {
    /// The file.
    pub(super) path: PathBuf,
    /// What the system says.
    pub(super) source: io::Error,
}

/// Writes the file at `path`, whole or not at all: `write` writes beside it,
/// and the result takes its place.
///
/// # Errors
/// [`SaveError`] when the system refuses; `Ok(Err(Cancelled))` when `write`
/// gives up.
pub(super) fn save(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<Result<(), Cancelled>>,
) -> Result<Result<(), Cancelled>, SaveError> {
    let fault = |source| SaveError {
        path: path.to_path_buf(),
        source,
    };
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let folder = target.parent().unwrap_or(Path::new("."));
    let file = NamedTempFile::new_in(folder).map_err(fault)?;
    let mut out = BufWriter::new(file);
    if write(&mut out).map_err(fault)?.is_err() {
        return Ok(Err(Cancelled));
    }
    let file = out.into_inner().map_err(|e| fault(e.into_error()))?;
    // Files of the reader are for others to read as well, unlike temporary ones.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let _ = file
            .as_file()
            .set_permissions(fs::Permissions::from_mode(0o644));
    }
    file.persist(&target).map_err(|e| fault(e.error))?;
    Ok(Ok(()))
}

/// Where files are saved on a system without a dialog: the reader's folder for
/// downloads, or the home folder.
pub(super) fn usual_folder() -> PathBuf {
    let home = etcetera::home_dir().unwrap_or_default();
    let downloads = home.join("Downloads");
    if downloads.is_dir() { downloads } else { home }
}
