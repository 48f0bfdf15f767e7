//! From the bytes of a settings file to settings, whatever the bytes are.

use std::path::PathBuf;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{Settings, VERSION};
use crate::base::messages;

messages! {
    /// What was wrong with the settings file, and what became of it. `reason`
    /// is what the system or the parser says.
    #[derive(Debug, Clone, PartialEq, Eq)]
    #[expect(missing_docs, reason = "the text of each code says what it is")]
    pub enum SettingsWarning {
        NoFolder => Warning "settings-no-folder",
        NotAFile { path: PathBuf } => Warning "settings-not-a-file",
        Unreadable { path: PathBuf, reason: String } => Warning "settings-unreadable",
        NotSettings { reason: String } => Warning "settings-no-json",
        Newer { version: u64 } => Warning "settings-newer",
        Damaged { name: String, reason: String } => Warning "setting-damaged",
        Unknown { name: String } => Warning "setting-unknown",
        KeptAs { path: PathBuf } => Note "settings-kept-as",
        NotKept { path: PathBuf, reason: String } => Warning "settings-not-kept",
    }
}

/// Reads the content of a settings file. Every value that is there and can be
/// understood is used, clamped to its range; each of the others has its
/// default and its warning.
#[must_use]
pub fn parse(content: &[u8]) -> (Settings, Vec<SettingsWarning>) {
    // Some editors put a byte order mark in front.
    let json = content.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(content);
    let values: Map<String, Value> = match serde_json::from_slice(json) {
        Ok(values) => values,
        Err(error) => {
            let reason = error.to_string();
            let warning = SettingsWarning::NotSettings { reason };
            return (Settings::default(), vec![warning]);
        }
    };
    let mut fields = Fields {
        values,
        warnings: Vec::new(),
    };
    let default = Settings::default();
    let version = fields.take("version", VERSION);
    if version > VERSION {
        fields.warnings.push(SettingsWarning::Newer { version });
    }
    let mut settings = Settings {
        language: fields.take("language", default.language),
        theme: fields.take("theme", default.theme),
        text_scale: fields.take("text_scale", default.text_scale),
        interface_scale: fields.take("interface_scale", default.interface_scale),
        reading_family: fields.take("reading_family", default.reading_family),
        sort: fields.take("sort", default.sort),
        window_size: fields.take("window_size", default.window_size),
        window_position: fields.take("window_position", default.window_position),
        window_maximized: fields.take("window_maximized", default.window_maximized),
        last_corpus: fields.take("last_corpus", default.last_corpus),
        recent: fields.take_each("recent"),
    };
    settings.tidy();
    (settings, fields.finish())
}

/// The values of the file that are not used yet, and what was wrong so far.
struct Fields {
    values: Map<String, Value>,
    warnings: Vec<SettingsWarning>,
}

impl Fields {
    /// The value of `name`, or `default`.
    fn take<T: DeserializeOwned>(&mut self, name: &str, default: T) -> T {
        let Some(value) = self.values.remove(name) else {
            return default;
        };
        serde_json::from_value(value).unwrap_or_else(|error| {
            self.damaged(name, &error);
            default
        })
    }

    /// The items of the list `name` that can be understood.
    fn take_each<T: DeserializeOwned>(&mut self, name: &str) -> Vec<T> {
        let items: Vec<Value> = self.take(name, Vec::new());
        let mut understood = Vec::new();
        for item in items {
            match serde_json::from_value(item) {
                Ok(item) => understood.push(item),
                Err(error) => self.damaged(name, &error),
            }
        }
        understood
    }

    fn damaged(&mut self, name: &str, error: &serde_json::Error) {
        self.warnings.push(SettingsWarning::Damaged {
            name: name.to_owned(),
            reason: error.to_string(),
        });
    }

    /// The warnings, with one for every value that nobody asked for.
    fn finish(self) -> Vec<SettingsWarning> {
        let unknown = self.values.into_iter();
        let unknown = unknown.map(|(name, _)| SettingsWarning::Unknown { name });
        self.warnings.into_iter().chain(unknown).collect()
    }
}
