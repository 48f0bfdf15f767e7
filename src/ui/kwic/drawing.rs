//! The few shapes that a line is drawn with.

use super::context::round;
use egui::{Color32, CornerRadius, Mesh, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, vec2};

/// Lets what lies in `rect` vanish in `ground`, towards the right or the left.
pub(super) fn fade(painter: &Painter, rect: Rect, to_right: bool, ground: Color32) {
    let (left, right) = if to_right {
        (Color32::TRANSPARENT, ground)
    } else {
        (ground, Color32::TRANSPARENT)
    };
    let mut mesh = Mesh::default();
    mesh.colored_vertex(rect.left_top(), left);
    mesh.colored_vertex(rect.right_top(), right);
    mesh.colored_vertex(rect.left_bottom(), left);
    mesh.colored_vertex(rect.right_bottom(), right);
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(2, 1, 3);
    painter.add(mesh);
}

/// An arrow up: less of the text.
pub(super) fn paint_up(painter: &Painter, square: Rect, color: Color32) {
    let at = |x: f32, y: f32| square.min + vec2(x * square.width(), y * square.height());
    let points = vec![at(0.22, 0.64), at(0.5, 0.36), at(0.78, 0.64)];
    painter.add(Shape::line(points, Stroke::new(1.5, color)));
}

/// A sheet with two lines of writing; filled if there is a note.
pub(super) fn paint_note(painter: &Painter, center: Pos2, color: Color32, noted: bool) {
    let sheet = Rect::from_center_size(round(painter, center), vec2(12.0, 12.0));
    let fill = if noted {
        color.gamma_multiply(0.18)
    } else {
        Color32::TRANSPARENT
    };
    painter.rect(
        sheet,
        CornerRadius::same(2),
        fill,
        Stroke::new(1.2, color),
        StrokeKind::Inside,
    );
    for y in [4.5, 7.5] {
        let line = [sheet.min + vec2(3.0, y), sheet.min + vec2(9.0, y)];
        painter.line_segment(line, Stroke::new(1.0, color));
    }
}

/// The hook in the box of a line that is ticked.
pub(super) fn paint_hook(painter: &Painter, square: Rect, color: Color32) {
    let at = |x: f32, y: f32| square.min + vec2(x * square.width(), y * square.height());
    let hook = vec![at(0.22, 0.52), at(0.43, 0.72), at(0.79, 0.29)];
    painter.add(Shape::line(hook, Stroke::new(1.8, color)));
}
