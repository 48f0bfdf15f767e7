//! Where sentences end.

use super::super::placed::PlacedMention;
use super::pieces::Piece;

/// `pieces` by sentences. A sentence ends with its line, and after a full stop,
/// an exclamation or question mark or an ellipsis with white space behind it;
/// closing quotation marks and brackets go with it. A stop after a single
/// letter (د.) abbreviates. No sentence ends inside a mention. `placed` is by
/// start.
pub(super) fn sentences<'p>(
    text: &str,
    pieces: &'p [Piece],
    placed: &[PlacedMention<'_>],
) -> Vec<&'p [Piece]> {
    let mut sentences = Vec::new();
    let mut mentions = placed.iter().peekable();
    // The furthest end of the mentions that began so far.
    let mut reach = 0;
    let mut first = 0;
    let mut stop = Stop::None;
    for (n, piece) in pieces.iter().enumerate() {
        while let Some(mention) = mentions.next_if(|next| next.bytes.start <= piece.bytes.start) {
            reach = reach.max(mention.bytes.end);
        }
        let form = text.get(piece.bytes.clone()).unwrap_or_default();
        stop = stop.then(form);
        let next = pieces
            .get(n + 1)
            .map_or(text.len(), |next| next.bytes.start);
        let gap = text.get(piece.bytes.end..next).unwrap_or_default();
        let ends = gap.contains(['\n', '\r'])
            || (stop == Stop::Full && gap.contains(char::is_whitespace))
            || n + 1 == pieces.len();
        if ends && reach <= piece.bytes.end {
            sentences.push(pieces.get(first..=n).unwrap_or_default());
            first = n + 1;
            stop = Stop::None;
        }
    }
    sentences
}

/// What was read last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    None,
    /// A word of one letter.
    Letter,
    /// A sign that ends a sentence, and what closes behind it.
    Full,
}

impl Stop {
    /// What it is after `form`.
    fn then(self, form: &str) -> Self {
        match form {
            "." if self == Self::Letter => Self::None,
            "." | "!" | "?" | "؟" | "۔" | "…" => Self::Full,
            "»" | "”" | "\"" | ")" | "]" | "’" if self == Self::Full => Self::Full,
            _ => {
                let mut letters = form.chars();
                let is_letter = letters.next().is_some_and(char::is_alphabetic);
                if is_letter && letters.next().is_none() {
                    Self::Letter
                } else {
                    Self::None
                }
            }
        }
    }
}
