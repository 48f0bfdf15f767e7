//! One piece of an article, laid out, with the rectangles of what is marked.

use super::marks::{MarkClass, TextMarks};
use crate::base::ByteSpan;
use crate::text::{Area, Block, FaceTable, Glyph, ink_between};
use crate::ui::Pen;
use egui::{Context, Galley};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// The least length of a line under marked letters, in points.
const LEAST_LINE: f32 = 2.0;
/// A glyph reaches no farther to the right of its origin, in sizes of its face:
/// the widest words that are one glyph.
const FAR: f32 = 4.0;
/// Room between such a line and the ink that it skips, in points.
const AROUND_INK: f32 = 1.5;

/// Where a line is drawn under marked letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum LineUnder {
    /// Names and hits: at the foot of the letters' room.
    Letters,
    /// Dates, times and casualties: under the line of a name, which may stand in
    /// the same words.
    Names,
}

impl LineUnder {
    /// Points from the foot of the letters' room down to that of the line.
    pub(super) const fn drop(self) -> f32 {
        match self {
            Self::Letters => 0.0,
            Self::Names => 4.0,
        }
    }

    /// Points that the thickest of these lines takes.
    const fn height(self) -> f32 {
        match self {
            Self::Letters => 2.0,
            Self::Names => 3.2,
        }
    }
}

/// A mention or an expression in the pane: which one, and where it is drawn.
#[derive(Debug, Clone)]
pub(super) struct Highlight {
    /// Index into the mentions, or the expressions, of the article.
    pub(super) mention: usize,
    pub(super) class: MarkClass,
    pub(super) areas: Vec<Area>,
}

/// A piece of an article ready to be painted.
pub(super) struct SetParagraph {
    pub(super) block: Block,
    pub(super) highlights: Vec<Highlight>,
    /// Dates, times and casualties, by index among those of the article.
    pub(super) layers: Vec<Highlight>,
    /// Hits of the search, by index among those of the article.
    pub(super) hits: Vec<(usize, Area)>,
    /// By marked area, where no ink stands in the way of what is drawn under it:
    /// from left to right, in points of the block.
    free: FxHashMap<InkKey, Vec<(f32, f32)>>,
    galley: Option<(Arc<Galley>, u64, u32)>,
}

/// What the ink under an area depends on: its line, the bits of its edges, and
/// how the line under it is drawn.
type InkKey = (usize, [u32; 2], LineUnder);

fn ink_key(area: &Area, under: LineUnder) -> InkKey {
    (area.line, [area.x0, area.x1].map(f32::to_bits), under)
}

/// The stretches of `area` between `ink`, which stands from left to right.
fn between(area: &Area, ink: &[(f32, f32)]) -> Vec<(f32, f32)> {
    let mut free = Vec::new();
    let mut start = area.x0;
    for (ink_start, ink_end) in ink {
        if *ink_end <= start || *ink_start >= area.x1 {
            continue;
        }
        if *ink_start - start >= LEAST_LINE {
            free.push((start, *ink_start));
        }
        start = *ink_end;
    }
    // Of a name that is all dots and bowls something is left.
    if area.x1 - start >= LEAST_LINE || free.is_empty() {
        free.push((start.min(area.x1 - LEAST_LINE).max(area.x0), area.x1));
    }
    free
}

impl SetParagraph {
    /// A piece without marks.
    pub(super) fn new(block: Block) -> Self {
        Self {
            block,
            highlights: Vec::new(),
            layers: Vec::new(),
            hits: Vec::new(),
            free: FxHashMap::default(),
            galley: None,
        }
    }

    /// Finds the rectangles of the marks that fall into `span`, the bytes of
    /// the article that the block was set from.
    pub(super) fn mark(&mut self, span: ByteSpan, marks: &TextMarks<'_>) {
        let block = &self.block;
        let local = |mark: ByteSpan| {
            let start = mark.start.saturating_sub(span.start) as usize;
            let end = mark.end.min(span.end).saturating_sub(span.start) as usize;
            start..end
        };
        let first = marks.mentions.partition_point(|m| m.span.end <= span.start);
        self.highlights = marks
            .mentions
            .iter()
            .enumerate()
            .skip(first)
            .take_while(|(_, m)| m.span.start < span.end)
            .map(|(mention, m)| Highlight {
                mention,
                class: MarkClass::of(m.kind),
                areas: block.areas(local(m.span)),
            })
            .collect();
        let layers = marks.expressions.iter().enumerate();
        self.layers = layers
            .filter(|(_, expression)| expression.span.overlaps(span))
            .map(|(mention, expression)| Highlight {
                mention,
                class: MarkClass::of_value(&expression.value),
                areas: block.areas(local(expression.span)),
            })
            .collect();
        let first = marks.hits.partition_point(|hit| hit.end <= span.start);
        self.hits = marks
            .hits
            .iter()
            .enumerate()
            .skip(first)
            .take_while(|(_, hit)| hit.start < span.end)
            .flat_map(|(n, hit)| {
                block
                    .areas(local(*hit))
                    .into_iter()
                    .map(move |area| (n, area))
            })
            .collect();
    }

    /// Finds where dots and bowls reach into the lines under what is marked.
    pub(super) fn find_ink(&mut self, faces: &FaceTable) {
        let names = self.highlights.iter().flat_map(|mark| &mark.areas);
        let names = names.chain(self.hits.iter().map(|(_, area)| area));
        let layers = self.layers.iter().flat_map(|mark| &mark.areas);
        let marked = names.map(|area| (area, LineUnder::Letters));
        for (area, under) in marked.chain(layers.map(|area| (area, LineUnder::Names))) {
            let block = &self.block;
            self.free.entry(ink_key(area, under)).or_insert_with(|| {
                let line = block.lines.get(area.line);
                let glyphs = line.map_or(&[][..], |line| block.glyphs_of(line));
                // Outlines cost: only of what may reach into the area.
                let reaches = |glyph: &&Glyph| {
                    glyph.x > area.x0 - FAR * glyph.size && glyph.x < area.x1 + glyph.size
                };
                let glyphs: Vec<Glyph> = glyphs.iter().filter(reaches).copied().collect();
                let foot = area.y1 + under.drop();
                let band = (foot - under.height() - 0.5, foot + 0.5);
                between(area, &ink_between(faces, &glyphs, band, AROUND_INK))
            });
        }
    }

    /// The stretches of `area` that are free of ink where a line is drawn under
    /// it, once ink was looked for: from where to where, in points of the block.
    pub(super) fn free_of_ink(&self, area: &Area, under: LineUnder) -> &[(f32, f32)] {
        let known = self.free.get(&ink_key(area, under));
        known.map_or(&[], Vec::as_slice)
    }

    /// The galley, made anew when the atlas or the scale has changed.
    pub(super) fn galley(&mut self, ctx: &Context, pen: &mut Pen, text: &str) -> Arc<Galley> {
        let (generation, scale) = (pen.generation(), ctx.pixels_per_point().to_bits());
        match &self.galley {
            Some((galley, g, s)) if (*g, *s) == (generation, scale) => Arc::clone(galley),
            _ => {
                let galley = pen.galley(ctx, text, &self.block, &[]);
                self.galley = Some((Arc::clone(&galley), generation, scale));
                galley
            }
        }
    }
}
