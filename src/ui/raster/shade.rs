//! What colour a triangle gives to each of its pixels.

use egui::TextureFilter;
use egui::epaint::Vertex;

use super::fill::{Point, center, cross};
use super::texture::Texture;

/// Texels a pixel from which on a texture counts as drawn smaller than it is;
/// a little above 1, so that rounding does not decide.
const MINIFIED: f64 = 1.0 + 1.0 / 256.0;

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
    #[expect(clippy::float_cmp, reason = "a slip only costs the shortcut")]
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
    #[expect(
        clippy::float_cmp,
        reason = "a slip only costs the shortcut; only an area of exactly 0 divides by 0"
    )]
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
    pub(super) fn paint(&self, pixels: &mut [[u8; 4]], x: usize, y: usize) {
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
