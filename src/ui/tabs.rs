//! A row of tabs, of which one is shown.

use super::cx::{Cx, RowRoom, TextPlace};
use super::theme;
use super::widgets::{focus_ring, tooltip};
use egui::{
    CornerRadius, CursorIcon, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

/// A tab.
#[derive(Debug, Clone)]
pub struct Tab {
    /// What stands on it.
    pub text: String,
    /// The keys that show it, for the tooltip.
    pub keys: String,
}

/// Width in points of the row with `padding` points around each text.
pub fn tabs_width(cx: &mut Cx<'_>, ui: &Ui, tabs: &[Tab], padding: f32) -> f32 {
    let widths = tabs.iter().map(|tab| tab_width(cx, ui, tab) + padding);
    widths.sum::<f32>() + 6.0
}

/// Draws the tabs in `rect` with `padding` points around each text, tab `on`
/// (from 0) shown; returns the one that was pressed.
pub fn tabs_ui(
    cx: &mut Cx<'_>,
    ui: &Ui,
    (rect, padding): (Rect, f32),
    tabs: &[Tab],
    on: usize,
) -> Option<usize> {
    let palette = cx.palette;
    ui.painter()
        .rect_filled(rect, CornerRadius::same(8), palette.hover);
    let mut row = RowRoom::new(rect.shrink(3.0), cx.right_to_left);
    let mut pressed = None;
    for (n, tab) in tabs.iter().enumerate() {
        let place = row.start(tab_width(cx, ui, tab) + padding);
        let is_on = n == on;
        let response = ui.interact(place, Id::unique(("tab", n)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_on, tab.text.as_str()));
        if response.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        }
        let painter = ui.painter();
        if is_on {
            let line = Stroke::new(1.0, palette.line);
            let radius = CornerRadius::same(6);
            painter.rect(place, radius, palette.paper, line, StrokeKind::Inside);
        }
        let (style, color) = if is_on {
            (theme::text().bold(), palette.ink)
        } else {
            (theme::text(), palette.soft)
        };
        let inner = place.shrink2(vec2(2.0, 0.0));
        cx.write(
            ui,
            painter,
            inner,
            TextPlace::Center,
            (&tab.text, style, color),
        );
        focus_ring(cx, painter, &response, 6);
        tooltip(cx, &response, &format!("{} · {}", tab.text, tab.keys));
        if response.clicked() {
            pressed = Some(n);
        }
    }
    pressed
}

fn tab_width(cx: &mut Cx<'_>, ui: &Ui, tab: &Tab) -> f32 {
    cx.label(ui, &tab.text, theme::text().bold()).width()
}
