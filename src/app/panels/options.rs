//! The options beside a view: headings, menus, boxes and sentences, from top to
//! bottom.

use super::Panel;
use crate::app::command::Command;
use crate::app::panels::menu_button::menu_button;
use crate::ui::check::check_line;
use crate::ui::widgets::{CONTROL, menu_item, tooltip};
use crate::ui::{Place, Row, theme};
use egui::{Id, Popup, Rect, Ui, UiBuilder, pos2, vec2};

/// Room at the sides in points.
const SIDE: f32 = 16.0;
/// Room between two controls.
pub(in crate::app) const GAP: f32 = 8.0;
/// Height of a line with a box.
const CHECK: f32 = 30.0;
/// Room of the box and around it.
const BOX: f32 = 32.0;
/// Height of a heading.
const HEAD: f32 = 34.0;
/// The most lines of a sentence.
const MOST_LINES: usize = 6;

/// What a menu offers: the text, the command, and whether it is in force.
pub(in crate::app) type Choice = (String, Command, bool);

/// The options being drawn.
pub(in crate::app) struct OptionsSide<'a, 'p> {
    /// What is left of the room.
    pub(in crate::app) room: Rect,
    pub(in crate::app) ui: &'a Ui,
    pub(in crate::app) panel: &'a mut Panel<'p>,
}

impl<'p> OptionsSide<'_, 'p> {
    /// Draws in `rect` what `draw` says; returns what is left of it.
    pub(in crate::app) fn show(
        ui: &mut Ui,
        rect: Rect,
        panel: &mut Panel<'p>,
        draw: impl FnOnce(&mut OptionsSide<'_, 'p>),
    ) -> Rect {
        let mut clipped = ui.new_child(UiBuilder::new().max_rect(rect));
        clipped.shrink_clip_rect(rect);
        let mut side = OptionsSide {
            room: rect.shrink2(vec2(SIDE, 8.0)),
            ui: &clipped,
            panel,
        };
        draw(&mut side);
        Rect::from_min_max(pos2(rect.left(), side.room.top()), rect.max)
    }

    /// Takes `height` points at the top.
    pub(in crate::app) fn take(&mut self, height: f32) -> Rect {
        let y = (self.room.top() + height).min(self.room.bottom());
        let (taken, room) = self.room.split_top_bottom_at_y(y);
        self.room = room;
        Rect::from_min_size(taken.min, vec2(taken.width(), height))
    }

    pub(in crate::app) fn heading(&mut self, key: &str) {
        let place = self.take(HEAD);
        let text = self.panel.texts.get(key);
        let ink = self.panel.cx.palette.ink;
        let words = (text.as_ref(), theme::small().bold(), ink);
        self.panel.write(self.ui, place, Place::Start, words);
    }

    /// A menu whose button says `text`.
    pub(in crate::app) fn menu(&mut self, id: &'static str, text: &str, choices: Vec<Choice>) {
        let place = self.take(CONTROL);
        self.take(GAP);
        let mut row = Row::new(place, self.panel.cx.right_to_left);
        let response = menu_button(self.ui, self.panel, &mut row, false, (id, text));
        let panel = &mut *self.panel;
        Popup::menu(&response).width(240.0).show(|ui| {
            for (name, command, is_on) in choices {
                if menu_item(&mut panel.cx, ui, &name, "", is_on).clicked() {
                    panel.send(command);
                }
            }
        });
    }

    /// A menu of texts with the one in force on its button.
    pub(in crate::app) fn menu_of(&mut self, id: &'static str, choices: Vec<Choice>) {
        let now = choices.iter().find(|(.., is_on)| *is_on);
        let text = now.map_or_else(String::new, |(text, ..)| text.clone());
        self.menu(id, &text, choices);
    }

    /// The choices among values with names of their own, of which `now` is in
    /// force.
    pub(in crate::app) fn named<T: Copy + PartialEq>(
        &self,
        values: &[(T, &str)],
        now: T,
        command: impl Fn(T) -> Command,
    ) -> Vec<Choice> {
        let values = values.iter();
        let choices = values.map(|(value, key)| {
            let name = self.panel.texts.get(key).into_owned();
            (name, command(*value), *value == now)
        });
        choices.collect()
    }

    /// A menu of numbers whose button says `key` with the one in force.
    pub(in crate::app) fn numbers(
        &mut self,
        (id, key): (&'static str, &str),
        numbers: &[u32],
        now: u32,
        command: impl Fn(u32) -> Command,
    ) {
        let texts = self.panel.texts;
        let choices = numbers.iter().map(|n| {
            let name = texts.number((*n).into());
            (name, command(*n), *n == now)
        });
        let text = texts.with(key, &[("n", now.into())]);
        self.menu(id, &text, choices.collect());
    }

    /// A line with a box; pressing it sends `command`.
    pub(in crate::app) fn check(&mut self, key: &str, is_on: bool, command: Command) {
        let place = self.take(CHECK);
        let text = self.panel.texts.get(key);
        let id = Id::unique(("check", key));
        let shown = (text.as_ref(), is_on, text.as_ref());
        let painter = self.ui.painter();
        let rects = (place, self.ui.clip_rect());
        let response = check_line(&mut self.panel.cx, self.ui, painter, rects, id, shown);
        let label = self.panel.cx.label(self.ui, &text, theme::text());
        if label.width() > place.width() - BOX {
            tooltip(&mut self.panel.cx, &response, &text);
        }
        if response.clicked() {
            self.panel.send(command);
        }
    }

    /// A sentence of several lines.
    pub(in crate::app) fn sentence(&mut self, text: &str) {
        let style = crate::text::TextStyle {
            leading: 1.4,
            ..theme::small()
        };
        let (width, direction) = (self.room.width(), self.panel.cx.direction());
        let pen = &mut *self.panel.cx.pen;
        let label = pen.lines(self.ui.ctx(), text, style, width, MOST_LINES, direction);
        let place = self.take(label.size().y + GAP);
        let at = self.panel.cx.room(place, Place::Start, &label).min;
        let soft = self.panel.cx.palette.soft;
        label.paint(self.ui.painter(), pos2(at.x, place.top()), soft);
    }
}
