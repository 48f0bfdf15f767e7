//! A button that opens a menu.

use super::Panel;
use crate::ui::widgets::{focus_ring, pressable};
use crate::ui::{Icon, Place, Row, theme};
use egui::{CornerRadius, Id, Rect, Response, Stroke, StrokeKind, Ui, vec2};

/// A button with a small arrow: there is a menu below.
pub(in crate::app) fn menu_button(
    ui: &Ui,
    panel: &mut Panel<'_>,
    row: &mut Row,
    at_end: bool,
    (id, text): (&'static str, &str),
) -> Response {
    let style = theme::text();
    let width = panel.cx.label(ui, text, style).width() + 40.0;
    let width = width.min(row.rest().width());
    let rect = if at_end {
        row.end(width)
    } else {
        row.start(width)
    };
    let response = pressable(ui, rect, Id::unique(id), text);
    let palette = panel.cx.palette;
    let ground = if response.hovered() {
        palette.hover
    } else {
        palette.paper
    };
    let painter = ui.painter();
    let line = Stroke::new(1.0, palette.line);
    painter.rect(
        rect,
        CornerRadius::same(7),
        ground,
        line,
        StrokeKind::Inside,
    );
    let mut inner = Row::new(rect.shrink2(vec2(12.0, 0.0)), panel.cx.right_to_left);
    let arrow = inner.end(12.0);
    let square = Rect::from_center_size(arrow.center(), vec2(10.0, 10.0));
    Icon::Down.paint(painter, square, palette.soft);
    inner.end(4.0);
    let shown = (text, style, palette.ink);
    panel
        .cx
        .write(ui, painter, inner.rest(), Place::Start, shown);
    focus_ring(&panel.cx, painter, &response, 7);
    response
}
