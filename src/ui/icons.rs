//! The few icons of the interface, drawn as lines.

use egui::{Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2};

/// A picture without words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// Dark theme.
    Moon,
    /// Light theme.
    Sun,
    /// Close, clear or cancel.
    Close,
    /// There is a menu below.
    Down,
    /// Something is wrong.
    Warning,
    /// More commands or corpora.
    Menu,
}

impl Icon {
    /// Draws the icon in the square `rect`.
    pub fn paint(self, painter: &Painter, rect: Rect, color: Color32) {
        let stroke = Stroke::new(1.5, color);
        let at = |x: f32, y: f32| pos2(rect.left() + x * rect.width(), rect.top() + y * rect.height());
        let line = |points: &[Pos2]| {
            painter.add(Shape::line(points.to_vec(), stroke));
        };
        match self {
            Self::Close => {
                line(&[at(0.22, 0.22), at(0.78, 0.78)]);
                line(&[at(0.78, 0.22), at(0.22, 0.78)]);
            }
            Self::Down => line(&[at(0.22, 0.36), at(0.5, 0.64), at(0.78, 0.36)]),
            Self::Menu => {
                for y in [0.24, 0.5, 0.76] {
                    line(&[at(0.12, y), at(0.88, y)]);
                }
            }
            Self::Warning => {
                painter.add(Shape::closed_line(
                    vec![at(0.5, 0.1), at(0.94, 0.88), at(0.06, 0.88)],
                    stroke,
                ));
                line(&[at(0.5, 0.38), at(0.5, 0.62)]);
                let dot = Rect::from_center_size(at(0.5, 0.75), egui::Vec2::splat(1.6));
                painter.rect(dot, CornerRadius::ZERO, color, Stroke::NONE, StrokeKind::Inside);
            }
            Self::Moon => painter_moon(painter, rect, stroke),
            Self::Sun => {
                painter.circle_stroke(rect.center(), rect.width() * 0.22, stroke);
                for i in 0..8_u8 {
                    let angle = f32::from(i) * std::f32::consts::FRAC_PI_4;
                    let ray = |r: f32| at(0.5 + r * angle.cos(), 0.5 + r * angle.sin());
                    line(&[ray(0.36), ray(0.48)]);
                }
            }
        }
    }
}

/// A crescent: the outline of a disc less a disc beside it.
fn painter_moon(painter: &Painter, rect: Rect, stroke: Stroke) {
    let center = rect.center();
    let outer = rect.width() * 0.42;
    let mut points = Vec::new();
    let arc = |from: f32, to: f32, center: Pos2, radius: f32, points: &mut Vec<Pos2>| {
        for i in 0..=16_u8 {
            let angle = from + (to - from) * f32::from(i) / 16.0;
            points.push(center + radius * egui::vec2(angle.cos(), angle.sin()));
        }
    };
    arc(-1.3, 2.9, center, outer, &mut points);
    let bite = center + egui::vec2(outer * 0.55, -outer * 0.42);
    // Back along the edge of the bite, from where the outer arc ended.
    let end = points.last().copied().unwrap_or(center) - bite;
    let start = points.first().copied().unwrap_or(center) - bite;
    let radius = f32::midpoint(end.length(), start.length());
    let (mut a, b) = (end.angle(), start.angle());
    if a < b {
        a += std::f32::consts::TAU;
    }
    arc(a, b, bite, radius, &mut points);
    painter.add(Shape::closed_line(points, stroke));
}
