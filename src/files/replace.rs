//! Puts a new file in the place of another, whole or not at all.

use crate::base::{Cancelled, messages};
use std::fs::{self, DirBuilder, File};
use std::io::{self, BufWriter, ErrorKind, IntoInnerError, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// How the name of a file begins that is being written, and how it ends.
const TEMPORARY: (&str, &str) = (".warraq-", ".tmp");
/// Bytes that are handed to the system at once.
const BUFFER_BYTES: usize = 1 << 20;

messages! {
    /// Why something was not saved.
    #[derive(Debug)]
    pub struct SaveError {
        /// The file or folder.
        pub path: PathBuf,
        /// What the system says.
        pub source: io::Error,
    } => Error "not-written"
}

impl SaveError {
    /// For [`Result::map_err`]: what the system says of `path`.
    pub(super) fn of(path: &Path) -> impl Fn(io::Error) -> Self {
        move |source| Self {
            path: path.to_path_buf(),
            source,
        }
    }
}

/// Whose file it is, where there is none yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// The reader's: in a folder that is there, with the permissions that the
    /// system gives to new files.
    Reader,
    /// The program's own: for the user alone, and missing folders are made.
    Program,
}

/// Puts what `write` writes into the file at `path`, which is replaced at once
/// and only when all has arrived on the disk. It keeps the permissions that it
/// had; a link to it stays one. Gives what `write` gives.
///
/// # Errors
/// [`SaveError`] when the system refuses, and for a file that is read-only or
/// none that can be replaced, such as a device; `Ok(Err(Cancelled))` when
/// `write` gives up. Then the file is what it was.
pub fn replace<T>(
    path: &Path,
    owner: Owner,
    write: impl FnOnce(&mut dyn Write) -> io::Result<Result<T, Cancelled>>,
) -> Result<Result<T, Cancelled>, SaveError> {
    try_replace(path, owner, write).map_err(SaveError::of(path))
}

/// Puts `bytes` into the file at `path`, as [`replace`] does.
///
/// # Errors
/// As [`replace`].
pub fn put(path: &Path, owner: Owner, bytes: &[u8]) -> Result<(), SaveError> {
    // Nothing here gives up.
    replace(path, owner, |out| out.write_all(bytes).map(Ok)).map(|_| ())
}

fn try_replace<T>(
    path: &Path,
    owner: Owner,
    write: impl FnOnce(&mut dyn Write) -> io::Result<Result<T, Cancelled>>,
) -> io::Result<Result<T, Cancelled>> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let folder = folder_of(&target);
    if owner == Owner::Program {
        make_private(folder)?;
    }
    let permissions = permissions_of(&target)?;
    let temporary = temporary_in(folder, owner)?;
    let mut out = BufWriter::with_capacity(BUFFER_BYTES, temporary.as_file());
    let Ok(made) = write(&mut out)? else {
        return Ok(Err(Cancelled));
    };
    out.into_inner().map_err(IntoInnerError::into_error)?;
    if let Some(permissions) = permissions {
        temporary.as_file().set_permissions(permissions)?;
    }
    temporary.as_file().sync_all()?;
    temporary.persist(&target)?;
    sync_folder(folder);
    Ok(Ok(made))
}

/// Whether the file at `path` could be written; asks by making a temporary one
/// beside it, since permissions alone do not say it of every file system.
///
/// # Errors
/// What the system says.
pub fn probe(path: &Path) -> io::Result<()> {
    permissions_of(path)?;
    temporary_in(folder_of(path), Owner::Program)?.close()
}

/// The permissions of the file at `path`, if there is one; an error unless it
/// can be replaced.
fn permissions_of(path: &Path) -> io::Result<Option<fs::Permissions>> {
    let Ok(before) = fs::metadata(path) else {
        return Ok(None);
    };
    if !before.is_file() {
        return Err(io::Error::new(ErrorKind::InvalidInput, "it is no file"));
    }
    if before.permissions().readonly() {
        return Err(ErrorKind::PermissionDenied.into());
    }
    Ok(Some(before.permissions()))
}

/// Makes the folder at `path` and those above it, as far as they are missing,
/// for nobody but the user.
///
/// # Errors
/// What the system says.
pub fn make_private(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Removes from `folder` what writers left behind that were stopped before
/// they were done.
///
/// # Errors
/// What the system says.
pub fn remove_leftovers(folder: &Path) -> io::Result<()> {
    let (prefix, suffix) = TEMPORARY;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if !name.starts_with(prefix) || !name.ends_with(suffix) {
            continue;
        }
        // A writer that is still at work holds the lock.
        let Ok(file) = File::options().write(true).open(entry.path()) else {
            continue;
        };
        if file.try_lock().is_ok() {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// The folder of the file at `path`.
pub(super) fn folder_of(path: &Path) -> &Path {
    let folder = path.parent();
    folder
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// The beginnings of a temporary file or folder.
pub(super) fn temporary<'a>() -> tempfile::Builder<'a, 'a> {
    let (prefix, suffix) = TEMPORARY;
    let mut builder = tempfile::Builder::new();
    builder.prefix(prefix).suffix(suffix);
    builder
}

fn temporary_in(folder: &Path, owner: Owner) -> io::Result<NamedTempFile> {
    let mut builder = temporary();
    #[cfg(unix)]
    if owner == Owner::Reader {
        use std::os::unix::fs::PermissionsExt as _;
        // From which the system takes what the user does not want to give.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    #[cfg(not(unix))]
    let _ = owner;
    let temporary = builder.tempfile_in(folder)?;
    // Tells other processes that somebody is at work on it; where locks are
    // unknown, they may remove it, and then it cannot take its place.
    let _ = temporary.as_file().try_lock();
    Ok(temporary)
}

/// Makes new names in `folder` survive a failure of power, where folders can
/// be synced.
pub(super) fn sync_folder(folder: &Path) {
    if cfg!(unix) {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}
