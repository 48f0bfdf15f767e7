//! Tokens that no mention divides.

use super::super::placed::{PlacedMention, is_invisible};
use crate::arabic::tokens;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// A token of the export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// Bytes of the article's text.
    pub(super) bytes: Range<usize>,
    /// The word it is a part of, where a mention divides one.
    pub(super) word: Option<Range<usize>>,
}

/// Words, numbers and signs of `text`, divided where a mention begins or ends.
/// What is not seen (white space, controls) is in no piece, or inside a word.
/// `placed` is by start.
pub(super) fn pieces(text: &str, placed: &[PlacedMention<'_>]) -> Vec<Piece> {
    let ends = |placed: &PlacedMention<'_>| [placed.bytes.start, placed.bytes.end];
    let mut edges: Vec<usize> = placed.iter().flat_map(ends).collect();
    edges.sort_unstable();
    edges.dedup();

    let mut pieces = Vec::new();
    let mut at = 0;
    for token in tokens(text) {
        let word = token.span.range();
        push_signs(text, at..word.start, &edges, &mut pieces);
        push_word(text, word.clone(), &edges, &mut pieces);
        at = word.end;
    }
    push_signs(text, at..text.len(), &edges, &mut pieces);
    pieces
}

fn push_word(text: &str, word: Range<usize>, edges: &[usize], pieces: &mut Vec<Piece>) {
    let parts = cut(word.clone(), edges).filter(|part| {
        let part = text.get(part.clone()).unwrap_or_default();
        !part.trim_matches(is_invisible).is_empty()
    });
    pieces.extend(parts.map(|bytes| Piece {
        word: (bytes != word).then(|| word.clone()),
        bytes,
    }));
}

/// Adds what a reader takes for signs between two words: one grapheme each
/// (UAX #29), so that an emoji is not taken apart.
fn push_signs(text: &str, between: Range<usize>, edges: &[usize], pieces: &mut Vec<Piece>) {
    for part in cut(between, edges) {
        let signs = text.get(part.clone()).unwrap_or_default();
        for (offset, grapheme) in signs.grapheme_indices(true) {
            let mut at = part.start + offset;
            // A combining mark may stand on a space.
            for stretch in grapheme.split_inclusive(char::is_whitespace) {
                let seen = stretch.trim_start_matches(is_invisible);
                let start = at + stretch.len() - seen.len();
                let seen = seen.trim_end_matches(is_invisible);
                if !seen.is_empty() {
                    pieces.push(Piece {
                        bytes: start..start + seen.len(),
                        word: None,
                    });
                }
                at += stretch.len();
            }
        }
    }
}

/// `range` in parts that no edge divides. `edges` ascend.
fn cut(range: Range<usize>, edges: &[usize]) -> impl Iterator<Item = Range<usize>> {
    let from = edges.partition_point(|edge| *edge <= range.start);
    let to = edges.partition_point(|edge| *edge < range.end);
    let inside = edges.get(from..to).unwrap_or_default().iter().copied();
    let mut start = range.start;
    inside.chain([range.end]).map(move |end| {
        let part = start..end;
        start = end;
        part
    })
}
