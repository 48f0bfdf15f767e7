//! The outlines of laid-out text, for pictures that are made of curves.

use super::block::{Block, Glyph};
use super::fonts::FaceTable;
use swash::scale::ScaleContext;
use swash::zeno::{Command, PathData as _, Vector};

/// One step of an outline. Coordinates are points from the top left corner of
/// the block; `y` grows downwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum OutlineStep {
    /// A new contour begins here.
    MoveTo([f32; 2]),
    /// A straight line to here.
    LineTo([f32; 2]),
    /// A quadratic curve: its control point, then its end.
    QuadTo([f32; 2], [f32; 2]),
    /// A cubic curve: its two control points, then its end.
    CubicTo([f32; 2], [f32; 2], [f32; 2]),
    /// The contour is closed.
    Close,
}

/// So many straight pieces stand for a curve.
const PIECES: u8 = 8;

/// Where ink of `glyphs`, which were set with the faces of `faces`, lies
/// between the heights `top` and `bottom`: from left to right, in points of
/// their block, each with `around` points of room on both sides.
#[must_use]
pub fn ink_between(
    faces: &FaceTable,
    glyphs: &[Glyph],
    (top, bottom): (f32, f32),
    around: f32,
) -> Vec<(f32, f32)> {
    let mut context = ScaleContext::new();
    let mut contours: Vec<(f32, f32)> = Vec::new();
    for glyph in glyphs {
        let mut steps = Vec::new();
        faces.with_face(glyph.face, |bytes, index| {
            push_glyph(&mut context, bytes, index, glyph, &mut steps);
        });
        contours.extend(contours_between(&steps, (top, bottom)));
    }
    contours.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut ink: Vec<(f32, f32)> = Vec::new();
    for (start, end) in contours {
        let (start, end) = (start - around, end + around);
        match ink.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => ink.push((start, end)),
        }
    }
    ink
}

