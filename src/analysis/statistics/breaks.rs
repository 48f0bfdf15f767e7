//! Where a sentence ends between two tokens.

use super::places::stretches;
use super::small;
use crate::analysis::index::Index;
use crate::base::ArticleId;
use rayon::prelude::*;

/// For each position, whether a sentence ends before it. Made once for a
/// corpus, for n-grams that do not run across sentences.
///
/// A sentence ends where a line does, at `!` `?` `؟` `۔` and `…`, and at a `.`
/// that is not all that stands between two tokens (the points of `U.S` end
/// nothing). It costs one look for the many tokens with just a space between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breaks(Vec<u64>);

/// Ranges of articles for threads to share.
const N_STRETCHES: u32 = 64;

impl Breaks {
    /// Looks between the tokens of `text_of`, the text of each article.
    #[must_use]
    pub fn new<'a>(index: &Index, text_of: impl Fn(ArticleId) -> &'a str + Sync) -> Self {
        let pieces: Vec<Vec<u32>> = stretches(index.article_starts(), N_STRETCHES)
            .into_par_iter()
            .map(|articles| {
                let mut breaks = Vec::new();
                for id in articles.map(ArticleId) {
                    breaks_of(index, id, text_of(id), &mut breaks);
                }
                breaks
            })
            .collect();
        let mut words = vec![0; index.tokens().len().div_ceil(64)];
        for position in pieces.into_iter().flatten() {
            words[position as usize / 64] |= 1 << (position % 64);
        }
        Self(words)
    }

    /// Whether a sentence ends between the token at `position` and the one
    /// before it, in the same article.
    #[must_use]
    #[inline]
    pub fn is_before(&self, position: u32) -> bool {
        let word = self.0.get(position as usize / 64).copied().unwrap_or(0);
        word >> (position % 64) & 1 == 1
    }
}

fn breaks_of(index: &Index, id: ArticleId, text: &str, breaks: &mut Vec<u32>) {
    let mut end = None;
    for position in index.positions_of(id) {
        let span = index.span(position);
        let gap = end.and_then(|end| text.as_bytes().get(end..span.start as usize));
        if gap.is_some_and(ends_sentence) {
            breaks.push(position);
        }
        end = Some(span.end as usize);
    }
}

/// Whether what stands between two tokens ends a sentence.
fn ends_sentence(gap: &[u8]) -> bool {
    if gap == b" " {
        return false;
    }
    let has = |mark: &str| {
        gap.windows(mark.len())
            .any(|bytes| bytes == mark.as_bytes())
    };
    gap.iter().any(|byte| matches!(byte, b'\n' | b'!' | b'?'))
        || (gap.contains(&b'.') && gap != b".")
        || (small(gap.len()) > 1 && ["؟", "۔", "…"].into_iter().any(has))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_lines_end_sentences() {
        for gap in [". ", ".\n", "\n", "؟ ", "؟", "! ", "?", " … ", "۔ ", ".» «"] {
            assert!(ends_sentence(gap.as_bytes()), "{gap:?}");
        }
        for gap in ["", " ", ".", "، ", "؛ ", ": ", " «", "-", "\u{200F} "] {
            assert!(!ends_sentence(gap.as_bytes()), "{gap:?}");
        }
    }
}
