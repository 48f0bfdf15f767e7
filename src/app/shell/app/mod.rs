//! What happens in a frame of the window, and in which order?
//!
//! A frame collects the results of tasks, draws every panel from the state,
//! and carries out the commands that the panels sent. Nothing else changes the
//! state. Must not know what a view draws, nor how a command is carried out.

mod keeping;

use super::announcer::Announcer;
use super::clipboard::RichClipboard;
use super::drop_hint::drop_hint_ui;
use super::focus::FocusKeeper;
use super::palette::PalettePanel;
use super::path_field::PathPanel;
use super::problems::ProblemsPanel;
use super::status_bar::status_bar_ui;
use super::top_bar::TopBar;
use super::window::Regions;
use super::{shortcuts, visuals};
use crate::app::command::{Ask, Command, Source, View};
use crate::app::panels::Panel;
use crate::app::panels::repair::{RepairCard, RepairPreview, repair_bar_room, repair_bar_ui};
use crate::app::settings::Settings;
use crate::app::state::start::Look;
use crate::app::state::{AppState, Requests};
use crate::app::storage::DataFolders;
use crate::app::views::concordance::{ConcordancePanel, FormsPanel};
use crate::app::views::names::NamesPanel;
use crate::app::views::reading::{ArticleListPanel, EntityPanel, ReadingPanel};
use crate::app::views::statistics::{StatisticsPanel, statistics_side_ui};
use crate::base::ArticleId;
use crate::jobs::Executor;
use crate::text::FontCatalog;
use crate::texts::{Language, Texts};
use crate::ui::spoken::name_window;
use crate::ui::widgets::note_input;
use crate::ui::{Cx, Pen, is_writing};
use egui::{Context, Ui, Vec2, vec2};

/// Points that the window needs to be of use: it grows no larger than that
/// they fit.
const LEAST_POINTS: Vec2 = vec2(720.0, 480.0);

/// The program behind the window.
pub struct App {
    pub(super) state: AppState,
    settings: Settings,
    texts: Texts,
    pen: Pen,
    /// The faces of the program; those of the system are listed when they are
    /// asked for.
    bundled: FontCatalog,
    top_bar: TopBar,
    announcer: Announcer,
    focus: FocusKeeper,
    list: ArticleListPanel,
    reading: ReadingPanel,
    entities: EntityPanel,
    concordance: ConcordancePanel,
    forms: FormsPanel,
    statistics: StatisticsPanel,
    names: NamesPanel,
    problems: ProblemsPanel,
    repair_card: RepairCard,
    repair_preview: RepairPreview,
    palette: PalettePanel,
    path: PathPanel,
    commands: Vec<Command>,
    /// Where what is copied in two forms goes; without it, its text alone.
    clipboard: Option<Box<dyn RichClipboard>>,
    /// The dialog that must be opened.
    wanted_dialog: Option<Ask>,
    /// What is left of a step of the text size after the last turn of the wheel.
    wheel: f32,
    /// How much larger than usual the system wants text.
    system_scale: f32,
    /// Whether the window was told to show only the text.
    is_only_text: bool,
    /// The corpus that the title of the window names.
    titled: u64,
    /// Whether changes of the settings are written.
    saves_settings: bool,
}

