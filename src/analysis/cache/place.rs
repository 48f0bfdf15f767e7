//! Where caches are kept.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;
use xxhash_rust::xxh3::xxh3_128;

/// The environment variable that names a folder for caches other than the
/// platform's.
const FOLDER_VARIABLE: &str = "WARRAQ_CACHE_DIR";
/// The program's folder inside the platform's folder for caches.
const FOLDER_NAME: &str = "warraq";
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
    /// The user's place for caches: what `WARRAQ_CACHE_DIR` says, else the
    /// platform's; disabled if the system names none.
    #[must_use]
    pub fn of_user() -> Self {
        let platform = etcetera::base_strategy::choose_native_strategy().ok();
        Self {
            folder: folder(
                std::env::var_os(FOLDER_VARIABLE),
                platform.map(|strategy| strategy.cache_dir()),
            ),
            limits: CacheLimits::default(),
        }
    }

    /// The folder at `path`, which need not exist.
    #[must_use]
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self {
            folder: Some(path.into()),
            limits: CacheLimits::default(),
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
}

impl CachePlace {
    /// The file for what another layer keeps of the corpus folder `root`. It
    /// is removed together with the cache.
    #[must_use]
    pub fn companion_of(&self, root: &Path) -> Option<PathBuf> {
        Some(self.file_of(root)?.with_extension(COMPANION))
    }
}

/// The folder for caches, from what the environment and the platform name.
fn folder(variable: Option<OsString>, platform: Option<PathBuf>) -> Option<PathBuf> {
    variable
        .filter(|path| !path.is_empty())
        .map(PathBuf::from)
        .or_else(|| platform.map(|folder| folder.join(FOLDER_NAME)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_variable_goes_before_the_platform() {
        let platform = || Some(PathBuf::from("/home/u/.cache"));
        let own = folder(Some("/x".into()), platform());
        assert_eq!(own, Some(PathBuf::from("/x")));
        let shared = folder(Some(OsString::new()), platform());
        assert_eq!(shared, Some(PathBuf::from("/home/u/.cache/warraq")));
        assert_eq!(folder(None, None), None);
    }

    #[test]
    fn folders_have_caches_of_their_own() {
        let place = CachePlace::at("/c");
        let a = place.file_of(Path::new("/a")).expect("a file");
        assert_ne!(Some(a), place.file_of(Path::new("/b")));
        assert_eq!(CachePlace::disabled().file_of(Path::new("/a")), None);
    }
}
