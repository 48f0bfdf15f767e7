//! What a word form can be the beginning of, computed once for a form.

use rustc_hash::FxHashMap;

use super::trie::{NodeId, Trie, WordId};
use crate::arabic::{ArticleForm, fold_char, fold_into, proclitic_splits};

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

/// A way to read a word form as the first word of a name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    /// The node of the trie after that word.
    pub(super) node: NodeId,
    /// Bytes of the form, as written, that stand before the name.
    pub(super) skip: u8,
    /// What those bytes are.
    pub(super) peel: Peel,
    /// Whether the name's article lost its alef after ل.
    pub(super) elided: bool,
}

/// All that recognition needs to know of a word form.
#[derive(Debug, Clone, Default)]
pub(super) struct Form {
    /// The form as a word inside a name; nothing is peeled there.
    pub(super) word: Option<WordId>,
    /// Its readings as the first word of a name: the whole word first.
    pub(super) readings: Vec<Reading>,
    /// Whether it ends in ى, which folding makes equal to ي.
    pub(super) alef_maqsura: bool,
}

/// The position of a form in [`Forms`]. Zero is the form that means nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct FormId(u32);

/// Longest form, in bytes, that the cache keeps; longer ones are looked up
/// anew each time. Arabic words have two bytes a letter.
const INLINE: usize = 26;
/// Slots of the cache. Twice the frequent forms of a large corpus; 1 MiB.
const SLOTS: usize = 1 << 15;

/// One form and what it means.
#[derive(Debug, Clone, Copy)]
struct Slot {
    bytes: [u8; INLINE],
    len: u8,
    form: FormId,
}

