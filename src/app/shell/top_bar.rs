//! The bar at the top: corpus, search, periods, looks.

use super::query_help::{help_ui, query_problem_ui};
use crate::app::command::{Command, Source, UiCommand, View};
use crate::app::panels::Panel;
use crate::app::views::reading::ARTICLE_LIST;
use crate::corpus::Facet;
use crate::ui::kwic::KwicPane;
use crate::ui::tabs::{Tab, tabs_ui, tabs_width};
use crate::ui::widgets::{
    CONTROL, button, button_width, chip, chip_width, icon_button, menu_item, put_block, text_button,
};
use crate::ui::{Icon, RowRoom, TextPlace, theme};
use crate::ui::{SearchField, SearchFieldLook};
use egui::{
    Id, Key, Modifiers, Popup, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2,
};
use std::path::{Path, PathBuf};

/// The name of the search field.
pub(in crate::app) const SEARCH_FIELD: &str = "search-field";
/// The family of the bundled reading face.
const BUNDLED_FAMILY: &str = "Amiri";
/// A chip is no wider than this, in points, however long its label.
const MOST_CHIP: f32 = 150.0;
/// A window narrower than this spares room for its search field.
const NARROW: f32 = 1150.0;
/// In a window narrower than this the views and the search need the room of
/// the corpus' name, which the title of the window says as well.
const NARROWEST: f32 = 1000.0;
/// In a window narrower than this, as a large interface makes it, what keys and
/// menus do as well gives way to the search.
const TIGHT: f32 = 830.0;
/// The least and the usual width of the search field in points, and the most
/// that a long query takes.
const LEAST_FIELD: f32 = 160.0;
const USUAL_FIELD: f32 = 460.0;
const MOST_FIELD: f32 = 700.0;
/// Width in points of what stands beside the text in the field.
const FIELD_SIGNS: f32 = 76.0;
/// What says which hit the reader is at has at least this width, so that the
/// field stays while one steps.
const LEAST_PLACE: f32 = 48.0;
/// Width of the button of the help in points.
const HELP: f32 = 28.0;
/// Widths of the buttons of text, theme and language, as they are read.
const LOOKS: [f32; 3] = [36.0, 32.0, 34.0];
/// Width of the chip of the periods without room.
const MORE: f32 = 52.0;
/// Room between the parts of the bar in points.
const GAP: f32 = 10.0;

/// The state of the bar.
pub(in crate::app) struct TopBar {
    pub(in crate::app) search: SearchField,
    /// Families of the catalogue that articles can be set in: those of the
    /// program, and those of the system once the menu was opened.
    pub(in crate::app) families: Vec<String>,
    pub(in crate::app) wants_families: bool,
}

impl Default for TopBar {
    fn default() -> Self {
        Self {
            search: SearchField::new(Id::unique(SEARCH_FIELD)),
            families: Vec::new(),
            wants_families: false,
        }
    }
}

impl TopBar {
    /// Draws the bar in `rect`; `recent` are the folders opened before.
    pub(in crate::app) fn show(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        panel: &mut Panel<'_>,
        recent: &[PathBuf],
    ) {
        let rtl = panel.cx.right_to_left;
        let bar = Rect::from_center_size(rect.center(), vec2(rect.width() - 32.0, CONTROL));
        let mut row = RowRoom::new(bar, rtl);
        corpus_ui(ui, &mut row, panel, recent);
        views_ui(ui, &mut row, panel);
        // Tab goes in the order in which the parts are drawn: as they are read,
        // the search first.
        let [text_width, others @ ..] = LOOKS;
        let others = if is_tight(ui) {
            0.0
        } else {
            others.iter().sum()
        };
        let looks = row.end(text_width + others);
        row.end(GAP);
        // The periods give way to what is written.
        let text = panel.cx.label(ui, self.search.text(), theme::text());
        let search = (text.width() + FIELD_SIGNS).clamp(LEAST_FIELD, MOST_FIELD);
        let room = row.rest().width() - search - place_width(ui, panel) - HELP - GAP;
        let chips = Chips::fitting(ui, panel, room);
        let chips_room = row.end(chips.width());
        row.end(GAP);
        self.search_ui(ui, row.rest(), search, panel);
        chips.show(ui, chips_room, panel);
        self.looks_ui(ui, &mut RowRoom::new(looks, rtl), panel);
    }

