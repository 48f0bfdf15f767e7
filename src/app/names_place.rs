//! One file of names on disk: read, and written whole or not at all.

use super::names_fault::NamesFault;
use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Where a file of names is, or will be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NamesPlace {
    /// The folder that the file does not leave.
    folder: PathBuf,
    /// The file's name in it.
    name: String,
}

impl NamesPlace {
    pub(super) fn new(folder: &Path, name: &str) -> Self {
        Self {
            folder: folder.to_path_buf(),
            name: name.to_owned(),
        }
    }

    pub(super) fn path(&self) -> PathBuf {
        self.folder.join(&self.name)
    }

    /// The file itself, at the end of links inside the folder.
    fn target(&self) -> Result<PathBuf, NamesFault> {
        let path = self.path();
        if !fs::symlink_metadata(&path).is_ok_and(|meta| meta.is_symlink()) {
            return Ok(path);
        }
        let folder = fs::canonicalize(&self.folder).map_err(|e| NamesFault::io(&path, e))?;
        // A link to nothing is none to write through either.
        let target = fs::canonicalize(&path).ok();
        let inside = target.filter(|target| target.starts_with(&folder));
        inside.ok_or(NamesFault::LinkOutside)
    }

    /// The bytes of the file; `None` where there is none in an existing folder.
    pub(super) fn read(&self) -> Result<Option<Vec<u8>>, NamesFault> {
        let target = self.target()?;
        match fs::read(&target) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound && self.folder.is_dir() => Ok(None),
            Err(error) => Err(NamesFault::io(&target, error)),
        }
    }

    /// The text of the file.
    pub(super) fn read_text(&self) -> Result<Option<String>, NamesFault> {
        let text = self.read()?.map(String::from_utf8).transpose();
        text.map_err(|_| NamesFault::NotUtf8)
    }

    /// Whether the file can be written; asks by making a temporary one, since
    /// permissions alone do not say it of every file system.
    pub(super) fn probe(&self) -> Result<(), NamesFault> {
        let target = self.target()?;
        if fs::metadata(&target).is_ok_and(|meta| meta.permissions().readonly()) {
            return Err(NamesFault::ReadOnly);
        }
        let folder = target.parent().unwrap_or(&self.folder);
        let probe = NamedTempFile::new_in(folder).map_err(|e| NamesFault::io(&target, e))?;
        probe.close().map_err(|e| NamesFault::io(&target, e))
    }

    /// Writes the file, whole or not at all, with the permissions it had.
    pub(super) fn write(&self, text: &str) -> Result<(), NamesFault> {
        let target = self.target()?;
        let fault = |error| NamesFault::io(&target, error);
        let permissions = fs::metadata(&target).map(|meta| meta.permissions()).ok();
        if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
            return Err(NamesFault::ReadOnly);
        }
        let folder = target.parent().unwrap_or(&self.folder);
        let mut file = NamedTempFile::new_in(folder).map_err(fault)?;
        file.write_all(text.as_bytes()).map_err(fault)?;
        match permissions {
            Some(permissions) => file.as_file().set_permissions(permissions).map_err(fault)?,
            None => open_to_others(file.as_file()),
        }
        file.as_file().sync_all().map_err(fault)?;
        file.persist(&target).map_err(|e| fault(e.error))?;
        // The new name of the file lasts only when the folder is on disk too.
        if let Ok(folder) = File::open(folder) {
            let _ = folder.sync_all();
        }
        Ok(())
    }

    /// Keeps other programs from saving until the value is dropped. Where the
    /// system has no such lock, two saves in the same instant may cross.
    pub(super) fn lock(&self) -> Option<File> {
        // On Unix a folder can be locked itself and nothing is left behind;
        // elsewhere it cannot be opened, and there is no lock.
        let folder = File::open(&self.folder).ok()?;
        folder.lock().ok()?;
        Some(folder)
    }
}

/// Files of the reader are for others to read as well, unlike temporary ones.
fn open_to_others(file: &File) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let _ = file.set_permissions(fs::Permissions::from_mode(0o644));
    }
    #[cfg(not(unix))]
    let _ = file;
}
