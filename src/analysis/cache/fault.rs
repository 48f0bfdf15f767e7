//! Why a cache is not used, or not written.

use std::io;
use std::path::PathBuf;

use crate::analysis::index::{SectionFault, SectionId};
use crate::corpus::StoredFault;
use crate::files::SaveError;

/// Why a cache cannot be used. The folder is then read as without one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CacheFault {
    /// There is no cache of that folder.
    #[error("there is no cache of this folder")]
    Absent,
    /// The system does not let the file be read.
    #[error("the cache cannot be read: {reason}")]
    Unreadable {
        /// What the system says.
        reason: String,
    },
    /// The file is something else.
    #[error("the file is no cache of Warraq")]
    NoCache,
    /// The cache was written in another format.
    #[error("the cache has format {found}, not this program's")]
    OtherFormat {
        /// The number of that format.
        found: u32,
    },
    /// The cache was written by another version of the program.
    #[error("the cache was written by version {found}")]
    OtherVersion {
        /// That version.
        found: String,
    },
    /// The cache was written on a machine with another order or width of
    /// numbers.
    #[error("the cache was written on another kind of machine")]
    OtherMachine,
    /// The file has fewer or more bytes than it says.
    #[error("the cache has {found} bytes, not {expected}")]
    Length {
        /// What the file says.
        expected: u64,
        /// What it has.
        found: u64,
    },
    /// The header or the table of sections is not as it was written.
    #[error("the header of the cache is damaged")]
    Header,
    /// A section is not as it was written.
    #[error("section {} of the cache is damaged", .section.0)]
    Damaged {
        /// Such a section.
        section: SectionId,
    },
    /// A section is missing.
    #[error("section {} of the cache is missing", .section.0)]
    Missing {
        /// That section.
        section: SectionId,
    },
    /// The cache is of another folder.
    #[error("the cache is of another folder")]
    OtherFolder,
    /// The corpus in the cache contradicts itself.
    #[error(transparent)]
    Corpus(#[from] StoredFault),
    /// The index in the cache contradicts itself.
    #[error(transparent)]
    Index(#[from] SectionFault),
    /// The index is of another corpus.
    #[error("the index of the cache has {n_indexed} articles, its corpus {n_articles}")]
    OtherCorpus {
        /// Articles of the index.
        n_indexed: usize,
        /// Articles of the corpus.
        n_articles: usize,
    },
}

/// Why no cache was written. Nothing is lost but time at the next start.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SaveFault {
    /// There is no folder for caches, or none are wanted.
    #[error("there is no folder for caches; set WARRAQ_CACHE_DIR to name one")]
    NoPlace,
    /// The corpus is of no folder.
    #[error("a corpus without a folder has no cache")]
    NoFolder,
    /// The corpus cannot be stored.
    #[error(transparent)]
    Corpus(#[from] StoredFault),
    /// The system refuses; the disk may be full.
    #[error("the cache cannot be written to “{}”: {reason}", path.display())]
    Refused {
        /// The folder or file.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// The work was told to stop; no failure.
    #[error("cancelled")]
    Cancelled,
}

impl From<io::Error> for CacheFault {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Absent,
            _ => Self::Unreadable {
                reason: error.to_string(),
            },
        }
    }
}

impl From<SaveError> for SaveFault {
    fn from(error: SaveError) -> Self {
        Self::Refused {
            path: error.path,
            reason: error.source.to_string(),
        }
    }
}

impl CacheFault {
    /// A stable name in kebab case, the key of its text in other languages.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Absent => "cache-absent",
            Self::Unreadable { .. } => "cache-unreadable",
            Self::NoCache => "cache-no-cache",
            Self::OtherFormat { .. } | Self::OtherVersion { .. } => "cache-other-version",
            Self::OtherMachine => "cache-other-machine",
            Self::OtherFolder => "cache-other-folder",
            Self::Length { .. }
            | Self::Header
            | Self::Damaged { .. }
            | Self::Missing { .. }
            | Self::Corpus(_)
            | Self::Index(_)
            | Self::OtherCorpus { .. } => "cache-damaged",
        }
    }
}

impl SaveFault {
    /// A stable name in kebab case, the key of its text in other languages.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoPlace => "cache-no-place",
            Self::NoFolder => "cache-no-folder",
            Self::Corpus(_) => "cache-not-storable",
            Self::Refused { .. } => "cache-not-written",
            Self::Cancelled => "cancelled",
        }
    }
}
