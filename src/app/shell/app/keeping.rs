//! What the program keeps for the next start, and where.

use super::App;
use crate::analysis::cache::CachePlace;
use crate::app::command::Source;
use crate::app::settings::ThemeChoice;
use crate::app::storage::{PlaceStore, RepairsStore};
use crate::ui::theme::Theme;
use std::path::Path;

impl App {
    /// Keeps what the reader has chosen for the next start.
    pub(super) fn keep_settings(&mut self) {
        let before = self.settings.clone();
        let (state, settings) = (&self.state, &mut self.settings);
        settings.text_scale = state.text_scale;
        settings.interface_scale = state.interface_scale;
        settings.sort = state.sort;
        settings.reading_family.clone_from(&state.reading_family);
        if state.theme_chosen {
            settings.theme = match state.theme {
                Theme::Light => ThemeChoice::Light,
                Theme::Dark => ThemeChoice::Dark,
            };
        }
        if state.language_chosen {
            settings.language = Some(state.language);
        }
        // Generation 0 is the empty corpus before the first is read.
        if state.generation > 0 {
            match &state.source {
                // It also stands in for a folder that is out of reach today.
                Source::Embedded if state.failure.is_none() => settings.last_corpus = None,
                Source::Embedded => {}
                Source::Folder(folder) => settings.remember(folder),
            }
        }
        if self.saves_settings && *settings != before {
            // A settings file that cannot be written costs the choice, not the work.
            let _ = settings.save();
        }
    }

    /// Waits until the last repairs of names are on disk; for the moment when
    /// the window closes.
    pub fn finish_saving(&mut self) {
        self.state.finish_saving();
    }

    /// Keeps repairs that no corpus folder takes in `folder`, not in that of
    /// the user. Holds from the next corpus that is opened.
    pub fn keep_names_in(&mut self, folder: &Path) {
        self.state.repairs.store = RepairsStore::at(Some(folder.to_path_buf()));
    }

    /// Keeps where the reader is in each corpus in `folder`, not in that of the
    /// user. Holds from the next corpus that is opened.
    pub fn keep_places_in(&mut self, folder: &Path) {
        self.state.place_store = PlaceStore::at(Some(folder.to_path_buf()));
    }

    /// Keeps indexes and names found in `folder`, as the window of a reader
    /// does in that of the user. Holds from the next corpus that is opened.
    pub fn keep_caches_in(&mut self, folder: &Path) {
        self.state.cache = CachePlace::at(folder);
    }

    /// Keeps size and place of the window for the next start.
    pub fn keep_window(&mut self, size: Option<[f32; 2]>, at: Option<[f32; 2]>, maximized: bool) {
        self.settings.window_maximized = maximized;
        if !maximized {
            self.settings.window_size = size.or(self.settings.window_size);
            self.settings.window_position = at.or(self.settings.window_position);
        }
        if self.saves_settings {
            let _ = self.settings.save();
        }
    }
}
