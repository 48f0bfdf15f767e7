//! The few icons of the interface, drawn as lines.

use egui::{
    Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, pos2, vec2,
};
use std::f32::consts::{FRAC_PI_4, TAU};

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
    /// Chosen.
    Check,
}

impl Icon {
    /// Draws the icon in the square `rect`.
    pub fn paint(self, painter: &Painter, rect: Rect, color: Color32) {
        let stroke = Stroke::new(1.5, color);
        let at = |x: f32, y: f32| {
            pos2(
                rect.left() + x * rect.width(),
                rect.top() + y * rect.height(),
            )
        };
        let line = |points: &[Pos2]| {
            painter.add(Shape::line(points.to_vec(), stroke));
        };
        match self {
            Self::Close => {
                line(&[at(0.22, 0.22), at(0.78, 0.78)]);
                line(&[at(0.78, 0.22), at(0.22, 0.78)]);
            }
            Self::Down => line(&[at(0.22, 0.36), at(0.5, 0.64), at(0.78, 0.36)]),
            Self::Check => line(&[at(0.16, 0.52), at(0.4, 0.76), at(0.86, 0.24)]),
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
                let dot = Rect::from_center_size(at(0.5, 0.75), Vec2::splat(1.6));
                painter.rect(
                    dot,
                    CornerRadius::ZERO,
                    color,
                    Stroke::NONE,
                    StrokeKind::Inside,
                );
            }
            Self::Moon => paint_moon(painter, rect, stroke),
            Self::Sun => {
                painter.circle_stroke(rect.center(), rect.width() * 0.22, stroke);
                for i in 0..8_u8 {
                    let angle = f32::from(i) * FRAC_PI_4;
                    let ray = |r: f32| at(0.5 + r * angle.cos(), 0.5 + r * angle.sin());
                    line(&[ray(0.36), ray(0.48)]);
                }
            }
        }
    }
}

/// A crescent: the outline of a disc less a disc that overlaps it.
fn paint_moon(painter: &Painter, rect: Rect, stroke: Stroke) {
    let outer = rect.width() * 0.42;
    let bite = outer * 0.82;
    let offset = vec2(outer * 0.5, -outer * 0.38);
    let (distance, toward) = (offset.length(), offset.angle());
    // Where the two circles meet, seen from each of their centres.
    let along = (distance * distance + outer * outer - bite * bite) / (2.0 * distance);
    let alpha = (along / outer).acos();
    let beta = ((along - distance) / bite).acos();
    let mut points = Vec::new();
    let mut arc = |center: Pos2, radius: f32, from: f32, to: f32| {
        for i in 0..=20_u8 {
            let angle = from + (to - from) * f32::from(i) / 20.0;
            points.push(center + radius * Vec2::angled(angle));
        }
    };
    let center = rect.center() - offset * 0.2;
    arc(center, outer, toward + alpha, toward - alpha + TAU);
    arc(center + offset, bite, toward - beta + TAU, toward + beta);
    painter.add(Shape::closed_line(points, stroke));
}
