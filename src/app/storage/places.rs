//! The folders in which the program keeps things.

use super::{MarksStore, PanicReports, PlaceStore, RepairsStore};
use crate::analysis::cache::CachePlace;
use etcetera::BaseStrategy;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

/// The program's folder inside those of the platform.
const FOLDER_NAME: &str = "warraq";

/// Where the program keeps things: a folder for settings, one for indexed
/// corpora, one for what the reader has done; nowhere for tests and pictures.
#[derive(Debug, Clone)]
pub(in crate::app) struct DataFolders {
    /// For settings.
    pub(super) settings: Option<PathBuf>,
    /// For indexed corpora and mentions.
    pub(in crate::app) cache: CachePlace,
    /// For ticks and notes.
    pub(in crate::app) marks: MarksStore,
    /// For where the reader was.
    pub(in crate::app) places: PlaceStore,
    /// For repairs of names that no corpus folder takes.
    pub(in crate::app) repairs: RepairsStore,
    /// For reports of panics.
    pub(in crate::app) panics: PanicReports,
}

impl DataFolders {
    /// The user's: what `WARRAQ_CONFIG_DIR`, `WARRAQ_CACHE_DIR` and
    /// `WARRAQ_DATA_DIR` say, else the platform's; none where it names none.
    pub(in crate::app) fn of_user() -> Self {
        let platform = etcetera::base_strategy::choose_native_strategy().ok();
        let platform = platform.as_ref();
        let of = |variable, platform| folder(std::env::var_os(variable), platform);
        let cache = of("WARRAQ_CACHE_DIR", platform.map(BaseStrategy::cache_dir));
        let data = of("WARRAQ_DATA_DIR", platform.map(BaseStrategy::data_dir));
        Self {
            settings: of("WARRAQ_CONFIG_DIR", platform.map(BaseStrategy::config_dir)),
            cache: cache.map_or_else(CachePlace::disabled, CachePlace::at),
            marks: MarksStore::at(data.clone()),
            places: PlaceStore::at(data.clone()),
            repairs: RepairsStore::at(data.clone()),
            panics: PanicReports::at(data),
        }
    }

    /// Nowhere but in the corpus folder itself.
    pub(in crate::app) fn disabled() -> Self {
        Self {
            settings: None,
            cache: CachePlace::disabled(),
            marks: MarksStore::default(),
            places: PlaceStore::default(),
            repairs: RepairsStore::default(),
            panics: PanicReports::default(),
        }
    }
}

/// The folder that is `named` by the environment unless its name is empty,
/// else the program's own in that of the `platform`.
fn folder(named: Option<OsString>, platform: Option<PathBuf>) -> Option<PathBuf> {
    let named = named.filter(|name| !name.is_empty()).map(PathBuf::from);
    named.or_else(|| Some(platform?.join(FOLDER_NAME)))
}

/// The reader's own folder; the empty path where the system names none.
pub(in crate::app) fn home_folder() -> PathBuf {
    etcetera::home_dir().unwrap_or_default()
}

/// Where files are saved on a system without a dialog: the reader's folder for
/// downloads, or the home folder.
pub(in crate::app) fn usual_folder() -> PathBuf {
    let home = home_folder();
    let downloads = home.join("Downloads");
    if downloads.is_dir() { downloads } else { home }
}

/// Whether the system may have a dialog for files: on Linux, a session bus to
/// ask a portal on, or the program that stands in for one. How long an answer
/// takes does not tell: without a bus, a busy system needs seconds to say so.
pub(in crate::app) fn may_have_dialogs() -> bool {
    let set = |name| std::env::var_os(name).filter(|value| !value.is_empty());
    let runtime_bus = || set("XDG_RUNTIME_DIR").map(|folder| PathBuf::from(folder).join("bus"));
    let zenity = || set("PATH").is_some_and(|path| is_in("zenity", &path));
    !cfg!(target_os = "linux")
        || set("DBUS_SESSION_BUS_ADDRESS").is_some()
        || runtime_bus().is_some_and(|bus| bus.exists())
        || zenity()
}

/// Whether one of the folders of `path` holds the program `name`.
fn is_in(name: &str, path: &OsStr) -> bool {
    std::env::split_paths(path).any(|folder| folder.join(name).is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_names_a_folder_before_the_platform() {
        let platform = || Some(PathBuf::from("/home/a/.config"));
        assert_eq!(folder(Some("x".into()), platform()), Some("x".into()));
        let own = Some("/home/a/.config/warraq".into());
        assert_eq!(folder(Some(OsString::new()), platform()), own);
        assert_eq!(folder(None, platform()), own);
        assert_eq!(folder(None, None), None);
    }

    #[test]
    fn a_program_is_looked_for_in_every_folder_of_the_path() {
        let folder = tempfile::tempdir().unwrap();
        let path = std::env::join_paths(["/nowhere".as_ref(), folder.path()]).unwrap();
        assert!(!is_in("zenity", &path));
        std::fs::write(folder.path().join("zenity"), "").unwrap();
        assert!(is_in("zenity", &path));
    }
}
