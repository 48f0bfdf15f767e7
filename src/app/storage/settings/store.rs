//! Where settings are kept, and how they get there and back.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::{Settings, SettingsWarning, parse};
use crate::app::storage::DataFolders;
use crate::files::{Owner, SaveError, keep_damaged, put};

const FILE_NAME: &str = "settings.json";
/// More bytes than settings can have, so that a wrong file does not stop the
/// start.
const MAX_BYTES: u64 = 1 << 20;

impl Settings {
    /// The path of the settings file, which need not exist; `None` if the
    /// system names no folder for settings.
    #[must_use]
    pub fn path() -> Option<PathBuf> {
        Some(DataFolders::of_user().settings?.join(FILE_NAME))
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
    /// with `.bad` after its name, and what could be read of it is written.
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
        let (settings, mut warnings) = match read(path) {
            Ok(content) => parse(&content),
            Err(error) => {
                let (path, reason) = (path.to_path_buf(), error.to_string());
                let warning = SettingsWarning::Unreadable { path, reason };
                (Self::default(), vec![warning])
            }
        };
        if !warnings.is_empty() {
            let instead = settings.file().unwrap_or_default();
            warnings.push(match keep_damaged(path, instead.as_bytes()) {
                Ok(path) => SettingsWarning::KeptAs { path },
                Err(error) => SettingsWarning::NotKept {
                    path: error.path,
                    reason: error.source.to_string(),
                },
            });
        }
        (settings, warnings)
    }

    /// Writes the user's settings, if there is a place for them; see
    /// [`save_to`](Self::save_to).
    ///
    /// # Errors
    /// Those of [`save_to`](Self::save_to).
    pub fn save(&self) -> Result<(), SaveError> {
        Self::path().map_or(Ok(()), |path| self.save_to(&path))
    }

    /// Writes the settings to the file at `path`, whole or not at all. Folders
    /// that are missing are made; a link is followed.
    ///
    /// # Errors
    /// [`SaveError`] when the system refuses.
    pub fn save_to(&self, path: &Path) -> Result<(), SaveError> {
        let file = self.file().map_err(|error| SaveError {
            path: path.to_path_buf(),
            source: error.into(),
        })?;
        put(path, Owner::Program, file.as_bytes())
    }

    /// The content of the file, with the end of its last line.
    fn file(&self) -> serde_json::Result<String> {
        Ok(self.to_json()? + "\n")
    }
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut content = Vec::new();
    let mut file = File::open(path)?.take(MAX_BYTES + 1);
    if file.read_to_end(&mut content)? as u64 > MAX_BYTES {
        return Err(io::Error::other("it is larger than settings can be"));
    }
    Ok(content)
}
