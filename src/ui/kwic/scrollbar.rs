//! The scrollbar at the end side of the list, like that of the list of articles.

use super::rows::LineRows;
use crate::ui::{Cx, RowRoom};
use egui::{CornerRadius, Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

/// Width of the scrollbar in points.
pub(super) const WIDTH: f32 = 10.0;
/// Least height of the grip.
const LEAST_GRIP: f32 = 28.0;

/// Draws the scrollbar in `track`, and moves `rows` as it is dragged.
pub(super) fn scrollbar_ui(
    ui: &Ui,
    cx: &Cx<'_>,
    track: Rect,
    rows: &mut LineRows,
    view: f32,
    name: &str,
) {
    let total = rows.total();
    let hidden = total - f64::from(view);
    if hidden <= 0.0 {
        return;
    }
    // For the mouse alone: keys move the selection.
    let id = Id::unique("kwic-scrollbar");
    let response = ui.interact(track, id, Sense::CLICK | Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, name));
    #[expect(clippy::cast_possible_truncation, reason = "points on the screen")]
    let height = (f64::from(view) / total * f64::from(view)) as f32;
    let height = height.max(LEAST_GRIP).min(track.height());
    let room = (track.height() - height).max(1.0);
    if let Some(pointer) = response.interact_pointer_pos()
        && (response.dragged() || response.is_pointer_button_down_on())
    {
        let share = ((pointer.y - track.top() - height / 2.0) / room).clamp(0.0, 1.0);
        rows.scroll_to(f64::from(share) * hidden, view);
        ui.ctx().request_repaint();
    }
    #[expect(clippy::cast_possible_truncation, reason = "a share of 0 to 1")]
    let share = (rows.offset() / hidden).clamp(0.0, 1.0) as f32;
    let top = track.top() + share * room;
    let grip = Rect::from_min_size(pos2(track.left() + 3.0, top), vec2(WIDTH - 6.0, height));
    let color = if response.hovered() || response.dragged() {
        cx.palette.faint
    } else {
        cx.palette.line
    };
    ui.painter().rect_filled(grip, CornerRadius::same(2), color);
}

/// The room of the list and that of its scrollbar.
pub(super) fn split(rect: Rect, right_to_left: bool) -> (Rect, Rect) {
    let mut row = RowRoom::new(rect, right_to_left);
    let track = row.end(WIDTH);
    (row.rest(), track)
}
