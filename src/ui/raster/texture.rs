//! Textures: storing, changing and sampling them.

use egui::epaint::{ImageData, ImageDelta};
use egui::{Color32, TextureFilter, TextureOptions, TextureWrapMode};

/// Steps between two neighbouring texels that sampling tells apart, as on
/// common GPUs (8 fractional bits). It also absorbs the rounding of texture
/// coordinates, so that a glyph drawn texel by pixel is copied exactly.
const SUBTEXELS: i64 = 256;

/// An image in memory and how it is to be sampled.
#[derive(Debug)]
pub(super) struct Texture {
    width: usize,
    height: usize,
    /// Row by row from the top; `width * height` of them.
    texels: Vec<Color32>,
    options: TextureOptions,
}

impl Texture {
    /// The texture that `whole` describes.
    pub(super) fn new(whole: &ImageDelta) -> Self {
        let ImageData::Color(image) = &whole.image;
        let [width, height] = image.size;
        let mut texels = image.pixels.clone();
        texels.resize(width * height, Color32::TRANSPARENT);
        Self {
            width,
            height,
            texels,
            options: whole.options,
        }
    }

    /// Overwrites the part of the texture that `part` describes.
    pub(super) fn update(&mut self, part: &ImageDelta) {
        let ImageData::Color(image) = &part.image;
        let [left, top] = part.pos.unwrap_or_default();
        let columns = image.width().min(self.width.saturating_sub(left));
        if columns == 0 {
            return;
        }
        let rows = self.texels.chunks_exact_mut(self.width).skip(top);
        for (row, source) in rows.zip(image.pixels.chunks_exact(image.width())) {
            row[left..left + columns].copy_from_slice(&source[..columns]);
        }
    }

    /// Width and height in texels.
    #[expect(
        clippy::cast_precision_loss,
        reason = "no texture has 2^53 texels a side"
    )]
    pub(super) fn size(&self) -> [f64; 2] {
        [self.width as f64, self.height as f64]
    }

    /// The filter for a texture that is drawn smaller than it is, or not.
    pub(super) const fn filter(&self, minified: bool) -> TextureFilter {
        if minified {
            self.options.minification
        } else {
            self.options.magnification
        }
    }

    /// The premultiplied colour at `u`, `v`, in texels from the top left
    /// corner; each channel in 0 to 255.
    pub(super) fn sample(&self, [u, v]: [f64; 2], filter: TextureFilter) -> [f32; 4] {
        let [x, y] = [u, v].map(subtexels);
        match filter {
            TextureFilter::Nearest => self.texel(x.div_euclid(SUBTEXELS), y.div_euclid(SUBTEXELS)),
            TextureFilter::Linear => self.mix(x - SUBTEXELS / 2, y - SUBTEXELS / 2),
        }
    }

    /// Mixes the four texels around a point, given in subtexels from the
    /// centre of the first texel.
    fn mix(&self, x: i64, y: i64) -> [f32; 4] {
        let (column, row) = (x.div_euclid(SUBTEXELS), y.div_euclid(SUBTEXELS));
        let [right, down] = [x, y].map(|at| weight(at.rem_euclid(SUBTEXELS)));
        let near = self.texel(column, row);
        if right == 0.0 && down == 0.0 {
            return near;
        }
        let upper = lerp(near, self.texel(column + 1, row), right);
        if down == 0.0 {
            return upper;
        }
        let lower = lerp(
            self.texel(column, row + 1),
            self.texel(column + 1, row + 1),
            right,
        );
        lerp(upper, lower, down)
    }

    /// One texel, after the rule for coordinates outside the texture; nothing
    /// in an empty texture.
    fn texel(&self, column: i64, row: i64) -> [f32; 4] {
        let wrap = self.options.wrap_mode;
        let index =
            wrapped(row, self.height, wrap) * self.width + wrapped(column, self.width, wrap);
        let texel = self.texels.get(index).copied().unwrap_or_default();
        texel.to_array().map(f32::from)
    }
}

/// A coordinate in texels as the nearest whole number of subtexels.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "the cast saturates, far outside of every texture"
)]
fn subtexels(texels: f64) -> i64 {
    // Half of the range leaves room for the neighbours of the last texel.
    ((texels * SUBTEXELS as f64).round() as i64).clamp(i64::MIN / 2, i64::MAX / 2)
}

/// A fraction of a texel, in subtexels, as a share of 1.
#[expect(clippy::cast_precision_loss, reason = "less than SUBTEXELS")]
fn weight(subtexels: i64) -> f32 {
    subtexels as f32 / SUBTEXELS as f32
}

fn lerp(from: [f32; 4], to: [f32; 4], share: f32) -> [f32; 4] {
    std::array::from_fn(|channel| from[channel] + (to[channel] - from[channel]) * share)
}

/// The column or row inside `0..count` that `index` stands for.
fn wrapped(index: i64, count: usize, mode: TextureWrapMode) -> usize {
    // A `Vec` holds fewer than `i64::MAX` texels.
    let count = i64::try_from(count).unwrap_or(i64::MAX).max(1);
    let inside = match mode {
        TextureWrapMode::ClampToEdge => index.clamp(0, count - 1),
        TextureWrapMode::Repeat => index.rem_euclid(count),
        TextureWrapMode::MirroredRepeat => {
            let twice = index.rem_euclid(count.saturating_mul(2));
            twice.min(count.saturating_mul(2) - 1 - twice)
        }
    };
    usize::try_from(inside).unwrap_or_default()
}
