//! Keeps what the reader has ticked, removed and noted, for each folder.

use crate::analysis::concordance::Marks;
use crate::base::messages;
use crate::files::{Owner, keep_damaged, put, read};
use serde::{Deserialize, Serialize};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use xxhash_rust::xxh3::xxh3_128;

/// Where marks are kept; nowhere for tests and pictures.
#[derive(Debug, Clone, Default)]
pub(in crate::app) struct MarksStore {
    folder: Option<PathBuf>,
}

/// A file of marks.
#[derive(Serialize, Deserialize)]
struct MarksFile {
    /// The corpus folder, for people who look into the file.
    corpus: PathBuf,
    marks: Marks,
}

messages! {
    /// What became of a file of marks that cannot be read.
    #[derive(Debug)]
    pub(in crate::app) enum DamagedMarks {
        /// As it was it is kept there.
        Kept { path: PathBuf } => Warning "marks-damaged",
        /// It stays until marks are saved.
        NotKept { path: PathBuf, reason: String } => Error "marks-damaged-not-kept",
    }
}

impl MarksStore {
    /// Keeps marks in the data folder `folder`.
    pub(super) const fn at(folder: Option<PathBuf>) -> Self {
        Self { folder }
    }

    /// The marks of the corpus folder `root`; none where there are none. A
    /// file that cannot be read is kept, and told.
    pub(in crate::app) fn load(&self, root: Option<&Path>) -> (Marks, Option<DamagedMarks>) {
        let (Some(path), Some(root)) = (self.file_of(root), root) else {
            return (Marks::default(), None);
        };
        let read = read(&path).map_err(|error| error.kind());
        let read = read.map(|bytes| serde_json::from_slice::<MarksFile>(&bytes));
        match read {
            Ok(Ok(file)) => (file.marks, None),
            Err(ErrorKind::NotFound) => (Marks::default(), None),
            Ok(Err(_)) | Err(_) => {
                let none = bytes_of(root, &Marks::default()).unwrap_or_default();
                let damaged = match keep_damaged(&path, &none) {
                    Ok(path) => DamagedMarks::Kept { path },
                    Err(error) => DamagedMarks::NotKept {
                        path: error.path,
                        reason: error.source.to_string(),
                    },
                };
                (Marks::default(), Some(damaged))
            }
        }
    }

    /// Keeps the marks of the corpus folder `root`, whole or not at all.
    ///
    /// # Errors
    /// When the system refuses.
    pub(in crate::app) fn save(&self, root: Option<&Path>, marks: &Marks) -> io::Result<()> {
        let (Some(path), Some(root)) = (self.file_of(root), root) else {
            return Ok(());
        };
        let saved = put(&path, Owner::Program, &bytes_of(root, marks)?);
        saved.map_err(|error| error.source)
    }

    fn file_of(&self, root: Option<&Path>) -> Option<PathBuf> {
        let name = xxh3_128(root?.as_os_str().as_encoded_bytes());
        let folder = self.folder.as_ref()?.join("marks");
        Some(folder.join(format!("{name:032x}.json")))
    }
}

fn bytes_of(root: &Path, marks: &Marks) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec_pretty(&MarksFile {
        corpus: root.to_path_buf(),
        marks: marks.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::concordance::HitKey;
    use std::fs;

    #[test]
    fn marks_come_back_for_their_folder_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = MarksStore::at(Some(folder.path().to_path_buf()));
        let (here, there) = (Path::new("/corpus/a"), Path::new("/corpus/b"));
        let mut marks = Marks::default();
        let key = HitKey {
            file: "1.txt".into(),
            start: 7,
        };
        marks.change(key, |mark| mark.note = "انظر المصدر".to_owned());
        store.save(Some(here), &marks).expect("saved");
        let (again, damaged) = store.load(Some(here));
        assert!(again == marks && damaged.is_none());
        // The built-in corpus has no folder.
        for root in [Some(there), None] {
            let (none, damaged) = store.load(root);
            assert!(none.is_empty() && damaged.is_none());
        }
    }

    #[test]
    fn a_damaged_file_is_kept_and_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = MarksStore::at(Some(folder.path().to_path_buf()));
        let root = Some(Path::new("/corpus/a"));
        store.save(root, &Marks::default()).expect("saved");
        let file = store.file_of(root).expect("a file");
        let mut kept = Vec::new();
        for damage in ["{\"corpus\": \"/corpus/a\", \"marks\": {\"1.txt\"", ""] {
            fs::write(&file, damage).expect("written");
            let (marks, damaged) = store.load(root);
            assert!(marks.is_empty());
            let Some(DamagedMarks::Kept { path }) = damaged else {
                panic!("{damaged:?}");
            };
            kept.push((path, damage));
            // The next tick.
            store.save(root, &marks).expect("saved");
            assert!(store.load(root).1.is_none(), "told once");
        }
        for (file, damage) in kept {
            assert_eq!(fs::read_to_string(file).expect("kept"), damage);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_in_the_place_of_the_file_is_kept_and_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = MarksStore::at(Some(folder.path().to_path_buf()));
        let root = Some(Path::new("/corpus/a"));
        store.save(root, &Marks::default()).expect("saved");
        let file = store.file_of(root).expect("a file");
        fs::remove_file(&file).expect("removed");
        let made = std::process::Command::new("mkfifo").arg(&file).status();
        assert!(made.expect("mkfifo").success());
        let (marks, damaged) = store.load(root);
        assert!(marks.is_empty());
        assert!(matches!(damaged, Some(DamagedMarks::Kept { .. })));
        store.save(root, &marks).expect("saved");
        assert!(store.load(root).1.is_none(), "told once");
    }

    #[test]
    fn nothing_is_kept_nowhere() {
        let marks = Marks::default();
        let root = Some(Path::new("/corpus"));
        assert!(MarksStore::default().save(root, &marks).is_ok());
        assert!(MarksStore::default().load(root).0.is_empty());
    }
}
