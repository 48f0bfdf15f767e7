//! Glyph bitmaps in egui's own atlas, by glyph index, and galleys made of them.
//!
//! egui asks a registered rasteriser for every grapheme cluster before it asks
//! its fonts. We lay out private-use characters that stand for glyph indices,
//! in families that name the face and the sub-pixel place, rasterise them when
//! asked, and read their places in the atlas back. A [`Block`] then becomes a
//! [`Galley`] that egui paints, caches and describes to screen readers like
//! one of its own.

use crate::text::{Block, FaceId, FaceTable, Glyph};
use egui::epaint::text::{
    FontPriority, Glyph as AtlasGlyph, GlyphBitmap, GlyphRasterizer, LayoutJob, LayoutSection,
    PlacedRow, RasterizedGlyph, RowVisuals, TextFormat, TextWrapping,
};
use egui::{Color32, Context, FontFamily, FontId, Galley, Mesh, Pos2, Rect, Vec2, pos2, vec2};
use rustc_hash::FxHashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// First private-use character; the glyph index is added to it.
const GLYPH_PLANE: u32 = 0xF_0000;
/// A glyph is rasterised at this many places between two pixels.
const SUBPIXEL_BINS: f32 = 4.0;
/// Under this alpha, nothing of an empty glyph can be seen.
const EMPTY_BITMAP: u8 = 0;

/// A glyph at one size and one place between two pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct SlotKey {
    face: FaceId,
    glyph: u16,
    /// Bits of the size in physical pixels.
    size_px: u32,
    /// Offset from the pixel grid in quarters of a pixel.
    bin: u8,
}

/// A glyph of a galley in the making.
struct Placed {
    line: usize,
    slot: SlotKey,
    /// The pixel that the bitmap's origin falls on, in points.
    origin: Pos2,
    ink: u8,
}

/// The places of our glyphs in egui's atlas.
pub(super) struct GlyphAtlas {
    slots: FxHashMap<SlotKey, AtlasGlyph>,
    families: FxHashMap<(FaceId, u8), FontFamily>,
    template: Option<Arc<Galley>>,
    generation: u64,
}

impl GlyphAtlas {
    /// Installs the rasteriser for the faces of `faces` in `ctx`.
    pub(super) fn install(ctx: &Context, faces: FaceTable) -> Self {
        let scaler = Mutex::new(swash::scale::ScaleContext::new());
        ctx.add_glyph_rasterizer(
            GlyphRasterizer::new("warraq-glyphs", move |request| {
                let FontFamily::Name(family) = request.family else {
                    return None;
                };
                let (face, bin) = parse_family(family)?;
                let glyph = u32::from(request.cluster.chars().next()?).checked_sub(GLYPH_PLANE)?;
                let mut scaler = scaler.lock().unwrap_or_else(PoisonError::into_inner);
                let bitmap = rasterise(
                    &mut scaler,
                    &faces,
                    face,
                    u16::try_from(glyph).ok()?,
                    request.font_size_px,
                    bin,
                );
                Some(RasterizedGlyph {
                    bitmap,
                    advance_px: 0.0,
                })
            })
            .with_priority(FontPriority::Highest),
        );
        Self {
            slots: FxHashMap::default(),
            families: FxHashMap::default(),
            template: None,
            generation: 0,
        }
    }

    /// To be called once at the start of a pass: egui empties its atlas when it
    /// is nearly full and when the fonts or the theme change, and every galley
    /// made before is then out of date.
    ///
    /// It keeps its own galleys from one pass to the next while they are asked
    /// for, and drops them with the atlas: so the atlas is the same as long as
    /// the template that it hands out is. (How full the atlas is does not tell:
    /// a new one may be as full as the old.)
    pub(super) fn begin_pass(&mut self, ctx: &Context) {
        let template = lay_out_template(ctx);
        let known = self.template.as_ref();
        if !known.is_some_and(|known| Arc::ptr_eq(known, &template)) {
            self.template = Some(template);
            self.slots.clear();
            self.generation += 1;
        }
    }

    /// Changes whenever galleys made before can no longer be painted.
    pub(super) fn generation(&self) -> u64 {
        self.generation
    }

