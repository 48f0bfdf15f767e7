//! The files of the caches: read, replaced, listed, removed.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File};
use std::io::{self, BufWriter, Read as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use bytes::Bytes;
use tempfile::NamedTempFile;

use super::container::WriteFault;
use super::map::map;
use super::place::EXTENSION;
use super::{CacheFault, SaveFault};

/// How the name of a file begins that is being written, and how it ends.
const TEMPORARY: (&str, &str) = (".warraq-", ".tmp");
/// Bytes that are handed to the system at once.
const BUFFER_BYTES: usize = 1 << 20;
/// Bytes at the beginning of a cache that tell of which folder it is.
const TOP_BYTES: u64 = 64 << 10;

/// A cache as its folder lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CacheFile {
    pub(super) path: PathBuf,
    pub(super) n_bytes: u64,
    /// When it was written or last opened.
    pub(super) used: SystemTime,
}

/// `path` made absolute and without links; `None` if nothing is there.
pub(super) fn canonical(path: &Path) -> Option<PathBuf> {
    fs::canonicalize(path).ok()
}

/// The path in `bytes`, as [`std::ffi::OsStr::as_encoded_bytes`] gave them.
pub(super) fn path_of(bytes: &[u8]) -> Option<PathBuf> {
    #[cfg(unix)]
    let path: Option<OsString> = {
        use std::os::unix::ffi::OsStringExt as _;
        Some(OsString::from_vec(bytes.to_vec()))
    };
    #[cfg(not(unix))]
    let path: Option<OsString> = str::from_utf8(bytes).ok().map(OsString::from);
    path.map(PathBuf::from)
}

/// Whether a folder is at `path`.
pub(super) fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// The bytes of the cache at `path`, which counts as used from now on.
pub(super) fn read(path: &Path) -> Result<Bytes, CacheFault> {
    let fault = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => CacheFault::Absent,
        _ => CacheFault::Unreadable {
            reason: error.to_string(),
        },
    };
    let file = File::open(path).map_err(fault)?;
    // A folder cannot be mapped, a pipe would never end.
    if !file.metadata().map_err(fault)?.is_file() {
        return Err(CacheFault::NoCache);
    }
    // Where that is refused, the cache is only removed sooner.
    let _ = file.set_modified(SystemTime::now());
    map(&file).map_err(fault)
}

/// The first bytes of the cache at `path`.
pub(super) fn top(path: &Path) -> io::Result<Bytes> {
    let mut top = Vec::new();
    File::open(path)?.take(TOP_BYTES).read_to_end(&mut top)?;
    Ok(top.into())
}

/// Puts what `write` writes into the file at `path`, which is replaced at
/// once and only when all has arrived on the disk.
pub(super) fn replace(
    path: &Path,
    write: impl FnOnce(&mut BufWriter<&File>) -> Result<u64, WriteFault>,
) -> Result<u64, SaveFault> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let refused = |at: &Path| {
        let path = at.to_path_buf();
        move |error: io::Error| SaveFault::Refused {
            path,
            reason: error.to_string(),
        }
    };
    create(folder).map_err(refused(folder))?;
    let (prefix, suffix) = TEMPORARY;
    let temporary = tempfile::Builder::new()
        .prefix(prefix)
        .suffix(suffix)
        .tempfile_in(folder)
        .map_err(refused(folder))?;
    // Tells other processes that somebody is at work on it; where locks are
    // unknown, they may remove it, and then the rename below fails.
    let _ = temporary.as_file().try_lock();
    let mut out = BufWriter::with_capacity(BUFFER_BYTES, temporary.as_file());
    let n_bytes = write(&mut out).map_err(|fault| match fault {
        WriteFault::Cancelled => SaveFault::Cancelled,
        WriteFault::Io(error) => refused(path)(error),
    })?;
    let flushed = out.into_inner().map_err(io::IntoInnerError::into_error);
    flushed.map_err(refused(path))?;
    temporary.as_file().sync_all().map_err(refused(path))?;
    persist(temporary, path).map_err(refused(path))?;
    sync_folder(folder);
    Ok(n_bytes)
}

/// Creates a folder that nobody else may read.
fn create(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn persist(temporary: NamedTempFile, path: &Path) -> io::Result<()> {
    temporary.persist(path)?;
    Ok(())
}

/// Makes a rename survive a failure of power, where folders can be synced.
fn sync_folder(folder: &Path) {
    if cfg!(unix) {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

/// The caches in `folder`.
pub(super) fn list(folder: &Path) -> io::Result<Vec<CacheFile>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let metadata = fs::symlink_metadata(&path)?;
        let is_cache = path.extension().is_some_and(|kind| kind == EXTENSION);
        if is_cache && metadata.is_file() {
            let used = metadata.modified()?;
            let n_bytes = metadata.len();
            found.push(CacheFile {
                path,
                n_bytes,
                used,
            });
        }
    }
    Ok(found)
}

/// Removes the file at `path`; whoever has it mapped keeps it.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    fs::remove_file(path)
}

/// Removes what writers left behind that were stopped before they were done.
pub(super) fn remove_leftovers(folder: &Path) -> io::Result<()> {
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
            remove(&entry.path())?;
        }
    }
    Ok(())
}
