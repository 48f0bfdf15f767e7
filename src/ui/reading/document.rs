//! An article cut into the pieces that the pane scrolls over.

use crate::base::{ByteSpan, fits};
use crate::corpus::{Article, furniture_lines};

/// Longer paragraphs are set in parts of at most about this many bytes, so
/// that one line of a hundred megabytes costs no more than what is in view.
const MAX_PART: usize = 3_600;

/// What a piece of an article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ItemKind {
    /// The title, where it is a line of the text.
    Title,
    /// The title, where only the index gives it; its span is of the title.
    OuterTitle,
    /// The line of metadata; holds no text of the article.
    Metadata,
    /// A paragraph or the last part of one.
    Paragraph,
    /// A part of a long paragraph that goes on in the next item.
    Part,
    /// A line of page furniture.
    Furniture,
    /// Room after the end.
    End,
}

impl ItemKind {
    /// Whether it holds letters of the text or the title.
    pub(super) const fn has_text(self) -> bool {
        !matches!(self, Self::Metadata | Self::End)
    }

    /// Whether its letters are of the article's text.
    pub(super) const fn is_of_text(self) -> bool {
        self.has_text() && !matches!(self, Self::OuterTitle)
    }
}

/// One piece of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DocumentItem {
    pub(super) kind: ItemKind,
    /// The bytes of the article's text (of the title for `OuterTitle`).
    pub(super) span: ByteSpan,
}

/// The pieces of an article from top to bottom.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) items: Vec<DocumentItem>,
}

impl Document {
    pub(super) fn new(article: &Article) -> Self {
        let mut items = Vec::new();
        let title = article.title_span;
        items.push(match title {
            Some(span) => DocumentItem {
                kind: ItemKind::Title,
                span,
            },
            None => DocumentItem {
                kind: ItemKind::OuterTitle,
                span: ByteSpan::new(0, fits(article.title.len())),
            },
        });
        items.push(DocumentItem {
            kind: ItemKind::Metadata,
            span: ByteSpan::default(),
        });
        let furniture = furniture_lines(&article.text);
        let mut next_furniture = furniture.iter().peekable();
        let mut start = 0;
        let text: &str = &article.text;
        while start < text.len() {
            let rest = text.get(start..).unwrap_or_default();
            let length = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
            let line = rest.get(..length).unwrap_or_default();
            let trimmed = line.trim();
            if !trimmed.is_empty() {
                let lead = line.len() - line.trim_start().len();
                let span = ByteSpan::new(fits(start + lead), fits(start + lead + trimmed.len()));
                while next_furniture.next_if(|f| f.end <= span.start).is_some() {}
                let is_furniture = next_furniture.peek().is_some_and(|f| f.overlaps(span));
                if is_furniture {
                    items.push(DocumentItem {
                        kind: ItemKind::Furniture,
                        span,
                    });
                } else if title.is_none_or(|title| !title.overlaps(span)) {
                    push_parts(&mut items, text, span);
                }
            }
            start += length + 1;
        }
        items.push(DocumentItem {
            kind: ItemKind::End,
            span: ByteSpan::new(fits(text.len()), fits(text.len())),
        });
        Self { items }
    }

    /// The text of item `item` of `article`.
    pub(super) fn text<'a>(article: &'a Article, item: &DocumentItem) -> &'a str {
        let of: &str = match item.kind {
            ItemKind::OuterTitle => &article.title,
            _ => &article.text,
        };
        of.get(item.span.range()).unwrap_or_default()
    }

    /// The item that holds byte `byte` of the text, or the next one that does.
    pub(super) fn item_of(&self, byte: u32) -> usize {
        if self
            .items
            .first()
            .is_some_and(|item| item.kind == ItemKind::Title && byte < item.span.end)
        {
            return 0;
        }
        let body = self.items.get(2..).unwrap_or_default();
        2 + body
            .partition_point(|item| item.span.end <= byte)
            .min(body.len().saturating_sub(1))
    }
}

fn push_parts(items: &mut Vec<DocumentItem>, text: &str, span: ByteSpan) {
    let mut start = span.start as usize;
    let end = span.end as usize;
    while end - start > MAX_PART {
        let limit = text.floor_char_boundary(start + MAX_PART);
        let window = text.get(start..limit).unwrap_or_default();
        let cut = start + cut_of(window);
        items.push(DocumentItem {
            kind: ItemKind::Part,
            span: ByteSpan::new(fits(start), fits(cut)),
        });
        start = cut;
    }
    items.push(DocumentItem {
        kind: ItemKind::Paragraph,
        span: ByteSpan::new(fits(start), fits(end)),
    });
}

/// Where to end a part: after the last sentence of the second half of
/// `window`, else after its last space, else at its end. Never 0.
fn cut_of(window: &str) -> usize {
    let half = window.floor_char_boundary(window.len() / 2);
    let tail = window.get(half..).unwrap_or_default();
    let sentence = tail
        .char_indices()
        .zip(tail.chars().skip(1))
        .filter(|((_, c), next)| matches!(c, '.' | '؟' | '!' | '؛') && next.is_whitespace())
        .last()
        .map(|((i, c), next)| half + i + c.len_utf8() + next.len_utf8());
    let space = || {
        tail.char_indices()
            .rfind(|(_, c)| c.is_whitespace())
            .map(|(i, c)| half + i + c.len_utf8())
    };
    sentence.or_else(space).unwrap_or(window.len()).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts_of(text: &str) -> Vec<DocumentItem> {
        let mut items = Vec::new();
        push_parts(&mut items, text, ByteSpan::new(0, fits(text.len())));
        items
    }

    #[test]
    fn long_paragraphs_are_cut_without_loss() {
        for unit in ["كلمة ", "جملة طويلة هنا. ", "ملتصق", "a"] {
            let text = unit.repeat(20_000 / unit.len());
            let items = parts_of(&text);
            assert!(items.len() > 3);
            let mut at = 0;
            for item in &items {
                assert_eq!(item.span.start, at);
                assert!(item.span.len() as usize <= MAX_PART);
                assert!(text.get(item.span.range()).is_some(), "character boundary");
                at = item.span.end;
            }
            assert_eq!(at as usize, text.len());
        }
    }

    #[test]
    fn parts_end_after_sentences() {
        let text = "جملة قصيرة للتجربة. ".repeat(400);
        for item in parts_of(&text) {
            assert!(
                text.get(item.span.range())
                    .unwrap()
                    .trim_end()
                    .ends_with('.')
            );
        }
    }
}