    /// Makes a galley of `block`. Ink 0 is left to the painter's colour, ink
    /// `n` is `inks[n - 1]`. `text` is what the block was set from: egui hands
    /// it to screen readers.
    pub(super) fn galley(
        &mut self,
        ctx: &Context,
        text: &str,
        block: &Block,
        inks: &[Color32],
    ) -> Arc<Galley> {
        let pixels_per_point = ctx.pixels_per_point();
        let placed = place(block, pixels_per_point);
        self.resolve(ctx, &placed, pixels_per_point);

        let mut meshes = vec![Mesh::default(); block.lines.len()];
        for glyph in &placed {
            let Some(uv) = self.slots.get(&glyph.slot).map(|slot| slot.uv_rect) else {
                continue;
            };
            let Some(mesh) = meshes.get_mut(glyph.line) else {
                continue;
            };
            if uv.is_nothing() {
                continue;
            }
            let color = match glyph.ink.checked_sub(1) {
                None => Color32::PLACEHOLDER,
                Some(ink) => inks
                    .get(usize::from(ink))
                    .copied()
                    .unwrap_or(Color32::PLACEHOLDER),
            };
            mesh.add_rect_with_uv(
                Rect::from_min_size(glyph.origin + uv.offset, uv.size),
                Rect::from_min_max(
                    pos2(f32::from(uv.min[0]), f32::from(uv.min[1])),
                    pos2(f32::from(uv.max[0]), f32::from(uv.max[1])),
                ),
                color,
            );
        }
        let template = self.template.clone();
        let template = template.unwrap_or_else(|| lay_out_template(ctx));
        assemble(&template, text, block, meshes, pixels_per_point)
    }

    /// Makes sure that every glyph of `placed` has a slot.
    fn resolve(&mut self, ctx: &Context, placed: &[Placed], pixels_per_point: f32) {
        let mut missing: Vec<SlotKey> = placed
            .iter()
            .map(|glyph| glyph.slot)
            .filter(|slot| !self.slots.contains_key(slot))
            .collect();
        if missing.is_empty() {
            return;
        }
        missing.sort_unstable();
        missing.dedup();
        let mut job = LayoutJob {
            break_on_newline: false,
            wrap: TextWrapping::no_max_width(),
            ..LayoutJob::default()
        };
        for slot in &missing {
            let family = self
                .families
                .entry((slot.face, slot.bin))
                .or_insert_with(|| family_name(slot.face, slot.bin))
                .clone();
            let size = f32::from_bits(slot.size_px) / pixels_per_point;
            let character = char::from_u32(GLYPH_PLANE + u32::from(slot.glyph))
                .unwrap_or(char::REPLACEMENT_CHARACTER);
            job.append(
                character.encode_utf8(&mut [0; 4]),
                0.0,
                TextFormat::simple(FontId::new(size, family), Color32::WHITE),
            );
        }
        let galley = ctx.fonts_mut(|fonts| fonts.layout_job(job));
        let glyphs = galley.rows.iter().flat_map(|row| row.glyphs.iter());
        for (slot, glyph) in missing.into_iter().zip(glyphs) {
            self.slots.insert(slot, *glyph);
        }
    }
}

/// Some native galley: its type has private fields, so ours are made from a
/// copy of it.
fn lay_out_template(ctx: &Context) -> Arc<Galley> {
    let font = FontId::proportional(10.0);
    let job = LayoutJob::simple("x".to_owned(), font, Color32::WHITE, f32::INFINITY);
    ctx.fonts_mut(|fonts| fonts.layout_job(job))
}

fn family_name(face: FaceId, bin: u8) -> FontFamily {
    FontFamily::Name(format!("glyphs:{}:{bin}", face.0).into())
}

fn parse_family(name: &str) -> Option<(FaceId, u8)> {
    let (face, bin) = name.strip_prefix("glyphs:")?.split_once(':')?;
    Some((FaceId(face.parse().ok()?), bin.parse().ok()?))
}

