//! The box around the line of a search field, and its signs.

use crate::ui::Icon;
use crate::ui::theme::Palette;
use egui::{Color32, Painter, Pos2, Rect, Stroke, StrokeKind, Vec2, pos2, vec2};

/// Radius of the corners of the box in points.
const CORNER: f32 = 8.0;
/// Distance of the magnifier from the start edge, and its size.
const ICON_INSET: f32 = 12.0;
const ICON_SIZE: f32 = 13.0;
/// Distance between signs and text.
const GAP: f32 = 8.0;
/// Size of the clear button, and its distance from the end edge.
const CLEAR_SIZE: f32 = 22.0;
const CLEAR_INSET: f32 = 6.0;
/// Size of the icon in the clear button.
const CROSS: Vec2 = Vec2::splat(13.0);
/// Width of the ring around a focused box.
const RING: f32 = 3.0;

/// The parts of a search field on the screen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    outer: Rect,
    /// The magnifier, if there is one.
    icon: Option<Rect>,
    /// Where the text is; what is wider is clipped.
    pub(super) text: Rect,
    /// The clear button.
    pub(super) clear: Rect,
    /// What lies between the magnifier and the end edge: room for a placeholder.
    pub(super) inner: Rect,
}

impl Frame {
    /// Divides `outer`; with `right_to_left` the magnifier is at the right, if
    /// the field has one.
    pub(super) fn new(outer: Rect, right_to_left: bool, magnifier: bool) -> Self {
        let part = |from_start: f32, size: f32, height: f32| {
            let left = if right_to_left {
                outer.right() - from_start - size
            } else {
                outer.left() + from_start
            };
            let top = outer.center().y - height / 2.0;
            Rect::from_min_size(pos2(left, top), vec2(size, height))
        };
        let text_start = if magnifier {
            ICON_INSET + ICON_SIZE + GAP
        } else {
            ICON_INSET
        };
        let text_end = outer.width() - CLEAR_INSET - CLEAR_SIZE - GAP / 2.0;
        let clear_start = outer.width() - CLEAR_INSET - CLEAR_SIZE;
        let inner_width = outer.width() - text_start - ICON_INSET;
        Self {
            outer,
            icon: magnifier.then(|| part(ICON_INSET, ICON_SIZE, ICON_SIZE)),
            text: part(text_start, (text_end - text_start).max(1.0), outer.height()),
            clear: part(clear_start, CLEAR_SIZE, CLEAR_SIZE),
            inner: part(text_start, inner_width.max(1.0), outer.height()),
        }
    }

    /// Paints the box and the magnifier.
    pub(super) fn paint(&self, painter: &Painter, palette: &Palette, focused: bool) {
        let border = if focused {
            painter.rect_stroke(
                self.outer,
                CORNER,
                Stroke::new(RING, palette.accent.tint),
                StrokeKind::Outside,
            );
            palette.accent.ink
        } else {
            palette.line
        };
        painter.rect(
            self.outer,
            CORNER,
            palette.paper,
            Stroke::new(1.0, border),
            StrokeKind::Inside,
        );
        if let Some(icon) = self.icon {
            paint_magnifier(painter, icon, if focused { border } else { palette.faint });
        }
    }

    /// Paints the clear button.
    pub(super) fn paint_clear(
        &self,
        painter: &Painter,
        palette: &Palette,
        hovered: bool,
        focused: bool,
    ) {
        let center: Pos2 = self.clear.center();
        let radius = CLEAR_SIZE / 2.0 - 1.0;
        if hovered {
            painter.circle_filled(center, radius, palette.hover);
        }
        if focused {
            painter.circle_stroke(center, radius, Stroke::new(1.5, palette.accent.ink));
        }
        let color = if hovered { palette.ink } else { palette.soft };
        Icon::Close.paint(painter, Rect::from_center_size(center, CROSS), color);
    }
}

fn paint_magnifier(painter: &Painter, icon: Rect, color: Color32) {
    let stroke = Stroke::new(1.5, color);
    let radius = icon.width() * 0.36;
    let center = icon.min + vec2(radius + 0.75, radius + 0.75);
    let rim = center + vec2(radius, radius) * std::f32::consts::FRAC_1_SQRT_2;
    painter.circle_stroke(center, radius, stroke);
    painter.line_segment([rim, icon.max - vec2(0.75, 0.75)], stroke);
}
