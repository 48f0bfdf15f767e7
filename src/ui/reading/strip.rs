//! The strip at the edge of the pane: where in the article the marks lie,
//! and where the view stands. It is the pane's scrollbar.

use crate::ui::theme::Palette;
use egui::{Color32, CornerRadius, Mesh, Rect, Role, Sense, Ui, WidgetInfo, pos2};

/// Width of the strip in points.
pub(super) const WIDTH: f32 = 16.0;

/// A mark on the strip.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tick {
    /// Place in the article, from 0 at its start to 1 at its end.
    pub place: f32,
    /// Its colour.
    pub color: Color32,
}

/// Draws the strip in `rect`; returns the place (0 to 1) that the reader asks
/// to have in the middle of the view. `view` is the share of the article in view.
pub fn strip_ui(
    ui: &mut Ui,
    rect: Rect,
    id: egui::Id,
    palette: &Palette,
    ticks: &[Tick],
    view: (f32, f32),
    name: &str,
) -> Option<f32> {
    // For the mouse alone: keys scroll the pane itself.
    let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, name));
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, CornerRadius::ZERO, palette.panel);
    let y_of = |place: f32| rect.top() + place * rect.height();
    let whole = view.1 - view.0 >= 0.999;
    if !whole {
        let grip = Rect::from_min_max(
            pos2(rect.left() + 1.0, y_of(view.0)),
            pos2(rect.right() - 1.0, y_of(view.1).max(y_of(view.0) + 18.0)),
        );
        let color = if response.dragged() || response.hovered() {
            palette.line
        } else {
            palette.hover
        };
        painter.rect_filled(grip, CornerRadius::same(4), color);
    }
    let mut mesh = Mesh::default();
    for tick in ticks {
        let y = y_of(tick.place).min(rect.bottom() - 3.0).round();
        mesh.add_colored_rect(
            Rect::from_min_max(
                pos2(rect.left() + 4.0, y),
                pos2(rect.right() - 4.0, y + 2.0),
            ),
            tick.color,
        );
    }
    if !mesh.is_empty() {
        painter.add(mesh);
    }
    let pointer = response.interact_pointer_pos()?;
    (response.dragged() || response.clicked() || response.is_pointer_button_down_on())
        .then(|| ((pointer.y - rect.top()) / rect.height().max(1.0)).clamp(0.0, 1.0))
}
