//! The command palette: every command by name, with its keys.

use crate::app::command::{Command, UiCommand};
use crate::app::panels::Panel;
use crate::arabic::fold;
use crate::ui::widgets::{floating_frame, pressed_beside};
use crate::ui::{RowRoom, TextPlace, theme};
use crate::ui::{SearchField, SearchFieldLook};
use egui::{
    Area, CornerRadius, Id, Key, Modifiers, Order, Rect, Role, Sense, Ui, WidgetInfo, vec2,
};

/// The name of the field of the palette.
const PALETTE_FIELD: &str = "palette-field";
const WIDTH: f32 = 520.0;
const LINE: f32 = 34.0;
const MOST: usize = 12;

/// The state of the palette.
pub(in crate::app) struct PalettePanel {
    field: SearchField,
    chosen: usize,
    was_open: bool,
}

impl Default for PalettePanel {
    fn default() -> Self {
        Self {
            field: SearchField::new(Id::unique(PALETTE_FIELD)),
            chosen: 0,
            was_open: false,
        }
    }
}

impl PalettePanel {
    /// Draws the palette over the window, while it is open.
    pub(in crate::app) fn show(&mut self, ui: &Ui, window: Rect, panel: &mut Panel<'_>) {
        let is_open = panel.state.palette_open;
        let (opens, closes) = (is_open && !self.was_open, !is_open && self.was_open);
        self.was_open = is_open;
        if closes && ui.memory(|m| m.has_focus(Id::unique(PALETTE_FIELD))) {
            // The keyboard goes back to where it was.
            ui.memory_mut(egui::Memory::stop_text_input);
        }
        if !is_open {
            return;
        }
        if opens {
            self.field.set_text("");
            self.field.request_focus();
            self.chosen = 0;
        }
        let commands = matching(panel, self.field.text());
        self.keys(ui, panel, &commands);
        let palette = panel.cx.palette;
        let left = window.center().x - WIDTH / 2.0;
        let shown = Area::new(Id::unique("palette"))
            .order(Order::Foreground)
            .fixed_pos(egui::pos2(left, window.top() + 90.0))
            .show(ui.ctx(), |ui| {
                floating_frame(palette).inner_margin(10.0).show(ui, |ui| {
                    ui.set_width(WIDTH - 20.0);
                    self.content_ui(ui, panel, &commands);
                });
            });
        if pressed_beside(ui, shown.response.rect) {
            panel.send(Command::Ui(UiCommand::Palette));
        }
    }

    fn keys(&mut self, ui: &Ui, panel: &mut Panel<'_>, commands: &[UiCommand]) {
        let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
        let last = commands.len().saturating_sub(1);
        if pressed(Key::ArrowDown) {
            self.chosen = (self.chosen + 1).min(last);
        }
        if pressed(Key::ArrowUp) {
            self.chosen = self.chosen.saturating_sub(1);
        }
        self.chosen = self.chosen.min(last);
        if pressed(Key::Escape) {
            panel.send(Command::Ui(UiCommand::Palette));
        }
        if pressed(Key::Enter)
            && let Some(command) = commands.get(self.chosen)
        {
            panel.send(Command::Ui(UiCommand::Palette));
            panel.send(Command::Ui(*command));
        }
    }

    fn content_ui(&mut self, ui: &mut Ui, panel: &mut Panel<'_>, commands: &[UiCommand]) {
        let texts = panel.texts;
        let look = SearchFieldLook {
            placeholder: &texts.get("palette-placeholder"),
            hint: "",
            name: &texts.get("command-show-palette"),
            clear_name: &texts.get("search-clear"),
            right_to_left: panel.cx.right_to_left,
            width: ui.available_width(),
            height: 36.0,
        };
        let answer = self.field.show(ui, panel.cx.pen, panel.cx.palette, &look);
        if answer.changed {
            self.chosen = 0;
        }
        ui.add_space(6.0);
        if commands.is_empty() {
            let (rect, _) =
                ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
            let text = texts.get("palette-no-match");
            let painter = ui.painter().clone();
            let color = panel.cx.palette.soft;
            panel.cx.write(
                ui,
                &painter,
                rect,
                TextPlace::Center,
                (&text, theme::text(), color),
            );
        }
        let first = (self.chosen + 1).saturating_sub(MOST);
        for (index, command) in commands.iter().enumerate().skip(first).take(MOST) {
            self.command_ui(ui, panel, *command, index);
        }
    }

    fn command_ui(&mut self, ui: &mut Ui, panel: &mut Panel<'_>, command: UiCommand, index: usize) {
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::CLICK);
        let name = panel.texts.get(command.text_key());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name.as_ref()));
        if response.hovered() && ui.input(|i| i.pointer.is_moving()) {
            self.chosen = index;
        }
        let palette = panel.cx.palette;
        let painter = ui.painter().clone();
        if index == self.chosen {
            painter.rect_filled(rect, CornerRadius::same(7), palette.accent.tint);
        }
        let mut row = RowRoom::new(rect.shrink2(vec2(12.0, 0.0)), panel.cx.right_to_left);
        let keys = row.end(90.0);
        let text = command.mirrored(panel.cx.right_to_left);
        let text = text.keys_text(ui.ctx().os());
        let shown = (text.as_str(), theme::small(), palette.soft);
        panel.cx.write(ui, &painter, keys, TextPlace::End, shown);
        let shown = (name.as_ref(), theme::text(), palette.ink);
        panel
            .cx
            .write(ui, &painter, row.rest(), TextPlace::Start, shown);
        if response.clicked() {
            panel.send(Command::Ui(UiCommand::Palette));
            panel.send(Command::Ui(command));
        }
    }
}

/// The commands whose names contain every word of `text`, folded.
fn matching(panel: &Panel<'_>, text: &str) -> Vec<UiCommand> {
    let wanted = fold(text);
    UiCommand::ALL
        .into_iter()
        .filter(|command| *command != UiCommand::Palette)
        .filter(|command| {
            let name = fold(&panel.texts.get(command.text_key()));
            wanted.split_whitespace().all(|word| name.contains(word))
        })
        .collect()
}
