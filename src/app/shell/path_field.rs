//! The field for a path, where the system has no dialog: to open a folder, or
//! to save.

use crate::app::command::{Ask, Command};
use crate::app::panels::Panel;
use crate::app::state::typed_path::TypedPath;
use crate::app::storage::PathKind;
use crate::ui::widgets::{
    button, button_width, floating_frame, menu_item, pressed_beside, put_block,
};
use crate::ui::{RowRoom, SearchField, SearchFieldLook, theme};
use egui::{
    Align, Area, EventFilter, Id, Key, Layout, Modifiers, Order, Rect, Sense, Ui, pos2, vec2,
};

/// The name of the field.
pub(in crate::app) const PATH_FIELD: &str = "path-field";
const WIDTH: f32 = 640.0;
/// So many ways to go on are shown at a time.
const MOST: usize = 8;

/// The state of the field.
pub(in crate::app) struct PathPanel {
    field: SearchField,
    /// The way to go on that the arrows have reached.
    chosen: Option<usize>,
    /// Whether Enter was pressed before it was known what the path leads to.
    is_awaited: bool,
    was_open: bool,
}

impl Default for PathPanel {
    fn default() -> Self {
        Self {
            field: SearchField::plain(Id::unique(PATH_FIELD)),
            chosen: None,
            is_awaited: false,
            was_open: false,
        }
    }
}

impl PathPanel {
    /// Draws the field over the window, while a path is asked for.
    pub(in crate::app) fn show(&mut self, ui: &Ui, window: Rect, panel: &mut Panel<'_>) {
        let is_open = panel.state.typed_path.is_some();
        let (opens, closes) = (is_open && !self.was_open, !is_open && self.was_open);
        self.was_open = is_open;
        if closes && ui.memory(|m| m.focused().is_none_or(|id| id == Id::unique(PATH_FIELD))) {
            ui.memory_mut(|m| m.request_focus(Id::unique("reading-pane")));
        }
        let Some(typed) = &panel.state.typed_path else {
            return;
        };
        if opens {
            // The start is written when the field has the focus: what takes
            // the focus is selected, and the reader goes on at its end.
            self.field.set_text("");
            self.field.request_focus();
            self.chosen = None;
            self.is_awaited = false;
        }
        self.keys(ui, panel, typed);
        let width = WIDTH.min(window.width() - 40.0);
        let left = window.center().x - width / 2.0;
        let palette = panel.cx.palette;
        let shown = Area::new(Id::unique("path"))
            .order(Order::Foreground)
            .fixed_pos(pos2(left, window.top() + 90.0))
            .show(ui.ctx(), |ui| {
                floating_frame(palette).inner_margin(14.0).show(ui, |ui| {
                    ui.set_width(width - 28.0);
                    let side = if panel.cx.right_to_left {
                        Align::Max
                    } else {
                        Align::Min
                    };
                    ui.with_layout(Layout::top_down(side), |ui| {
                        self.content_ui(ui, panel, typed, opens);
                    });
                });
            });
        if pressed_beside(ui, shown.response.rect) {
            panel.send(Command::ClosePath);
        }
        if self.is_awaited && typed.looked.of(&typed.text).is_some() {
            self.is_awaited = false;
            panel.send(Command::TakePath);
        }
    }

    fn keys(&mut self, ui: &Ui, panel: &mut Panel<'_>, typed: &TypedPath) {
        let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
        if pressed(Key::Escape) {
            panel.send(Command::ClosePath);
        }
        if ui.memory(egui::Memory::focused) != Some(Id::unique(PATH_FIELD)) {
            return;
        }
        let look = typed.looked.of(&typed.text);
        let n = look.map_or(0, |look| look.completions.len());
        self.chosen = self.chosen.filter(|at| *at < n);
        if pressed(Key::ArrowDown) && n > 0 {
            self.chosen = Some(self.chosen.map_or(0, |at| (at + 1).min(n - 1)));
        }
        if pressed(Key::ArrowUp) {
            self.chosen = self.chosen.and_then(|at| at.checked_sub(1));
        }
        let common = look.and_then(|look| look.common(&typed.text));
        if let Some(text) = common
            && pressed(Key::Tab)
        {
            self.write(panel, &text);
        }
        if pressed(Key::Enter) {
            let chosen = self.chosen.take();
            match look.and_then(|look| look.completions.get(chosen?)) {
                Some(text) => self.write(panel, text),
                None => self.is_awaited = true,
            }
        }
    }

    fn write(&mut self, panel: &mut Panel<'_>, text: &str) {
        self.field.set_text(text);
        self.chosen = None;
        panel.send(Command::WritePath(text.to_owned()));
    }

