//! A line with a box that is ticked or not.

use super::cx::{Cx, RowRoom, TextPlace};
use super::icons::Icon;
use super::theme;
use super::widgets::focus_ring;
use egui::{
    CornerRadius, CursorIcon, Id, Painter, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    Vec2, WidgetInfo, vec2,
};

/// Side of the box in points.
const BOX: f32 = 15.0;

/// A line in `rect` that is ticked or not: the box, then `text`. Only what lies
/// in `clip` can be pressed. `name` is what screen readers say.
pub fn check_line(
    cx: &mut Cx<'_>,
    ui: &Ui,
    painter: &Painter,
    (rect, clip): (Rect, Rect),
    id: Id,
    (text, is_on, name): (&str, bool, &str),
) -> Response {
    let response = ui.interact(rect.intersect(clip), id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, name));
    let palette = cx.palette;
    if response.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        painter.rect_filled(rect, CornerRadius::same(5), palette.hover);
    }
    let mut row = RowRoom::new(rect.shrink2(vec2(4.0, 0.0)), cx.right_to_left);
    let square = Rect::from_center_size(row.start(BOX).center(), Vec2::splat(BOX));
    let (ground, line) = if is_on {
        (palette.accent.ink, palette.accent.ink)
    } else {
        (palette.paper, palette.faint)
    };
    let radius = CornerRadius::same(3);
    let stroke = Stroke::new(1.0, line);
    painter.rect(square, radius, ground, stroke, StrokeKind::Inside);
    if is_on {
        Icon::Check.paint(painter, square.shrink(3.0), palette.paper);
    }
    row.start(9.0);
    let color = if is_on { palette.ink } else { palette.soft };
    let shown = (text, theme::text(), color);
    cx.write(ui, painter, row.rest(), TextPlace::Start, shown);
    focus_ring(cx, painter, &response, 5);
    response
}
