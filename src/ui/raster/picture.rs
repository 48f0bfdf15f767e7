//! A finished picture.

use std::io::{self, Write};

/// Opaque pixels, row by row from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Width in pixels.
    pub width: usize,
    /// Height in pixels.
    pub height: usize,
    /// Red, green, blue and alpha of each pixel; alpha is always 255.
    pub rgba: Vec<u8>,
}

impl Picture {
    /// The colour at column `x` and row `y`, in pixels from the top left
    /// corner of the screen; `None` outside the picture.
    #[must_use]
    pub fn pixel(&self, x: usize, y: usize) -> Option<[u8; 4]> {
        if x >= self.width {
            return None;
        }
        let (pixels, _) = self.rgba.as_chunks::<4>();
        pixels.get(y * self.width + x).copied()
    }

    /// Writes the picture as a PNG file.
    ///
    /// # Errors
    /// An error of `out`, or that the format cannot hold the size (a picture
    /// without pixels, or a side of more than 2³¹ − 1 pixels).
    pub fn write_png(&self, out: impl Write) -> io::Result<()> {
        let side = |pixels| u32::try_from(pixels).map_err(io::Error::other);
        let mut encoder = png::Encoder::new(out, side(self.width)?, side(self.height)?);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.rgba)?;
        Ok(writer.finish()?)
    }
}