    fn content_ui(&mut self, ui: &mut Ui, panel: &mut Panel<'_>, typed: &TypedPath, opens: bool) {
        let texts = panel.texts;
        let title = match typed.ask {
            Ask::Folder(_) => texts.get("path-open"),
            Ask::Save(_) => texts.get("path-save"),
        };
        let width = ui.available_width();
        put_block(ui, &mut panel.cx, &title, theme::headline(16.0), width);
        let why = match (typed.no_dialog, &typed.ask) {
            (false, _) => "path-hint",
            (true, Ask::Folder(_)) if panel.state.takes_drops => "path-no-dialog-drop",
            (true, _) => "path-no-dialog",
        };
        put_block(ui, &mut panel.cx, &texts.get(why), theme::small(), width);
        ui.add_space(6.0);
        let look = SearchFieldLook {
            placeholder: "",
            hint: "",
            name: &title,
            clear_name: &texts.get("search-clear"),
            // A path runs from left to right in either language.
            right_to_left: false,
            width,
            height: 36.0,
        };
        let answer = self.field.show(ui, panel.cx.pen, panel.cx.palette, &look);
        if opens {
            self.field.set_text(&typed.start);
        } else if answer.changed {
            self.chosen = None;
            self.is_awaited = false;
            panel.send(Command::WritePath(self.field.text().to_owned()));
        }
        let look = typed.looked.of(&typed.text);
        let completes = look.is_some_and(|look| look.common(&typed.text).is_some());
        if answer.response.has_focus() {
            // Tab completes where it is known how, else it goes on.
            let keys = EventFilter {
                tab: completes,
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: true,
            };
            ui.memory_mut(|m| m.set_focus_lock_filter(Id::unique(PATH_FIELD), keys));
        }
        ui.add_space(4.0);
        self.completions_ui(ui, panel, typed);
        ui.add_space(6.0);
        buttons_ui(ui, panel, typed);
    }

    fn completions_ui(&mut self, ui: &mut Ui, panel: &mut Panel<'_>, typed: &TypedPath) {
        // The last that are known stay until others come: nothing flickers.
        let Some((_, look)) = typed.looked.last() else {
            return;
        };
        let first = self.chosen.map_or(0, |at| (at + 1).saturating_sub(MOST));
        for (index, text) in look.completions.iter().enumerate().skip(first).take(MOST) {
            // Its last part; a mark keeps it from left to right.
            let name = text.trim_end_matches('/');
            let name = name.rsplit('/').next().unwrap_or(name);
            let end = if text.ends_with('/') { "/" } else { "" };
            let shown = format!("\u{2066}{name}{end}\u{2069}");
            let is_on = self.chosen == Some(index);
            if menu_item(&mut panel.cx, ui, &shown, "", is_on).clicked() {
                self.write(panel, text);
                self.field.request_focus();
            }
        }
        let hidden = look.completions.len().saturating_sub(first + MOST);
        if hidden > 0 {
            let more = panel.texts.with("path-more", &[("n", hidden.into())]);
            let width = ui.available_width();
            put_block(ui, &mut panel.cx, &more, theme::small(), width);
        }
    }
}

/// What is wrong with the path or will happen, and the buttons.
fn buttons_ui(ui: &mut Ui, panel: &mut Panel<'_>, typed: &TypedPath) {
    let kind = typed.looked.of(&typed.text).map(|look| look.kind);
    let is_save = matches!(typed.ask, Ask::Save(_));
    let (says, can) = match (is_save, kind) {
        (_, Some(PathKind::Nowhere)) => (Some("path-nowhere"), false),
        (false, Some(PathKind::File)) => (Some("path-is-file"), false),
        (false, Some(PathKind::Nothing)) => (Some("path-nothing"), false),
        (true, Some(PathKind::Folder)) => (Some("path-is-folder"), false),
        (true, Some(PathKind::File)) => (Some("path-replaces"), true),
        (_, None) => (None, false),
        (false, Some(PathKind::Folder)) | (true, Some(PathKind::Nothing)) => (None, true),
    };
    if let Some(key) = says {
        let width = ui.available_width();
        put_block(
            ui,
            &mut panel.cx,
            &panel.texts.get(key),
            theme::text(),
            width,
        );
        ui.add_space(4.0);
    }
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 34.0), Sense::hover());
    let mut row = RowRoom::new(rect, panel.cx.right_to_left);
    let does = match (is_save, kind) {
        (true, Some(PathKind::File)) => "path-replace",
        (true, _) => "path-do-save",
        (false, _) => "path-do-open",
    };
    let mut offered = vec![("cancel", Command::ClosePath)];
    if can {
        offered.push((does, Command::TakePath));
    }
    for (key, command) in offered {
        let name = panel.texts.get(key);
        let width = button_width(&mut panel.cx, ui, &name);
        let place = row.end(width);
        row.end(8.0);
        if button(&mut panel.cx, ui, place, Id::unique(("path", key)), &name).clicked() {
            panel.send(command);
        }
    }
}
