//! One definition file (`entities.toml`) on disk.

use super::definition_fault::DefinitionFault;
use crate::files::{Owner, probe, put};
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Where a definition file is, or will be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DefinitionFile {
    /// The folder that the file does not leave.
    folder: PathBuf,
    /// The file's name in it.
    name: String,
}

impl DefinitionFile {
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
    fn target(&self) -> Result<PathBuf, DefinitionFault> {
        let path = self.path();
        if !fs::symlink_metadata(&path).is_ok_and(|meta| meta.is_symlink()) {
            return Ok(path);
        }
        let folder = fs::canonicalize(&self.folder).map_err(|e| DefinitionFault::io(&path, e))?;
        // A link to nothing is none to write through either.
        let target = fs::canonicalize(&path).ok();
        let inside = target.filter(|target| target.starts_with(&folder));
        inside.ok_or(DefinitionFault::LinkOutside)
    }

    /// The bytes of the file; `None` where there is none in an existing folder.
    pub(super) fn read(&self) -> Result<Option<Vec<u8>>, DefinitionFault> {
        let target = self.target()?;
        let fault = |error| DefinitionFault::io(&target, error);
        match fs::metadata(&target) {
            // To read a pipe would take for ever.
            Ok(meta) if !meta.is_file() => Err(fault(io::Error::other("it is no file"))),
            Ok(_) => fs::read(&target).map(Some).map_err(fault),
            Err(error) if error.kind() == ErrorKind::NotFound && self.folder.is_dir() => Ok(None),
            Err(error) => Err(fault(error)),
        }
    }

    /// The text of the file.
    pub(super) fn read_text(&self) -> Result<Option<String>, DefinitionFault> {
        let text = self.read()?.map(String::from_utf8).transpose();
        text.map_err(|_| DefinitionFault::NotUtf8)
    }

    /// Whether the file can be written.
    pub(super) fn probe(&self) -> Result<(), DefinitionFault> {
        let target = self.target()?;
        probe(&target).map_err(|error| DefinitionFault::io(&target, error))
    }

    /// Writes the file, whole or not at all.
    pub(super) fn write(&self, text: &str) -> Result<(), DefinitionFault> {
        let target = self.target()?;
        let written = put(&target, Owner::Reader, text.as_bytes());
        written.map_err(|error| DefinitionFault::io(&target, error.source))
    }

    /// Takes the file away; nothing happens where there is none.
    pub(super) fn remove(&self) -> Result<(), DefinitionFault> {
        let target = self.target()?;
        match fs::remove_file(&target) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                Err(DefinitionFault::io(&target, error))
            }
            _ => Ok(()),
        }
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