    fn looks_ui(&mut self, ui: &mut Ui, row: &mut RowRoom, panel: &mut Panel<'_>) {
        let texts = panel.texts;
        let [text_width, theme_width, language_width] = LOOKS;
        let percent = percent_of(panel.state.text_scale);
        let name = texts.with("text-size-tooltip", &[("percent", percent.into())]);
        let rect = row.start(text_width);
        let shown = ("Aa", theme::text());
        let response = text_button(&mut panel.cx, ui, rect, Id::unique("text"), shown, &name);
        if response.clicked() {
            self.wants_families = true;
        }
        self.text_menu(&response, panel);
        if is_tight(ui) {
            return;
        }
        let (icon, name) = if panel.cx.palette.dark {
            (Icon::Sun, texts.get("theme-to-light-tooltip"))
        } else {
            (Icon::Moon, texts.get("theme-to-dark-tooltip"))
        };
        let rect = row.start(theme_width);
        if icon_button(&mut panel.cx, ui, rect, Id::unique("theme"), icon, &name).clicked() {
            panel.send(Command::Ui(UiCommand::ToggleTheme));
        }
        let language = texts.get("language-switch");
        let name = texts.get("language-switch-tooltip");
        let rect = row.start(language_width);
        let id = Id::unique("language");
        let shown = (language.as_ref(), theme::text().bold());
        if text_button(&mut panel.cx, ui, rect, id, shown, &name).clicked() {
            panel.send(Command::Ui(UiCommand::ToggleLanguage));
        }
    }

    fn text_menu(&self, response: &Response, panel: &mut Panel<'_>) {
        Popup::menu(response).width(280.0).show(|ui| {
            let texts = panel.texts;
            for command in [
                UiCommand::LargerText,
                UiCommand::SmallerText,
                UiCommand::ResetText,
                UiCommand::LargerInterface,
                UiCommand::SmallerInterface,
                UiCommand::ResetInterface,
                UiCommand::OnlyText,
                UiCommand::ToggleTheme,
                UiCommand::ToggleLanguage,
            ] {
                let name = texts.get(command.text_key());
                let keys = command.keys_text(ui.ctx().os());
                if menu_item(&mut panel.cx, ui, &name, &keys, false).clicked() {
                    panel.send(Command::Ui(command));
                }
            }
            ui.add_space(6.0);
            let heading = texts.get("reading-face");
            put_block(ui, &mut panel.cx, &heading, theme::small(), 240.0);
            egui::ScrollArea::vertical()
                .max_height(300.0)
                .show(ui, |ui| {
                    for family in &self.families {
                        let is_bundled = family == BUNDLED_FAMILY;
                        let chosen = panel.state.reading_family.as_ref();
                        let is_on = chosen.map_or(is_bundled, |chosen| chosen == family);
                        if menu_item(&mut panel.cx, ui, family, "", is_on).clicked() {
                            let family = (!is_bundled).then(|| family.clone());
                            panel.send(Command::SetReadingFamily(family));
                        }
                    }
                });
        });
    }

    /// The field, `wanted` points wide where there is room, which hit the
    /// reader is at, and the help.
    fn search_ui(&mut self, ui: &mut Ui, room: Rect, wanted: f32, panel: &mut Panel<'_>) {
        let place = place_width(ui, panel);
        let width = (room.width() - HELP - place).min(wanted.max(USUAL_FIELD));
        let mut row = RowRoom::new(room, panel.cx.right_to_left);
        let rect = row.start(width);
        let place = row.start(place);
        let help = row.start(HELP);
        let texts = panel.texts;
        let look = SearchFieldLook {
            placeholder: &texts.get("search-placeholder"),
            hint: &UiCommand::FocusSearch.keys_text(ui.ctx().os()),
            name: &texts.get("a11y-search-field"),
            clear_name: &texts.get("search-clear"),
            right_to_left: panel.cx.right_to_left,
            width: rect.width(),
            height: rect.height(),
        };
        let mut room = ui.new_child(UiBuilder::new().max_rect(rect));
        let faults = panel.state.search.problems.iter().map(|p| p.at.clone());
        self.search.set_faults(faults.collect());
        let answer = self
            .search
            .show(&mut room, panel.cx.pen, panel.cx.palette, &look);
        if answer.changed {
            let text = self.search.text().to_owned();
            panel.send(Command::SetQuery(text));
        }
        if answer.submitted {
            let back = ui.input(|input| input.modifiers.shift);
            let step = if back {
                UiCommand::PreviousHit
            } else {
                UiCommand::NextHit
            };
            panel.send(Command::Ui(step));
        }
        if answer.response.has_focus()
            && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::ArrowDown))
        {
            enter_list(ui, panel);
        }
        place_ui(ui, place, panel);
        help_ui(ui, help, panel);
        query_problem_ui(ui, rect, panel);
    }
}

fn is_tight(ui: &Ui) -> bool {
    ui.max_rect().width() < TIGHT
}

