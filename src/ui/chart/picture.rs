//! A drawing as pixels.

use super::drawing::{Drawing, FILE_MARGIN};
use super::paint::paint;
use crate::text::FontCatalog;
use crate::ui::raster::{Picture, Raster};
use crate::ui::theme::Theme;
use crate::ui::{Cx, Pen};
use egui::{Context, Pos2, RawInput, Rect, Vec2, ViewportId};

/// Largest side of a picture in pixels, and of the atlas that it is made with.
const LARGEST: usize = 8192;
/// Passes after which all glyphs lie in the atlas.
const PASSES: u8 = 3;

/// Paints `drawing` on its ground, with a margin of 16 points and `scale` pixels
/// in a point, or fewer if a side would be longer than 8192 pixels. What is painted is what the window
/// shows, by the same arithmetic.
#[must_use]
pub fn to_picture(drawing: &Drawing, catalog: &FontCatalog, scale: f32) -> Picture {
    let margin = Vec2::splat(FILE_MARGIN);
    let size = drawing.size + 2.0 * margin;
    #[expect(clippy::cast_precision_loss, reason = "a few thousand")]
    let most = LARGEST as f32 / size.max_elem().max(1.0);
    let scale = scale.min(most).max(f32::MIN_POSITIVE);
    let ctx = Context::default();
    let mut pen = Pen::new(&ctx, catalog);
    let mut raster = Raster::new();
    let mut shapes = Vec::new();
    for _ in 0..PASSES {
        let output = ctx.run_ui(input(size, scale), |ui| {
            pen.begin_pass(ui.ctx());
            let mut cx = Cx {
                pen: &mut pen,
                // The colours are in the drawing.
                palette: Theme::Light.palette(),
                right_to_left: false,
            };
            let painter = ui.ctx().layer_painter(egui::LayerId::background());
            paint(&mut cx, ui, &painter, margin.to_pos2(), drawing);
        });
        let mut textures = output.textures_delta;
        raster.apply(&textures);
        raster.free(&textures);
        textures.clear();
        shapes = output.shapes;
    }
    let primitives = ctx.tessellate(shapes, scale);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a size in pixels"
    )]
    let pixels =
        [size.x, size.y].map(|side| ((side * scale).round().max(1.0) as usize).min(LARGEST));
    raster.paint(&primitives, pixels, scale, drawing.ground)
}

fn input(size: Vec2, scale: f32) -> RawInput {
    let mut input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)),
        max_texture_side: Some(LARGEST),
        ..RawInput::default()
    };
    if let Some(viewport) = input.viewports.get_mut(&ViewportId::ROOT) {
        viewport.native_pixels_per_point = Some(scale);
    }
    input
}
