//! One line on the screen.

use super::cells::SetRow;
use super::columns::PaneColumns;
use super::context::round;
use super::drawing::{fade, paint_hook, paint_note, paint_up};
use super::keys::Press;
use super::request::{KwicNames, KwicRow};
use crate::ui::widgets::tooltip;
use crate::ui::{Cx, Icon, PaintedLabel, RowRoom, TextPlace, theme};
use egui::{
    Color32, CornerRadius, CursorIcon, Id, Rangef, Rect, Response, Role, Sense, Stroke, StrokeKind,
    Ui, Vec2, WidgetInfo, pos2, vec2,
};
use std::sync::Arc;

/// Height of a line in points at the usual text size.
pub(super) const HEIGHT: f32 = 38.0;
/// Where the baseline stands, as a share of the height.
const BASELINE: f32 = 0.635;
/// Width of the soft edge of a text that goes on.
const FADE: f32 = 30.0;
/// Side of the box that ticks a line.
const BOX: f32 = 14.0;
/// Width of a button at the end of a line.
const BUTTON: f32 = 28.0;

/// The id of line `index`.
pub(super) fn id(index: usize) -> Id {
    Id::unique(("kwic-row", index))
}

/// A line in view.
pub(super) struct VisibleLine {
    pub(super) index: usize,
    /// The line itself, without what is open below it.
    pub(super) rect: Rect,
    /// The line and what is open below it.
    pub(super) whole: Rect,
    pub(super) selected: bool,
    /// Whether its wider context is open.
    pub(super) wide: bool,
}

impl VisibleLine {
    /// Whether the pointer is on the line, and the colour of its ground.
    fn ground(&self, ui: &Ui, cx: &Cx<'_>, body: Rect) -> (bool, Color32) {
        let hovered = ui.rect_contains_pointer(self.rect.intersect(body));
        let ground = if self.selected {
            cx.palette.accent.tint
        } else if hovered {
            cx.palette.hover
        } else {
            cx.palette.paper
        };
        (hovered, ground)
    }

