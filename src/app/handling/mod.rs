//! What becomes of a command?
//!
//! The only writer of the state. It carries commands out, and brings what is
//! computed up to date with them.
//!
//! Must not know panels: of the views, only what they save.

mod concordance;
mod copying;
mod names;
mod names_saving;
mod opening;
mod place;
mod quotation;
mod reading;
mod renewing;
mod repairing;
mod saving;
mod saving_names;
mod searching;
mod statistics;
mod stepping;
mod typing_path;

use crate::app::command::{Ask, Command, Source, UiCommand, View};
use crate::app::settings::INTERFACE_SCALE;
use crate::app::state::AppState;
use crate::app::storage::note_step;
use crate::texts::Language;
use std::path::Path;
use std::time::Duration;

/// Smallest and largest size of article text, as a multiple of the usual one.
const TEXT_SCALES: (f32, f32) = (0.7, 2.5);
/// One press of Ctrl + or Ctrl −.
const TEXT_STEP: f32 = 0.1;

/// The longest time that closing the window waits for something to be saved.
const LONGEST_SAVE: Duration = Duration::from_secs(5);

impl AppState {
    /// Carries out one command, with everything that follows from it.
    pub(in crate::app) fn handle(&mut self, command: Command) {
        note_step(command.name());
        self.carry_out(command);
        self.refresh();
    }

    fn carry_out(&mut self, command: Command) {
        match command {
            Command::Ui(command) => self.handle_ui(command),
            Command::Open(source) => self.open(source, false),
            Command::CancelOpen => {
                self.loading = None;
                self.open_something();
            }
            Command::NoDialog(ask) => self.ask_for_path(ask, true),
            Command::WritePath(text) => self.write_path(text),
            Command::TakePath => self.take_path(),
            Command::ClosePath => self.typed_path = None,
            Command::DismissFailure => self.failure = None,
            Command::DismissPanicReport => self.panic_report = None,
            Command::CopyPanicPath => {
                let path = self.panic_report.as_deref().map(Path::to_string_lossy);
                self.requests.copy_text = path.map(Into::into);
            }
            Command::TryAgain => self.try_again(),
            Command::SelectArticle(id) => self.select_article(id),
            Command::MoveBy(steps) => self.move_by(steps),
            Command::TogglePeriod(period) => self.filter.toggle(period),
            Command::SetQuery(text) => self.set_query(text),
            Command::SearchFor(text) => {
                self.requests.search_text = Some(text.clone());
                self.set_query(text);
            }
            Command::SetLevel(level) => self.search.matching.level = level,
            Command::ToggleFold(fold) => self.search.matching.folds.toggle(fold),
            Command::ToggleForm(form) => {
                if !self.search.matching.unticked.remove(&form) {
                    self.search.matching.unticked.insert(form);
                }
            }
            Command::Line(command) => self.handle_line(command),
            Command::Statistics(command) => self.handle_statistics(command),
            Command::Names(command) => self.handle_names(command),
            Command::Save(what) => self.ask_where(what),
            Command::SaveTo(path) => self.save_to(path),
            Command::CopyProblems => self.copy_problems(),
            Command::CopyWithSource(span) => self.copy_with_source(span),
            Command::NoteAt(start, note) => self.note_at(start, note),
            Command::DismissSaved => self.dismiss_saved(),
            Command::Sort(sort) => self.sort = sort,
            Command::ToggleClass(class) => self.shown.toggle(class),
            Command::LookAt(entity) => self.look_at(entity),
            Command::LookAtMention(index) => self.look_at_mention(index),
            Command::HoverOver(entity) => self.hovered = entity,
            Command::Repair(command) => self.handle_repair(command),
            Command::EntitiesOfCorpus(of_corpus) => self.entities_of_corpus = of_corpus,
            Command::ReadAt(place) => self.place = Some(place),
            Command::SetReadingFamily(family) => {
                self.reading_family = family;
                self.requests.change_family = true;
            }
            Command::SetEncoding(encoding) => self.set_encoding(encoding),
            Command::GoToFile(file) => {
                if let Some(id) = self.article_of_file(&file) {
                    self.select_article(id);
                }
            }
        }
    }

