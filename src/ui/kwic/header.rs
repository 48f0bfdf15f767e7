//! The line of column headings.

use super::columns::PaneColumns;
use super::request::{KwicColumn, KwicNames};
use crate::ui::widgets::{focus_ring, pressable};
use crate::ui::{Cx, theme};
use egui::{CornerRadius, Id, Rect, Stroke, Ui, pos2, vec2};

/// Height of the line in points.
pub(super) const HEIGHT: f32 = 32.0;

/// Draws the headings, each where its column is read from; returns the one that
/// was pressed.
pub(super) fn header_ui(
    ui: &Ui,
    cx: &mut Cx<'_>,
    rect: Rect,
    columns: &PaneColumns,
    names: &KwicNames<'_>,
) -> Option<KwicColumn> {
    let painter = ui.painter().clone();
    painter.hline(
        rect.x_range(),
        rect.bottom() - 0.5,
        Stroke::new(1.0, cx.palette.line),
    );
    let mut pressed = None;
    for (column, name) in [
        (KwicColumn::Place, names.place),
        (KwicColumn::Before, names.before),
        (KwicColumn::Node, names.node),
        (KwicColumn::After, names.after),
    ] {
        let Some(range) = columns.range(column) else {
            continue;
        };
        let room = Rect::from_x_y_ranges(range, rect.y_range()).shrink2(vec2(0.0, 4.0));
        let label = cx.line(ui, name, theme::small(), range.span() + 0.5);
        let width = label.width();
        let at_right = match column {
            KwicColumn::Place => cx.right_to_left,
            // Towards the node, where the text of the column begins to be read.
            KwicColumn::Before => !columns.right_to_left,
            KwicColumn::After => columns.right_to_left,
            KwicColumn::Node => false,
        };
        let left = match column {
            KwicColumn::Node => room.center().x - width / 2.0,
            _ if at_right => room.right() - width,
            _ => room.left(),
        };
        let button = Rect::from_min_size(pos2(left, room.top()), vec2(width, room.height()));
        let button = button.expand2(vec2(6.0, 0.0));
        let response = pressable(ui, button, Id::unique(("kwic-heading", column)), name);
        if response.hovered() {
            painter.rect_filled(button, CornerRadius::same(6), cx.palette.hover);
        }
        let top = room.center().y - label.size().y / 2.0;
        label.paint(&painter, pos2(left, top), cx.palette.soft);
        focus_ring(cx, &painter, &response, 6);
        if response.clicked() {
            pressed = Some(column);
        }
    }
    pressed
}
