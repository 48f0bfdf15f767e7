//! What the reader has selected in the pane.

use super::document::{Document, ItemKind};
use crate::base::ByteSpan;
use crate::corpus::Article;
use std::ops::Range;

/// A place in the article: an item and a byte of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Position {
    pub(super) item: usize,
    pub(super) byte: usize,
}

/// How far one step of a drag reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Grain {
    #[default]
    Grapheme,
    Word,
    Paragraph,
}

/// A selection: the piece that the first press took, and where it reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Selection {
    /// What was pressed first: empty, a word or a paragraph.
    pub(super) origin: Range<Position>,
    /// The piece under the pointer now.
    pub(super) reach: Range<Position>,
    pub(super) grain: Grain,
}

impl Selection {
    /// The positions that are selected, from start to end.
    pub(super) fn range(&self) -> Range<Position> {
        self.origin.start.min(self.reach.start)..self.origin.end.max(self.reach.end)
    }

    /// Where it begins, and where it reached last.
    pub(super) fn ends(&self) -> (Position, Position) {
        let Range { start, end } = self.range();
        if self.reach.start < self.origin.start {
            (end, start)
        } else {
            (start, end)
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        let range = self.range();
        range.start == range.end
    }

    /// The selected bytes of item `item`, whose text has `len` bytes.
    pub(super) fn within(&self, item: usize, len: usize) -> Option<Range<usize>> {
        let range = self.range();
        if item < range.start.item || item > range.end.item {
            return None;
        }
        let start = if item == range.start.item {
            range.start.byte
        } else {
            0
        };
        let end = if item == range.end.item {
            range.end.byte
        } else {
            len
        };
        (start < end).then_some(start..end.min(len))
    }

    /// The bytes of the article's text from the first letter selected to the
    /// last; `None` where none of it is selected.
    pub(super) fn span(&self, article: &Article, document: &Document) -> Option<ByteSpan> {
        let range = self.range();
        let mut body: Option<ByteSpan> = None;
        for index in range.start.item..=range.end.item {
            let Some(item) = document.items.get(index) else {
                continue;
            };
            if !item.kind.is_of_text() {
                continue;
            }
            let text = Document::text(article, item);
            let Some(bytes) = self.within(index, text.len()) else {
                continue;
            };
            let at = |byte: usize| item.span.start + u32::try_from(byte).unwrap_or(0);
            let piece = ByteSpan::new(at(bytes.start), at(bytes.end));
            body = Some(body.map_or(piece, |b| {
                ByteSpan::new(b.start.min(piece.start), b.end.max(piece.end))
            }));
        }
        body
    }

    /// The selected text in logical order, as it stands in the article; before
    /// it what is selected of a title that does not stand there.
    pub(super) fn text(&self, article: &Article, document: &Document) -> String {
        let mut selected = String::new();
        let range = self.range();
        let first = document.items.get(range.start.item);
        if let Some(title) = first.filter(|item| item.kind == ItemKind::OuterTitle) {
            let title = Document::text(article, title);
            let bytes = self.within(range.start.item, title.len());
            selected.push_str(bytes.and_then(|bytes| title.get(bytes)).unwrap_or_default());
            if range.end.item > range.start.item && !selected.is_empty() {
                selected.push_str("\n\n");
            }
        }
        // One slice of the article, so that blank lines come along as they are.
        if let Some(span) = self.span(article, document) {
            selected.push_str(span.slice(&article.text));
        }
        selected
    }
}