/// Says which hit of the article the reader is at, aloud when it changes.
fn place_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>) {
    let Some(place) = panel.hit_place().filter(|_| rect.width() > 0.0) else {
        return;
    };
    let response = ui.interact(rect, Id::unique("hit-place"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, place.whole.as_str()));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_live(egui::accesskit::Live::Polite);
    });
    let shown = (place.short.as_str(), theme::small(), panel.cx.palette.soft);
    panel.write(ui, rect, TextPlace::Center, shown);
}

/// Goes from the field into what the search lists.
fn enter_list(ui: &Ui, panel: &mut Panel<'_>) {
    let list = match panel.state.view {
        View::Reading if panel.state.listing().n_articles > 0 => {
            // The open article if it is listed, else the first one.
            panel.send(Command::MoveBy(0));
            Id::unique(ARTICLE_LIST)
        }
        View::Concordance if panel.state.lines.shown().is_some() => KwicPane::id(),
        _ => return,
    };
    ui.memory_mut(|memory| memory.request_focus(list));
}

/// The button that opens a folder, the menu of corpora, and the name of the one open.
fn corpus_ui(ui: &mut Ui, row: &mut RowRoom, panel: &mut Panel<'_>, recent: &[PathBuf]) {
    if !is_tight(ui) {
        let open = panel.texts.get("open-folder");
        let width = button_width(&mut panel.cx, ui, &open);
        let rect = row.start(width);
        if button(&mut panel.cx, ui, rect, Id::unique("open-folder"), &open).clicked() {
            panel.send(Command::Ui(UiCommand::OpenFolder));
        }
        row.start(4.0);
    }
    let menu_name = panel.texts.get("recent");
    let rect = row.start(28.0);
    let id = Id::unique("recent");
    let response = icon_button(&mut panel.cx, ui, rect, id, Icon::Menu, &menu_name);
    recent_menu(&response, panel, recent, is_tight(ui));
    row.start(GAP);
    let name = panel.state.corpus.name.clone();
    let style = theme::headline(15.5);
    let width = panel.cx.label(ui, &name, style).width();
    let share = match ui.max_rect().width() {
        w if w < NARROWEST => return,
        w if w < NARROW => 0.12,
        _ => 0.19,
    };
    let room = width.min(row.rest().width() * share);
    let rect = row.start(room);
    let color = panel.cx.palette.ink;
    let painter = ui.painter().clone();
    panel
        .cx
        .write(ui, &painter, rect, TextPlace::Start, (&name, style, color));
    let response = ui.interact(rect, Id::unique("corpus-name"), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, name.as_str()));
    if !panel.state.corpus.description.is_empty() {
        let description = panel.state.corpus.description.clone();
        crate::ui::widgets::tooltip(&mut panel.cx, &response, &description);
    }
    row.start(GAP + 6.0);
}

fn recent_menu(response: &Response, panel: &mut Panel<'_>, recent: &[PathBuf], is_tight: bool) {
    Popup::menu(response).width(320.0).show(|ui| {
        let texts = panel.texts;
        let name = texts.get("corpus-embedded");
        let is_on = panel.state.source == Source::Embedded;
        if menu_item(&mut panel.cx, ui, &name, "", is_on).clicked() {
            panel.send(Command::Ui(UiCommand::OpenEmbedded));
        }
        for folder in recent {
            let source = Source::Folder(folder.clone());
            let is_on = panel.state.source == source;
            let name = short_path(folder);
            if menu_item(&mut panel.cx, ui, &name, "", is_on).clicked() {
                panel.send(Command::Open(source));
            }
        }
        ui.add_space(6.0);
        let mut commands = vec![UiCommand::OpenPath, UiCommand::Reload, UiCommand::Palette];
        if is_tight {
            commands.insert(0, UiCommand::OpenFolder);
        }
        for command in commands {
            let name = texts.get(command.text_key());
            let keys = command.keys_text(ui.ctx().os());
            if menu_item(&mut panel.cx, ui, &name, &keys, false).clicked() {
                panel.send(Command::Ui(command));
            }
        }
    });
}

/// The tabs of the views.
fn views_ui(ui: &Ui, row: &mut RowRoom, panel: &mut Panel<'_>) {
    let tabs = View::ALL.map(|view| Tab {
        text: panel.texts.get(view.text_key()).into_owned(),
        keys: view.command().keys_text(ui.ctx().os()),
    });
    let is_narrow = ui.max_rect().width() < NARROW;
    let padding = if is_narrow { 10.0 } else { 30.0 };
    let width = tabs_width(&mut panel.cx, ui, &tabs, padding);
    let on = View::ALL.iter().position(|view| *view == panel.state.view);
    let rect = row.start(width);
    let pressed = tabs_ui(&mut panel.cx, ui, (rect, padding), &tabs, on.unwrap_or(0));
    if let Some(view) = pressed.and_then(|n| View::ALL.get(n)) {
        panel.send(Command::Ui(view.command()));
    }
    row.start(GAP);
}

