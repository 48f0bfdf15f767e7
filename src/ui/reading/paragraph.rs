//! One piece of an article, laid out, with the rectangles of what is marked.

use super::marks::{MarkClass, TextMarks};
use crate::base::ByteSpan;
use crate::text::{Area, Block};
use crate::ui::Pen;
use egui::{Context, Galley};
use std::sync::Arc;

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
    galley: Option<(Arc<Galley>, u64, u32)>,
}

impl SetParagraph {
    /// A piece without marks.
    pub(super) fn new(block: Block) -> Self {
        Self {
            block,
            highlights: Vec::new(),
            layers: Vec::new(),
            hits: Vec::new(),
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
