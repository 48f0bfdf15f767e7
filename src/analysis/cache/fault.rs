//! Why a cache is not used, or not written.

use std::io;
use std::path::PathBuf;

use crate::analysis::index::{SectionFault, SectionId};
use crate::base::messages;
use crate::corpus::StoredFault;
use crate::files::SaveError;

/// Why a cache cannot be used. The folder is then read as without one, and
/// nobody is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CacheFault {
    /// There is no cache of that folder.
    Absent,
    /// The system does not let the file be read.
    Unreadable {
        /// What the system says.
        reason: String,
    },
    /// The file is something else.
    NoCache,
    /// The cache was written in another format.
    OtherFormat {
        /// The number of that format.
        found: u32,
    },
    /// The cache was written by another version of the program.
    OtherVersion {
        /// That version.
        found: String,
    },
    /// The cache was written on a machine with another order or width of
    /// numbers.
    OtherMachine,
    /// The file has fewer or more bytes than it says.
    Length {
        /// What the file says.
        expected: u64,
        /// What it has.
        found: u64,
    },
    /// The header or the table of sections is not as it was written.
    Header,
    /// A section is not as it was written.
    Damaged {
        /// Such a section.
        section: SectionId,
    },
    /// A section is missing.
    Missing {
        /// That section.
        section: SectionId,
    },
    /// The cache is of another folder.
    OtherFolder,
    /// The corpus in the cache contradicts itself.
    Corpus(StoredFault),
    /// The index in the cache contradicts itself.
    Index(SectionFault),
    /// The index is of another corpus.
    OtherCorpus {
        /// Articles of the index.
        n_indexed: usize,
        /// Articles of the corpus.
        n_articles: usize,
    },
}

messages! {
    /// Why no cache was written. Nothing is lost but time at the next start.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub enum SaveFault {
        /// There is no folder for caches, or none are wanted.
        NoPlace => Warning "cache-no-place",
        /// The corpus is of no folder.
        NoFolder => Warning "cache-no-folder",
        /// The corpus cannot be stored.
        Corpus => Warning "cache-not-storable",
        /// The system refuses; the disk may be full.
        Refused {
            /// The folder or file.
            path: PathBuf,
            /// What the system says.
            reason: String,
        } => Warning "cache-not-written",
        /// The work was told to stop; no failure.
        Cancelled => Note "cancelled",
    }
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
