//! What may be asked of reading a folder, and why there is no corpus.

use crate::base::{Cancelled, messages};
use crate::corpus::TextEncoding;
use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;

/// What the reader wants otherwise than found.
#[derive(Debug, Clone)]
pub struct LoadOptions {
    /// Encodings by file, for files whose encoding was found wrongly.
    pub encoding_override: BTreeMap<String, TextEncoding>,
    /// The most articles that a corpus may have; never more than ids can number.
    pub most_articles: u32,
}

impl Default for LoadOptions {
    fn default() -> Self {
        Self {
            encoding_override: BTreeMap::new(),
            most_articles: u32::MAX,
        }
    }
}

messages! {
    /// Why no corpus could be read. `path` is the one that was asked for.
    #[derive(Debug)]
    #[expect(missing_docs, reason = "the text of each code says what it is")]
    pub enum LoadError {
        NotFound { path: PathBuf } => Error "folder-not-found",
        NotAFolder { path: PathBuf } => Error "not-a-folder",
        /// The system refuses to list the folder.
        Unreadable { path: PathBuf, reason: io::Error } => Error "folder-unreadable",
        /// There is neither a text file nor an index.
        NoArticles { path: PathBuf } => Error "folder-without-articles",
        /// More than [`LoadOptions::most_articles`].
        TooManyArticles => Error "too-many-articles",
        /// The work was told to stop; no failure.
        Cancelled => Note "cancelled",
    }
}

impl From<Cancelled> for LoadError {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}
