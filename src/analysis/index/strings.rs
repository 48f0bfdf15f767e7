//! A table of strings: their bytes one after another, and where each ends.

use crate::base::{PlainColumn, fits};
use std::ops::Range;

/// Strings numbered from 0.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Strings {
    /// Where each string ends in `bytes`; ascending.
    pub(super) ends: PlainColumn<u32>,
    pub(super) bytes: PlainColumn<u8>,
}

impl Strings {
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The bytes of string `n`; none for a number that is not in the table.
    pub(super) fn bytes_of(&self, n: u32) -> &[u8] {
        bytes_of(&self.ends, &self.bytes, n)
    }

    /// String `n`; empty for a number that is not in the table.
    pub(super) fn get(&self, n: u32) -> &str {
        std::str::from_utf8(self.bytes_of(n)).unwrap_or_default()
    }

    /// The number of `string` in a table that is sorted by bytes.
    pub(super) fn find(&self, string: &str) -> Option<u32> {
        let place = self.first_not_below(string.as_bytes());
        (self.bytes_of(place) == string.as_bytes() && (place as usize) < self.len())
            .then_some(place)
    }

    /// The numbers of the strings that begin with `prefix`, in a table that is
    /// sorted by bytes.
    pub(super) fn with_prefix(&self, prefix: &str) -> Range<u32> {
        let prefix = prefix.as_bytes();
        let start = self.first_not_below(prefix);
        let (mut low, mut high) = (start, small(self.len()));
        while low < high {
            let middle = low.midpoint(high);
            if self.bytes_of(middle).starts_with(prefix) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        start..low
    }

    /// The first number whose string is not below `bytes`.
    fn first_not_below(&self, bytes: &[u8]) -> u32 {
        let (mut low, mut high) = (0, small(self.len()));
        while low < high {
            let middle = low.midpoint(high);
            if self.bytes_of(middle) < bytes {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Whether the ends ascend to the last byte and the bytes are UTF-8, cut
    /// between characters.
    pub(super) fn is_sound(&self) -> bool {
        let Ok(text) = std::str::from_utf8(&self.bytes) else {
            return false;
        };
        let mut start = 0;
        self.ends.iter().all(|&end| {
            let is_sound = start <= end && text.is_char_boundary(end as usize);
            start = end;
            is_sound
        }) && start as usize == text.len()
    }

    /// Whether the strings ascend by bytes, each once.
    pub(super) fn is_sorted(&self) -> bool {
        (1..small(self.len())).all(|n| self.bytes_of(n - 1) < self.bytes_of(n))
    }
}

/// A table of strings in the making.
#[derive(Debug, Default)]
pub(super) struct StringsBuilder {
    ends: Vec<u32>,
    bytes: Vec<u8>,
}

impl StringsBuilder {
    pub(super) fn with_capacity(n_strings: usize, n_bytes: usize) -> Self {
        Self {
            ends: Vec::with_capacity(n_strings),
            bytes: Vec::with_capacity(n_bytes),
        }
    }

    /// Appends a string and returns its number.
    pub(super) fn push(&mut self, string: &[u8]) -> u32 {
        let n = small(self.ends.len());
        self.bytes.extend_from_slice(string);
        self.ends.push(small(self.bytes.len()));
        n
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn bytes_of(&self, n: u32) -> &[u8] {
        bytes_of(&self.ends, &self.bytes, n)
    }

    pub(super) fn n_bytes(&self) -> usize {
        self.bytes.len()
    }
}

impl From<StringsBuilder> for Strings {
    fn from(builder: StringsBuilder) -> Self {
        Self {
            ends: builder.ends.into(),
            bytes: builder.bytes.into(),
        }
    }
}

fn bytes_of<'a>(ends: &[u32], bytes: &'a [u8], n: u32) -> &'a [u8] {
    let n = n as usize;
    let Some(&end) = ends.get(n) else {
        return &[];
    };
    let start = if n == 0 { 0 } else { ends[n - 1] };
    bytes.get(start as usize..end as usize).unwrap_or_default()
}

/// The first eight bytes as a number that orders like them: a comparison that
/// needs no look at the string in most cases.
pub(super) fn sort_prefix(bytes: &[u8]) -> u64 {
    let mut first = [0; 8];
    let n = bytes.len().min(8);
    first[..n].copy_from_slice(&bytes[..n]);
    u64::from_be_bytes(first)
}

/// A count as four bytes hold it. The builder refuses corpora for which they
/// would not be enough.
pub(super) fn small(n: usize) -> u32 {
    fits(n)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(strings: &[&str]) -> Strings {
        let mut builder = StringsBuilder::default();
        for string in strings {
            builder.push(string.as_bytes());
        }
        builder.into()
    }

    #[test]
    fn strings_are_found_by_binary_search() {
        let table = table(&["ا", "اب", "ابن", "ت"]);
        assert_eq!(table.find("ابن"), Some(2));
        assert_eq!(table.find("ابنا"), None);
        assert_eq!(table.find("ي"), None);
        assert_eq!(table.find(""), None);
        assert_eq!(table.with_prefix("اب"), 1..3);
        assert_eq!(table.with_prefix(""), 0..4);
        assert_eq!(table.with_prefix("ث"), 4..4);
        assert!(table.is_sound() && table.is_sorted());
    }

    #[test]
    fn unsound_tables_are_recognised() {
        let sound = table(&["با", "تا"]);
        let cut = Strings {
            ends: vec![3, 8].into(),
            bytes: sound.bytes.clone(),
        };
        assert!(!cut.is_sound(), "inside a character");
        let short = Strings {
            ends: vec![4].into(),
            bytes: sound.bytes.clone(),
        };
        assert!(!short.is_sound(), "bytes are left over");
        assert!(!table(&["ت", "ا"]).is_sorted());
        assert!(!table(&["ا", "ا"]).is_sorted());
    }

    #[test]
    fn prefixes_order_like_strings() {
        for (a, b) in [("", "a"), ("ab", "b"), ("اااا", "ااااب"), ("a\0", "a")] {
            let (x, y) = (sort_prefix(a.as_bytes()), sort_prefix(b.as_bytes()));
            assert!(x == y || (x < y) == (a < b), "{a:?} {b:?}");
        }
    }
}
