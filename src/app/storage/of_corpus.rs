//! A small file for each corpus, of one kind of thing.

use crate::base::{Word, messages};
use crate::files::{Owner, keep_damaged, put, read};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::io::{self, ErrorKind};
use std::marker::PhantomData;
use std::path::{Path, PathBuf};
use xxhash_rust::xxh3::xxh3_128;

/// The name of the file of the corpus that ships with the program.
const EMBEDDED: &str = "embedded";

/// Something that is kept for each corpus.
pub(in crate::app) trait OfCorpus: Serialize + DeserializeOwned + Default {
    /// The folder of its files, and its name inside them.
    const NAME: &'static str;
    /// What the reader calls it.
    const CALLED: Word;
}

/// Where one kind of thing is kept for each corpus; nowhere for tests and
/// pictures.
#[derive(Debug, Clone)]
pub(in crate::app) struct CorpusFiles<T> {
    folder: Option<PathBuf>,
    kind: PhantomData<fn() -> T>,
}

messages! {
    /// What became of a file that cannot be read.
    #[derive(Debug)]
    pub(in crate::app) enum DamagedFile {
        /// As it was it is kept there.
        Kept { what: Word, path: PathBuf } => Warning "kept-damaged",
        /// It stays until it is written again.
        NotKept { what: Word, path: PathBuf, reason: String } => Error "kept-damaged-not-kept",
    }
}

impl<T> Default for CorpusFiles<T> {
    fn default() -> Self {
        Self::at(None)
    }
}

impl<T> CorpusFiles<T> {
    /// Keeps things in the data folder `folder`.
    pub(in crate::app) const fn at(folder: Option<PathBuf>) -> Self {
        let kind = PhantomData;
        Self { folder, kind }
    }

    /// Whether there is a place to keep anything.
    pub(in crate::app) const fn is_somewhere(&self) -> bool {
        self.folder.is_some()
    }
}

impl<T: OfCorpus> CorpusFiles<T> {
    /// What is kept of the corpus folder `root`, or of the embedded corpus;
    /// the default where there is nothing. A file that cannot be read is kept
    /// beside itself, and told.
    pub(in crate::app) fn load(&self, root: Option<&Path>) -> (T, Option<DamagedFile>) {
        let Some(path) = self.file_of(root) else {
            return (T::default(), None);
        };
        let read = read(&path).map_err(|error| error.kind());
        match read.map(|bytes| value_in(&bytes)) {
            Ok(Some(value)) => (value, None),
            Err(ErrorKind::NotFound) => (T::default(), None),
            Ok(None) | Err(_) => {
                let none = bytes_of(root, &T::default()).unwrap_or_default();
                let what = T::CALLED;
                let damaged = match keep_damaged(&path, &none) {
                    Ok(path) => DamagedFile::Kept { what, path },
                    Err(error) => DamagedFile::NotKept {
                        what,
                        path: error.path,
                        reason: error.source.to_string(),
                    },
                };
                (T::default(), Some(damaged))
            }
        }
    }

    /// Keeps `value` for the corpus folder `root`, or for the embedded corpus,
    /// whole or not at all.
    ///
    /// # Errors
    /// When the system refuses.
    pub(in crate::app) fn save(&self, root: Option<&Path>, value: &T) -> io::Result<()> {
        let Some(path) = self.file_of(root) else {
            return Ok(());
        };
        let saved = put(&path, Owner::Program, &bytes_of(root, value)?);
        saved.map_err(|error| error.source)
    }

    fn file_of(&self, root: Option<&Path>) -> Option<PathBuf> {
        let folder = self.folder.as_ref()?.join(T::NAME);
        let name = root.map_or_else(
            || EMBEDDED.to_owned(),
            |root| format!("{:032x}", xxh3_128(root.as_os_str().as_encoded_bytes())),
        );
        Some(folder.join(name + ".json"))
    }
}

