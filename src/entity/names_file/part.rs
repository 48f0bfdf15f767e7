//! The words of a longer name that are the name.

use crate::arabic::{fold, folded_words, tokens, written_len};
use crate::base::{ByteSpan, fits};

/// Which of some words are a name, by their places: so it can be told wherever
/// the words stand, however they are written there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::entity) struct NamePart {
    /// The first word, from 0.
    first: usize,
    /// How many words.
    len: usize,
    /// The bytes of the first word, folded, that stay outside.
    peeled: usize,
}

impl NamePart {
    /// The place of `name` among the words `text`; none where it does not
    /// stand there.
    #[must_use]
    pub(in crate::entity) fn of(text: &str, name: &str) -> Option<Self> {
        let (words, name) = (folded_words(text), folded_words(name));
        let (begin, others) = name.split_first()?;
        (0..words.len()).find_map(|first| {
            let peeled = words.get(first)?.strip_suffix(begin.as_str())?.len();
            let rest = words.get(first + 1..first + name.len())?;
            (rest == others).then_some(Self {
                first,
                len: name.len(),
                peeled,
            })
        })
    }

    /// Where the name stands in `text`, whose bytes `words` are the words.
    #[must_use]
    pub(in crate::entity) fn within(self, text: &str, words: ByteSpan) -> Option<ByteSpan> {
        let written = words.slice(text);
        let mut name = tokens(written).skip(self.first).take(self.len);
        let first = name.next()?.span;
        let end = name.last().map_or(first.end, |last| last.span.end);
        let is_start = self.first == 0 && self.peeled == 0;
        let start = if is_start {
            0
        } else {
            let peeled: u32 = fits(written_len(first.slice(written), self.peeled));
            first.start + peeled
        };
        Some(ByteSpan::new(words.start + start, words.start + end))
    }
}

/// Whether the words `text` hold `name`, and more.
#[must_use]
pub(in crate::entity) fn holds_more(text: &str, name: &str) -> bool {
    NamePart::of(text, name).is_some() && fold(text) != fold(name)
}
