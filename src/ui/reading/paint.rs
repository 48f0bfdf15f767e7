//! How marks look: a soft tint, and an underline of its own style for each
//! class, so that colour is never the only sign.

use super::marks::{MarkClass, TextMarks};
use super::paragraph::{LineUnder, SetParagraph};
use crate::text::Area;
use crate::ui::theme::Palette;
use egui::{Color32, CornerRadius, Mesh, Painter, Rect, Stroke, StrokeKind, Vec2, pos2, vec2};

/// Points that a tint reaches beyond the letters on each side.
const BLEED: f32 = 1.0;
/// Points that the box of the hit stepped to reaches beyond its tint.
const CURRENT: Vec2 = vec2(0.0, 1.0);

/// Paints what lies under the letters of a piece whose block starts at `origin`.
pub(super) fn paint_ground(
    painter: &Painter,
    palette: &Palette,
    set: &SetParagraph,
    marks: &TextMarks<'_>,
    origin: Vec2,
) {
    for highlight in &set.highlights {
        if !marks.shown.has(highlight.class) || highlight.class == MarkClass::People {
            continue;
        }
        let tint = highlight.class.tone(palette).tint;
        for area in &highlight.areas {
            let rect = snap(painter, area, origin).expand2(vec2(BLEED, 0.0));
            painter.rect_filled(rect, CornerRadius::same(3), tint);
        }
    }
    for (_, area) in &set.hits {
        let rect = snap(painter, area, origin).expand2(vec2(BLEED, 0.0));
        painter.rect_filled(rect, CornerRadius::same(2), palette.hit.tint);
    }
}

/// Paints the ground of selected text.
pub(super) fn paint_selection(
    painter: &Painter,
    color: Color32,
    areas: &[Area],
    line_edges: impl Fn(usize) -> (f32, f32),
    origin: Vec2,
) {
    for area in areas {
        let (top, bottom) = line_edges(area.line);
        let full = Area {
            y0: top,
            y1: bottom,
            ..*area
        };
        painter.rect_filled(snap(painter, &full, origin), CornerRadius::ZERO, color);
    }
}

/// Paints what lies over the letters: underlines and outlines.
pub(super) fn paint_lines(
    painter: &Painter,
    palette: &Palette,
    set: &SetParagraph,
    marks: &TextMarks<'_>,
    origin: Vec2,
) {
    let mut mesh = Mesh::default();
    for (hit, area) in &set.hits {
        for rect in under(painter, set, (area, LineUnder::Letters), origin) {
            underline(&mut mesh, rect, 1.5, palette.hit.ink);
        }
        if marks.current_hit == Some(*hit) {
            // A box around it: its colour is that of the others.
            let rect = snap(painter, area, origin).expand2(vec2(BLEED, 0.0));
            painter.rect_stroke(
                rect.expand2(CURRENT),
                CornerRadius::same(3),
                Stroke::new(2.0, palette.hit.ink),
                StrokeKind::Outside,
            );
        }
    }
    for highlight in &set.highlights {
        if !marks.shown.has(highlight.class) {
            continue;
        }
        let ink = highlight.class.tone(palette).ink;
        for area in &highlight.areas {
            for rect in under(painter, set, (area, LineUnder::Letters), origin) {
                paint_class_line(&mut mesh, rect, highlight.class, ink);
            }
        }
    }
    for layer in &set.layers {
        if !marks.shown.has(layer.class) {
            continue;
        }
        let ink = layer.class.tone(palette).ink;
        for area in &layer.areas {
            let whole = at_line(painter, (area, LineUnder::Names), origin);
            let free: Vec<Rect> = under(painter, set, (area, LineUnder::Names), origin).collect();
            paint_broken_line(&mut mesh, whole, &free, layer.class, ink);
        }
    }
    if !mesh.is_empty() {
        painter.add(mesh);
    }
    for highlight in &set.highlights {
        let of_entity = marks
            .mentions
            .get(highlight.mention)
            .is_some_and(|m| marks.entity == Some(m.entity));
        let is_current = marks.current == Some(highlight.mention);
        if !(of_entity || is_current) || !marks.shown.has(highlight.class) {
            continue;
        }
        let width = if is_current { 2.5 } else { 1.5 };
        for area in &highlight.areas {
            let rect = snap(painter, area, origin).expand2(vec2(BLEED + 2.0, 2.0));
            painter.rect_stroke(
                rect,
                CornerRadius::same(4),
                Stroke::new(width, palette.accent.ink),
                StrokeKind::Inside,
            );
        }
    }
}

/// The room of `area` down to the foot of the line under it.
fn at_line(painter: &Painter, (area, under): (&Area, LineUnder), origin: Vec2) -> Rect {
    let rect = snap(painter, area, origin).expand2(vec2(BLEED, 0.0));
    rect.translate(vec2(0.0, under.drop()))
}

