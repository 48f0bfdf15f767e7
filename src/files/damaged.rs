//! What is damaged is kept as `.bad`.

use super::read::open;
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
    let kept = open(path).and_then(|mut from| copy(&mut from));
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
