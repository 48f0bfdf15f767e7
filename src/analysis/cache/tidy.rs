//! Keeps caches below their limits.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::container::{IDENTITY, read_section};
use super::folder::{self, CacheFile};
use super::place::COMPANION;
use super::{CacheLimits, CachePlace};
use crate::files::remove_leftovers;

/// Removes leftovers of stopped writers, caches of folders that are gone, and
/// the caches not used for longest until the rest is within the limits;
/// never the one at `kept`.
pub(super) fn tidy(place: &CachePlace, kept: &Path) -> io::Result<()> {
    let Some(caches) = &place.folder else {
        return Ok(());
    };
    remove_leftovers(caches)?;
    let mut others = Vec::new();
    let mut room = place.limits;
    for file in folder::list(caches)? {
        if file.path == kept {
            room = room.less(&file).unwrap_or(CacheLimits::NONE);
        } else if root_of(&file).is_some_and(|root| root.is_dir()) {
            others.push(file);
        } else {
            remove(&file.path)?;
        }
    }
    for file in surplus(others, room) {
        remove(&file.path)?;
    }
    Ok(())
}

/// Removes a cache and what is kept beside it.
fn remove(cache: &Path) -> io::Result<()> {
    match fs::remove_file(cache.with_extension(COMPANION)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => fs::remove_file(cache),
    }
}

/// The folder of which `file` is the cache; `None` if it is none that this
/// program can read.
fn root_of(file: &CacheFile) -> Option<PathBuf> {
    let opened = folder::open(&file.path).ok()?;
    folder::path_of(&read_section(&opened, IDENTITY).ok()?)
}

/// The files for which there is no room, when those used last come first.
fn surplus(mut files: Vec<CacheFile>, mut room: CacheLimits) -> Vec<CacheFile> {
    files.sort_by(|a, b| (b.used, &b.path).cmp(&(a.used, &a.path)));
    files.retain(|file| {
        let rest = room.less(file);
        room = rest.unwrap_or(CacheLimits::NONE);
        rest.is_none()
    });
    files
}

impl CacheLimits {
    const NONE: Self = Self {
        n_files: 0,
        n_bytes: 0,
    };

    /// The room that is left beside `file`; `None` if it does not fit.
    fn less(self, file: &CacheFile) -> Option<Self> {
        Some(Self {
            n_files: self.n_files.checked_sub(1)?,
            n_bytes: self.n_bytes.checked_sub(file.n_bytes)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use super::*;

    fn file(name: &str, n_bytes: u64, used: u64) -> CacheFile {
        CacheFile {
            path: name.into(),
            n_bytes,
            used: SystemTime::UNIX_EPOCH + Duration::from_secs(used),
        }
    }

    fn surplus_names(n_files: usize, n_bytes: u64) -> Vec<String> {
        let files = vec![file("old", 10, 1), file("new", 10, 3), file("mid", 10, 2)];
        let surplus = surplus(files, CacheLimits { n_files, n_bytes });
        let names = surplus.iter().map(|file| file.path.display().to_string());
        names.collect()
    }

    #[test]
    fn what_was_not_used_for_longest_goes_first() {
        assert!(surplus_names(3, 30).is_empty());
        assert_eq!(surplus_names(2, 30), ["old"]);
        assert_eq!(surplus_names(3, 15), ["mid", "old"]);
        assert_eq!(surplus_names(0, 30), ["new", "mid", "old"]);
    }
}
