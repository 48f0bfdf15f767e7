//! The corpus that ships inside the program and is open at the first start.

use super::fault::{LoadError, LoadOptions};
use super::load::read_corpus;
use super::store::{FileEntry, FolderListing, ReadFault, Store, Target};
use crate::base::{CancelToken, Progress};
use crate::corpus::{Corpus, FileStamp};

/// The files of `seeds/`, sorted by name.
const FILES: &[(&str, &[u8])] = &[
    (
        "01-ganja-strike.txt",
        include_bytes!("../../../seeds/01-ganja-strike.txt"),
    ),
    (
        "02-moscow-truce.txt",
        include_bytes!("../../../seeds/02-moscow-truce.txt"),
    ),
    (
        "03-lavrov-and-pashinyan.txt",
        include_bytes!("../../../seeds/03-lavrov-and-pashinyan.txt"),
    ),
    (
        "04-september-offensive.txt",
        include_bytes!("../../../seeds/04-september-offensive.txt"),
    ),
    (
        "05-surrender-and-talks.txt",
        include_bytes!("../../../seeds/05-surrender-and-talks.txt"),
    ),
    ("INDEX.md", include_bytes!("../../../seeds/INDEX.md")),
    (
        "entities.toml",
        include_bytes!("../../../seeds/entities.toml"),
    ),
];

/// The `entities.toml` of the embedded corpus, which serves every corpus.
pub const ENTITIES_TOML: &str = include_str!("../../../seeds/entities.toml");

/// Reads the embedded corpus, by the same way as a folder.
#[must_use]
pub fn open() -> Corpus {
    let read = read_corpus(
        &Embedded,
        &LoadOptions::default(),
        &Progress::default(),
        &CancelToken::default(),
    );
    // It has articles and nobody cancels it, so there is always a corpus.
    read.ok().flatten().unwrap_or_default()
}

/// The files inside the program.
struct Embedded;

impl Store for Embedded {
    fn list(&self, _cancel: &CancelToken) -> Result<FolderListing, LoadError> {
        let files = FILES.iter().map(|(name, _)| FileEntry {
            name: (*name).into(),
            os_path: None,
            stamp: FileStamp::UNKNOWN,
        });
        Ok(FolderListing {
            files: files.collect(),
            ..FolderListing::default()
        })
    }

    fn read(&self, file: &FileEntry, buffer: &mut Vec<u8>) -> Result<(), ReadFault> {
        let found = FILES.iter().find(|(name, _)| *name == &*file.name);
        let (_, bytes) = found.ok_or(ReadFault::Vanished)?;
        buffer.clear();
        buffer.extend_from_slice(bytes);
        Ok(())
    }

    fn resolve(&self, _path: &str) -> Target {
        Target::Missing
    }
}
