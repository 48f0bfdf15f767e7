//! Where the words of a reading at one place stand now.

use crate::base::ByteSpan;

/// Where words are found.
#[derive(Debug, Clone, Copy)]
pub(super) enum Whereabouts {
    At { span: ByteSpan, moved: bool },
    Nowhere,
    Unclear,
}

/// Finds places of an article by scalar values, in ascending order.
pub(super) struct PlaceFinder<'t> {
    text: &'t str,
    byte: usize,
    chars: usize,
}

impl<'t> PlaceFinder<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self {
            text,
            byte: 0,
            chars: 0,
        }
    }

    /// The byte of scalar value `start`, or the end of the text.
    fn byte_of(&mut self, start: u32) -> usize {
        let start = start as usize;
        if start < self.chars {
            (self.byte, self.chars) = (0, 0);
        }
        let rest = self.text.get(self.byte..).unwrap_or_default();
        let mut more = rest.char_indices().skip(start - self.chars);
        match more.next() {
            Some((at, _)) => (self.byte, self.chars) = (self.byte + at, start),
            None => return self.text.len(),
        }
        self.byte
    }

    /// `words`, which were marked at scalar value `start`. If they do not stand
    /// there, the nearest place is taken when it is the only one, or at most a
    /// fourth as far away as the next: after an edit all places have moved
    /// alike, and the wrong place is worse than none.
    pub(super) fn find(&mut self, start: u32, words: &str) -> Whereabouts {
        let at = self.byte_of(start);
        let span = |at: usize| {
            let end = u32::try_from(at + words.len()).ok()?;
            Some(ByteSpan::new(u32::try_from(at).ok()?, end))
        };
        let found = |at: usize, moved| match span(at) {
            Some(span) => Whereabouts::At { span, moved },
            None => Whereabouts::Nowhere,
        };
        if self
            .text
            .get(at..)
            .is_some_and(|rest| rest.starts_with(words))
        {
            return found(at, false);
        }
        let mut places: Vec<(usize, usize)> = self
            .text
            .match_indices(words)
            .map(|(place, _)| place)
            .filter(|&place| stands_alone(self.text, place, place + words.len()))
            .map(|place| (place.abs_diff(at), place))
            .collect();
        places.sort_unstable();
        match *places.as_slice() {
            [] => Whereabouts::Nowhere,
            [(_, place)] => found(place, true),
            [(near, place), (far, _), ..] if near.saturating_mul(4) <= far => found(place, true),
            _ => Whereabouts::Unclear,
        }
    }
}

/// What may stand before a name in the same word.
const PROCLITICS: [&str; 12] = [
    "", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك",
];

/// Whether the bytes `start..end` are no part of a longer word, proclitics
/// before them left aside.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let after = text.get(end..).unwrap_or_default();
    let before = text.get(..start).unwrap_or_default();
    let attached = before.trim_end_matches(char::is_alphanumeric).len();
    let attached = before.get(attached..).unwrap_or_default();
    !after.starts_with(char::is_alphanumeric) && PROCLITICS.contains(&attached)
}