impl App {
    /// A window on `source`. With `saves_settings`, what the reader chooses is
    /// kept for the next start.
    #[must_use]
    pub fn new(
        ctx: &Context,
        executor: Executor,
        settings: Settings,
        source: Source,
        saves_settings: bool,
    ) -> Self {
        // The keys + and − set the size of the text, not of the window.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        let catalog = FontCatalog::bundled();
        let pen = Pen::new(ctx, &catalog);
        let language = settings.language.unwrap_or_else(Language::system);
        let theme = visuals::theme_of(settings.theme, ctx);
        // Before the first frame: another theme later means another atlas.
        visuals::apply(ctx, theme);
        let look = Look { theme, language };
        let mut state = AppState::new(executor, &settings, source.clone(), look, saves_settings);
        state.requests.change_family = state.reading_family.is_some();
        state.open(source, false);
        let mut app = Self {
            state,
            settings,
            texts: Texts::new(language),
            pen,
            bundled: catalog,
            top_bar: TopBar::default(),
            announcer: Announcer::default(),
            focus: FocusKeeper::default(),
            list: ArticleListPanel::default(),
            reading: ReadingPanel::default(),
            entities: EntityPanel::default(),
            concordance: ConcordancePanel::default(),
            forms: FormsPanel::default(),
            statistics: StatisticsPanel::default(),
            names: NamesPanel::default(),
            problems: ProblemsPanel::default(),
            repair_card: RepairCard::default(),
            repair_preview: RepairPreview::default(),
            palette: PalettePanel::default(),
            path: PathPanel::default(),
            commands: Vec::new(),
            clipboard: None,
            wanted_dialog: None,
            wheel: 0.0,
            system_scale: 1.0,
            is_only_text: false,
            titled: 0,
            saves_settings,
        };
        // The program's own are offered before those of the system are listed.
        app.top_bar.families = app.bundled.arabic_families();
        app.state.refresh();
        app
    }

    /// Copies what has two forms to `clipboard`.
    pub fn copy_to(&mut self, clipboard: Box<dyn RichClipboard>) {
        self.clipboard = Some(clipboard);
    }

    /// From now on, a panic leaves a report among the user's data; the next
    /// start names it.
    pub fn leave_panic_reports(language: Option<Language>) {
        let texts = Texts::plain(language.unwrap_or_else(Language::system));
        let preface = texts.get("panic-report").into_owned();
        DataFolders::of_user().panics.leave(preface);
    }

    /// Asks for something, as a shortcut or a script would.
    pub fn send(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// Whether nothing is under way and another frame would look the same.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.state.is_idle()
            && self.commands.is_empty()
            && (self.state.article.is_none()
                || self.state.view != View::Reading
                || self.reading.pane.is_settled())
    }

    /// Title of the dialog to open and what it asks for, if the reader wants one.
    pub fn take_dialog_request(&mut self) -> Option<(String, Ask)> {
        let ask = self.wanted_dialog.take()?;
        let title = match ask {
            Ask::Folder(_) => self.texts.get("open-folder"),
            Ask::Save(_) => self.texts.get("save-as"),
        };
        Some((title.into_owned(), ask))
    }

    /// Takes note of how much larger than usual the system wants text.
    pub fn set_system_scale(&mut self, scale: f32) {
        self.system_scale = scale.clamp(0.5, 3.0);
    }

    /// Takes note that the system never tells of folders that are dropped on
    /// the window, so that the window does not ask for them.
    pub fn expect_no_drops(&mut self) {
        self.state.takes_drops = false;
    }

    /// Searches for `text`, as if it were typed into the search field.
    pub fn search_for(&mut self, text: &str) {
        self.send(Command::SearchFor(text.to_owned()));
    }

    /// Articles in the list.
    #[must_use]
    pub fn n_listed(&self) -> usize {
        self.state.listing().n_articles
    }

    /// The article at place `index` of the list, from 0.
    #[must_use]
    pub fn listed(&self, index: usize) -> Option<ArticleId> {
        self.state.listing().articles().nth(index)
    }

    /// Why the corpus could not be opened, in a sentence.
    #[must_use]
    pub fn failure(&self) -> Option<String> {
        let failure = self.state.failure.as_ref()?;
        Some(self.texts.message(failure))
    }

    /// The colour behind everything.
    #[must_use]
    pub fn ground(&self) -> egui::Color32 {
        self.state.theme.palette().panel
    }

    /// Takes results and carries out commands; draws nothing.
    pub fn logic(&mut self, ctx: &Context) {
        self.state.refresh();
        self.take_fonts(ctx);
        for file in ctx.input(|i| i.raw.dropped_files.clone()) {
            self.send(Command::Open(Source::Folder(file.path().to_path_buf())));
        }
        self.handle_commands(ctx);
        self.scale_interface(ctx);
        self.follow_only_text(ctx);
        if self.titled != self.state.generation {
            self.after_change(ctx);
        }
    }

