//! What is damaged is kept as `.bad`.

use super::replace::{Owner, SaveError, put, replace};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// What is added to the name of a file that is kept for its owner to look at.
const SUFFIX: &str = ".bad";
/// So many damaged files of one name are kept.
const MOST: u32 = 99;

/// Keeps the damaged file of the program at `path` beside itself, for its
/// owner to look at, and puts `instead` in its place: what of it can still be
/// used. Gives the file that it is kept as: `.bad` after its name, or `.bad2`
/// and so on where there is one already.
///
/// # Errors
/// [`SaveError`] with that file; the damaged one is then where it was.
pub fn keep_damaged(path: &Path, instead: &[u8]) -> Result<PathBuf, SaveError> {
    let numbered = (2..MOST).map(|n| with_suffix(path, &format!("{SUFFIX}{n}")));
    let aside = std::iter::once(with_suffix(path, SUFFIX))
        .chain(numbered)
        .find(|aside| fs::symlink_metadata(aside).is_err())
        .unwrap_or_else(|| with_suffix(path, &format!("{SUFFIX}{MOST}")));
    let copy = |from: &mut File| {
        let copied = replace(&aside, Owner::Program, |out| io::copy(from, out).map(Ok));
        copied.map(|_| ()).map_err(|error| error.source)
    };
    let kept = File::open(path).and_then(|mut from| copy(&mut from));
    // What cannot be read can still be moved.
    kept.or_else(|_| fs::rename(path, &aside))
        .map_err(SaveError::of(&aside))?;
    // If this is refused, so is the next save, and that is told.
    let _ = put(path, Owner::Program, instead);
    Ok(aside)
}

/// `path` with `suffix` after its file name.
fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_damaged_file_is_kept_under_a_name_of_its_own() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.json");
        for (damage, name) in [
            ("{", "a.json.bad"),
            ("[", "a.json.bad2"),
            ("", "a.json.bad3"),
        ] {
            fs::write(&path, damage).expect("written");
            let kept = keep_damaged(&path, b"{}").expect("kept");
            assert_eq!(kept, folder.path().join(name));
            assert_eq!(fs::read_to_string(&kept).expect("there"), damage);
            assert_eq!(fs::read_to_string(&path).expect("there"), "{}");
        }
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 4);
    }

    #[test]
    fn what_cannot_be_kept_stays_where_it_is() {
        let folder = tempfile::tempdir().expect("a folder");
        // As long as a name can be: there is no room for what is added.
        let path = folder.path().join("n".repeat(255));
        fs::write(&path, "{").expect("written");
        assert!(keep_damaged(&path, b"{}").is_err());
        assert_eq!(fs::read_to_string(&path).expect("there"), "{");
    }
}
