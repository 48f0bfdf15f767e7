//! The row of headings, which stays where it is.

use super::cell::Align;
use super::columns::ColumnPlaces;
use super::{SortOrder, TableColumn, TableLook};
use crate::ui::cx::{Cx, RowRoom, TextPlace};
use crate::ui::theme;
use crate::ui::widgets::{focus_ring, tooltip};
use egui::{
    Color32, CursorIcon, Id, Painter, Rect, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo,
    accesskit, pos2,
};

/// Room of the mark of the order.
const MARK: f32 = 14.0;

/// The widget of the heading of a column.
pub(super) fn id_of(table: Id, column: usize) -> Id {
    table.with(("heading", column))
}

/// Draws the headings in `rect`; returns what the reader wants to sort by.
pub(super) fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    table: Id,
    rect: Rect,
    look: &TableLook<'_>,
    places: &ColumnPlaces,
) -> Option<(usize, SortOrder)> {
    ui.painter().rect_filled(rect, 0.0, cx.palette.panel);
    let mut wanted = None;
    for (i, (column, place)) in look.columns.iter().zip(&places.columns).enumerate() {
        let room = Rect::from_x_y_ranges(*place, rect.y_range());
        let sorted = look.sort.filter(|(by, _)| *by == i).map(|(_, order)| order);
        let id = id_of(table, i);
        if heading(ui, cx, (id, room), column, sorted)
            && let Some(first) = column.sort
        {
            wanted = Some((i, sorted.map_or(first, SortOrder::reversed)));
        }
    }
    wanted
}

/// Draws a heading; returns whether it was clicked.
fn heading(
    ui: &Ui,
    cx: &mut Cx<'_>,
    (id, room): (Id, Rect),
    column: &TableColumn<'_>,
    sorted: Option<SortOrder>,
) -> bool {
    let can_sort = column.sort.is_some();
    let sense = if can_sort {
        Sense::click()
    } else {
        Sense::hover()
    };
    let response = ui.interact(room.expand2(egui::vec2(6.0, -3.0)), id, sense);
    describe(ui, &response, column, sorted);
    let painter = ui.painter();
    if can_sort && response.hovered() {
        painter.rect_filled(response.rect, 5.0, cx.palette.hover);
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
    // The mark stands on the inner side of the heading.
    let at_left = match column.align {
        Align::Number => true,
        Align::Start => cx.right_to_left,
        Align::End => !cx.right_to_left,
    };
    let mut row = RowRoom::new(room, at_left);
    let mark = sorted.map(|order| (row.end(MARK), order));
    let ink = if sorted.is_some() {
        cx.palette.accent.ink
    } else {
        cx.palette.soft
    };
    let style = theme::small().bold();
    let place = place_of(cx, column.align);
    let label = cx.line(ui, column.heading, style, row.rest().width());
    let written = cx.room(row.rest(), place, &label);
    label.paint(painter, written.min, ink);
    if let Some((_, order)) = mark {
        let x = if at_left {
            written.left() - MARK / 2.0
        } else {
            written.right() + MARK / 2.0
        };
        paint_mark(painter, pos2(x, room.center().y), order, ink);
    }
    if label.block().text_len != column.heading.len() {
        tooltip(cx, &response, column.heading);
    }
    focus_ring(cx, painter, &response, 5);
    response.clicked()
}

/// Where a text of `align` stands, in the words of the interface's direction.
pub(super) const fn place_of(cx: &Cx<'_>, align: Align) -> TextPlace {
    match align {
        Align::Start => TextPlace::Start,
        Align::Number if cx.right_to_left => TextPlace::Start,
        Align::End | Align::Number => TextPlace::End,
    }
}

fn describe(ui: &Ui, response: &Response, column: &TableColumn<'_>, sorted: Option<SortOrder>) {
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, column.heading));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        if let Some(order) = sorted {
            node.set_sort_direction(match order {
                SortOrder::Ascending => accesskit::SortDirection::Ascending,
                SortOrder::Descending => accesskit::SortDirection::Descending,
            });
        }
    });
}

/// A triangle that points up for ascending orders.
fn paint_mark(painter: &Painter, center: egui::Pos2, order: SortOrder, color: Color32) {
    let up = match order {
        SortOrder::Ascending => -1.0,
        SortOrder::Descending => 1.0,
    };
    let at = |x: f32, y: f32| pos2(center.x + x, center.y + y * up);
    painter.add(Shape::convex_polygon(
        vec![at(0.0, 3.0), at(-4.0, -2.5), at(4.0, -2.5)],
        color,
        Stroke::NONE,
    ));
}
