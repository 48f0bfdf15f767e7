//! Gives each form a number, millions of times a second.
//!
//! What costs is not the hashing but the waiting for memory: a rare word is in
//! no cache. Most words of news are of at most sixteen bytes, eight Arabic
//! letters; those are kept inside the hash table itself, so that one look
//! there answers.

use super::strings::{StringsBuilder, small};
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use std::hash::BuildHasher;

/// Numbers for forms, in the order of their first appearance.
#[derive(Default)]
pub(super) struct Interner {
    forms: StringsBuilder,
    short: HashTable<ShortForm>,
    /// High half of the hash, number.
    long: HashTable<(u32, u32)>,
    hasher: rustc_hash::FxBuildHasher,
}

/// A form of at most [`SHORT`] bytes.
#[derive(Debug, Clone, Copy)]
struct ShortForm {
    key: ShortKey,
    number: u32,
}

/// All bytes of a form of at most [`SHORT`] bytes. Two forms have the same key
/// only if they are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct ShortKey {
    /// The first bytes.
    start: u64,
    /// The last bytes, some of which may be among the first as well.
    end: u64,
    n_bytes: u32,
}

/// The most bytes of a short form.
const SHORT: usize = 16;

impl Interner {
    /// The number of `form`.
    #[inline]
    pub(super) fn number_of(&mut self, form: &[u8]) -> u32 {
        match ShortKey::of(form) {
            Some(key) => self.number_of_short(key, form),
            None => self.number_of_long(form),
        }
    }

    /// The forms, by their numbers.
    pub(super) fn into_forms(self) -> StringsBuilder {
        self.forms
    }

    #[inline]
    fn number_of_short(&mut self, key: ShortKey, form: &[u8]) -> u32 {
        let is_same = |known: &ShortForm| known.key == key;
        let hash_of = |known: &ShortForm| known.key.hash();
        match self.short.entry(key.hash(), is_same, hash_of) {
            Entry::Occupied(entry) => entry.get().number,
            Entry::Vacant(entry) => {
                let number = self.forms.push(form);
                entry.insert(ShortForm { key, number });
                number
            }
        }
    }

    #[inline(never)]
    fn number_of_long(&mut self, form: &[u8]) -> u32 {
        let hash = self.hasher.hash_one(form);
        // The high half tells most forms apart without a look at them.
        let high = (hash >> 32) as u32;
        let forms = &mut self.forms;
        let entry = self.long.entry(
            hash,
            |&(known, n)| known == high && forms.bytes_of(n) == form,
            |&(_, n)| self.hasher.hash_one(forms.bytes_of(n)),
        );
        match entry {
            Entry::Occupied(entry) => entry.get().1,
            Entry::Vacant(entry) => {
                let n = forms.push(form);
                entry.insert((high, n));
                n
            }
        }
    }
}

impl ShortKey {
    #[inline]
    fn of(form: &[u8]) -> Option<Self> {
        let (start, end) = match form.len() {
            0..4 => {
                let mut bytes = [0; 8];
                for (to, from) in bytes.iter_mut().zip(form) {
                    *to = *from;
                }
                (u64::from_le_bytes(bytes), 0)
            }
            4..8 => {
                let (start, end) = (form.first_chunk()?, form.last_chunk()?);
                let start = u64::from(u32::from_le_bytes(*start));
                (start, u64::from(u32::from_le_bytes(*end)))
            }
            8..=SHORT => {
                let (start, end) = (form.first_chunk()?, form.last_chunk()?);
                (u64::from_le_bytes(*start), u64::from_le_bytes(*end))
            }
            _ => return None,
        };
        let n_bytes = small(form.len());
        Some(Self {
            start,
            end,
            n_bytes,
        })
    }

    /// A folded multiplication, as in wyhash (Wang Yi 2019).
    #[inline]
    fn hash(self) -> u64 {
        let start = self.start ^ 0xA076_1D64_78BD_642F ^ u64::from(self.n_bytes);
        let end = self.end ^ 0xE703_7ED1_A0B4_28DB;
        let product = u128::from(start) * u128::from(end);
        #[expect(
            clippy::cast_possible_truncation,
            reason = "both halves of the product are used"
        )]
        let halves = (product as u64, (product >> 64) as u64);
        halves.0 ^ halves.1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_has_a_number_of_its_own() {
        let mut interner = Interner::default();
        let long = "ب".repeat(20);
        let mut forms: Vec<&str> = (0..long.len())
            .step_by(2)
            .filter_map(|end| long.get(..end))
            .collect();
        forms.extend([
            "a",
            "a\0",
            "\0a",
            "ab",
            "aaaa",
            "aaaab",
            "aaaaaaaa",
            "aaaaaaaab",
        ]);
        for _ in 0..2 {
            for (n, form) in (0..).zip(&forms) {
                assert_eq!(interner.number_of(form.as_bytes()), n, "{form:?}");
            }
        }
        let table = interner.into_forms();
        for (n, form) in (0..).zip(&forms) {
            assert_eq!(table.bytes_of(n), form.as_bytes());
        }
    }
}