    /// Draws the window.
    pub fn ui(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        note_input(&ctx);
        self.focus.begin(&ctx);
        let leaves = !self.focus.is_floating() && !is_writing(&ctx);
        let at = (self.state.view, self.state.language.right_to_left());
        let has_caret = self.reading.pane.has_caret(&ctx);
        let at = shortcuts::KeysAt::new(&ctx, at, has_caret);
        shortcuts::collect(&ctx, at, &mut self.wheel, &mut self.commands);
        visuals::apply(&ctx, self.state.theme);
        self.pen.begin_pass(&ctx);
        name_window(&ctx, &self.title());
        let requests = std::mem::take(&mut self.state.requests);
        self.draw(ui, &requests);
        if let Some(place) = self.reading.pane.place(self.state.article_revision) {
            self.state.note_place(place);
        }
        if leaves {
            shortcuts::escape(&ctx, &self.state, &mut self.commands);
        }
        self.focus.end(&ctx, self.state.view);
        self.fulfil(&ctx, &requests);
        if !self.commands.is_empty() {
            self.handle_commands(&ctx);
            ctx.request_repaint();
        }
    }

    fn draw(&mut self, ui: &mut Ui, requests: &Requests) {
        let palette = self.state.theme.palette();
        let right_to_left = self.state.language.right_to_left();
        let window = ui.max_rect();
        let only_text = self.state.only_text;
        let mut regions = if only_text {
            Regions::only_text(window)
        } else {
            let (view, problems_open) = (self.state.view, self.state.problems_open);
            Regions::new(window, right_to_left, view, problems_open)
        };
        regions.paint_grounds(ui, palette, window);
        if requests.focus_search {
            self.top_bar.search.request_focus();
        }
        if let Some(text) = &requests.search_text {
            self.top_bar.search.set_text(text);
        }
        let mut panel = Panel {
            state: &self.state,
            texts: &self.texts,
            cx: Cx {
                pen: &mut self.pen,
                palette,
                right_to_left,
            },
            commands: &mut self.commands,
        };
        let bar = repair_bar_room(ui, &mut regions.main, &mut panel);
        if !only_text {
            self.top_bar
                .show(ui, regions.top_bar, &mut panel, &self.settings.recent);
        }
        let has_side = regions.side.width() > 0.0;
        match self.state.view {
            View::Reading => {
                if !only_text {
                    self.list
                        .show(ui, regions.list, &mut panel, requests.reveal_row);
                }
                self.reading.show(ui, regions.main, &mut panel, requests);
                if has_side {
                    self.entities.show(ui, regions.side, &mut panel);
                }
            }
            View::Concordance => {
                self.concordance
                    .show(ui, regions.main, &mut panel, requests);
                if has_side {
                    self.forms.show(ui, regions.side, &mut panel);
                }
            }
            View::Statistics => {
                self.statistics.show(ui, regions.main, &mut panel);
                if has_side {
                    statistics_side_ui(ui, regions.side, &mut panel);
                }
            }
            View::Names => self
                .names
                .show(ui, (regions.main, regions.side), &mut panel),
        }
        if self.state.problems_open && !only_text {
            self.problems.show(ui, regions.problems, &mut panel);
        }
        if !only_text {
            status_bar_ui(ui, regions.status_bar, &mut panel);
        }
        self.announcer.show(ui, regions.status_bar, &panel);
        repair_bar_ui(ui, bar, &mut panel);
        self.repair_card.show(ui, regions.main, &mut panel);
        self.repair_preview.show(ui, regions.main, &mut panel);
        self.palette.show(ui, window, &mut panel);
        self.path.show(ui, window, &mut panel);
        drop_hint_ui(ui, window, &mut panel);
    }

