//! The pen that writes every string of the window.

use super::glyph_atlas::GlyphAtlas;
use crate::text::{
    Alignment, BaseDirection, Block, FontCatalog, LineMeasure, TextStyle, Typesetter,
};
use egui::{
    Color32, Context, FontData, FontDefinitions, FontFamily, Galley, Painter, Pos2, Vec2, pos2,
};
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::Arc;

/// Labels that were not painted for this many passes may be forgotten.
const LABEL_LIFE: u64 = 240;
/// Labels are only looked through for old ones above this number.
const LABEL_CACHE: usize = 2_000;

/// A short text ready to be painted.
#[derive(Clone)]
pub struct PaintedLabel(Arc<Written>);

struct Written {
    block: Block,
    galley: Arc<Galley>,
}

impl PaintedLabel {
    /// Width and height in points.
    #[must_use]
    pub fn size(&self) -> Vec2 {
        self.0.galley.size()
    }

    /// Width in points.
    #[must_use]
    pub fn width(&self) -> f32 {
        self.size().x
    }

    /// The layout, for the rectangles of what is marked in the text.
    #[must_use]
    pub fn block(&self) -> &Block {
        &self.0.block
    }

    /// Paints the text with its top left corner at `at`, moved to a whole pixel.
    pub fn paint(&self, painter: &Painter, at: Pos2, color: Color32) {
        let scale = painter.pixels_per_point();
        let at = pos2(
            (at.x * scale).round() / scale,
            (at.y * scale).round() / scale,
        );
        painter.galley(at, Arc::clone(&self.0.galley), color);
    }
}

#[derive(PartialEq, Eq, Hash)]
struct LabelKey {
    text: Box<str>,
    style: StyleKey,
    /// Bits of the width in points.
    width: u32,
    lines: usize,
    direction: BaseDirection,
}

type StyleKey = (crate::text::Typeface, bool, u32, u32);

/// Sets strings and keeps what it has set.
pub struct Pen {
    typesetter: Typesetter,
    atlas: GlyphAtlas,
    labels: FxHashMap<LabelKey, (PaintedLabel, u64)>,
    pass: u64,
    pixels_per_point: f32,
    fonts_changed: u64,
}

impl Pen {
    /// A pen for `ctx` with the faces of `catalog`. Also gives egui the
    /// bundled Latin face, for the few texts that are its own.
    #[must_use]
    pub fn new(ctx: &Context, catalog: &FontCatalog) -> Self {
        let mut definitions = FontDefinitions::empty();
        definitions.font_data.insert(
            "latin".to_owned(),
            Arc::new(FontData::from_static(include_bytes!(
                "../../assets/fonts/NotoSans-Regular.ttf"
            ))),
        );
        for family in [FontFamily::Proportional, FontFamily::Monospace] {
            definitions
                .families
                .insert(family, vec!["latin".to_owned()]);
        }
        ctx.set_fonts(definitions);
        let typesetter = Typesetter::new(catalog);
        let atlas = GlyphAtlas::install(ctx, typesetter.faces().clone());
        Self {
            typesetter,
            atlas,
            labels: FxHashMap::default(),
            pass: 0,
            pixels_per_point: 0.0,
            fonts_changed: 0,
        }
    }

    /// To be called once at the start of every pass.
    pub fn begin_pass(&mut self, ctx: &Context) {
        let generation = self.atlas.generation();
        self.atlas.begin_pass(ctx);
        let scale = ctx.pixels_per_point();
        if self.atlas.generation() != generation
            || self.pixels_per_point.to_bits() != scale.to_bits()
        {
            self.labels.clear();
            self.pixels_per_point = scale;
        }
        self.pass += 1;
        if self.labels.len() > LABEL_CACHE {
            let oldest = self.pass.saturating_sub(LABEL_LIFE);
            self.labels.retain(|_, (_, used)| *used >= oldest);
        }
    }

    /// A number that changes whenever galleys kept elsewhere must be made anew.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.atlas.generation() + self.fonts_changed
    }

    /// Sets articles in another family; see [`Typesetter::set_reading_family`].
    pub fn set_reading_family(&mut self, family: Option<(String, Vec<crate::text::FontBytes>)>) {
        self.typesetter.set_reading_family(family);
        self.labels.clear();
        self.fonts_changed += 1 << 32;
    }

    /// The typesetter, for what is measured or drawn outside of the window.
    pub fn typesetter(&mut self) -> &mut Typesetter {
        &mut self.typesetter
    }

    /// Lays out a paragraph without keeping it.
    pub fn set(
        &mut self,
        text: &str,
        style: TextStyle,
        measure: LineMeasure,
        inks: &[(Range<usize>, u8)],
    ) -> Block {
        self.typesetter.set(text, style, measure, inks)
    }

    /// A galley of a block, which the caller keeps until
    /// [`Pen::generation`] or the scale of the window changes.
    pub fn galley(
        &mut self,
        ctx: &Context,
        text: &str,
        block: &Block,
        inks: &[Color32],
    ) -> Arc<Galley> {
        self.atlas.galley(ctx, text, block, inks)
    }

    /// A single line of the direction of its first letter.
    pub fn label(&mut self, ctx: &Context, text: &str, style: TextStyle) -> PaintedLabel {
        self.lines(ctx, text, style, f32::INFINITY, 1, BaseDirection::Auto)
    }

    /// At most `max_lines` lines of at most `width` points, aligned to the
    /// start of `direction`, with an ellipsis where the text does not fit. A
    /// text that fits on one line is as wide as it needs.
    pub fn lines(
        &mut self,
        ctx: &Context,
        text: &str,
        style: TextStyle,
        width: f32,
        max_lines: usize,
        direction: BaseDirection,
    ) -> PaintedLabel {
        let key = LabelKey {
            text: text.into(),
            style: (
                style.typeface,
                style.bold,
                style.size.to_bits(),
                style.leading.to_bits(),
            ),
            width: width.to_bits(),
            lines: max_lines,
            direction,
        };
        if let Some((label, used)) = self.labels.get_mut(&key) {
            *used = self.pass;
            return label.clone();
        }
        let line = LineMeasure {
            direction,
            ..LineMeasure::SINGLE_LINE
        };
        let mut block = self.typesetter.set(text, style, line, &[]);
        // Widths are sums of many advances: a label fits in its own width.
        if block.width > width + 0.5 {
            let measure = LineMeasure {
                width,
                alignment: Alignment::Start,
                direction,
            };
            block = self.typesetter.set_within(text, style, measure, max_lines);
        }
        let galley = self.atlas.galley(ctx, text, &block, &[]);
        let label = PaintedLabel(Arc::new(Written { block, galley }));
        self.labels.insert(key, (label.clone(), self.pass));
        label
    }
}
