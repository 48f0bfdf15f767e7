//! From a folded word to its number, in one look.

use super::strings::{Strings, small};
use crate::base::PlainColumn;
use xxhash_rust::xxh3::xxh3_64;

/// A hash table over a table of strings: open addressing with linear probing,
/// at most half full.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Lookup {
    /// The number of a string plus one; 0 for an empty slot. The length is a
    /// power of two.
    pub(super) slots: PlainColumn<u32>,
}

impl Lookup {
    pub(super) fn new(strings: &Strings) -> Self {
        let n_slots = (strings.len() * 2).next_power_of_two();
        let mut slots = vec![0; n_slots];
        for n in 0..small(strings.len()) {
            let mut at = first_slot(strings.bytes_of(n), n_slots);
            while slots[at] != 0 {
                at = (at + 1) % n_slots;
            }
            slots[at] = n + 1;
        }
        Self {
            slots: slots.into(),
        }
    }

    /// The number of `string` in `strings`, the table that this was made of.
    pub(super) fn find(&self, strings: &Strings, string: &str) -> Option<u32> {
        let slots = &*self.slots;
        let first = first_slot(string.as_bytes(), slots.len());
        let (before, after) = slots.split_at_checked(first)?;
        for &slot in after.iter().chain(before) {
            let n = slot.checked_sub(1)?;
            if strings.bytes_of(n) == string.as_bytes() {
                return Some(n);
            }
        }
        None
    }

    /// Whether every one of `strings` is found.
    pub(super) fn is_sound(&self, strings: &Strings) -> bool {
        self.slots.len() == (strings.len() * 2).next_power_of_two()
            && self
                .slots
                .iter()
                .all(|slot| *slot as usize <= strings.len())
            && self.slots.iter().filter(|slot| **slot != 0).count() == strings.len()
    }
}

/// Where a search for `bytes` starts among `n_slots`, a power of two.
fn first_slot(bytes: &[u8], n_slots: usize) -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the low bits are what is asked for"
    )]
    let hash = xxh3_64(bytes) as usize;
    hash & n_slots.wrapping_sub(1)
}
