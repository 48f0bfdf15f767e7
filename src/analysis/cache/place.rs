//! Where caches are kept.

use std::path::{Path, PathBuf};

use xxhash_rust::xxh3::xxh3_128;

/// The extension of the names of caches.
pub(super) const EXTENSION: &str = "corpus";
/// The extension of the names of files with what else is kept of a corpus:
/// they go when the cache goes.
pub(super) const COMPANION: &str = "names";

/// The folder of the caches, or none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CachePlace {
    pub(super) folder: Option<PathBuf>,
    pub(super) limits: CacheLimits,
}

/// How much room caches may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CacheLimits {
    /// Corpora with a cache.
    pub n_files: usize,
    /// Bytes of all caches together.
    pub n_bytes: u64,
}

impl Default for CacheLimits {
    /// 32 corpora and 8 GiB.
    fn default() -> Self {
        Self {
            n_files: 32,
            n_bytes: 8 << 30,
        }
    }
}

impl CachePlace {
    /// The folder at `path`, which need not exist.
    #[must_use]
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self {
            folder: Some(path.into()),
            ..Self::disabled()
        }
    }

    /// No place: nothing is read from a cache and nothing is kept.
    #[must_use]
    pub fn disabled() -> Self {
        Self {
            folder: None,
            limits: CacheLimits::default(),
        }
    }

    /// The same place with other limits.
    #[must_use]
    pub fn with_limits(self, limits: CacheLimits) -> Self {
        Self { limits, ..self }
    }

    /// The file of the cache of the corpus folder `root`, an absolute path
    /// without links; `None` if the place is disabled.
    #[must_use]
    pub fn file_of(&self, root: &Path) -> Option<PathBuf> {
        let name = xxh3_128(root.as_os_str().as_encoded_bytes());
        let folder = self.folder.as_ref()?;
        Some(folder.join(format!("{name:032x}.{EXTENSION}")))
    }

    /// The file for what another layer keeps of the corpus folder `root`. It
    /// is removed together with the cache.
    #[must_use]
    pub fn companion_of(&self, root: &Path) -> Option<PathBuf> {
        Some(self.file_of(root)?.with_extension(COMPANION))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_have_caches_of_their_own() {
        let place = CachePlace::at("/c");
        let a = place.file_of(Path::new("/a")).expect("a file");
        assert_ne!(Some(a), place.file_of(Path::new("/b")));
        assert_eq!(CachePlace::disabled().file_of(Path::new("/a")), None);
    }
}