/// The forms seen so far, with a direct-mapped cache in front. Memory is
/// bounded: the cache has a fixed size, and the table holds only forms made of
/// words of the gazetteer.
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

    pub(super) fn get(&self, id: FormId) -> &Form {
        // Ids come from `id_of` of the same table.
        &self.table[id.0 as usize]
    }

    /// The id of the form `written`, one token as it stands in a text.
    pub(super) fn id_of<T>(&mut self, written: &str, trie: &Trie<T>) -> FormId {
        let bytes = written.as_bytes();
        if bytes.len() > INLINE {
            return self.look_up(written, trie);
        }
        let index = slot_of(bytes);
        let slot = &self.slots[index];
        if usize::from(slot.len) == bytes.len() && slot.bytes[..bytes.len()] == *bytes {
            return slot.form;
        }
        let form = self.look_up(written, trie);
        let slot = &mut self.slots[index];
        slot.bytes[..bytes.len()].copy_from_slice(bytes);
        slot.len = u8::try_from(bytes.len()).unwrap_or_default();
        slot.form = form;
        form
    }

    fn look_up<T>(&mut self, written: &str, trie: &Trie<T>) -> FormId {
        self.folded.clear();
        fold_into(written, &mut self.folded);
        let form = form_of(written, &self.folded, trie);
        if form.word.is_none() && form.readings.is_empty() {
            return FormId(0);
        }
        if let Some(&id) = self.known.get(written) {
            return id;
        }
        let id = FormId(u32::try_from(self.table.len()).unwrap_or_default());
        self.table.push(form);
        self.known.insert(written.into(), id);
        id
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

fn form_of<T>(written: &str, folded: &str, trie: &Trie<T>) -> Form {
    let mut form = Form {
        word: trie.word(folded),
        readings: Vec::new(),
        alef_maqsura: written
            .trim_end_matches(crate::arabic::is_mark)
            .ends_with('ى'),
    };
    let mut elided = String::new();
    for split in proclitic_splits(folded) {
        let word = match split.article {
            ArticleForm::None => split.stem,
            // The article with its name: it is looked up as written above.
            ArticleForm::Written => continue,
            ArticleForm::Elided => {
                elided.clear();
                elided.push_str("ال");
                elided.push_str(split.stem);
                elided.as_str()
            }
        };
        let Some(peeled) = folded.get(..split.peeled) else {
            continue;
        };
        // The future mark stands before verbs only.
        if peeled.ends_with('س') {
            continue;
        }
        let node = trie
            .word(word)
            .and_then(|word| trie.step(NodeId::ROOT, word));
        let skip = u8::try_from(written_len(written, split.peeled));
        if let (Some(node), Ok(skip)) = (node, skip) {
            let peel = match peeled.chars().next_back() {
                None => Peel::Whole,
                Some('و' | 'ف') => Peel::Conjunction,
                Some(_) => Peel::Preposition,
            };
            form.readings.push(Reading {
                node,
                skip,
                peel,
                elided: split.article == ArticleForm::Elided,
            });
        }
    }
    if form.readings.is_empty() {
        form.readings.extend(letter_reading(written, folded, trie));
    }
    form
}

/// The reading of a word of one letter, of which abbreviations are made
/// (أ ف ب), with a conjunction before it or not. `proclitic_splits` leaves such
/// words out.
fn letter_reading<T>(written: &str, folded: &str, trie: &Trie<T>) -> Option<Reading> {
    let conjunction = folded
        .strip_prefix(['و', 'ف'])
        .filter(|rest| !rest.is_empty());
    let letter = conjunction.unwrap_or(folded);
    if letter.chars().nth(1).is_some() {
        return None;
    }
    let node = trie.step(NodeId::ROOT, trie.word(letter)?)?;
    let skip = written_len(written, folded.len() - letter.len());
    Some(Reading {
        node,
        skip: u8::try_from(skip).ok()?,
        peel: if skip == 0 {
            Peel::Whole
        } else {
            Peel::Conjunction
        },
        elided: false,
    })
}

/// The bytes of `written` whose folded form is `folded_len` bytes long, with
/// the marks, tatweels and controls after them.
fn written_len(written: &str, folded_len: usize) -> usize {
    let mut left = folded_len;
    for (at, c) in written.char_indices() {
        let mut len = 0;
        fold_char(c, &mut |folded| len += folded.len_utf8());
        if left == 0 && len > 0 {
            return at;
        }
        left = left.saturating_sub(len);
    }
    written.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trie(names: &[&str]) -> Trie<bool> {
        let mut trie = Trie::with_capacity(names.len());
        for name in names {
            *trie.entry(name.split(' ')).expect("a name") = true;
        }
        trie
    }

    fn rest<'w>(written: &'w str, names: &[&str]) -> Vec<(&'w str, bool)> {
        let trie = trie(names);
        let mut forms = Forms::new();
        let id = forms.id_of(written, &trie);
        assert_eq!(id, forms.id_of(written, &trie), "the cache agrees");
        let form = forms.get(id);
        form.readings
            .iter()
            .map(|r| {
                (
                    written.get(usize::from(r.skip)..).expect("a boundary"),
                    r.elided,
                )
            })
            .collect()
    }

    #[test]
    fn clitics_are_peeled_only_before_a_known_word() {
        assert_eq!(rest("وبأذربيجان", &["اذربيجان"]), [("أذربيجان", false)]);
        assert_eq!(rest("للأرمن", &["الارمن"]), [("لأرمن", true)]);
        assert_eq!(rest("لبنان", &["لبنان"]), [("لبنان", false)]);
        assert_eq!(rest("كالنار", &["كالن", "النار"]), [("النار", false)]);
        assert_eq!(rest("كالن", &["النار"]), []);
        assert_eq!(rest("سروسيا", &["روسيا"]), []);
    }

    #[test]
    fn marks_and_tatweel_after_a_clitic_stay_outside() {
        assert_eq!(rest("لِـأرمينيا", &["ارمينيا"]), [("أرمينيا", false)]);
        assert_eq!(rest("وَبِروسيا", &["روسيا"]), [("روسيا", false)]);
    }
}
