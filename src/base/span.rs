//! Half-open ranges of one text.

use std::ops::Range;

/// A half-open range of bytes, `start..end`, of the UTF-8 text of one article.
///
/// Both ends lie on character boundaries. Four bytes an end are enough: an
/// article of 4 GiB or more is refused when it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ByteSpan {
    /// First byte inside.
    pub start: u32,
    /// First byte after.
    pub end: u32,
}

impl ByteSpan {
    /// The span `start..end`, in bytes.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The span as a range of `usize` bytes, for slicing.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The part of `text` that the span covers; empty if the span is not one
    /// of this text.
    #[must_use]
    pub fn slice(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Length in bytes.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the two spans share at least one byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// Turns byte offsets of one text into offsets in Unicode scalar values, the
/// only kind that leaves the program.
///
/// Offsets asked for in ascending order cost one pass over the text together.
#[derive(Debug, Clone)]
pub struct CharIndex<'a> {
    text: &'a str,
    byte: usize,
    chars: usize,
}

impl<'a> CharIndex<'a> {
    /// Starts at the beginning of `text`.
    #[must_use]
    pub const fn new(text: &'a str) -> Self {
        Self {
            text,
            byte: 0,
            chars: 0,
        }
    }

    /// The number of scalar values before byte offset `byte`. An offset that
    /// is not a character boundary, or lies past the end, is rounded down.
    pub fn char_of(&mut self, byte: usize) -> usize {
        let byte = self.text.floor_char_boundary(byte);
        if byte < self.byte {
            self.byte = 0;
            self.chars = 0;
        }
        let between = self.text.get(self.byte..byte).unwrap_or_default();
        self.chars += between.chars().count();
        self.byte = byte;
        self.chars
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn char_index_counts_scalars_forwards_and_back() {
        let text = "aب\u{1F600}ج";
        let mut index = CharIndex::new(text);
        assert_eq!(index.char_of(text.len()), 4);
        assert_eq!(index.char_of(1), 1);
        assert_eq!(index.char_of(3), 2);
        assert_eq!(index.char_of(4), 2, "inside the emoji rounds down");
        assert_eq!(index.char_of(99), 4);
    }

    #[test]
    fn overlap_is_half_open() {
        let a = ByteSpan::new(2, 5);
        assert!(a.overlaps(ByteSpan::new(4, 9)));
        assert!(!a.overlaps(ByteSpan::new(5, 9)));
        assert!(!a.overlaps(ByteSpan::new(0, 2)));
    }
}
