//! What does the program remember from one start to the next?
//!
//! One JSON file in the platform's folder for settings. It is read leniently:
//! each value stands on its own, and what cannot be understood is replaced by
//! its default and told as a [`SettingsWarning`], so that no file stops the
//! start. It is written whole or not at all. Only `store.rs` touches the file
//! system.
//!
//! Knows no state and no window.

mod parse;
mod store;

use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize, Serializer};

use crate::analysis::SortBy;
use crate::texts::Language;

pub use parse::{SettingsWarning, parse};

/// The version of the file's layout that this program writes.
const VERSION: u64 = 1;

/// How much the text may be scaled; 1 is the size as designed.
pub const TEXT_SCALE: RangeInclusive<f32> = 0.7..=2.5;
/// How much the whole interface may be scaled, besides what the system wants.
pub const INTERFACE_SCALE: RangeInclusive<f32> = 0.8..=2.5;
/// The width and height that a window may be given, in points.
const WINDOW_SIDE: RangeInclusive<f32> = 300.0..=16_384.0;
/// Where a window may be put, in points from the screens' origin.
const WINDOW_PLACE: RangeInclusive<f32> = -32_768.0..=32_768.0;
/// How many corpora are remembered.
const MAX_RECENT: usize = 10;

/// The colours of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeChoice {
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
    /// As the system has it.
    #[default]
    System,
}

/// The settings of one user.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Settings {
    /// The language of the interface; `None`: as the system has it.
    pub language: Option<Language>,
    /// The colours.
    pub theme: ThemeChoice,
    /// The size of the text of articles, in [`TEXT_SCALE`].
    pub text_scale: f32,
    /// The size of the whole interface, in [`INTERFACE_SCALE`].
    pub interface_scale: f32,
    /// The family of the face for reading; `None`: the bundled one.
    pub reading_family: Option<String>,
    /// The order of the list of articles.
    pub sort: SortBy,
    /// Width and height of the window, in points.
    pub window_size: Option<[f32; 2]>,
    /// The window's top left corner, in points from the screens' origin.
    pub window_position: Option<[f32; 2]>,
    /// Whether the window fills the screen.
    pub window_maximized: bool,
    /// The corpus to open at the start; `None`: the embedded one.
    #[serde(serialize_with = "unicode_path")]
    pub last_corpus: Option<PathBuf>,
    /// Folders of corpora, at most ten, the one opened last first.
    #[serde(serialize_with = "unicode_paths")]
    pub recent: Vec<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            theme: ThemeChoice::default(),
            text_scale: 1.0,
            interface_scale: 1.0,
            reading_family: None,
            sort: SortBy::default(),
            window_size: None,
            window_position: None,
            window_maximized: false,
            last_corpus: None,
            recent: Vec::new(),
        }
    }
}

impl Settings {
    /// Notes that the corpus in `folder` was opened.
    pub fn remember(&mut self, folder: &Path) {
        self.last_corpus = Some(folder.to_path_buf());
        self.recent.insert(0, folder.to_path_buf());
        self.keep_recent_short();
    }

    /// The content of the settings file, every value in its range. A path that is not valid Unicode is
    /// left out, as JSON cannot hold it.
    ///
    /// # Errors
    /// None that is known; serde may report one.
    pub fn to_json(&self) -> serde_json::Result<String> {
        #[derive(Serialize)]
        struct File<'a> {
            version: u64,
            #[serde(flatten)]
            settings: &'a Settings,
        }
        let mut settings = self.clone();
        settings.tidy();
        serde_json::to_string_pretty(&File {
            version: VERSION,
            settings: &settings,
        })
    }

    /// Brings every value into its range.
    fn tidy(&mut self) {
        self.text_scale = within(&TEXT_SCALE, self.text_scale).unwrap_or(1.0);
        self.interface_scale = within(&INTERFACE_SCALE, self.interface_scale).unwrap_or(1.0);
        let pair = |range, [x, y]: [f32; 2]| Some([within(range, x)?, within(range, y)?]);
        self.window_size = self.window_size.and_then(|size| pair(&WINDOW_SIDE, size));
        let position = self.window_position;
        self.window_position = position.and_then(|at| pair(&WINDOW_PLACE, at));
        self.keep_recent_short();
    }

    /// Keeps each folder once, where it stands first, and the first ten.
    fn keep_recent_short(&mut self) {
        let mut kept: Vec<PathBuf> = Vec::new();
        for folder in self.recent.drain(..) {
            if kept.len() < MAX_RECENT && !kept.contains(&folder) {
                kept.push(folder);
            }
        }
        self.recent = kept;
    }
}

/// The nearest number in `range`; `None` for what is no number.
fn within(range: &RangeInclusive<f32>, value: f32) -> Option<f32> {
    (!value.is_nan()).then(|| value.clamp(*range.start(), *range.end()))
}

#[expect(clippy::ref_option, reason = "serde calls it with a reference")]
fn unicode_path<S: Serializer>(path: &Option<PathBuf>, to: S) -> Result<S::Ok, S::Error> {
    path.as_deref().and_then(Path::to_str).serialize(to)
}

fn unicode_paths<S: Serializer>(paths: &[PathBuf], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(paths.iter().filter_map(|path| path.to_str()))
}