fn rasterise(
    scaler: &mut swash::scale::ScaleContext,
    faces: &FaceTable,
    face: FaceId,
    glyph: u16,
    size_px: f32,
    bin: u8,
) -> GlyphBitmap {
    let image = faces
        .with_face(face, |bytes, index| {
            let font = swash::FontRef::from_index(bytes, index as usize)?;
            let mut scaler = scaler.builder(font).size(size_px).hint(false).build();
            swash::scale::Render::new(&[swash::scale::Source::Outline])
                .format(swash::zeno::Format::Alpha)
                .offset(swash::zeno::Vector::new(
                    f32::from(bin) / SUBPIXEL_BINS,
                    0.0,
                ))
                .render(&mut scaler, glyph)
        })
        .flatten()
        .filter(|image| image.placement.width > 0 && image.placement.height > 0);
    match image {
        Some(image) => GlyphBitmap {
            image: egui::ColorImage::new(
                [
                    image.placement.width as usize,
                    image.placement.height as usize,
                ],
                image
                    .data
                    .iter()
                    .map(|a| Color32::from_white_alpha(*a))
                    .collect(),
            ),
            #[expect(clippy::cast_precision_loss, reason = "bitmaps are small")]
            offset_px: vec2(image.placement.left as f32, -image.placement.top as f32),
            is_color: false,
        },
        // Without a bitmap egui would paint its missing-glyph box.
        None => GlyphBitmap {
            image: egui::ColorImage::new([1, 1], vec![Color32::from_white_alpha(EMPTY_BITMAP)]),
            offset_px: Vec2::ZERO,
            is_color: false,
        },
    }
}

/// The pixel and the quarter of a pixel that each glyph falls on.
fn place(block: &Block, pixels_per_point: f32) -> Vec<Placed> {
    let mut placed = Vec::with_capacity(block.glyphs.len());
    for (line, glyphs) in block
        .lines
        .iter()
        .map(|line| block.glyphs_of(line))
        .enumerate()
    {
        placed.extend(
            glyphs
                .iter()
                .map(|glyph| place_glyph(line, glyph, pixels_per_point)),
        );
    }
    placed
}

fn place_glyph(line: usize, glyph: &Glyph, pixels_per_point: f32) -> Placed {
    let quarters = (glyph.x * pixels_per_point * SUBPIXEL_BINS).round() / SUBPIXEL_BINS;
    let pixel = quarters.floor();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "0, 1, 2 or 3"
    )]
    let bin = ((quarters - pixel) * SUBPIXEL_BINS) as u8;
    Placed {
        line,
        slot: SlotKey {
            face: glyph.face,
            glyph: glyph.id,
            size_px: (glyph.size * pixels_per_point).to_bits(),
            bin,
        },
        origin: pos2(pixel, (glyph.y * pixels_per_point).round()) / pixels_per_point,
        ink: glyph.ink,
    }
}

fn assemble(
    template: &Galley,
    text: &str,
    block: &Block,
    meshes: Vec<Mesh>,
    pixels_per_point: f32,
) -> Arc<Galley> {
    let mut galley = template.clone();
    galley.rows.clear();
    galley.mesh_bounds = Rect::NOTHING;
    galley.num_vertices = 0;
    galley.num_indices = 0;
    for (line, mut mesh) in block.lines.iter().zip(meshes) {
        let top = (line.top * pixels_per_point).round() / pixels_per_point;
        for vertex in &mut mesh.vertices {
            vertex.pos.y -= top;
        }
        let bounds = mesh.calc_bounds();
        let Some(template_row) = template.rows.first() else {
            continue;
        };
        let mut row = (*template_row.row).clone();
        row.glyphs.clear();
        row.size = vec2(block.width, line.bottom - line.top);
        galley.num_vertices += mesh.vertices.len();
        galley.num_indices += mesh.indices.len();
        row.visuals = RowVisuals {
            glyph_index_start: 0,
            glyph_vertex_range: 0..mesh.vertices.len(),
            mesh_bounds: bounds,
            mesh,
        };
        galley.mesh_bounds |= bounds.translate(vec2(0.0, top));
        galley.rows.push(PlacedRow {
            pos: pos2(0.0, top),
            row: Arc::new(row),
            ends_with_newline: false,
        });
    }
    galley.job = Arc::new(LayoutJob {
        text: text.to_owned(),
        sections: vec![LayoutSection {
            leading_space: 0.0,
            byte_range: egui::text::ByteIndex(0)..egui::text::ByteIndex(text.len()),
            format: TextFormat::default(),
        }],
        ..LayoutJob::default()
    });
    galley.rect = Rect::from_min_size(Pos2::ZERO, vec2(block.width, block.height));
    galley.elided = false;
    galley.pixels_per_point = pixels_per_point;
    Arc::new(galley)
}
