//! A chart on its way into a file.

use crate::app::command::PlotFormat;
use crate::text::{FontCatalog, Typesetter};
use crate::texts::Texts;
use crate::ui::chart::{Drawing, Sheet, to_picture, to_svg};
use crate::ui::theme::Theme;
use egui::Vec2;
use std::io::{self, Write};

/// Pixels in a point of a picture.
const SCALE: f32 = 2.0;

/// Draws what `draw` does, which also says what it is called, on a sheet of
/// `size` points, and writes it. Files go into documents, which are light.
///
/// # Errors
/// When `out` cannot be written.
pub(in crate::app) fn write_chart(
    (size, texts): (Vec2, &Texts),
    draw: impl FnOnce(&mut Sheet<'_>) -> (Drawing, String),
    format: PlotFormat,
    out: &mut dyn Write,
) -> io::Result<()> {
    let catalog = FontCatalog::bundled();
    let mut typesetter = Typesetter::new(&catalog);
    let palette = Theme::Light.palette();
    let mut sheet = Sheet {
        size,
        palette,
        ground: palette.paper,
        right_to_left: texts.language().right_to_left(),
        typesetter: &mut typesetter,
    };
    let (drawing, name) = draw(&mut sheet);
    match format {
        PlotFormat::Svg => out.write_all(to_svg(&drawing, &name, &mut typesetter).as_bytes()),
        PlotFormat::Png => to_picture(&drawing, &catalog, SCALE).write_png(out),
    }
}
