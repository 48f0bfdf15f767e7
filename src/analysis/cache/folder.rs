//! The files of the caches: opened and listed.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::CacheFault;
use super::place::EXTENSION;

/// A cache as its folder lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CacheFile {
    pub(super) path: PathBuf,
    pub(super) n_bytes: u64,
    /// When it was written or last opened.
    pub(super) used: SystemTime,
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

/// The cache at `path`.
pub(super) fn open(path: &Path) -> Result<File, CacheFault> {
    // To open a pipe would wait for ever.
    if !fs::metadata(path)?.is_file() {
        return Err(CacheFault::NoCache);
    }
    Ok(File::open(path)?)
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
