//! The only writer of the state: carries out commands and collects results.

mod entity_files;
mod entity_view;
mod lines;
mod marking;
mod names_saving;
mod opening;
mod renewing;
mod repairing;
mod saving;
mod searching;
mod statistics;

use super::command::{Command, Source, UiCommand, View};
use super::state::{AppState, Failure};
use crate::texts::Language;

/// Smallest and largest size of article text, as a multiple of the usual one.
const TEXT_SCALES: (f32, f32) = (0.7, 2.5);
/// One press of Ctrl + or Ctrl −.
const TEXT_STEP: f32 = 0.1;

impl AppState {
    /// Carries out one command.
    pub(in crate::app) fn handle(&mut self, command: Command) {
        match command {
            Command::Ui(command) => self.handle_ui(command),
            Command::Open(source) => self.open(source, false),
            Command::CancelOpen => {
                self.loading = None;
                self.open_something();
            }
            Command::NoDialog => self.failure = Some(Failure::NoDialog),
            Command::DismissFailure => self.failure = None,
            Command::SelectArticle(id) => self.select_article(id),
            Command::MoveBy(steps) => self.move_by(steps),
            Command::TogglePeriod(period) => {
                self.filter.toggle(period);
                self.refilter();
            }
            Command::SetQuery(text) => self.set_query(text),
            Command::SearchFor(text) => {
                self.requests.search_text = Some(text.clone());
                self.set_query(text);
            }
            Command::SetLevel(level) => {
                self.search.matching.level = level;
                self.start_search();
            }
            Command::ToggleFold(fold) => {
                self.search.matching.folds.toggle(fold);
                self.start_search();
            }
            Command::ToggleForm(form) => {
                if !self.search.matching.unticked.remove(&form) {
                    self.search.matching.unticked.insert(form);
                }
                self.start_search();
            }
            Command::Line(command) => self.handle_line(command),
            Command::Statistics(command) => self.handle_statistics(command),
            Command::Names(command) => self.handle_names(command),
            Command::Save(what) => self.ask_where(what),
            Command::SaveTo(path) => self.save_to(path),
            Command::DismissSaved => {
                self.saved = None;
                self.damaged_marks = None;
            }
            Command::Sort(sort) => {
                self.sort = sort;
                self.reorder();
            }
            Command::ToggleClass(class) => {
                self.shown.toggle(class);
                self.arrange_names();
                self.start_names();
            }
            Command::LookAt(entity) => self.look_at(entity),
            Command::LookAtMention(index) => {
                self.mention = Some(index);
                let entity = self.marks.mentions.get(index).map(|m| m.entity);
                self.look_at(entity);
            }
            Command::Repair(command) => self.handle_repair(command),
            Command::EntitiesOfCorpus(of_corpus) => {
                self.entities_of_corpus = of_corpus;
                self.recount();
            }
            Command::SetReadingFamily(family) => {
                self.reading_family = family;
                self.requests.change_family = true;
            }
            Command::SetEncoding(encoding) => self.set_encoding(encoding),
            Command::GoToFile(file) => {
                let id = self.corpus.articles.iter().find(|a| a.file == file);
                if let Some(id) = id.map(|article| article.id) {
                    self.select_article(id);
                }
            }
        }
    }

    fn handle_ui(&mut self, command: UiCommand) {
        match command {
            UiCommand::OpenFolder => self.requests.pick_folder = true,
            UiCommand::OpenEmbedded => self.open(Source::Embedded, false),
            UiCommand::Reload => self.reload(),
            UiCommand::FocusSearch => self.requests.focus_search = true,
            UiCommand::ClearSearch => {
                self.requests.search_text = Some(String::new());
                self.set_query(String::new());
            }
            UiCommand::ClearPeriods => {
                self.filter.clear();
                self.refilter();
            }
            UiCommand::NextArticle => self.move_by(1),
            UiCommand::PreviousArticle => self.move_by(-1),
            UiCommand::NextMention => self.step_mention(true),
            UiCommand::PreviousMention => self.step_mention(false),
            UiCommand::Repair => self.requests.repair = true,
            UiCommand::UndoRepair => self.undo_repair(),
            UiCommand::RedoRepair => self.redo_repair(),
            UiCommand::Copy => self.requests.copy = true,
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
            UiCommand::ShowReading => self.show(View::Reading),
            UiCommand::ShowConcordance => self.show(View::Concordance),
            UiCommand::ShowStatistics => self.show(View::Statistics),
            UiCommand::ShowNames => self.show(View::Names),
            UiCommand::ShowProblems => self.problems_open = !self.problems_open,
            UiCommand::Palette => self.palette_open = !self.palette_open,
            UiCommand::Quit => self.requests.quit = true,
        }
    }

    /// Changes the size of article text by `step` times the usual size.
    pub(in crate::app) fn scale_text(&mut self, step: f32) {
        let (least, most) = TEXT_SCALES;
        let tenths = ((self.text_scale + step) * 10.0).round();
        self.text_scale = (tenths / 10.0).clamp(least, most);
    }

    /// Collects the results of tasks that have ended.
    pub(in crate::app) fn collect(&mut self) {
        self.collect_corpus();
        self.collect_names();
        self.collect_index();
        self.collect_cached();
        self.collect_search();
        self.collect_wire();
        self.collect_lines();
        self.collect_statistics();
        self.collect_names_view();
        self.collect_saved();
        // After the index, for which changes wait.
        self.collect_changes();
        self.collect_repairs();
        self.collect_order();
        self.collect_marks();
    }
}
