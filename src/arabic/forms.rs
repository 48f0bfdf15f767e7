//! What is computed once for a written word form, and kept.

use rustc_hash::FxHashMap;

use super::fold::fold_into;
use crate::base::fits;

/// The position of a form in its [`Forms`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormId(u32);

/// Longest form, in bytes, that the slots keep; longer ones take the long way
/// each time. Arabic words have two bytes a letter.
const INLINE: usize = 27;

/// One form and its id, 32 bytes.
#[derive(Debug, Clone, Copy)]
struct Slot {
    bytes: [u8; INLINE],
    len: u8,
    form: FormId,
}

const EMPTY: Slot = Slot {
    bytes: [0; INLINE],
    len: 0,
    form: FormId(0),
};

/// What was computed for the forms seen so far, with a direct-mapped cache in
/// front: a frequent form costs one hash and one comparison. Memory is bounded
/// by the room and the forms of the longest text.
#[derive(Debug)]
pub struct Forms<T> {
    slots: Box<[Slot]>,
    known: FxHashMap<Box<str>, FormId>,
    table: Vec<T>,
    folded: String,
    room: usize,
}

impl<T> Forms<T> {
    /// Room for `room` forms from text to text, of which at most `2^bits` have
    /// the short way; `bits` is 1 to 31.
    #[must_use]
    pub fn new(bits: u32, room: usize) -> Self {
        Self {
            slots: vec![EMPTY; 1 << bits].into_boxed_slice(),
            known: FxHashMap::default(),
            table: Vec::new(),
            folded: String::new(),
            room,
        }
    }

    /// Forgets all forms if there are more than there is room for; to be called
    /// before a text. If so, all ids given out before are void.
    pub fn make_room(&mut self) {
        if self.table.len() > self.room {
            self.slots.fill(EMPTY);
            self.known.clear();
            self.table.clear();
        }
    }

    /// What was computed for a form.
    #[must_use]
    #[inline]
    pub fn get(&self, id: FormId) -> &T {
        // Ids come from `id_of` of the same table.
        &self.table[id.0 as usize]
    }

    /// The id of the form `written`, one token as it stands in a text. If it is
    /// new, `analyse` computes what is kept, from it and its folded form.
    #[inline]
    pub fn id_of(&mut self, written: &str, analyse: impl FnOnce(&str, &str) -> T) -> FormId {
        let bytes = written.as_bytes();
        if bytes.len() > INLINE {
            return self.look_up(written, analyse);
        }
        let index = slot_of(bytes, self.slots.len());
        let slot = &self.slots[index];
        if usize::from(slot.len) == bytes.len() && slot.bytes[..bytes.len()] == *bytes {
            return slot.form;
        }
        let form = self.look_up(written, analyse);
        let slot = &mut self.slots[index];
        slot.bytes[..bytes.len()].copy_from_slice(bytes);
        slot.len = u8::try_from(bytes.len()).unwrap_or_default();
        slot.form = form;
        form
    }

    #[inline]
    fn look_up(&mut self, written: &str, analyse: impl FnOnce(&str, &str) -> T) -> FormId {
        if let Some(&id) = self.known.get(written) {
            return id;
        }
        self.folded.clear();
        fold_into(written, &mut self.folded);
        // A text is shorter than 4 GiB, so it has fewer forms than ids.
        let id = FormId(fits(self.table.len()));
        self.table.push(analyse(written, &self.folded));
        self.known.insert(written.into(), id);
        id
    }
}

/// A slot of `n`, a power of two, for a form of at most [`INLINE`] bytes, by
/// multiplicative hashing of its words of eight bytes.
#[inline]
fn slot_of(bytes: &[u8], n: usize) -> usize {
    const K: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut hash = bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        hash = (hash.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(K);
    }
    // The high bits of the product are the well-mixed ones.
    usize::try_from(hash >> (64 - n.trailing_zeros())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_computed_once_until_there_is_no_room() {
        let mut forms = Forms::new(4, 2);
        let mut n_computed = 0;
        let long = "و".repeat(INLINE);
        for word in ["أب", "أب", "اب", &long, &long] {
            let id = forms.id_of(word, |_, folded| {
                n_computed += 1;
                folded.to_owned()
            });
            assert_eq!(forms.get(id), if word == long { &long } else { "اب" });
        }
        assert_eq!(n_computed, 3);
        forms.make_room();
        forms.id_of("أب", |_, folded| {
            n_computed += 1;
            folded.to_owned()
        });
        assert_eq!(n_computed, 4, "three forms had no room");
    }
}
