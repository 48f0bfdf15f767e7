//! Asks for a path in the window, and takes the answer.

use crate::app::command::{Ask, Source};
use crate::app::state::AppState;
use crate::app::state::typed_path::TypedPath;
use crate::app::storage::{PathKind, PathLook, home_folder, usual_folder};
use crate::jobs::Derived;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

impl AppState {
    /// Asks for a path in a field of the window.
    pub(super) fn ask_for_path(&mut self, ask: Ask, no_dialog: bool) {
        let start = match &ask {
            Ask::Folder(start) => {
                let start = start.clone().unwrap_or_else(home_folder);
                format!("{}{MAIN_SEPARATOR}", start.display())
            }
            Ask::Save(name) => usual_folder().join(name).display().to_string(),
        };
        self.palette_open = false;
        self.typed_path = Some(TypedPath {
            ask,
            text: start.clone(),
            start,
            no_dialog,
            looked: Derived::default(),
        });
    }

    /// Where the dialog for a folder begins: beside the folder that is open.
    pub(in crate::app) fn folder_to_start_in(&self) -> Option<PathBuf> {
        match &self.source {
            Source::Folder(path) => path.parent().map(Path::to_path_buf),
            Source::Embedded => None,
        }
    }

    pub(super) fn write_path(&mut self, text: String) {
        if let Some(typed) = &mut self.typed_path {
            typed.text = text;
        }
    }

    /// Opens the folder that is written, or saves there; does nothing where
    /// that cannot be.
    pub(super) fn take_path(&mut self) {
        let Some(typed) = &self.typed_path else {
            return;
        };
        let Some(look) = typed.looked.of(&typed.text).map(|look| (**look).clone()) else {
            return;
        };
        match (&typed.ask, look.kind) {
            (Ask::Folder(_), PathKind::Folder) => self.open(Source::Folder(look.path), false),
            (Ask::Save(_), PathKind::File | PathKind::Nothing) => self.save_to(look.path),
            _ => return,
        }
        self.typed_path = None;
    }

    pub(super) fn refresh_typed_path(&mut self) -> bool {
        let Some(typed) = &mut self.typed_path else {
            return false;
        };
        let offers_files = matches!(typed.ask, Ask::Save(_));
        let (text, looked) = (&typed.text, &mut typed.looked);
        looked.want(&self.executor, "look-at-path", text.clone(), || {
            let text = text.clone();
            move |_: &_, _: &_| Ok(PathLook::at(&text, offers_files))
        });
        looked.poll()
    }
}