    /// Draws all of the line but its text, and tells what was pressed.
    pub(super) fn furniture(
        &self,
        ui: &Ui,
        cx: &mut Cx<'_>,
        (body, columns): (Rect, &PaneColumns),
        row: &KwicRow,
        names: &KwicNames<'_>,
    ) -> Option<Press> {
        let painter = ui.painter_at(body);
        let id = id(self.index);
        let response = ui.interact(self.rect.intersect(body), id, Sense::CLICK);
        let name = spoken(row);
        response
            .widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, self.selected, &name));
        let (_, ground) = self.ground(ui, cx, body);
        painter.rect_filled(self.whole, CornerRadius::ZERO, ground);
        painter.hline(
            self.whole.x_range(),
            self.whole.bottom() - 0.5,
            Stroke::new(1.0, cx.palette.line),
        );
        let stripe = Rect::from_x_y_ranges(columns.stripe, self.whole.y_range());
        painter.rect_filled(stripe, CornerRadius::ZERO, row.tone.ink);
        if response.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        }
        let mut press = response.clicked().then_some(Press::Open);
        if self.tick(ui, cx, (body, columns), row, names) {
            press = Some(Press::Tick);
        }
        if let Some(range) = columns.place {
            let room = Rect::from_x_y_ranges(range, self.rect.y_range());
            // Of the interface's direction: period first, then file.
            let label = place_label(ui, cx, &row.place, range.span());
            let at = cx.room(room, TextPlace::Start, &label).min;
            label.paint(&painter, at, cx.palette.soft);
        }
        press
    }

    fn tick(
        &self,
        ui: &Ui,
        cx: &Cx<'_>,
        (body, columns): (Rect, &PaneColumns),
        row: &KwicRow,
        names: &KwicNames<'_>,
    ) -> bool {
        let painter = ui.painter_at(body);
        let room = Rect::from_x_y_ranges(columns.tick, self.rect.y_range());
        let id = Id::unique(("kwic-tick", self.index));
        // Not on the way of Tab: the space bar ticks the line that is selected.
        let response = ui.interact(room.intersect(body), id, Sense::CLICK);
        let name = format!("{}: {}", names.tick, row.place);
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, row.ticked, &name));
        let square = Rect::from_center_size(round(&painter, room.center()), Vec2::splat(BOX));
        let (fill, line) = if row.ticked {
            (cx.palette.accent.ink, cx.palette.accent.ink)
        } else if response.hovered() {
            (cx.palette.paper, cx.palette.soft)
        } else {
            (cx.palette.paper, cx.palette.faint.gamma_multiply(0.55))
        };
        painter.rect(
            square,
            CornerRadius::same(3),
            fill,
            Stroke::new(1.0, line),
            StrokeKind::Inside,
        );
        if row.ticked {
            paint_hook(&painter, square, cx.palette.paper);
        }
        response.clicked()
    }

    /// Draws the buttons at the end of the line: while the pointer is on it or
    /// it is selected, and the sign of a note always.
    pub(super) fn buttons(
        &self,
        ui: &Ui,
        cx: &mut Cx<'_>,
        body: Rect,
        row: &KwicRow,
        names: &KwicNames<'_>,
    ) -> Option<Press> {
        let (hovered, ground) = self.ground(ui, cx, body);
        let active = hovered || self.selected;
        if !active && !row.noted {
            return None;
        }
        let painter = ui.painter_at(body);
        let mut ends = RowRoom::new(self.rect.shrink2(vec2(0.0, 1.0)), cx.right_to_left);
        let room = ends.end(if active { 2.0 * BUTTON } else { BUTTON });
        painter.rect_filled(room, CornerRadius::ZERO, ground);
        // The text below fades out on either side that it may come from.
        let beside = ends.end(FADE);
        fade(&painter, beside, !cx.right_to_left, ground);
        let mut places = RowRoom::new(room, cx.right_to_left);
        let mut press = None;
        let button = |place: Rect, what: &str, name: &str| {
            let id = Id::unique(("kwic-button", what.to_owned(), self.index));
            let response = ui.interact(place.intersect(body), id, Sense::CLICK);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
            if response.hovered() {
                ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
            }
            response
        };
        let ink = |response: &Response| {
            if response.hovered() {
                cx.palette.ink
            } else {
                cx.palette.soft
            }
        };
        if active {
            let place = places.end(BUTTON);
            let name = if self.wide { names.narrow } else { names.widen };
            let response = button(place, "widen", name);
            let square = Rect::from_center_size(place.center(), Vec2::splat(14.0));
            if self.wide {
                paint_up(&painter, square, ink(&response));
            } else {
                Icon::Down.paint(&painter, square, ink(&response));
            }
            if response.clicked() {
                press = Some(Press::Toggle);
            }
            tooltip(cx, &response, name);
        }
        let place = places.end(BUTTON);
        let note = row.note.as_deref().unwrap_or(names.note);
        let response = button(place, "note", names.note);
        let color = if row.noted {
            cx.palette.accent.ink
        } else if response.hovered() {
            cx.palette.ink
        } else {
            cx.palette.soft
        };
        paint_note(&painter, place.center(), color, row.noted);
        if response.clicked() {
            press = Some(Press::Note);
        }
        tooltip(cx, &response, note);
        press
    }

    /// Paints the text of one column.
    pub(super) fn text(
        &self,
        ui: &Ui,
        cx: &Cx<'_>,
        (body, columns): (Rect, &PaneColumns),
        set: &SetRow,
        part: Part,
    ) {
        let (set, range, color) = match part {
            Part::Before => (&set.before, columns.before, cx.palette.ink),
            Part::Node => (&set.node, columns.node, cx.palette.accent.ink),
            Part::After => (&set.after, columns.after, cx.palette.ink),
        };
        let Some(set) = set else {
            return;
        };
        // One clip for a column of the whole list: its texts are painted at once.
        let column = Rect::from_x_y_ranges(range, body.y_range());
        let painter = ui.painter_at(column);
        let fits = set.width() <= range.span();
        let near_is_left = (part == Part::Before) == columns.right_to_left;
        let fades_right = match part {
            Part::Node => !columns.right_to_left,
            Part::Before | Part::After => near_is_left,
        };
        let left = match part {
            Part::Node if fits => range.center() - set.width() / 2.0,
            _ if fades_right => range.min,
            _ => range.max - set.width(),
        };
        let baseline = self.rect.top() + BASELINE * self.rect.height();
        let at = pos2(left - set.left, baseline - set.baseline);
        painter.galley(round(&painter, at), Arc::clone(&set.galley), color);
        if !fits {
            let width = FADE.min(range.span() / 3.0);
            // A clip may show part of a pixel more than its range.
            let edge = if fades_right {
                Rangef::new(range.max - width, range.max + 1.0)
            } else {
                Rangef::new(range.min - 1.0, range.min + width)
            };
            let (_, ground) = self.ground(ui, cx, body);
            let inside = self.rect.shrink2(vec2(0.0, 1.0));
            let edge = Rect::from_x_y_ranges(edge, inside.y_range());
            fade(&painter, edge, fades_right, ground);
        }
    }
}

/// A column of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Before,
    Node,
    After,
}

/// Period and file, cut to `width` points.
pub(super) fn place_label(ui: &Ui, cx: &mut Cx<'_>, place: &str, width: f32) -> PaintedLabel {
    let direction = cx.direction();
    let style = theme::small();
    cx.pen.lines(ui.ctx(), place, style, width, 1, direction)
}

/// What a screen reader says of a line.
fn spoken(row: &KwicRow) -> String {
    let words = [&row.before, &row.node, &row.after];
    let words: Vec<&str> = words
        .iter()
        .map(|text| text.trim())
        .filter(|text| !text.is_empty())
        .collect();
    let place: Vec<&str> = row.place.split(" · ").collect();
    format!("{}, {}", words.join(" "), place.join(" "))
}
