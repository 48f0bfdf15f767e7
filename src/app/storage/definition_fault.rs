//! What stands in the way of a definition file.

use crate::corpus::ProblemArg;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// What stands in the way of a definition file.
#[derive(Debug, thiserror::Error)]
#[error("“{}”: {kind:?}", path.display())]
pub(in crate::app) struct DefinitionFault {
    /// The file.
    pub(in crate::app) path: PathBuf,
    /// What it is.
    pub(in crate::app) kind: FaultKind,
}

/// The kinds of [`DefinitionFault`].
#[derive(Debug)]
pub(in crate::app) enum FaultKind {
    /// Nobody may write there.
    ReadOnly,
    /// There is no room.
    DiskFull,
    /// The folder is gone.
    FolderGone,
    /// The file as a whole is no TOML and is not written to.
    NotToml {
        /// The line at fault, from 1.
        line: u32,
    },
    /// The file is no UTF-8 and is not written to.
    NotUtf8,
    /// The file is a link that leads out of the folder.
    LinkOutside,
    /// The file of the data folder was damaged; as it was it is kept.
    KeptAs(PathBuf),
    /// What else the system says.
    System(io::Error),
}

impl DefinitionFault {
    pub(in crate::app) fn new(path: &Path, kind: FaultKind) -> Self {
        let path = path.to_path_buf();
        Self { path, kind }
    }

    pub(in crate::app) fn io(path: &Path, error: io::Error) -> Self {
        let kind = match error.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => FaultKind::ReadOnly,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => FaultKind::DiskFull,
            ErrorKind::NotFound | ErrorKind::NotADirectory => FaultKind::FolderGone,
            _ => FaultKind::System(error),
        };
        Self::new(path, kind)
    }

    /// Whether the data folder can take what this file cannot.
    pub(in crate::app) const fn goes_aside(&self) -> bool {
        matches!(
            self.kind,
            FaultKind::ReadOnly
                | FaultKind::NotToml { .. }
                | FaultKind::NotUtf8
                | FaultKind::LinkOutside
        )
    }

    /// A stable name in kebab case, the key of its text.
    pub(in crate::app) const fn code(&self) -> &'static str {
        match self.kind {
            FaultKind::ReadOnly => "names-read-only",
            FaultKind::DiskFull => "names-disk-full",
            FaultKind::FolderGone => "names-folder-gone",
            FaultKind::NotToml { .. } => "names-not-toml",
            FaultKind::NotUtf8 => "names-not-utf-8",
            FaultKind::LinkOutside => "names-link-outside",
            FaultKind::KeptAs(_) => "names-damaged",
            FaultKind::System(_) => "names-not-saved",
        }
    }

    /// The arguments of the text with that [`code`](Self::code), by name.
    pub(in crate::app) fn args(&self) -> Vec<(&'static str, ProblemArg)> {
        let mut args = vec![("path", self.path.display().to_string().into())];
        match &self.kind {
            FaultKind::NotToml { line } => args.push(("line", (*line).into())),
            FaultKind::KeptAs(kept) => args.push(("kept", kept.display().to_string().into())),
            FaultKind::System(error) => args.push(("reason", error.to_string().into())),
            _ => {}
        }
        args
    }
}