    fn handle_ui(&mut self, command: UiCommand) {
        match command {
            UiCommand::OpenFolder => self.requests.pick_folder = true,
            UiCommand::OpenPath => {
                self.ask_for_path(Ask::Folder(self.folder_to_start_in()), false);
            }
            UiCommand::OpenEmbedded => self.open(Source::Embedded, false),
            UiCommand::Reload => self.reload(),
            UiCommand::FocusSearch => {
                self.only_text = false;
                self.requests.focus_search = true;
            }
            UiCommand::ClearSearch => {
                self.requests.search_text = Some(String::new());
                self.set_query(String::new());
            }
            UiCommand::ClearPeriods => self.filter.clear(),
            UiCommand::GoBack => self.step_read(true),
            UiCommand::GoForward => self.step_read(false),
            UiCommand::NextArticle => self.move_by(1),
            UiCommand::PreviousArticle => self.move_by(-1),
            UiCommand::NextHit => self.step_hit(true),
            UiCommand::PreviousHit => self.step_hit(false),
            UiCommand::NextMention => self.step_mention(true),
            UiCommand::PreviousMention => self.step_mention(false),
            UiCommand::Repair => self.requests.repair = true,
            UiCommand::UndoRepair => self.undo_repair(),
            UiCommand::RedoRepair => self.redo_repair(),
            UiCommand::ContextMenu => self.requests.context_menu = true,
            UiCommand::Caret => self.requests.caret = true,
            UiCommand::Copy => self.requests.copy = true,
            UiCommand::CopyWithSource => self.requests.copy_with_source = true,
            UiCommand::SelectAll => self.requests.select_all = true,
            UiCommand::ToggleTheme => {
                self.theme = self.theme.toggled();
                self.theme_chosen = true;
            }
            UiCommand::ToggleLanguage => {
                self.language = match self.language {
                    Language::Arabic => Language::English,
                    Language::English => Language::Arabic,
                };
                self.language_chosen = true;
            }
            UiCommand::LargerText => self.scale_text(TEXT_STEP),
            UiCommand::SmallerText => self.scale_text(-TEXT_STEP),
            UiCommand::ResetText => self.text_scale = 1.0,
            UiCommand::LargerInterface => self.scale_interface(TEXT_STEP),
            UiCommand::SmallerInterface => self.scale_interface(-TEXT_STEP),
            UiCommand::ResetInterface => self.interface_scale = 1.0,
            UiCommand::OnlyText => self.only_text = !self.only_text,
            UiCommand::ShowReading => self.show(View::Reading),
            UiCommand::ShowConcordance => self.show(View::Concordance),
            UiCommand::ShowStatistics => self.show(View::Statistics),
            UiCommand::ShowNames => self.show(View::Names),
            UiCommand::ShowProblems => {
                self.problems_open = self.only_text || !self.problems_open;
                self.only_text = false;
            }
            UiCommand::Palette => {
                self.palette_open = !self.palette_open;
                self.typed_path = None;
            }
            UiCommand::Quit => self.requests.quit = true,
        }
    }

    /// Changes the size of article text by `step` times the usual size.
    pub(in crate::app) fn scale_text(&mut self, step: f32) {
        let (least, most) = TEXT_SCALES;
        let tenths = ((self.text_scale + step) * 10.0).round();
        self.text_scale = (tenths / 10.0).clamp(least, most);
    }

    /// Changes the size of the whole interface by `step` times the usual size.
    fn scale_interface(&mut self, step: f32) {
        let tenths = ((self.interface_scale + step) * 10.0).round();
        let (least, most) = (*INTERFACE_SCALE.start(), *INTERFACE_SCALE.end());
        self.interface_scale = (tenths / 10.0).clamp(least, most);
    }

    /// Brings everything up to date with what the reader chose: takes what
    /// tasks have brought, and starts what is wanted of what is looked at.
    pub(in crate::app) fn refresh(&mut self) {
        // What comes first decides what the others are computed of.
        let steps = [
            Self::refresh_opened,
            Self::refresh_order,
            Self::refresh_index,
            Self::refresh_names,
            Self::refresh_annotations,
            Self::refresh_search,
            Self::refresh_beside,
            Self::refresh_wire,
            Self::refresh_list,
            Self::refresh_spelt,
            Self::refresh_lines,
            Self::refresh_statistics,
            Self::refresh_names_view,
            Self::refresh_marks,
            Self::refresh_hit_steps,
            Self::refresh_looked_at,
            Self::refresh_typed_path,
            Self::refresh_saved,
            Self::refresh_copied,
            Self::refresh_caches,
            Self::refresh_place,
            Self::refresh_watch,
            Self::refresh_renewed,
            Self::refresh_repairs,
            Self::refresh_found_entities,
            Self::refresh_names_saved,
            Self::refresh_fonts,
            Self::refresh_retired,
        ];
        // What has come may be what others wait for.
        while steps.iter().any(|step| step(self)) {}
    }

    /// Wants again what has failed.
    fn try_again(&mut self) {
        self.retry();
        if let Some((source, keeps_place)) = self.unopened.take() {
            self.open(source, keeps_place);
        }
    }
}
