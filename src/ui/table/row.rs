//! The rows in view.

use super::cell::{TableCell, TableRow};
use super::columns::ColumnPlaces;
use super::header::place_of;
use super::{ROW, TableColumn, TableLook, TableResponse};
use crate::text::{Block, TextStyle};
use crate::ui::cx::{Cx, RowRoom, TextPlace};
use crate::ui::theme;
use crate::ui::widgets::tooltip;
use egui::{
    Color32, CursorIcon, Id, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind,
    Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use std::ops::Range;

/// Width of the stripe at the side where lines start.
const STRIPE: f32 = 4.0;
/// Side of a checkbox.
const BOX: f32 = 15.0;

/// The widget of row `index`.
pub(super) fn id_of(table: Id, index: usize) -> Id {
    table.with(("row", index))
}

/// How rows are drawn.
pub(super) struct RowStyle<'a> {
    pub(super) table: Id,
    /// Under the headings.
    pub(super) body: Rect,
    pub(super) look: &'a TableLook<'a>,
    pub(super) places: &'a ColumnPlaces,
}

impl RowStyle<'_> {
    /// Draws the rows of `range`, the first `top` points below the top of the
    /// body.
    pub(super) fn show(
        &self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        (range, top): (Range<usize>, f32),
        make: &mut dyn FnMut(usize) -> TableRow,
        answer: &mut TableResponse,
    ) {
        let mut y = self.body.top() + top;
        for index in range {
            let rect = Rect::from_min_size(pos2(self.body.left(), y), vec2(self.body.width(), ROW));
            self.row(ui, cx, (index, rect), &make(index), answer);
            y += ROW;
        }
    }

    fn row(
        &self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        (index, rect): (usize, Rect),
        row: &TableRow,
        answer: &mut TableResponse,
    ) {
        let seen = rect.intersect(self.body);
        // The table has the keyboard, not each row.
        let response = ui.interact(seen, id_of(self.table, index), Sense::CLICK);
        let is_selected = self.look.selected == Some(index);
        self.describe(ui, &response, index, row, is_selected);
        let painter = ui.painter().clone();
        let ground = match (is_selected, response.hovered()) {
            (true, _) => Some(cx.palette.accent.tint),
            (false, true) => Some(cx.palette.hover),
            (false, false) => None,
        };
        if let Some(ground) = ground {
            painter.rect_filled(rect, 0.0, ground);
        }
        let line = Stroke::new(1.0, cx.palette.line);
        painter.hline(rect.x_range(), rect.bottom() - 0.5, line);
        if let Some(color) = row.stripe {
            let stripe = RowRoom::new(rect, cx.right_to_left).start(STRIPE);
            painter.rect_filled(stripe, 0.0, color);
        }
        if response.hovered() {
            answer.hovered = Some(index);
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        }
        if response.clicked() {
            answer.select = Some(index);
        }
        if response.double_clicked() {
            answer.open = Some(index);
        }
        let parts = UiBuilder::new().max_rect(rect).id_salt(response.id);
        let ui = &ui.new_child(parts.accessibility_parent(response.id));
        let columns = self.look.columns.iter().zip(&self.places.columns);
        for (i, ((column, place), cell)) in columns.zip(&row.cells).enumerate() {
            let room = Rect::from_x_y_ranges(*place, rect.y_range());
            self.cell(ui, cx, (&response, index, i), (room, column), cell);
        }
        if let Some(place) = self.places.tick {
            let room = Rect::from_x_y_ranges(place, rect.y_range());
            if self.tick(ui, cx, (index, room), row) {
                answer.tick = Some((index, !row.ticked));
            }
        }
    }

    fn cell(
        &self,
        ui: &Ui,
        cx: &mut Cx<'_>,
        (row, index, i): (&Response, usize, usize),
        (room, column): (Rect, &TableColumn<'_>),
        cell: &TableCell,
    ) {
        let id = self.table.with(("cell", index, i));
        let response = ui.interact(room.intersect(self.body), id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &cell.text));
        if !cell.bar.is_empty() {
            return paint_bar(ui.painter(), room, cx.right_to_left, &cell.bar);
        }
        let style = style_of(cell);
        let (text, width) = (&cell.text, room.width());
        let label = cx
            .pen
            .lines(ui.ctx(), text, style, width, 1, cell.direction);
        let mut written = cx.room(room, place_of(cx, column.align), &label);
        // What was cut is as wide as the column, and stands in it by the
        // direction of its line; here the column decides.
        if let Some((left, right)) = extent(label.block()) {
            written.min.x += match place_of(cx, column.align) {
                TextPlace::Center => 0.0,
                TextPlace::Start if cx.right_to_left => written.width() - right,
                TextPlace::End if !cx.right_to_left => written.width() - right,
                TextPlace::Start | TextPlace::End => -left,
            };
        }
        let ink = cell.ink.unwrap_or(cx.palette.ink);
        label.paint(ui.painter(), written.min, ink);
        let is_cut = label.block().text_len != text.len();
        if is_cut && row.hover_pos().is_some_and(|at| room.contains(at)) {
            tooltip(cx, row, text);
        }
    }

    /// Draws the checkbox of a row; returns whether it was clicked.
    fn tick(&self, ui: &Ui, cx: &Cx<'_>, (index, room): (usize, Rect), row: &TableRow) -> bool {
        let id = self.table.with(("tick", index));
        let response = ui.interact(room.intersect(self.body), id, Sense::CLICK);
        let first = row.cells.first().map_or("", |cell| cell.text.as_str());
        let name = format!("{}: {first}", self.look.ticks.unwrap_or_default());
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, row.ticked, &name));
        let square = Rect::from_center_size(room.center(), vec2(BOX, BOX));
        let palette = cx.palette;
        let (fill, border) = if row.ticked {
            (palette.accent.ink, palette.accent.ink)
        } else {
            (palette.paper, palette.faint)
        };
        let stroke = Stroke::new(1.5, border);
        ui.painter()
            .rect(square, 3.0, fill, stroke, StrokeKind::Inside);
        if row.ticked {
            paint_tick(ui.painter(), square, Stroke::new(2.0, palette.paper));
        }
        if response.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        }
        response.clicked()
    }

    /// Tells screen readers all of a row in one sentence: heading and text of
    /// each cell.
    fn describe(
        &self,
        ui: &Ui,
        response: &Response,
        index: usize,
        row: &TableRow,
        is_selected: bool,
    ) {
        response.widget_info(|| {
            let cells = self.look.columns.iter().zip(&row.cells);
            let parts: Vec<String> = cells
                .filter(|(_, cell)| !cell.text.is_empty())
                .map(|(column, cell)| match column.heading {
                    "" => cell.text.clone(),
                    heading => format!("{heading}: {}", cell.text),
                })
                .collect();
            WidgetInfo::labeled(Role::Row, true, parts.join(" · "))
        });
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_row_index(index);
            node.set_selected(is_selected);
        });
    }
}

