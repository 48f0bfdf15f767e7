//! Puts a new file in the place of another, whole or not at all.

use crate::base::Cancelled;
use std::fs::{self, DirBuilder, File};
use std::io::{self, BufWriter, ErrorKind, IntoInnerError, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// How the name of a file begins that is being written, and how it ends.
const TEMPORARY: (&str, &str) = (".warraq-", ".tmp");
/// Bytes that are handed to the system at once.
const BUFFER_BYTES: usize = 1 << 20;

/// Why something was not saved.
#[derive(Debug, thiserror::Error)]
#[error("“{}” cannot be written: {source}", path.display())]
pub struct SaveError {
    /// The file or folder.
    pub path: PathBuf,
    /// What the system says.
    pub source: io::Error,
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
    let before = fs::metadata(&target).ok();
    if before.as_ref().is_some_and(|before| !before.is_file()) {
        return Err(io::Error::new(ErrorKind::InvalidInput, "it is no file"));
    }
    let permissions = before.map(|before| before.permissions());
    if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
        return Err(ErrorKind::PermissionDenied.into());
    }
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
    if fs::metadata(path).is_ok_and(|meta| meta.permissions().readonly()) {
        return Err(ErrorKind::PermissionDenied.into());
    }
    temporary_in(folder_of(path), Owner::Program)?.close()
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

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    /// A folder with one file.
    fn with_file() -> (TempDir, PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.txt");
        fs::write(&path, "before").expect("written");
        (folder, path)
    }

    /// That the file is what it was, and nothing is left over.
    #[track_caller]
    fn is_as_before((folder, path): &(TempDir, PathBuf)) {
        assert_eq!(fs::read_to_string(path).expect("there"), "before");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }

    #[test]
    fn a_full_disk_leaves_the_file_before() {
        let place = with_file();
        let bytes = vec![b'x'; 3 * BUFFER_BYTES];
        for room in [0, 1, BUFFER_BYTES, 3 * BUFFER_BYTES - 1] {
            let full = || io::Error::from(ErrorKind::StorageFull);
            let refused = replace(&place.1, Owner::Reader, |out| {
                out.write_all(bytes.get(..room).unwrap_or_default())?;
                Err::<Result<(), Cancelled>, _>(full())
            });
            let refused = refused.expect_err("full");
            assert_eq!(refused.path, place.1);
            assert_eq!(refused.source.kind(), ErrorKind::StorageFull);
            is_as_before(&place);
        }
        put(&place.1, Owner::Reader, &bytes).expect("written");
        assert_eq!(fs::read(&place.1).expect("there"), bytes);
    }

    #[test]
    fn a_panic_or_a_wish_to_stop_leaves_the_file_before() {
        let place = with_file();
        let stopped = replace(&place.1, Owner::Reader, |out| {
            out.write_all(b"half")?;
            Ok(Err::<(), _>(Cancelled))
        });
        assert!(matches!(stopped, Ok(Err(Cancelled))));
        is_as_before(&place);
        let panicked = std::panic::catch_unwind(|| {
            replace::<()>(&place.1, Owner::Reader, |out| {
                out.write_all(b"half")?;
                panic!("a defect")
            })
        });
        assert!(panicked.is_err());
        is_as_before(&place);
    }

    #[test]
    fn a_folder_that_is_missing_is_made_for_the_program_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("new/folder/a.txt");
        let refused = put(&path, Owner::Reader, b"a").expect_err("no folder");
        assert_eq!(refused.source.kind(), ErrorKind::NotFound);
        put(&path, Owner::Program, b"a").expect("written");
        assert_eq!(fs::read(&path).expect("there"), b"a");
    }

    #[cfg(unix)]
    mod unix {
        use super::*;
        use std::os::unix::fs::{PermissionsExt as _, symlink};

        fn mode(path: &Path) -> u32 {
            fs::metadata(path).expect("there").permissions().mode() & 0o777
        }

        #[test]
        fn permissions_stay() {
            let (_folder, path) = with_file();
            for kept in [0o600, 0o640, 0o664, 0o755] {
                fs::set_permissions(&path, fs::Permissions::from_mode(kept)).expect("set");
                for owner in [Owner::Reader, Owner::Program] {
                    put(&path, owner, b"after").expect("written");
                    assert_eq!(mode(&path), kept);
                }
            }
        }

        #[test]
        fn a_new_file_of_the_reader_is_like_any_other() {
            let (folder, path) = with_file();
            let (own, other) = (folder.path().join("own"), folder.path().join("other"));
            put(&other, Owner::Reader, b"a").expect("written");
            put(&own, Owner::Program, b"a").expect("written");
            assert_eq!(mode(&other), mode(&path));
            assert_eq!(mode(&own), 0o600);
        }

        #[test]
        fn a_link_stays_one() {
            let (folder, path) = with_file();
            let link = folder.path().join("link");
            symlink(&path, &link).expect("linked");
            put(&link, Owner::Reader, b"after").expect("written");
            assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
            assert_eq!(fs::read(&path).expect("there"), b"after");
        }

        #[test]
        fn what_is_read_only_or_no_file_is_refused() {
            let place = with_file();
            fs::set_permissions(&place.1, fs::Permissions::from_mode(0o444)).expect("set");
            let refused = put(&place.1, Owner::Reader, b"after").expect_err("read-only");
            assert_eq!(refused.source.kind(), ErrorKind::PermissionDenied);
            is_as_before(&place);
            let null = Path::new("/dev/null");
            assert!(put(null, Owner::Reader, b"after").is_err());
            assert!(!fs::metadata(null).expect("there").is_file());
        }
    }
}
