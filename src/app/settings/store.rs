//! Where settings are kept, and how they get there and back.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;
use tempfile::NamedTempFile;

use super::{Settings, SettingsWarning, parse};
use crate::base::messages;

/// The environment variable that names a folder for settings other than the
/// platform's.
const FOLDER_VARIABLE: &str = "WARRAQ_CONFIG_DIR";
/// The program's folder inside the platform's folder for settings.
const FOLDER_NAME: &str = "warraq";
const FILE_NAME: &str = "settings.json";
/// What is added to the name of a file that is kept for its owner to look at.
const KEPT_SUFFIX: &str = ".bad";
/// More bytes than settings can have, so that a wrong file does not stop the
/// start.
const MAX_BYTES: u64 = 1 << 20;

messages! {
    /// Why settings were not saved.
    #[derive(Debug)]
    pub enum SettingsError {
        /// The system names no folder for settings.
        NoFolder => Error "settings-no-folder",
        /// The file cannot be written.
        Write {
            /// The path of the settings file.
            path: PathBuf,
            /// What the system says.
            source: io::Error,
        } => Error "settings-not-written",
    }
}

impl Settings {
    /// The path of the settings file, which need not exist; `None` if the
    /// system names no folder for settings.
    #[must_use]
    pub fn path() -> Option<PathBuf> {
        let platform = etcetera::base_strategy::choose_native_strategy().ok();
        let folder = folder(
            std::env::var_os(FOLDER_VARIABLE),
            platform.map(|strategy| strategy.config_dir()),
        )?;
        Some(folder.join(FILE_NAME))
    }

    /// Reads the user's settings; see [`load_from`](Self::load_from).
    #[must_use]
    pub fn load() -> (Self, Vec<SettingsWarning>) {
        match Self::path() {
            Some(path) => Self::load_from(&path),
            None => (Self::default(), vec![SettingsWarning::NoFolder]),
        }
    }

    /// Reads the settings in the file at `path`. Without a file they are the
    /// defaults. A file with which anything is wrong is kept beside itself,
    /// with `.bad` after its name, before settings are written over it.
    #[must_use]
    pub fn load_from(path: &Path) -> (Self, Vec<SettingsWarning>) {
        match fs::metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return (Self::default(), Vec::new());
            }
            // A folder is left alone; a pipe would never end.
            Ok(metadata) if !metadata.is_file() => {
                let path = path.to_path_buf();
                return (Self::default(), vec![SettingsWarning::NotAFile { path }]);
            }
            Ok(_) | Err(_) => {}
        }
        let aside = with_suffix(path, KEPT_SUFFIX);
        let (settings, mut warnings, kept) = match read(path) {
            Ok(content) => {
                let (settings, warnings) = parse(&content);
                if warnings.is_empty() {
                    return (settings, warnings);
                }
                (settings, warnings, fs::write(&aside, content))
            }
            Err(error) => {
                let path_buf = path.to_path_buf();
                let reason = error.to_string();
                let warning = SettingsWarning::Unreadable {
                    path: path_buf,
                    reason,
                };
                let kept = fs::rename(path, &aside);
                (Self::default(), vec![warning], kept)
            }
        };
        warnings.push(match kept {
            Ok(()) => SettingsWarning::KeptAs { path: aside },
            Err(error) => SettingsWarning::NotKept {
                path: aside,
                reason: error.to_string(),
            },
        });
        (settings, warnings)
    }

    /// Writes the user's settings; see [`save_to`](Self::save_to).
    ///
    /// # Errors
    /// Those of [`save_to`](Self::save_to), and [`SettingsError::NoFolder`].
    pub fn save(&self) -> Result<(), SettingsError> {
        self.save_to(&Self::path().ok_or(SettingsError::NoFolder)?)
    }

    /// Writes the settings to the file at `path`, whole or not at all. Folders
    /// that are missing are made; a link is followed.
    ///
    /// # Errors
    /// [`SettingsError::Write`] when the system refuses.
    pub fn save_to(&self, path: &Path) -> Result<(), SettingsError> {
        self.replace(path).map_err(|source| SettingsError::Write {
            path: path.to_path_buf(),
            source,
        })
    }

    fn replace(&self, path: &Path) -> io::Result<()> {
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        let folder = target.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let mut file = NamedTempFile::new_in(folder)?;
        file.write_all(self.to_json()?.as_bytes())?;
        file.write_all(b"\n")?;
        file.as_file().sync_all()?;
        file.persist(&target)?;
        Ok(())
    }
}

/// The folder of the settings: the one `named` by the environment unless its
/// name is empty, else the program's own in the `platform`'s.
fn folder(named: Option<OsString>, platform: Option<PathBuf>) -> Option<PathBuf> {
    named
        .filter(|name| !name.is_empty())
        .map(PathBuf::from)
        .or_else(|| Some(platform?.join(FOLDER_NAME)))
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut content = Vec::new();
    let mut file = File::open(path)?.take(MAX_BYTES + 1);
    if file.read_to_end(&mut content)? as u64 > MAX_BYTES {
        return Err(io::Error::other("it is larger than settings can be"));
    }
    Ok(content)
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
    fn the_environment_names_the_folder_before_the_platform() {
        let platform = || Some(PathBuf::from("/home/a/.config"));
        assert_eq!(folder(Some("x".into()), platform()), Some("x".into()));
        assert_eq!(
            folder(Some(OsString::new()), platform()),
            Some("/home/a/.config/warraq".into())
        );
        assert_eq!(
            folder(None, platform()),
            Some("/home/a/.config/warraq".into())
        );
        assert_eq!(folder(None, None), None);
    }
}
