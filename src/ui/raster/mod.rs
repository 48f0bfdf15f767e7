//! Which pixels does the window paint, without a display and without a GPU?
//!
//! It paints egui's triangles into memory.
//!
//! Tests compare its pictures and `warraq screenshot` writes them, so it paints
//! what the window paints. The arithmetic is that of `egui_glow`'s shader:
//! colours are multiplied and blended premultiplied, in gamma space, into eight
//! bits a channel (dithering and mipmaps left out). The coverage is that of
//! every GPU: the centre of a pixel decides, and of two triangles that share an
//! edge exactly one paints a pixel on it. The same input gives the same bytes
//! on every machine.
//!
//! Knows only egui's primitives and pixels, nothing of Warraq.

mod fill;
mod picture;
mod shade;
mod texture;

use egui::epaint::{ClippedPrimitive, Mesh, Primitive};
use egui::{Color32, TextureId, TexturesDelta};
use rustc_hash::FxHashMap;

use fill::{Canvas, Clip, fill_rectangle, fill_triangle};
pub use picture::Picture;
use shade::{Corner, Shading};
use texture::Texture;

/// Holds the textures of one egui context and paints its frames.
///
/// For each frame: [`apply`](Self::apply) the changes of textures,
/// [`paint`](Self::paint), [`free`](Self::free), then clear the changes, as
/// egui asks.
#[derive(Debug, Default)]
pub struct Raster {
    textures: FxHashMap<TextureId, Texture>,
}

impl Raster {
    /// A renderer without textures.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes over new and changed textures; to be called before the frame is
    /// painted. A change to part of an unknown texture is left out, as are the
    /// texels of a part that lie outside its texture.
    pub fn apply(&mut self, delta: &TexturesDelta) {
        #[expect(
            clippy::iter_over_hash_type,
            reason = "changes of different textures do not affect each other"
        )]
        for (id, changes) in &delta.set {
            for change in changes {
                if change.is_whole() {
                    self.textures.insert(*id, Texture::new(change));
                } else if let Some(texture) = self.textures.get_mut(id) {
                    texture.update(change);
                }
            }
        }
    }

    /// Forgets textures; to be called after the frame is painted.
    pub fn free(&mut self, delta: &TexturesDelta) {
        self.textures.retain(|id, _| !delta.free.contains(id));
    }

    /// Paints one frame of `size_px` (width, height) pixels over `background`,
    /// which is taken as opaque.
    ///
    /// Left out are paint callbacks, meshes whose texture is unknown, and
    /// triangles with a corner that is missing or not finite.
    #[must_use]
    pub fn paint(
        &self,
        primitives: &[ClippedPrimitive],
        size_px: [usize; 2],
        pixels_per_point: f32,
        background: Color32,
    ) -> Picture {
        let mut canvas = Canvas::new(size_px, background);
        for clipped in primitives {
            if let Primitive::Mesh(mesh) = &clipped.primitive
                && let Some(texture) = self.textures.get(&mesh.texture_id)
            {
                let clip = Clip::new(clipped.clip_rect, pixels_per_point, size_px);
                paint_mesh(mesh, texture, &clip, pixels_per_point, &mut canvas);
            }
        }
        canvas.into_picture()
    }
}

/// Paints the triangles of `mesh` in their order. Two that make up an upright
/// rectangle, as those of every glyph do, are filled in one go.
fn paint_mesh(
    mesh: &Mesh,
    texture: &Texture,
    clip: &Clip,
    pixels_per_point: f32,
    canvas: &mut Canvas,
) {
    let corner = |index: u32| {
        let vertex = mesh.vertices.get(index as usize)?;
        Some(Corner::new(vertex, pixels_per_point, texture))
    };
    let mut indices = mesh.indices.as_slice();
    while let [a, b, c, rest @ ..] = indices {
        indices = rest;
        let (Some(first), Some(second), Some(third)) = (corner(*a), corner(*b), corner(*c)) else {
            continue;
        };
        let triangle = [first, second, third];
        // egui writes every rectangle as the triangles (a, b, c), (c, b, d).
        let opposite = match rest {
            [d, e, f, ..] if d == c && e == b => {
                corner(*f).filter(|fourth| fourth.completes_rectangle(&triangle))
            }
            _ => None,
        };
        if opposite.is_some() {
            indices = rest.get(3..).unwrap_or_default();
        }
        let Some(shading) = Shading::new(texture, &triangle) else {
            continue;
        };
        match opposite {
            Some(opposite) => {
                fill_rectangle(triangle[0].pos, opposite.pos, &shading, clip, canvas);
            }
            None => fill_triangle(triangle.map(|corner| corner.pos), &shading, clip, canvas),
        }
    }
}
