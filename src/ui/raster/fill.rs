//! Which pixels a rectangle or a triangle covers.

use std::ops::Range;

use egui::{Color32, Rect};

use super::picture::Picture;
use super::shade::Shading;

/// A position in pixels: x to the right, y down.
pub(super) type Point = [f64; 2];

/// The pixels of a frame while it is painted.
pub(super) struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<[u8; 4]>,
}

impl Canvas {
    pub(super) fn new([width, height]: [usize; 2], background: Color32) -> Self {
        Self {
            width,
            height,
            pixels: vec![background.to_opaque().to_array(); width * height],
        }
    }

    pub(super) fn into_picture(self) -> Picture {
        Picture {
            width: self.width,
            height: self.height,
            rgba: self.pixels.into_flattened(),
        }
    }

    /// The pixels of row `y` in the half-open range of columns.
    fn span(&mut self, y: usize, columns: &Range<usize>) -> &mut [[u8; 4]] {
        let start = y * self.width;
        let span = start + columns.start..start + columns.end;
        self.pixels.get_mut(span).unwrap_or_default()
    }
}

/// The part of the frame that may be painted: half-open ranges of columns and
/// rows, inside the frame.
pub(super) struct Clip {
    columns: Range<usize>,
    rows: Range<usize>,
}

impl Clip {
    /// The clip rectangle of a primitive, given in points, rounded as
    /// `egui_glow` does.
    pub(super) fn new(rect: Rect, pixels_per_point: f32, [width, height]: [usize; 2]) -> Self {
        let px = |points: f32| index(f64::from((points * pixels_per_point).round()));
        Self {
            columns: px(rect.min.x)..px(rect.max.x).min(width),
            rows: px(rect.min.y)..px(rect.max.y).min(height),
        }
    }
}

/// Paints the upright rectangle between two opposite corners.
pub(super) fn fill_rectangle(
    [x0, y0]: Point,
    [x1, y1]: Point,
    shading: &Shading<'_>,
    clip: &Clip,
    canvas: &mut Canvas,
) {
    let columns = covered(x0.min(x1), x0.max(x1), &clip.columns);
    for y in covered(y0.min(y1), y0.max(y1), &clip.rows) {
        shading.paint(canvas.span(y, &columns), columns.start, y);
    }
}

/// Paints a triangle.
///
/// Each row is filled from its left to its right edge. Where an edge crosses a
/// row is worked out from its upper end, whichever triangle it belongs to, so
/// two triangles that share an edge agree on it to the last bit.
pub(super) fn fill_triangle(
    mut corners: [Point; 3],
    shading: &Shading<'_>,
    clip: &Clip,
    canvas: &mut Canvas,
) {
    corners.sort_by(|a, b| a[1].total_cmp(&b[1]));
    let [top, middle, bottom] = corners;
    let middle_is_right = cross(corners) > 0.0;
    for y in covered(top[1], bottom[1], &clip.rows) {
        let at = center(y);
        let long = crossing(top, bottom, at);
        let short = if at < middle[1] {
            crossing(top, middle, at)
        } else {
            crossing(middle, bottom, at)
        };
        let (left, right) = if middle_is_right {
            (long, short)
        } else {
            (short, long)
        };
        let columns = covered(left, right, &clip.columns);
        shading.paint(canvas.span(y, &columns), columns.start, y);
    }
}

/// Where the edge from `upper` down to `lower` crosses the height `y`.
fn crossing(upper: Point, lower: Point, y: f64) -> f64 {
    let share = (y - upper[1]) / (lower[1] - upper[1]);
    upper[0] + (lower[0] - upper[0]) * share
}

/// Twice the area of a triangle; positive when its corners run clockwise on
/// the screen.
pub(super) fn cross([[x0, y0], [x1, y1], [x2, y2]]: [Point; 3]) -> f64 {
    (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
}

/// The columns or rows inside `clip` whose centres lie in `start..end`, given
/// in pixels. A centre on the start is inside, one on the end is not: the
/// top-left rule of GPUs.
fn covered(start: f64, end: f64, clip: &Range<usize>) -> Range<usize> {
    let first = |edge: f64| index((edge - 0.5).ceil());
    let end = first(end).min(clip.end);
    first(start).max(clip.start).min(end)..end
}

/// A whole number of pixels as an index; 0 for what lies before the frame.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, which is what is wanted"
)]
fn index(pixels: f64) -> usize {
    pixels as usize
}

/// The centre of a column or row, in pixels.
#[expect(
    clippy::cast_precision_loss,
    reason = "no frame has 2^53 pixels a side"
)]
pub(super) fn center(index: usize) -> f64 {
    index as f64 + 0.5
}
