//! A folded text that knows where each of its parts came from.

use super::chars::is_mark;
use super::fold::{Piece, fold_char, pieces};
use crate::base::ByteSpan;

/// The folded form of a text, with a map back to the original.
#[derive(Debug, Clone, Default)]
pub struct FoldedText {
    text: String,
    runs: Vec<Run>,
}

/// A stretch of the folded text and where it stands in the original.
#[derive(Debug, Clone, Copy)]
struct Run {
    /// First byte in the folded text; ascending.
    folded: u32,
    /// First byte in the original.
    start: u32,
    /// First byte after, in the original, with the marks that follow.
    end: u32,
    /// Whether byte n of the run is byte n of its original. If not, the run
    /// is the folded form of one character.
    exact: bool,
}

impl FoldedText {
    /// Folds `original`, which is shorter than 4 GiB.
    #[must_use]
    pub fn new(original: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(original.len()),
            runs: Vec::new(),
        };
        for piece in pieces(original) {
            match piece {
                Piece::Unchanged { text, at } => {
                    folded.push(at, text.len(), |out| out.push_str(text));
                }
                Piece::Changed { c, at } => {
                    let before = folded.text.len();
                    folded.push(at, c.len_utf8(), |out| {
                        fold_char(c, &mut |f| out.push(f));
                    });
                    if folded.text.len() == before && is_mark(c) {
                        folded.attach(at, c.len_utf8());
                    }
                }
            }
        }
        folded
    }

    /// The folded text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the original that folded to `span`, a span of bytes of
    /// the folded text. Marks that follow its last letter are inside, so that
    /// a highlight keeps them; a ligature is inside as a whole.
    #[must_use]
    pub fn original_span(&self, span: ByteSpan) -> ByteSpan {
        let start = self.original_start(span.start);
        if span.is_empty() {
            return ByteSpan::new(start, start);
        }
        ByteSpan::new(start, self.original_end(span.end).max(start))
    }

    /// The byte of the original at which the character that folded to byte
    /// `folded` of the folded text starts, for a byte where one starts.
    #[must_use]
    pub fn original_start(&self, folded: u32) -> u32 {
        match self.run_of(folded) {
            Some((run, next)) if Some(folded) < next || next.is_none() => {
                if !run.exact {
                    return run.start;
                }
                (run.start + (folded - run.folded)).min(run.end)
            }
            _ => 0,
        }
    }

    fn original_end(&self, folded_end: u32) -> u32 {
        let Some((run, next)) = self.run_of(folded_end - 1) else {
            return 0;
        };
        let run_end = next.unwrap_or_else(|| small(self.text.len()));
        if !run.exact || folded_end >= run_end {
            return run.end;
        }
        run.start + (folded_end - run.folded)
    }

    /// The run that holds byte `folded`, and where the next one starts.
    fn run_of(&self, folded: u32) -> Option<(Run, Option<u32>)> {
        let after = self.runs.partition_point(|run| run.folded <= folded);
        let run = *self.runs.get(after.checked_sub(1)?)?;
        Some((run, self.runs.get(after).map(|next| next.folded)))
    }

    /// Appends what `write` writes as the folded form of `len` bytes at `at`.
    fn push(&mut self, at: usize, len: usize, write: impl FnOnce(&mut String)) {
        let before = self.text.len();
        write(&mut self.text);
        let written = self.text.len() - before;
        if written == 0 {
            return;
        }
        // Every character that changes its length changes to fewer or more
        // bytes as a whole, so equal lengths mean byte for byte.
        let exact = written == len;
        let (start, end) = (small(at), small(at + len));
        match self.runs.last_mut() {
            Some(last) if exact && last.exact && last.end == start && last.continues(before) => {
                last.end = end;
            }
            _ => self.runs.push(Run {
                folded: small(before),
                start,
                end,
                exact,
            }),
        }
    }

    /// Lets the mark of `len` bytes at `at`, which folds to nothing, belong to
    /// the letter before it.
    fn attach(&mut self, at: usize, len: usize) {
        if let Some(last) = self.runs.last_mut()
            && last.end == small(at)
        {
            last.end = small(at + len);
        }
    }
}

impl Run {
    /// Whether the run, which is exact and the last, has no marks attached, so
    /// that text folded from byte `folded_end` on may join it.
    fn continues(&self, folded_end: usize) -> bool {
        self.end - self.start == small(folded_end) - self.folded
    }
}

/// An offset as four bytes hold it; articles are shorter than 4 GiB.
fn small(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn original<'a>(text: &'a str, needle: &str) -> &'a str {
        let folded = FoldedText::new(text);
        let at = folded.text().find(needle).expect("needle");
        let span = ByteSpan::new(small(at), small(at + needle.len()));
        folded.original_span(span).slice(text)
    }

    #[test]
    fn hits_map_back_with_their_marks() {
        assert_eq!(original("قال مُحَمَّدٌ أمس", "محمد"), "مُحَمَّدٌ");
        assert_eq!(original("قال مُحَمَّدٌ أمس", "امس"), "أمس");
        assert_eq!(original("عام ٢٠٢٠م", "2020"), "٢٠٢٠");
        assert_eq!(original("عام ٢٠٢٠م", "02"), "٠٢");
        assert_eq!(original("ســـلام", "سلام"), "ســـلام");
    }

    #[test]
    fn controls_stay_outside_a_hit_and_ligatures_inside() {
        assert_eq!(original("\u{200F}باكو\u{200F} x", "باكو"), "باكو");
        assert_eq!(original("س\u{FEFB}م", "سل"), "س\u{FEFB}");
        assert_eq!(original("س\u{FEFB}م", "ام"), "\u{FEFB}م");
    }

    #[test]
    fn plain_text_is_one_run() {
        assert_eq!(FoldedText::new("علم و عمل").runs.len(), 1);
    }
}