/// From where to where each contour of `steps` goes between two heights.
fn contours_between(steps: &[OutlineStep], (top, bottom): (f32, f32)) -> Vec<(f32, f32)> {
    let none = (f32::INFINITY, f32::NEG_INFINITY);
    let (mut found, mut extent) = (Vec::new(), none);
    let (mut start, mut at) = ([0.0; 2], [0.0; 2]);
    for step in steps {
        let from = at;
        let curve = |t: f32| -> [f32; 2] {
            let mix =
                |a: [f32; 2], b: [f32; 2]| [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
            match *step {
                OutlineStep::MoveTo(to) => to,
                OutlineStep::LineTo(to) => mix(from, to),
                OutlineStep::QuadTo(c, to) => mix(mix(from, c), mix(c, to)),
                OutlineStep::CubicTo(c, d, to) => {
                    let middle = mix(c, d);
                    mix(mix(mix(from, c), middle), mix(middle, mix(d, to)))
                }
                OutlineStep::Close => mix(from, start),
            }
        };
        if let OutlineStep::MoveTo(to) = step {
            (start, at) = (*to, *to);
            continue;
        }
        for piece in 1..=PIECES {
            let next = curve(f32::from(piece) / f32::from(PIECES));
            if let Some((a, b)) = clipped(at, next, (top, bottom)) {
                extent = (extent.0.min(a.min(b)), extent.1.max(a.max(b)));
            }
            at = next;
        }
        if *step == OutlineStep::Close {
            found.extend((extent.0 <= extent.1).then_some(extent));
            extent = none;
        }
    }
    found
}

/// The two `x` between which a straight piece runs from `top` to `bottom`.
fn clipped(
    [x0, y0]: [f32; 2],
    [x1, y1]: [f32; 2],
    (top, bottom): (f32, f32),
) -> Option<(f32, f32)> {
    if y0.max(y1) < top || y0.min(y1) > bottom {
        return None;
    }
    let rise = y1 - y0;
    // A piece that runs along the line covers it with its whole length.
    if rise.abs() < f32::EPSILON {
        return Some((x0, x1));
    }
    let x_at = |y: f32| x0 + (x1 - x0) * ((y.clamp(top, bottom) - y0) / rise).clamp(0.0, 1.0);
    Some((x_at(y0), x_at(y1)))
}

/// The outlines of all glyphs of `block`, which was set with the faces of
/// `faces`. To be filled by the nonzero rule: contours of joined letters
/// overlap. Glyphs without an outline, such as spaces, add nothing.
#[must_use]
pub fn outline(faces: &FaceTable, block: &Block) -> Vec<OutlineStep> {
    let mut context = ScaleContext::new();
    let mut steps = Vec::new();
    for glyph in &block.glyphs {
        faces.with_face(glyph.face, |bytes, index| {
            push_glyph(&mut context, bytes, index, glyph, &mut steps);
        });
    }
    steps
}

fn push_glyph(
    context: &mut ScaleContext,
    bytes: &[u8],
    index: u32,
    glyph: &Glyph,
    steps: &mut Vec<OutlineStep>,
) {
    let Some(font) = swash::FontRef::from_index(bytes, index as usize) else {
        return;
    };
    let mut scaler = context.builder(font).size(glyph.size).hint(false).build();
    let Some(outline) = scaler.scale_outline(glyph.id) else {
        return;
    };
    // In a font `y` grows upwards.
    let at = |point: Vector| [glyph.x + point.x, glyph.y - point.y];
    steps.extend(outline.path().commands().map(|command| match command {
        Command::MoveTo(to) => OutlineStep::MoveTo(at(to)),
        Command::LineTo(to) => OutlineStep::LineTo(at(to)),
        Command::QuadTo(control, to) => OutlineStep::QuadTo(at(control), at(to)),
        Command::CurveTo(first, second, to) => OutlineStep::CubicTo(at(first), at(second), at(to)),
        Command::Close => OutlineStep::Close,
    }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{FontCatalog, LineMeasure, TextStyle, Typesetter};

    fn set(text: &str) -> (Block, Vec<OutlineStep>) {
        let mut typesetter = Typesetter::new(&FontCatalog::bundled());
        let block = typesetter.set(
            text,
            TextStyle::interface(20.0),
            LineMeasure::SINGLE_LINE,
            &[],
        );
        let steps = outline(typesetter.faces(), &block);
        (block, steps)
    }

    #[test]
    fn outlines_lie_where_the_glyphs_stand() {
        let (block, steps) = set("الدفاع 2020");
        let ends = steps.iter().filter_map(|step| match step {
            OutlineStep::MoveTo(to)
            | OutlineStep::LineTo(to)
            | OutlineStep::QuadTo(_, to)
            | OutlineStep::CubicTo(_, _, to) => Some(*to),
            OutlineStep::Close => None,
        });
        let (mut left, mut right) = (f32::INFINITY, f32::NEG_INFINITY);
        for [x, y] in ends {
            assert!((0.0..=block.height).contains(&y), "{y}");
            (left, right) = (left.min(x), right.max(x));
        }
        assert!(left.abs() < 4.0, "{left}");
        assert!((right - block.width).abs() < 4.0, "{right}");
    }

    #[test]
    fn every_contour_is_closed() {
        let (_, steps) = set("قره باغ");
        let count = |wanted: fn(&OutlineStep) -> bool| steps.iter().filter(|s| wanted(s)).count();
        let starts = count(|step| matches!(step, OutlineStep::MoveTo(_)));
        assert!(starts >= 6, "{starts} contours");
        assert_eq!(starts, count(|step| matches!(step, OutlineStep::Close)));
    }

    #[test]
    fn ink_below_the_line_is_that_of_tails_and_dots() {
        let mut typesetter = Typesetter::new(&FontCatalog::bundled());
        let mut ink = |text: &str| {
            let style = TextStyle::interface(40.0);
            let block = typesetter.set(text, style, LineMeasure::SINGLE_LINE, &[]);
            let baseline = block.lines.first().expect("a line").baseline;
            let band = (baseline + 5.0, baseline + 30.0);
            ink_between(typesetter.faces(), &block.glyphs, band, 0.0)
        };
        assert_eq!(ink("ادا"), [], "nothing reaches below");
        let [(start, end)] = ink("ادغ ادا")[..] else {
            panic!("one bowl");
        };
        assert!(end - start > 10.0, "{start} to {end}");
        assert_eq!(ink("اج اج").len(), 2, "two bowls apart");
    }

    #[test]
    fn a_space_has_no_outline() {
        assert_eq!(set(" ").1, []);
    }
}
