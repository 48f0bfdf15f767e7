//! How the pane paints what is in view.

use super::columns::PaneColumns;
use super::context::ContextLook;
use super::keys::Press;
use super::note::{self, NoteOutcome};
use super::pane::KwicPane;
use super::request::{KwicAnswer, KwicEntry, KwicRequest};
use super::row::{self, Part, VisibleLine};
use crate::ui::column::Visible;
use crate::ui::widgets::pressable;
use crate::ui::{Cx, TextPlace, theme};
use egui::{CornerRadius, Id, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

impl KwicPane {
    /// Paints the entries in view, each kind of thing for all of them at once,
    /// and tells which line was pressed where.
    pub(super) fn paint(
        &mut self,
        ui: &Ui,
        cx: &mut Cx<'_>,
        (body, columns): (Rect, &PaneColumns),
        request: &KwicRequest<'_>,
        visible: &[Visible],
        answer: &mut KwicAnswer,
    ) -> Option<(usize, Press)> {
        let height = (row::HEIGHT * request.scale).round();
        let shown: Vec<VisibleLine> = visible
            .iter()
            .map(|item| self.place(ui, *item, body, height))
            .collect();
        let names = &request.names;
        let mut pressed = None;
        for line in &shown {
            match self.cache.known(line.index).map(|kept| &kept.entry) {
                Some(KwicEntry::Line(row)) => {
                    let press = line.furniture(ui, cx, (body, columns), row, names);
                    pressed = press.map(|press| (line.index, press)).or(pressed);
                }
                Some(KwicEntry::Heading { label, n }) => {
                    let is_pressed = heading_ui(ui, cx, (body, columns), line, (label, n));
                    answer.folded = is_pressed.then_some(line.index).or(answer.folded);
                }
                None => {}
            }
        }
        for part in [Part::Before, Part::Node, Part::After] {
            for line in &shown {
                if let Some(set) = self.cache.known(line.index).and_then(|k| k.set.as_ref()) {
                    line.text(ui, cx, (body, columns), set, part);
                }
            }
        }
        for line in &shown {
            if let Some(row) = self.cache.known(line.index).and_then(|kept| kept.line()) {
                let press = line.buttons(ui, cx, body, row, names);
                pressed = press.map(|press| (line.index, press)).or(pressed);
            }
            self.context(ui, cx, (body, columns), line, request.scale);
        }
        pressed
    }

    /// Where an entry stands, on whole pixels.
    fn place(&self, ui: &Ui, item: Visible, body: Rect, height: f32) -> VisibleLine {
        let scale = ui.ctx().pixels_per_point();
        let round = |y: f32| (y * scale).round() / scale;
        let top = round(body.top() + item.y);
        let edge = |y: f32| pos2(body.right(), y);
        let min = pos2(body.left(), top);
        VisibleLine {
            index: item.index,
            rect: Rect::from_min_max(min, edge(round(body.top() + item.y + height))),
            whole: Rect::from_min_max(min, edge(round(body.top() + item.y + item.height))),
            selected: self.selected == Some(item.index),
            wide: self.wide.contains_key(&item.index),
        }
    }

    /// The wider context of a line that is open.
    fn context(
        &mut self,
        ui: &Ui,
        cx: &mut Cx<'_>,
        (body, columns): (Rect, &PaneColumns),
        line: &VisibleLine,
        scale: f32,
    ) {
        let Some(wide) = self.wide.get_mut(&line.index) else {
            return;
        };
        let below_note = match &self.note {
            Some(note) if note.index == line.index => note::HEIGHT,
            _ => 0.0,
        };
        let room = Rect::from_x_y_ranges(columns.text, line.whole.y_range());
        let room = room.with_min_y(line.rect.bottom() + below_note);
        let mut look = ContextLook::new(ui.ctx(), cx, columns, scale);
        wide.paint(&ui.painter_at(body), room, &mut look);
        let id = Id::unique(("kwic-context", line.index));
        ui.interact(room.intersect(body), id, Sense::hover())
            .widget_info(|| WidgetInfo::labeled(Role::Label, true, wide.text()));
    }

    /// The field for a note, below the line that it is on.
    pub(super) fn write_note(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        (body, columns): (Rect, &PaneColumns),
        request: &KwicRequest<'_>,
        visible: &[Visible],
        answer: &mut KwicAnswer,
    ) {
        let Some(mut note) = self.note.take() else {
            return;
        };
        let height = (row::HEIGHT * request.scale).round();
        let item = visible.iter().find(|item| item.index == note.index);
        let Some(item) = item else {
            self.note = Some(note);
            return;
        };
        // What was asked for with the mouse has its room from the next pass on.
        if item.height < height + note::HEIGHT {
            self.note = Some(note);
            ui.ctx().request_repaint();
            return;
        }
        let line = self.place(ui, *item, body, height);
        let room = Rect::from_x_y_ranges(columns.text, line.whole.y_range());
        let room = room.with_min_y(line.rect.bottom());
        match note.show(ui, cx, (room, body), &request.names) {
            NoteOutcome::Open => self.note = Some(note),
            NoteOutcome::Left(text) => answer.noted = text.map(|text| (note.index, text)),
            NoteOutcome::Done(text) => {
                answer.noted = text.map(|text| (note.index, text));
                ui.memory_mut(|m| m.request_focus(Self::id()));
                ui.ctx().request_repaint();
            }
        }
    }
}

fn heading_ui(
    ui: &Ui,
    cx: &mut Cx<'_>,
    (body, columns): (Rect, &PaneColumns),
    line: &VisibleLine,
    (label, n): (&str, &str),
) -> bool {
    let painter = ui.painter_at(body);
    let text = format!("{label} · {n}");
    let id = row::id(line.index);
    let response = pressable(ui, line.rect.intersect(body), id, &text);
    let ground = if response.hovered() {
        cx.palette.hover
    } else {
        cx.palette.panel
    };
    painter.rect_filled(line.whole, CornerRadius::ZERO, ground);
    painter.hline(
        line.whole.x_range(),
        line.whole.bottom() - 0.5,
        Stroke::new(1.0, cx.palette.line),
    );
    let mut row = crate::ui::RowRoom::new(line.rect, cx.right_to_left);
    row.start(columns.stripe.span() + 12.0);
    row.end(12.0);
    let style = theme::small().bold();
    let room = row.rest();
    let written = (text.as_str(), style, cx.palette.ink);
    cx.write(
        ui,
        &painter,
        room.shrink2(vec2(0.0, 2.0)),
        TextPlace::Start,
        written,
    );
    response.clicked()
}
