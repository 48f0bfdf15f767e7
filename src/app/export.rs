//! Writes what leaves the program: the only place that writes files of the
//! reader's choice.

use crate::base::{Cancelled, messages};
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

messages! {
    /// Why something was not saved.
    #[derive(Debug)]
    pub(super) struct SaveError {
        /// The file.
        pub(super) path: PathBuf,
        /// What the system says.
        pub(super) source: io::Error,
    } => Error "not-written"
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

/// Takes a file of a folder: its path in it, with `/` between parts, and its
/// content.
pub(super) type TakeFile<'a> = dyn FnMut(&str, &[u8]) -> io::Result<()> + 'a;

/// Makes the folder at `path`, whole or not at all: `write` hands its files to
/// a folder beside it, which takes its place.
///
/// # Errors
/// [`SaveError`] when the system refuses, or something stands there already.
pub(super) fn save_folder(
    path: &Path,
    write: impl FnOnce(&mut TakeFile<'_>) -> io::Result<()>,
) -> Result<(), SaveError> {
    let fault = |source| SaveError {
        path: path.to_path_buf(),
        source,
    };
    // An empty folder, such as a dialog makes, is no loss.
    if path.exists() {
        fs::remove_dir(path).map_err(fault)?;
    }
    let parent = path
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty());
    let made = tempfile::tempdir_in(parent.unwrap_or(Path::new("."))).map_err(fault)?;
    write(&mut |file, bytes| {
        let file = made.path().join(file);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(file, bytes)
    })
    .map_err(fault)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let _ = fs::set_permissions(made.path(), fs::Permissions::from_mode(0o755));
    }
    fs::rename(made.path(), path).map_err(fault)?;
    // It has moved: there is nothing left to remove.
    let _ = made.keep();
    Ok(())
}

/// Where files are saved on a system without a dialog: the reader's folder for
/// downloads, or the home folder.
pub(super) fn usual_folder() -> PathBuf {
    let home = etcetera::home_dir().unwrap_or_default();
    let downloads = home.join("Downloads");
    if downloads.is_dir() { downloads } else { home }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_made_whole_or_not_at_all() {
        let place = tempfile::tempdir().expect("a folder");
        let path = place.path().join("corpus brat");
        let made = save_folder(&path, |file| {
            file("a.txt", b"a")?;
            file("sub/b.txt", b"b")
        });
        assert!(made.is_ok());
        assert_eq!(fs::read(path.join("sub/b.txt")).expect("there"), b"b");
        let again = save_folder(&path, |file| file("c.txt", b"c"));
        assert!(again.is_err(), "what stands there is not lost");
        assert_eq!(fs::read(path.join("a.txt")).expect("there"), b"a");
        let half = place.path().join("half");
        let failed = save_folder(&half, |file| {
            file("a.txt", b"a")?;
            Err(io::Error::other("no more"))
        });
        assert!(failed.is_err() && !half.exists());
        let rest = fs::read_dir(place.path()).expect("a folder").count();
        assert_eq!(rest, 1, "nothing is left over");
    }
}
