//! Keeps what the reader has ticked, removed and noted, for each folder.

use crate::analysis::concordance::Marks;
use etcetera::BaseStrategy as _;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, BufReader, Write as _};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;
use xxhash_rust::xxh3::xxh3_128;

/// The environment variable that names a folder other than the platform's.
const FOLDER_VARIABLE: &str = "WARRAQ_DATA_DIR";

/// Where marks are kept; nowhere for tests and pictures.
#[derive(Debug, Clone, Default)]
pub(super) struct MarksStore {
    folder: Option<PathBuf>,
}

/// A file of marks.
#[derive(Serialize, Deserialize)]
struct Kept {
    /// The corpus folder, for people who look into the file.
    corpus: PathBuf,
    marks: Marks,
}

impl MarksStore {
    /// The folder of the user.
    pub(super) fn of_user() -> Self {
        let named = std::env::var_os(FOLDER_VARIABLE).filter(|name| !name.is_empty());
        let folder = named.map(PathBuf::from).or_else(|| {
            let platform = etcetera::base_strategy::choose_native_strategy().ok()?;
            Some(platform.data_dir().join("warraq"))
        });
        Self { folder }
    }

    /// The marks of the corpus folder `root`; none where there are none, or
    /// where they cannot be read.
    pub(super) fn load(&self, root: Option<&Path>) -> Marks {
        let file = self.file_of(root).and_then(|path| File::open(path).ok());
        let kept = file.and_then(|file| serde_json::from_reader(BufReader::new(file)).ok());
        kept.map_or_else(Marks::default, |kept: Kept| kept.marks)
    }

    /// Keeps the marks of the corpus folder `root`, whole or not at all.
    ///
    /// # Errors
    /// When the system refuses.
    pub(super) fn save(&self, root: Option<&Path>, marks: &Marks) -> io::Result<()> {
        let (Some(path), Some(root)) = (self.file_of(root), root) else {
            return Ok(());
        };
        let folder = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let mut file = NamedTempFile::new_in(folder)?;
        let kept = Kept {
            corpus: root.to_path_buf(),
            marks: marks.clone(),
        };
        file.write_all(&serde_json::to_vec_pretty(&kept)?)?;
        file.persist(path)?;
        Ok(())
    }

    fn file_of(&self, root: Option<&Path>) -> Option<PathBuf> {
        let name = xxh3_128(root?.as_os_str().as_encoded_bytes());
        let folder = self.folder.as_ref()?.join("marks");
        Some(folder.join(format!("{name:032x}.json")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::concordance::HitKey;

    #[test]
    fn marks_come_back_for_their_folder_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = MarksStore {
            folder: Some(folder.path().to_path_buf()),
        };
        let (here, there) = (Path::new("/corpus/a"), Path::new("/corpus/b"));
        let mut marks = Marks::default();
        let key = HitKey {
            file: "1.txt".into(),
            start: 7,
        };
        marks.change(key, |mark| mark.note = "انظر المصدر".to_owned());
        store.save(Some(here), &marks).expect("saved");
        assert_eq!(store.load(Some(here)), marks);
        assert!(store.load(Some(there)).is_empty());
        assert!(
            store.load(None).is_empty(),
            "the built-in corpus has no folder"
        );
        let file = store.file_of(Some(here)).expect("a file");
        fs::write(file, "{").expect("written");
        assert!(store.load(Some(here)).is_empty(), "a broken file");
    }

    #[test]
    fn nothing_is_kept_nowhere() {
        let marks = Marks::default();
        let root = Some(Path::new("/corpus"));
        assert!(MarksStore::default().save(root, &marks).is_ok());
        assert!(MarksStore::default().load(root).is_empty());
    }
}
