//! Folders made for a test, and the embedded articles.

use std::fs;
use std::path::Path;
use tempfile::TempDir;
use warraq::app::Source;
use warraq::corpus::{Article, Corpus, embedded};

/// A folder that is deleted with the value.
pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(TempDir::new().expect("a temporary folder"))
    }

    pub(crate) fn with(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        self.write(name, content);
        self
    }

    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(path, content).expect("a file");
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn source(&self) -> Source {
        Source::Folder(self.path().to_path_buf())
    }
}

/// The corpus that the program carries.
pub(crate) fn seeds() -> Corpus {
    embedded::open()
}

/// The seed article whose file begins with `number`.
pub(crate) fn seed(number: &str) -> Article {
    let corpus = seeds();
    let found = corpus
        .articles
        .into_iter()
        .find(|a| a.file.starts_with(number));
    found.expect("a seed article")
}

/// The lines of the text that are not blank, trimmed, without the title.
pub(crate) fn paragraphs(article: &Article) -> Vec<&str> {
    let title: &str = &article.title;
    article
        .text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && *line != title)
        .collect()
}