    /// Gives the whole interface the size that the reader and the system want,
    /// as far as the window has room for it.
    fn scale_interface(&mut self, ctx: &Context) {
        let wanted = self.state.interface_scale * self.system_scale;
        let room = ctx.content_rect().size() * ctx.zoom_factor() / LEAST_POINTS;
        let scale = wanted.min(room.min_elem().max(1.0));
        if (scale - ctx.zoom_factor()).abs() > 0.005 {
            ctx.set_zoom_factor(scale);
        }
    }

    /// Puts the text on the whole screen, or ends that.
    fn follow_only_text(&mut self, ctx: &Context) {
        if self.is_only_text == self.state.only_text {
            return;
        }
        self.is_only_text = self.state.only_text;
        let command = egui::ViewportCommand::Fullscreen(self.is_only_text);
        ctx.send_viewport_cmd(command);
        // What had the keyboard may be gone.
        if self.is_only_text && self.state.view == View::Reading {
            ctx.memory_mut(|m| m.request_focus(egui::Id::unique("reading-pane")));
        }
    }

    /// Does what the handling of commands asked of the world outside.
    fn fulfil(&mut self, ctx: &Context, requests: &Requests) {
        if requests.pick_folder {
            self.wanted_dialog = Some(Ask::Folder(self.state.folder_to_start_in()));
            ctx.request_repaint();
        }
        if let Some(text) = &requests.copy_text {
            let html = requests.copy_html.as_ref();
            let rich = html.zip(self.clipboard.as_mut());
            let is_put = rich.is_some_and(|(html, clipboard)| clipboard.put(text, html));
            if !is_put {
                ctx.copy_text(text.clone());
            }
        }
        if let Some(name) = &requests.save_as {
            self.wanted_dialog = Some(Ask::Save(name.clone()));
            ctx.request_repaint();
        }
        if requests.change_family {
            self.set_reading_family(ctx);
        }
        if self.top_bar.wants_families && !self.state.wants_fonts {
            self.state.wants_fonts = true;
            ctx.request_repaint();
        }
        if requests.quit {
            ctx.send_viewport_cmd(egui::ViewportCommand::Close);
        }
    }

    /// Sets articles in the family that the reader chose, as soon as the
    /// catalogue has it.
    fn set_reading_family(&mut self, ctx: &Context) {
        let fonts = self.state.fonts.shown();
        let catalog = fonts.map_or(&self.bundled, |fonts| &fonts.catalog);
        let chosen = self.state.reading_family.as_deref();
        self.state.wants_fonts |= chosen.is_some_and(|family| !catalog.has_family(family));
        let faces = chosen.and_then(|family| {
            let bytes = catalog.family_bytes(family);
            (!bytes.is_empty()).then(|| (family.to_owned(), bytes))
        });
        self.pen.set_reading_family(faces);
        ctx.request_repaint();
    }

    /// Takes over the faces of the system when they are listed.
    fn take_fonts(&mut self, ctx: &Context) {
        let Some(fonts) = self.state.fonts.shown() else {
            return;
        };
        if self.top_bar.families != fonts.families {
            self.top_bar.families.clone_from(&fonts.families);
            if self.state.reading_family.is_some() {
                self.set_reading_family(ctx);
            }
            ctx.request_repaint();
        }
    }

    fn handle_commands(&mut self, ctx: &Context) {
        let commands = std::mem::take(&mut self.commands);
        if commands.is_empty() {
            return;
        }
        for command in commands {
            self.state.handle(command);
        }
        self.after_change(ctx);
        ctx.request_repaint();
    }

    /// Follows a change of the state in texts and settings.
    fn after_change(&mut self, ctx: &Context) {
        if self.texts.language() != self.state.language {
            self.texts = Texts::new(self.state.language);
        }
        if self.titled != self.state.generation {
            self.titled = self.state.generation;
            // Window managers set titles themselves: no isolating marks in them.
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(self.title()));
        }
        self.keep_settings();
    }

    fn title(&self) -> String {
        format!(
            "{} · {}",
            self.state.corpus.name,
            self.texts.get("app-name")
        )
    }
}
