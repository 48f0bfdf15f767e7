//! Mentions with their places in the text.

use super::input::{ExportedArticle, ExportedMention};
use crate::arabic::is_format_control;
use crate::base::CharIndex;
use std::cmp::Reverse;
use std::ops::Range;

/// A mention and its place.
#[derive(Debug, Clone)]
pub(super) struct PlacedMention<'a> {
    pub(super) mention: &'a ExportedMention<'a>,
    /// The words of the text, unchanged; they begin and end with what is seen.
    pub(super) words: &'a str,
    /// Bytes of the article's text.
    pub(super) bytes: Range<usize>,
    /// Unicode scalar values of the article's text.
    pub(super) chars: Range<usize>,
}

impl<'a> PlacedMention<'a> {
    /// The mentions of `article` by start, the longer ones first.
    pub(super) fn of_article(article: &'a ExportedArticle<'_>) -> Vec<Self> {
        let mut placed: Vec<Self> = article
            .mentions
            .iter()
            .filter_map(|mention| Self::new(article.text, mention))
            .collect();
        // Of two with one span the casualties are outside.
        placed.sort_by_key(|placed| {
            let is_main = !placed.mention.kind.is_casualties();
            (placed.bytes.start, Reverse(placed.bytes.end), is_main)
        });
        let mut chars = CharIndex::new(article.text);
        for placed in &mut placed {
            let start = chars.char_of(placed.bytes.start);
            placed.chars = start..start + placed.words.chars().count();
        }
        placed
    }

    /// `None` for a span that shows nothing. Offsets in characters are not set.
    fn new(text: &'a str, mention: &'a ExportedMention<'a>) -> Option<Self> {
        let words = mention.span.slice(text);
        let tail = words.trim_start_matches(is_invisible);
        let start = mention.span.range().start + words.len() - tail.len();
        let words = tail.trim_end_matches(is_invisible);
        (!words.is_empty()).then(|| Self {
            mention,
            words,
            bytes: start..start + words.len(),
            chars: 0..0,
        })
    }

    /// The words with the article in full, where ل took its alef.
    pub(super) fn norm(&self) -> Option<String> {
        let elided = self.mention.article_elided;
        elided.then(|| format!("ا{}", self.words))
    }

    /// Whether the two overlap and neither lies inside the other.
    pub(super) fn crosses(&self, other: &Self) -> bool {
        let (first, second) = if self.bytes.start < other.bytes.start {
            (&self.bytes, &other.bytes)
        } else {
            (&other.bytes, &self.bytes)
        };
        first.start < second.start && second.start < first.end && first.end < second.end
    }
}

/// Whether `c` is neither seen nor part of a word when it stands at its edge.
pub(super) fn is_invisible(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_format_control(c)
}
