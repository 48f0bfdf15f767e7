//! What a folder was like when its corpus was read.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::{FileStamp, Problem, ProblemKind, TextEncoding};

/// What the files of a folder were like when they were read, and what became
/// of them: enough to read again only what has changed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FolderState {
    /// The files of the articles, in the order of the articles.
    pub(super) articles: Vec<ArticleFile>,
    /// Other files whose content matters, sorted by name.
    pub(super) others: Vec<OtherFile>,
    /// Everything else that a row of the index may run into.
    pub(super) landmarks: Landmarks,
    /// The encodings that were asked for.
    pub(super) overrides: BTreeMap<String, TextEncoding>,
}

impl FolderState {
    /// How many articles there are.
    pub(super) fn n_articles(&self) -> usize {
        self.articles.len()
    }
}

/// The file of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ArticleFile {
    pub(super) stamp: FileStamp,
    /// Whether the index gives the title.
    pub(super) has_given_title: bool,
}

/// A file that describes the corpus, or one that became no article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct OtherFile {
    pub(super) name: Box<str>,
    pub(super) stamp: FileStamp,
    /// Why it became no article.
    pub(super) fault: Option<ProblemKind>,
}

/// A checksum of the things in a folder whose presence matters but not their
/// content, in any order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Landmarks(u64);

impl Landmarks {
    /// Takes in a file or folder.
    pub(super) fn add(&mut self, path: impl AsRef<Path>) {
        self.take(path.as_ref().as_os_str().as_encoded_bytes());
    }

    /// Takes in a symbolic link.
    pub(super) fn add_link(&mut self, link: &Path, target: &Path) {
        let parts = [link, target].map(|path| path.as_os_str().as_encoded_bytes());
        // No path holds a zero byte.
        self.take(&parts.join(&0));
    }

    /// Takes in what is wrong with a link or a folder.
    pub(super) fn add_problem(&mut self, problem: &Problem) {
        self.take(format!("{problem:?}").as_bytes());
    }

    fn take(&mut self, bytes: &[u8]) {
        self.0 = self.0.wrapping_add(xxh3_64(bytes));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn landmarks_have_no_order_but_names() {
        let of = |names: &[&str]| {
            let mut landmarks = Landmarks::default();
            for name in names {
                landmarks.add(name);
            }
            landmarks
        };
        assert_eq!(of(&["a", "b"]), of(&["b", "a"]));
        assert_ne!(of(&["a", "b"]), of(&["ab"]));
        assert_ne!(of(&["a"]), of(&[]));
        let mut link = Landmarks::default();
        link.add_link(Path::new("a"), Path::new("b"));
        assert_ne!(link, of(&["a", "b"]));
    }
}
