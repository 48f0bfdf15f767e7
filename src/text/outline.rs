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
    fn a_space_has_no_outline() {
        assert_eq!(set(" ").1, []);
    }
}