/// The last two parts of a path: enough to tell folders apart in a menu.
fn short_path(path: &Path) -> String {
    let parts: Vec<_> = path
        .iter()
        .rev()
        .take(2)
        .map(|part| part.to_string_lossy().into_owned())
        .collect();
    parts.into_iter().rev().collect::<Vec<_>>().join("/")
}

/// The chips of the periods, as many as there is room for; the others stand in
/// a menu.
struct Chips {
    shown: Vec<(Option<Facet>, String, f32)>,
    hidden: Vec<(Option<Facet>, String)>,
}

impl Chips {
    /// As many as `room` points hold.
    fn fitting(ui: &Ui, panel: &mut Panel<'_>, room: f32) -> Self {
        let periods = panel.state.periods.clone();
        let dated = periods.dated.iter().map(|count| {
            let n = panel.texts.number(count.n_articles as u64);
            (
                Some(count.period.clone()),
                format!("{} · {n}", count.period),
            )
        });
        let mut chips: Vec<(Option<Facet>, String)> = dated.collect();
        let undated = panel.texts.get("period-undated");
        let n = panel.texts.number(periods.n_undated as u64);
        chips.push((None, format!("{undated} · {n}")));
        let with_width = |(period, text): (Option<Facet>, String)| {
            let width = chip_width(&mut panel.cx, ui, &text).min(MOST_CHIP) + 8.0;
            (period, text, width)
        };
        let mut chips = Self {
            shown: chips.into_iter().map(with_width).collect(),
            hidden: Vec::new(),
        };
        while !chips.shown.is_empty() && chips.width() > room {
            // The undated chip is the last; it stays unless it would show nothing.
            let last = if periods.n_undated == 0 { 1 } else { 2 };
            let at = chips.shown.len().saturating_sub(last);
            let (period, text, _) = chips.shown.remove(at);
            chips.hidden.insert(0, (period, text));
        }
        chips
    }

    /// Width of all in points.
    fn width(&self) -> f32 {
        let shown: f32 = self.shown.iter().map(|(.., width)| width).sum();
        shown + MORE * f32::from(!self.hidden.is_empty())
    }

    fn show(self, ui: &mut Ui, room: Rect, panel: &mut Panel<'_>) {
        let mut row = RowRoom::new(room, panel.cx.right_to_left);
        for (period, text, width) in self.shown {
            row.start(4.0);
            let rect = row.start(width - 8.0);
            row.start(4.0);
            period_chip(ui, rect, panel, period, &text);
        }
        if !self.hidden.is_empty() {
            more_chip(ui, &mut row, panel, &self.hidden);
        }
    }
}

fn period_chip(ui: &mut Ui, rect: Rect, panel: &mut Panel<'_>, period: Option<Facet>, text: &str) {
    let rect = rect.shrink2(vec2(0.0, 1.0));
    let is_on = panel.state.filter.has(period.as_ref());
    let tone = panel.period_tone(period.as_ref());
    let id = Id::unique(("period", &period));
    if chip(&mut panel.cx, ui, rect, id, (text, is_on, tone)).clicked() {
        panel.send(Command::TogglePeriod(period));
    }
}

fn more_chip(
    ui: &mut Ui,
    row: &mut RowRoom,
    panel: &mut Panel<'_>,
    hidden: &[(Option<Facet>, String)],
) {
    let rect = row.start(MORE).shrink2(vec2(4.0, 1.0));
    let text = format!("+{}", panel.texts.number(hidden.len() as u64));
    let is_on = hidden
        .iter()
        .any(|(period, _)| panel.state.filter.has(period.as_ref()));
    let tone = panel.period_tone(None);
    let response = chip(
        &mut panel.cx,
        ui,
        rect,
        Id::unique("more-periods"),
        (&text, is_on, tone),
    );
    Popup::menu(&response).width(200.0).show(|ui| {
        for (period, text) in hidden {
            let is_on = panel.state.filter.has(period.as_ref());
            if menu_item(&mut panel.cx, ui, text, "", is_on).clicked() {
                panel.send(Command::TogglePeriod(period.clone()));
            }
        }
    });
}

/// The size of article text in percent of the usual one.
fn percent_of(scale: f32) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "70 to 250"
    )]
    let percent = (scale * 100.0).round() as u32;
    percent
}

/// Width in points of what says which hit the reader is at.
fn place_width(ui: &Ui, panel: &mut Panel<'_>) -> f32 {
    let place = panel.hit_place();
    let place = place.filter(|_| panel.state.view == View::Reading);
    place.map_or(0.0, |place| {
        let width = panel.cx.label(ui, &place.short, theme::small()).width();
        width.max(LEAST_PLACE) + 8.0
    })
}