/// The left and right edge of what stands in a block.
fn extent(block: &Block) -> Option<(f32, f32)> {
    let left = block
        .cells
        .iter()
        .map(|cell| cell.x0)
        .min_by(f32::total_cmp);
    let right = block
        .cells
        .iter()
        .map(|cell| cell.x1)
        .max_by(f32::total_cmp);
    left.zip(right)
}

/// Height of a bar in points.
const STRETCH: f32 = 8.0;

fn paint_bar(painter: &Painter, room: Rect, right_to_left: bool, stretches: &[(u16, Color32)]) {
    let line = Rect::from_center_size(room.center(), vec2(room.width(), STRETCH));
    let mut row = RowRoom::new(line, right_to_left);
    for (share, color) in stretches {
        // What is there is seen, however little it is.
        let width = (f32::from(*share) / 1000.0 * line.width()).max(1.5);
        let stretch = row.start(width).shrink2(vec2(0.25, 0.0));
        painter.rect_filled(stretch, 1.0, *color);
    }
}

fn style_of(cell: &TableCell) -> TextStyle {
    let style = theme::text();
    if cell.bold { style.bold() } else { style }
}

fn paint_tick(painter: &Painter, square: Rect, stroke: Stroke) {
    let at = |x: f32, y: f32| -> Pos2 { square.min + square.size() * vec2(x, y) };
    let points = vec![at(0.22, 0.52), at(0.43, 0.72), at(0.78, 0.3)];
    painter.add(Shape::line(points, stroke));
}
