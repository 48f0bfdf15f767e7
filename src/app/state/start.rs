//! The state of a window that has just been opened.

use super::AppState;
use crate::app::command::Source;
use crate::app::repairs::Repairs;
use crate::app::settings::Settings;
use crate::app::storage::DataFolders;
use crate::jobs::Executor;
use crate::texts::Language;
use crate::ui::theme::Theme;

/// How the window looks at first.
#[derive(Debug, Clone, Copy)]
pub(in crate::app) struct Look {
    pub(in crate::app) theme: Theme,
    pub(in crate::app) language: Language,
}

impl AppState {
    /// The state before anything is read. With `keeps`, caches and marks are
    /// kept for the next start.
    pub(in crate::app) fn new(
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
            place_store: places.places,
            panic_report: places.panics.take(),
            repairs: Repairs {
                store: places.repairs,
                ..Repairs::default()
            },
            entities_of_corpus: true,
            takes_drops: true,
            sort: settings.sort,
            theme: look.theme,
            language: look.language,
            text_scale: settings.text_scale,
            interface_scale: settings.interface_scale,
            reading_family: settings.reading_family.clone(),
            ..Self::default()
        }
    }
}
