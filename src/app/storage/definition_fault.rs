//! What stands in the way of a definition file.

use crate::base::messages;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

messages! {
    /// What stands in the way of a definition file.
    #[derive(Debug, Clone)]
    pub(in crate::app) enum DefinitionFault {
        /// Nobody may write there.
        ReadOnly => Warning "names-read-only",
        /// There is no room.
        DiskFull => Error "names-disk-full",
        /// The folder is gone.
        FolderGone { path: PathBuf } => Error "names-folder-gone",
        /// The file as a whole is no TOML and is not written to; lines count
        /// from 1.
        NotToml { line: u32 } => Warning "names-not-toml",
        /// The file is no UTF-8 and is not written to.
        NotUtf8 => Warning "names-not-utf-8",
        /// The file is a link that leads out of the folder.
        LinkOutside => Warning "names-link-outside",
        /// The file of the data folder was damaged; as it was it is kept.
        Damaged { kept: PathBuf } => Warning "names-damaged",
        /// What else the system says.
        System { path: PathBuf, reason: String } => Error "names-not-saved",
    }
}

impl DefinitionFault {
    /// What the system says of the file at `path`.
    #[expect(clippy::needless_pass_by_value, reason = "handed over by `map_err`")]
    pub(in crate::app) fn io(path: &Path, error: io::Error) -> Self {
        let path = path.to_path_buf();
        match error.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::FolderGone { path },
            _ => Self::System {
                path,
                reason: error.to_string(),
            },
        }
    }

    /// Whether the data folder can take what this file cannot.
    pub(in crate::app) const fn goes_aside(&self) -> bool {
        matches!(
            self,
            Self::ReadOnly | Self::NotToml { .. } | Self::NotUtf8 | Self::LinkOutside
        )
    }
}
