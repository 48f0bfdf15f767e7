//! Text with coloured parts that can be cut and joined.

use std::ops::Range;

/// A text, and which of its bytes have the colour of which sort key.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inked {
    /// The text in logical order.
    pub text: String,
    /// Byte ranges, and the number of the sort key.
    pub inks: Vec<(Range<usize>, u8)>,
}

impl Inked {
    /// `text` with the coloured ranges `inks`.
    #[must_use]
    pub fn new(text: &str, inks: &[(Range<usize>, u8)]) -> Self {
        Self {
            text: text.to_owned(),
            inks: inks.to_vec(),
        }
    }

    /// Whether there is no text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The bytes `range` of it; empty if an end is inside a character.
    #[must_use]
    pub fn part(&self, range: Range<usize>) -> Self {
        let Some(text) = self.text.get(range.clone()) else {
            return Self::default();
        };
        let inks = self.inks.iter().filter_map(|(ink, key)| {
            let (start, end) = (ink.start.max(range.start), ink.end.min(range.end));
            (start < end).then(|| (start - range.start..end - range.start, *key))
        });
        Self {
            text: text.to_owned(),
            inks: inks.collect(),
        }
    }

    /// What stands before byte `at` and what from there on.
    #[must_use]
    pub fn split(&self, at: usize) -> (Self, Self) {
        (self.part(0..at), self.part(at..self.text.len()))
    }

    /// Appends uncoloured text.
    pub fn push_plain(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Appends `other` with its colours.
    pub fn push(&mut self, other: &Self) {
        let at = self.text.len();
        self.text.push_str(&other.text);
        let moved = other.inks.iter();
        self.inks
            .extend(moved.map(|(range, key)| (range.start + at..range.end + at, *key)));
    }

    /// Without white space at its ends.
    #[must_use]
    pub fn trimmed(&self) -> Self {
        let start = self.text.len() - self.text.trim_start().len();
        self.part(start..self.text.trim_end().len().max(start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_keep_their_colours() {
        let text = Inked::new("one two three", &[(0..3, 0), (4..7, 1)]);
        let part = text.part(2..6);
        assert_eq!(part, Inked::new("e tw", &[(0..1, 0), (2..4, 1)]));
        let mut joined = part.clone();
        joined.push_plain(" ");
        joined.push(&part);
        assert_eq!(joined.text, "e tw e tw");
        assert_eq!(joined.inks, [(0..1, 0), (2..4, 1), (5..6, 0), (7..9, 1)]);
    }

    #[test]
    fn white_space_at_the_ends_is_dropped() {
        let text = Inked::new(" قال ", &[(1..7, 2)]);
        assert_eq!(text.trimmed(), Inked::new("قال", &[(0..6, 2)]));
        assert_eq!(Inked::new("  ", &[]).trimmed(), Inked::default());
    }
}
