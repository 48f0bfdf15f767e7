//! What the window says while a folder is held over it.

use crate::app::panels::Panel;
use crate::ui::{Place, theme};
use egui::{CornerRadius, Id, LayerId, Order, Rect, Stroke, StrokeKind, Ui};

/// Covers the window while the reader holds a file or folder over it.
pub(in crate::app) fn drop_hint_ui(ui: &Ui, window: Rect, panel: &mut Panel<'_>) {
    if ui.input(|i| i.raw.hovered_files.is_empty()) {
        return;
    }
    let palette = panel.cx.palette;
    let layer = LayerId::new(Order::Foreground, Id::unique("drop-hint"));
    let painter = ui.ctx().layer_painter(layer);
    let frame = window.shrink(24.0);
    painter.rect(
        frame,
        CornerRadius::same(16),
        palette.accent.tint.gamma_multiply(0.92),
        Stroke::new(2.0, palette.accent.ink),
        StrokeKind::Inside,
    );
    let text = panel.texts.get("drop-folder");
    let style = theme::headline(24.0);
    panel.cx.write(
        ui,
        &painter,
        frame,
        Place::Center,
        (&text, style, palette.accent.ink),
    );
}