/// The pieces of that whose bottom edge a line can be drawn along: it skips the
/// ink of dots and bowls.
fn under(
    painter: &Painter,
    set: &SetParagraph,
    (area, under): (&Area, LineUnder),
    origin: Vec2,
) -> impl Iterator<Item = Rect> {
    let whole = at_line(painter, (area, under), origin);
    let free = set.free_of_ink(area, under).iter().copied();
    let (x0, x1) = (area.x0, area.x1);
    free.map(move |(start, end)| {
        let bleeds = |at: f32, edge: f32, whole: f32| {
            if (at - edge).abs() < f32::EPSILON {
                whole
            } else {
                at + origin.x
            }
        };
        let (left, right) = (
            bleeds(start, x0, whole.left()),
            bleeds(end, x1, whole.right()),
        );
        Rect::from_min_max(pos2(left, whole.top()), pos2(right, whole.bottom()))
    })
}

/// Draws the underline of `class` along the bottom edge of `rect`.
pub fn paint_class_line(mesh: &mut Mesh, rect: Rect, class: MarkClass, ink: Color32) {
    paint_broken_line(mesh, rect, &[rect], class, ink);
}

/// Draws the underline of `class` along the bottom edge of `whole`, as far as it
/// is `free`.
fn paint_broken_line(mesh: &mut Mesh, whole: Rect, free: &[Rect], class: MarkClass, ink: Color32) {
    for rect in free {
        match class {
            MarkClass::Person => underline(mesh, *rect, 2.0, ink),
            MarkClass::Place => pieces(mesh, *rect, (2.0, 2.0), ink),
            MarkClass::Organisation => pieces(mesh, *rect, (6.0, 3.0), ink),
            MarkClass::People | MarkClass::Date => underline(mesh, *rect, 1.0, ink),
            MarkClass::Casualty => {}
        }
    }
    match class {
        MarkClass::Date => turned_up_ends(mesh, whole, free, ink),
        MarkClass::Casualty => wave(mesh, whole, free, ink),
        _ => {}
    }
}

fn underline(mesh: &mut Mesh, rect: Rect, height: f32, ink: Color32) {
    let top = rect.bottom() - height;
    mesh.add_colored_rect(Rect::from_min_max(pos2(rect.left(), top), rect.max), ink);
}

/// The ends of a line, turned up where they are in `free`.
fn turned_up_ends(mesh: &mut Mesh, whole: Rect, free: &[Rect], ink: Color32) {
    for x in [whole.left(), whole.right() - 1.0] {
        if is_free(free, x) {
            let top = pos2(x, whole.bottom() - 4.0);
            let end = Rect::from_min_max(top, pos2(x + 1.0, whole.bottom()));
            mesh.add_colored_rect(end, ink);
        }
    }
}

/// Whether a step of a point that begins at `x` is whole in one of `free`.
fn is_free(free: &[Rect], x: f32) -> bool {
    free.iter()
        .any(|rect| rect.left() <= x && x + 1.0 <= rect.right())
}

/// A wave of two points, in steps of a point.
fn wave(mesh: &mut Mesh, whole: Rect, free: &[Rect], ink: Color32) {
    /// How far each step of a wave stands above its foot, in points.
    const STEPS: [f32; 6] = [0.0, 0.7, 1.6, 2.0, 1.6, 0.7];
    let mut x = whole.left();
    for rise in STEPS.into_iter().cycle() {
        if x + 1.0 > whole.right() {
            return;
        }
        if is_free(free, x) {
            let bottom = whole.bottom() - rise;
            let step = Rect::from_min_max(pos2(x, bottom - 1.2), pos2(x + 1.0, bottom));
            mesh.add_colored_rect(step, ink);
        }
        x += 1.0;
    }
}

/// Dashes of `dash` points with gaps of `gap` points.
fn pieces(mesh: &mut Mesh, rect: Rect, (dash, gap): (f32, f32), ink: Color32) {
    let mut x = rect.left();
    while x < rect.right() {
        let end = (x + dash).min(rect.right());
        mesh.add_colored_rect(
            Rect::from_min_max(pos2(x, rect.bottom() - 2.0), pos2(end, rect.bottom())),
            ink,
        );
        x += dash + gap;
    }
}

fn snap(painter: &Painter, area: &Area, origin: Vec2) -> Rect {
    let rect = Rect::from_min_max(pos2(area.x0, area.y0), pos2(area.x1, area.y1));
    let scale = painter.pixels_per_point();
    let round = |v: f32| (v * scale).round() / scale;
    let moved = rect.translate(origin);
    Rect::from_min_max(
        pos2(round(moved.min.x), round(moved.min.y)),
        pos2(round(moved.max.x), round(moved.max.y)),
    )
}
