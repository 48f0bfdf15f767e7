//! What a word form can mean, computed once for a form.

use rustc_hash::FxHashMap;

use super::lexicon::{Begins, LEXICON, WordId};
use crate::arabic::{ArticleForm, fold_into, proclitic_splits, written_len};

/// What was taken off the front of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Peel {
    /// Nothing.
    Whole,
    /// و or ف alone.
    Conjunction,
    /// A preposition, after a conjunction or not.
    Preposition,
}

/// A way to read a word form.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    /// The word, without proclitics.
    pub(super) word: WordId,
    /// Bytes of the form, as written, that stand before it.
    pub(super) skip: u8,
    /// What those bytes are.
    pub(super) peel: Peel,
}

/// What a form can mean.
#[derive(Debug, Default)]
struct Form {
    readings: Vec<Reading>,
    begins: Begins,
}

/// The position of a form in [`Forms`]. Zero is the form that means nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct FormId(u16);

/// Longest form, in bytes, that the cache keeps. No word of the lexicon is
/// longer, tashkeel aside; those are looked up anew each time.
const INLINE: usize = 29;
/// Slots of the cache; 1 MiB.
const SLOTS: usize = 1 << 15;

/// One form and what it means, 32 bytes.
#[derive(Debug, Clone, Copy)]
struct Slot {
    bytes: [u8; INLINE],
    len: u8,
    form: FormId,
}

/// The forms seen so far, with a direct-mapped cache in front: a word that is
/// in the cache costs one hash and one comparison. Memory is bounded: the
/// cache has a fixed size, and the table holds only forms of known words.
#[derive(Debug)]
pub(super) struct Forms {
    slots: Box<[Slot]>,
    known: FxHashMap<Box<str>, FormId>,
    table: Vec<Form>,
    folded: String,
}

impl Forms {
    pub(super) fn new() -> Self {
        let empty = Slot {
            bytes: [0; INLINE],
            len: 0,
            form: FormId(0),
        };
        Self {
            slots: vec![empty; SLOTS].into_boxed_slice(),
            known: FxHashMap::default(),
            table: vec![Form::default()],
            folded: String::new(),
        }
    }

    /// The readings of a form.
    pub(super) fn readings(&self, id: FormId) -> &[Reading] {
        // Ids come from `id_of` of the same table.
        &self.table[usize::from(id.0)].readings
    }

    /// What may begin with a form.
    pub(super) fn begins(&self, id: FormId) -> Begins {
        self.table[usize::from(id.0)].begins
    }

    /// The id of the form `written`, one word as it stands in a text.
    pub(super) fn id_of(&mut self, written: &str) -> FormId {
        let bytes = written.as_bytes();
        if bytes.len() > INLINE {
            return self.look_up(written);
        }
        let index = slot_of(bytes);
        let slot = &self.slots[index];
        if usize::from(slot.len) == bytes.len() && slot.bytes[..bytes.len()] == *bytes {
            return slot.form;
        }
        let form = self.look_up(written);
        let slot = &mut self.slots[index];
        slot.bytes[..bytes.len()].copy_from_slice(bytes);
        slot.len = u8::try_from(bytes.len()).unwrap_or_default();
        slot.form = form;
        form
    }

    fn look_up(&mut self, written: &str) -> FormId {
        if let Some(&id) = self.known.get(written) {
            return id;
        }
        self.folded.clear();
        fold_into(written, &mut self.folded);
        let readings = readings(written, &self.folded);
        // A text may write a known word in endless ways, with marks; past the
        // last id they mean nothing.
        let (false, Ok(id)) = (readings.is_empty(), u16::try_from(self.table.len())) else {
            return FormId(0);
        };
        let begins = readings.iter().map(|reading| LEXICON.begins(reading.word));
        let begins = begins.fold(Begins::default(), |all, one| Begins {
            time: all.time || one.time,
            count: all.count || one.count,
        });
        self.table.push(Form { readings, begins });
        self.known.insert(written.into(), FormId(id));
        FormId(id)
    }
}

/// A slot for a form of at most [`INLINE`] bytes, by multiplicative hashing of
/// its words of eight bytes.
fn slot_of(bytes: &[u8]) -> usize {
    const K: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut hash = bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        hash = (hash.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(K);
    }
    // The high bits of the product are the well-mixed ones.
    usize::try_from(hash >> (64 - SLOTS.trailing_zeros())).unwrap_or_default()
}

/// The readings of a form: the whole word if it is known, else with its
/// proclitics taken off, the fewest first.
fn readings(written: &str, folded: &str) -> Vec<Reading> {
    let whole = |word| Reading {
        word,
        skip: 0,
        peel: Peel::Whole,
    };
    if let Some(word) = LEXICON.word(folded) {
        return vec![whole(word)];
    }
    let mut readings = Vec::new();
    for split in proclitic_splits(folded) {
        let word = match split.article {
            ArticleForm::None => LEXICON.word(split.stem),
            // The article with its word: looked up as written above.
            ArticleForm::Written => None,
            ArticleForm::Elided => LEXICON.word(&format!("ال{}", split.stem)),
        };
        let peeled = folded.get(..split.peeled).unwrap_or_default();
        // The future mark stands before verbs only.
        if let (Some(word), false) = (word, peeled.ends_with('س')) {
            let peel = match peeled.chars().next_back() {
                None => Peel::Whole,
                Some('و' | 'ف') => Peel::Conjunction,
                Some(_) => Peel::Preposition,
            };
            let skip = u8::try_from(written_len(written, split.peeled)).unwrap_or_default();
            readings.push(Reading { word, skip, peel });
        }
    }
    readings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rest(written: &str) -> Vec<&str> {
        let mut forms = Forms::new();
        let id = forms.id_of(written);
        assert_eq!(id, forms.id_of(written), "the cache agrees");
        forms
            .readings(id)
            .iter()
            .filter_map(|reading| written.get(usize::from(reading.skip)..))
            .collect()
    }

    #[test]
    fn a_known_word_is_not_taken_apart() {
        assert_eq!(rest("واحد"), ["واحد"]);
        assert_eq!(rest("وفاة"), ["وفاة"]);
    }

    #[test]
    fn proclitics_come_off_with_their_marks() {
        assert_eq!(rest("وأكتوبر"), ["أكتوبر"]);
        assert_eq!(rest("بِـثلاثة"), ["ثلاثة"]);
        assert_eq!(rest("للعام"), ["لعام"]);
        assert_eq!(rest("كتاب"), ["كتاب"]);
        assert_eq!(rest("الأرمن"), ["الأرمن"]);
        assert_eq!(rest("طاولة"), [""; 0]);
    }
}
