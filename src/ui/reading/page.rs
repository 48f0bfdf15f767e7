//! Sets the pieces of an article when they come near the view.

use super::document::{Document, DocumentItem, ItemKind};
use super::marks::TextMarks;
use super::paragraph::SetParagraph;
use crate::corpus::Article;
use crate::text::{Alignment, BaseDirection, LineMeasure, TextStyle};
use crate::ui::{Pen, theme};
use egui::{Pos2, vec2};
use rustc_hash::FxHashMap;

/// Width of a line as a multiple of the size: 60 letters and spaces of Amiri on
/// the average, at most 70, counted over the seed articles.
const MEASURE_EM: f32 = 22.5;
/// Mean advance of a letter of Amiri as a share of the size, from the same count.
const LETTER_EM: f32 = 0.372;
/// Mean bytes of a letter, spaces and ASCII counted in.
const LETTER_BYTES: f32 = 1.85;
/// Pieces kept laid out around the view.
const KEPT: usize = 300;

/// Sizes of a page at one text scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct PageLook {
    /// Width of the lines in points.
    pub(super) measure: f32,
    /// Times the usual text size.
    pub(super) scale: f32,
}

impl PageLook {
    /// The look for a pane `width` points wide.
    pub(super) fn new(width: f32, scale: f32) -> Self {
        let full = theme::body(scale).size * MEASURE_EM;
        Self {
            measure: full.min(width - 2.0 * 28.0).max(120.0).round(),
            scale,
        }
    }

    fn style(self, kind: ItemKind) -> TextStyle {
        match kind {
            ItemKind::Title | ItemKind::OuterTitle => theme::article_title(self.scale),
            ItemKind::Furniture => theme::furniture(self.scale),
            _ => theme::body(self.scale),
        }
    }

    /// Points above and below the text of a piece.
    pub(super) fn padding(self, kind: ItemKind) -> (f32, f32) {
        let gap = (12.0 * self.scale).round();
        match kind {
            ItemKind::Title | ItemKind::OuterTitle => (28.0, 4.0),
            ItemKind::Metadata => (0.0, 16.0),
            ItemKind::Paragraph | ItemKind::Furniture => (0.0, gap),
            ItemKind::Part => (0.0, 0.0),
            ItemKind::End => (0.0, 56.0),
        }
    }

    /// The height in points that an item will have, guessed from its length.
    pub(super) fn estimate(self, item: &DocumentItem, metadata_height: f32) -> f32 {
        let (above, below) = self.padding(item.kind);
        let content = match item.kind {
            ItemKind::Metadata => metadata_height,
            ItemKind::End => 0.0,
            kind => {
                let style = self.style(kind);
                #[expect(clippy::cast_precision_loss, reason = "an estimate")]
                let letters = item.span.len() as f32 / LETTER_BYTES;
                let lines = (letters * LETTER_EM * style.size / self.measure)
                    .ceil()
                    .max(1.0);
                lines * style.size * style.leading
            }
        };
        above + content + below
    }
}

/// What is needed to set a piece: everything but the column, which asks.
pub(super) struct PageSetting<'a> {
    pub(super) article: &'a Article,
    pub(super) document: &'a Document,
    pub(super) marks: &'a TextMarks<'a>,
    pub(super) look: PageLook,
    pub(super) metadata_height: f32,
    pub(super) set: &'a mut FxHashMap<usize, SetParagraph>,
    pub(super) pen: &'a mut Pen,
}

impl PageSetting<'_> {
    /// Sets item `index` if it is not, and returns its height in points.
    pub(super) fn height(&mut self, index: usize) -> f32 {
        let Some(item) = self.document.items.get(index) else {
            return 0.0;
        };
        let (above, below) = self.look.padding(item.kind);
        let content = match item.kind {
            ItemKind::Metadata => self.metadata_height,
            ItemKind::End => 0.0,
            _ => self.paragraph(index).map_or(0.0, |p| p.block.height),
        };
        above + content + below
    }

    /// The set text of item `index`; `None` for items without text.
    pub(super) fn paragraph(&mut self, index: usize) -> Option<&mut SetParagraph> {
        let item = self.document.items.get(index)?;
        if !item.kind.has_text() {
            return None;
        }
        let (article, look, marks, pen) = (self.article, self.look, self.marks, &mut *self.pen);
        Some(self.set.entry(index).or_insert_with(|| {
            let measure = LineMeasure {
                width: look.measure,
                alignment: match item.kind {
                    ItemKind::Paragraph | ItemKind::Part => Alignment::Justify,
                    _ => Alignment::Start,
                },
                direction: BaseDirection::RightToLeft,
            };
            let text = Document::text(article, item);
            let block = pen.set(text, look.style(item.kind), measure, &[]);
            let mut set = SetParagraph::new(block);
            if item.kind != ItemKind::OuterTitle {
                set.mark(item.span, marks);
            }
            set
        }))
    }

    /// Where the text of item `index` begins, whose room begins at `at`: on a
    /// whole pixel of a screen with `scale` of them in a point.
    pub(super) fn origin(&self, index: usize, at: Pos2, scale: f32) -> Pos2 {
        let piece = self.document.items.get(index);
        let above = piece.map_or(0.0, |piece| self.look.padding(piece.kind).0);
        ((at + vec2(0.0, above)) * scale).round() / scale
    }

    /// Forgets pieces far from item `around`.
    pub(super) fn prune(&mut self, around: usize) {
        if self.set.len() > KEPT {
            self.set
                .retain(|index, _| index.abs_diff(around) < KEPT / 3);
        }
    }
}
