//! The state of a window that has just been opened.

use super::Source;
use super::repairs::Repairs;
use super::settings::Settings;
use super::state::AppState;
use super::storage::DataFolders;
use crate::jobs::Executor;
use crate::texts::Language;
use crate::ui::theme::Theme;

/// How the window looks at first.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub(super) theme: Theme,
    pub(super) language: Language,
}

impl AppState {
    /// The state before anything is read. With `keeps`, caches and marks are
    /// kept for the next start.
    pub(super) fn new(
        executor: Executor,
        settings: &Settings,
        source: Source,
        look: Look,
        keeps: bool,
    ) -> Self {
        let places = if keeps {
            DataFolders::of_user()
        } else {
            DataFolders::disabled()
        };
        Self {
            executor,
            source,
            cache: places.cache,
            marks_store: places.marks,
            repairs: Repairs {
                store: places.repairs,
                ..Repairs::default()
            },
            entities_of_corpus: true,
            sort: settings.sort,
            theme: look.theme,
            language: look.language,
            text_scale: settings.text_scale,
            reading_family: settings.reading_family.clone(),
            ..Self::default()
        }
    }
}