/// The content of a file: the corpus folder, for people who look into it, and
/// what is kept, under its name.
fn bytes_of<T: OfCorpus>(root: Option<&Path>, value: &T) -> serde_json::Result<Vec<u8>> {
    let mut file = Map::new();
    let corpus = root.map(|root| root.to_string_lossy().into_owned());
    file.insert("corpus".to_owned(), corpus.into());
    file.insert(T::NAME.to_owned(), serde_json::to_value(value)?);
    serde_json::to_vec_pretty(&file)
}

fn value_in<T: OfCorpus>(bytes: &[u8]) -> Option<T> {
    let mut file: Map<String, Value> = serde_json::from_slice(bytes).ok()?;
    serde_json::from_value(file.remove(T::NAME)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::concordance::{HitKey, Marks};
    use std::fs;

    fn marks() -> Marks {
        let mut marks = Marks::default();
        let key = HitKey {
            file: "1.txt".into(),
            start: 7,
        };
        marks.change(key, |mark| mark.note = "انظر المصدر".to_owned());
        marks
    }

    #[test]
    fn what_is_kept_comes_back_for_its_corpus_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = CorpusFiles::at(Some(folder.path().to_path_buf()));
        let corpora = [
            Some(Path::new("/corpus/a")),
            Some(Path::new("/corpus/b")),
            None,
        ];
        for here in corpora {
            files.save(here, &marks()).expect("saved");
            for root in corpora {
                let (again, damaged) = files.load(root);
                assert_eq!(again == marks(), root == here);
                assert!(damaged.is_none());
            }
            files.save(here, &Marks::default()).expect("saved");
        }
    }

    /// Files that were written before other things than marks were kept so.
    #[test]
    fn the_layout_of_a_file_is_stable() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = CorpusFiles::at(Some(folder.path().to_path_buf()));
        let root = Some(Path::new("/corpus/a"));
        files.save(root, &marks()).expect("saved");
        let path = files.file_of(root).expect("a file");
        assert_eq!(path.parent(), Some(&*folder.path().join("marks")));
        let file: Value = serde_json::from_slice(&fs::read(path).expect("a file")).expect("JSON");
        assert_eq!(file["corpus"], "/corpus/a");
        assert_eq!(file["marks"][0][0]["file"], "1.txt");
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_in_the_place_of_the_file_is_kept_and_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = CorpusFiles::<Marks>::at(Some(folder.path().to_path_buf()));
        let root = Some(Path::new("/corpus/a"));
        files.save(root, &Marks::default()).expect("saved");
        let file = files.file_of(root).expect("a file");
        fs::remove_file(&file).expect("removed");
        let made = std::process::Command::new("mkfifo").arg(&file).status();
        assert!(made.expect("mkfifo").success());
        let (marks, damaged) = files.load(root);
        assert!(marks.is_empty());
        assert!(matches!(damaged, Some(DamagedFile::Kept { .. })));
        files.save(root, &marks).expect("saved");
        assert!(files.load(root).1.is_none(), "told once");
    }

    #[test]
    fn a_damaged_file_is_kept_and_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = CorpusFiles::<Marks>::at(Some(folder.path().to_path_buf()));
        let root = Some(Path::new("/corpus/a"));
        files.save(root, &Marks::default()).expect("saved");
        let file = files.file_of(root).expect("a file");
        let mut kept = Vec::new();
        let damages = [
            "{\"corpus\": \"/corpus/a\", \"marks\": {\"1.txt\"",
            "",
            "{\"corpus\": \"/corpus/a\"}",
        ];
        for damage in damages {
            fs::write(&file, damage).expect("written");
            let (marks, damaged) = files.load(root);
            assert!(marks.is_empty());
            let Some(DamagedFile::Kept { path, .. }) = damaged else {
                panic!("{damaged:?}");
            };
            kept.push((path, damage));
            // The next tick.
            files.save(root, &marks).expect("saved");
            assert!(files.load(root).1.is_none(), "told once");
        }
        for (file, damage) in kept {
            assert_eq!(fs::read_to_string(file).expect("kept"), damage);
        }
    }

    #[test]
    fn nothing_is_kept_nowhere() {
        let root = Some(Path::new("/corpus"));
        let nowhere = CorpusFiles::default();
        assert!(nowhere.save(root, &marks()).is_ok());
        assert!(nowhere.load(root).0.is_empty());
    }
}
