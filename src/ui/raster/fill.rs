//! Which pixels a triangle covers, and what becomes of each.

use std::ops::Range;

use egui::epaint::Vertex;
use egui::{Color32, Rect, TextureFilter};

use super::picture::Picture;
use super::texture::Texture;

/// Texels a pixel from which on a texture counts as drawn smaller than it is;
/// a little above 1, so that rounding does not decide.
const MINIFIED: f64 = 1.0 + 1.0 / 256.0;

/// A position in pixels: x to the right, y down.
type Point = [f64; 2];

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

/// A corner of a triangle, in the units of the frame and of its texture.
#[derive(Clone, Copy)]
pub(super) struct Corner {
    /// Position in pixels.
    pub(super) pos: Point,
    /// Texture coordinates in texels.
    uv: [f64; 2],
    /// Premultiplied channels in 0 to 255.
    color: [f64; 4],
}

impl Corner {
    pub(super) fn new(vertex: &Vertex, pixels_per_point: f32, texture: &Texture) -> Self {
        let [columns, rows] = texture.size();
        Self {
            pos: [vertex.pos.x, vertex.pos.y].map(|at| f64::from(at * pixels_per_point)),
            uv: [
                f64::from(vertex.uv.x) * columns,
                f64::from(vertex.uv.y) * rows,
            ],
            color: vertex.color.to_array().map(f64::from),
        }
    }

    /// Whether `self` is the fourth corner of an upright rectangle of one
    /// colour, opposite the first corner of `triangle`, and the texture is laid
    /// over the whole as over the triangle.
    pub(super) fn completes_rectangle(&self, triangle: &[Self; 3]) -> bool {
        let [first, second, third] = triangle;
        let across = |of: fn(&Self) -> [f64; 2]| {
            let ([left, top], [right, bottom]) = (of(first), of(self));
            of(second) == [right, top] && of(third) == [left, bottom]
        };
        across(|corner| corner.pos)
            && across(|corner| corner.uv)
            && triangle.iter().all(|corner| corner.color == self.color)
    }
}

/// Values that change evenly over the frame, as those at the corners of a
/// triangle demand.
struct Plane<const N: usize> {
    origin: [f64; N],
    per_column: [f64; N],
    per_row: [f64; N],
}

impl<const N: usize> Plane<N> {
    /// The plane through `values` at `corners`, the sides of which span a
    /// parallelogram of `area`.
    fn new(corners: [Point; 3], area: f64, values: [[f64; N]; 3]) -> Self {
        let [[x0, y0], [x1, y1], [x2, y2]] = corners;
        let (x1, y1, x2, y2) = (x1 - x0, y1 - y0, x2 - x0, y2 - y0);
        let rise = |i: usize| (values[1][i] - values[0][i], values[2][i] - values[0][i]);
        let per_column: [f64; N] = std::array::from_fn(|i| {
            let (to_second, to_third) = rise(i);
            (to_second * y2 - to_third * y1) / area
        });
        let per_row: [f64; N] = std::array::from_fn(|i| {
            let (to_second, to_third) = rise(i);
            (to_third * x1 - to_second * x2) / area
        });
        Self {
            origin: std::array::from_fn(|i| values[0][i] - per_column[i] * x0 - per_row[i] * y0),
            per_column,
            per_row,
        }
    }

    /// The values at `point`.
    fn at(&self, [x, y]: Point) -> [f64; N] {
        std::array::from_fn(|i| self.origin[i] + self.per_column[i] * x + self.per_row[i] * y)
    }
}

/// The colour of every pixel of a triangle: texture times vertex colour.
pub(super) struct Shading<'a> {
    texture: &'a Texture,
    filter: TextureFilter,
    uv: Plane<2>,
    color: Plane<4>,
    /// The sample, where it is the same all over the triangle.
    flat_texel: Option<[f32; 4]>,
    /// The vertex colour, where it is the same all over the triangle.
    flat_color: Option<[f32; 4]>,
}

impl<'a> Shading<'a> {
    /// `None` for a triangle without an area, which covers no pixel, or with a
    /// corner that is not finite.
    pub(super) fn new(texture: &'a Texture, triangle: &[Corner; 3]) -> Option<Self> {
        let corners = triangle.map(|corner| corner.pos);
        let area = cross(corners);
        if area == 0.0 || !area.is_finite() {
            return None;
        }
        let [first, others @ ..] = triangle;
        let uv = Plane::new(corners, area, triangle.map(|corner| corner.uv));
        let step = |[u, v]: [f64; 2]| u.hypot(v);
        let minified = step(uv.per_column).max(step(uv.per_row)) > MINIFIED;
        let filter = texture.filter(minified);
        let same_uv = others.iter().all(|corner| corner.uv == first.uv);
        let same_color = others.iter().all(|corner| corner.color == first.color);
        Some(Self {
            texture,
            filter,
            color: Plane::new(corners, area, triangle.map(|corner| corner.color)),
            flat_texel: same_uv.then(|| texture.sample(first.uv, filter)),
            flat_color: same_color.then(|| channels(first.color)),
            uv,
        })
    }

    /// Blends the triangle's colours over the pixels of row `y` from column
    /// `x` on.
    fn paint(&self, pixels: &mut [[u8; 4]], x: usize, y: usize) {
        if let (Some(texel), Some(color)) = (self.flat_texel, self.flat_color) {
            return paint_solid(pixels, product(texel, color));
        }
        for (pixel, column) in pixels.iter_mut().zip(x..) {
            let point = [center(column), center(y)];
            let texel = self
                .flat_texel
                .unwrap_or_else(|| self.texture.sample(self.uv.at(point), self.filter));
            let color = self
                .flat_color
                .unwrap_or_else(|| channels(self.color.at(point)));
            blend(pixel, product(texel, color));
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
fn cross([[x0, y0], [x1, y1], [x2, y2]]: [Point; 3]) -> f64 {
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
fn center(index: usize) -> f64 {
    index as f64 + 0.5
}

/// Channels for the arithmetic of pixels. Rounding can carry them out of
/// their range near the edges of slivers.
#[expect(
    clippy::cast_possible_truncation,
    reason = "24 bits are enough for a channel"
)]
fn channels(color: [f64; 4]) -> [f32; 4] {
    color.map(|channel| channel.clamp(0.0, 255.0) as f32)
}

/// Two premultiplied colours multiplied; each channel in 0 to 255.
fn product(texel: [f32; 4], color: [f32; 4]) -> [f32; 4] {
    std::array::from_fn(|i| texel[i] * color[i] / 255.0)
}

/// Lays one colour over `pixels`.
fn paint_solid(pixels: &mut [[u8; 4]], color: [f32; 4]) {
    if color[3] >= 255.0 {
        pixels.fill(color.map(byte));
    } else {
        for pixel in pixels {
            blend(pixel, color);
        }
    }
}

/// Lays a premultiplied colour over a pixel.
fn blend(pixel: &mut [u8; 4], color: [f32; 4]) {
    let kept = 1.0 - color[3] / 255.0;
    *pixel = std::array::from_fn(|i| byte(color[i] + f32::from(pixel[i]) * kept));
}

/// A channel rounded to eight bits.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, as a GPU does"
)]
fn byte(channel: f32) -> u8 {
    (channel + 0.5) as u8
}
