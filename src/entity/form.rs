//! What a word form can be the beginning of, computed once for a form.

use rustc_hash::FxHashMap;

use super::cut::{Cut, Shape};
use super::lexicon::{Classes, WordClass};
use super::trie::{NodeId, Trie, WordId};
use super::vocabulary::Vocabulary;
use crate::arabic::{ArticleForm, fold_into, proclitic_splits, written_len};
use crate::base::fits;

/// What was taken off the front of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Peel {
    /// Nothing.
    #[default]
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

/// What of a form makes a rule look at it, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Trigger(pub(super) u16);

impl Trigger {
    /// A word of personal names.
    pub(super) const NAME: Self = Self(1);
    /// A title or role.
    pub(super) const TITLE: Self = Self(2);
    /// A verb of saying.
    pub(super) const SPEECH: Self = Self(4);
    /// The head of an organisation.
    pub(super) const ORG: Self = Self(8);
    /// A generic noun of place.
    pub(super) const PLACE: Self = Self(16);
    /// The head of a place's name.
    pub(super) const INSIDE: Self = Self(32);
    /// A word after which a place is likely.
    pub(super) const CUE: Self = Self(64);
    /// A profession or relation.
    pub(super) const PROFESSION: Self = Self(128);
    /// Letters as foreign names have them.
    pub(super) const FOREIGN: Self = Self(256);
    /// An ordinary word.
    pub(super) const ORDINARY: Self = Self(512);

    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
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
    /// The whole form; after و or ف; after a preposition, too.
    pub(super) cuts: [Option<Cut>; 3],
    /// The cut that its classes speak for; the whole form if none does.
    pub(super) main: u8,
    pub(super) triggers: Trigger,
    /// The types of ambiguous names that it speaks for, standing before them.
    pub(super) supports: u8,
}

impl Form {
    /// The cut that the form is most likely.
    pub(super) fn main(&self) -> Cut {
        self.cuts[usize::from(self.main)].unwrap_or_default()
    }

    /// The form with nothing taken off.
    pub(super) fn whole(&self) -> Cut {
        self.cuts[0].unwrap_or_default()
    }

    /// The form after a conjunction, if it can have one.
    pub(super) fn after_conjunction(&self) -> Option<Cut> {
        self.cuts[1]
    }

    /// The cuts, those that peel less first.
    pub(super) fn cuts(&self) -> impl Iterator<Item = Cut> + '_ {
        self.cuts.iter().flatten().copied()
    }
}

/// The position of a form in [`Forms`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct FormId(u32);

/// Longest form, in bytes, that the cache keeps; longer ones are looked up
/// anew each time. Arabic words have two bytes a letter.
const INLINE: usize = 26;
/// Slots of the cache: the frequent forms of a large corpus; 4 MiB.
const SLOTS: usize = 1 << 17;
/// Forms kept from text to text; a table that has more is emptied.
const MAX_FORMS: usize = 1 << 17;

/// One form and what it means.
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

/// The forms seen so far, with a direct-mapped cache in front. Memory is
/// bounded by [`MAX_FORMS`] and the forms of the longest text.
#[derive(Debug)]
pub(super) struct Forms {
    slots: Box<[Slot]>,
    known: FxHashMap<Box<str>, FormId>,
    table: Vec<Form>,
    folded: String,
}

impl Forms {
    pub(super) fn new() -> Self {
        Self {
            slots: vec![EMPTY; SLOTS].into_boxed_slice(),
            known: FxHashMap::default(),
            table: Vec::new(),
            folded: String::new(),
        }
    }

    /// Makes room before a text. All ids given out before are void.
    pub(super) fn make_room(&mut self) {
        if self.table.len() > MAX_FORMS {
            self.slots.fill(EMPTY);
            self.known.clear();
            self.table.clear();
        }
    }

    pub(super) fn get(&self, id: FormId) -> &Form {
        // Ids come from `id_of` of the same table.
        &self.table[id.0 as usize]
    }

    /// The id of the form `written`, one token as it stands in a text.
    pub(super) fn id_of<T>(
        &mut self,
        written: &str,
        trie: &Trie<T>,
        vocabulary: &Vocabulary,
    ) -> FormId {
        let bytes = written.as_bytes();
        if bytes.len() > INLINE {
            return self.look_up(written, trie, vocabulary);
        }
        let index = slot_of(bytes);
        let slot = &self.slots[index];
        if usize::from(slot.len) == bytes.len() && slot.bytes[..bytes.len()] == *bytes {
            return slot.form;
        }
        let form = self.look_up(written, trie, vocabulary);
        let slot = &mut self.slots[index];
        slot.bytes[..bytes.len()].copy_from_slice(bytes);
        slot.len = u8::try_from(bytes.len()).unwrap_or_default();
        slot.form = form;
        form
    }

    fn look_up<T>(&mut self, written: &str, trie: &Trie<T>, vocabulary: &Vocabulary) -> FormId {
        if let Some(&id) = self.known.get(written) {
            return id;
        }
        self.folded.clear();
        fold_into(written, &mut self.folded);
        let id = FormId(fits(self.table.len()));
        let form = form_of(written, &self.folded, trie, vocabulary);
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

fn form_of<T>(written: &str, folded: &str, trie: &Trie<T>, vocabulary: &Vocabulary) -> Form {
    let mut form = Form {
        word: word_of(folded, trie),
        readings: Vec::new(),
        alef_maqsura: written
            .trim_end_matches(crate::arabic::is_mark)
            .ends_with('ى'),
        ..Form::default()
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
        let node = word_of(word, trie).and_then(|word| trie.step(NodeId::ROOT, word));
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
    cut(&mut form, written, folded, vocabulary);
    form
}

/// The word of some name that `folded` is, or that it is with غ for ج: Egypt
/// writes ج for the g of foreign names (لوكسمبورج).
fn word_of<T>(folded: &str, trie: &Trie<T>) -> Option<WordId> {
    trie.word(folded).or_else(|| {
        let is_long = folded.chars().nth(5).is_some();
        (is_long && folded.contains('ج'))
            .then(|| folded.replace('ج', "غ"))
            .and_then(|other| trie.word(&other))
    })
}

/// Fills in the cuts of a form and what follows from them.
fn cut(form: &mut Form, written: &str, folded: &str, vocabulary: &Vocabulary) {
    let cut_of = |written: &str, folded: &str| {
        Cut::new(written, folded, vocabulary.lexicon, &vocabulary.letters)
    };
    form.cuts[0] = Some(cut_of(written, folded));
    form.supports = vocabulary.support_of(folded);
    let mut full = String::new();
    for split in proclitic_splits(folded).filter(|split| split.peeled > 0) {
        let Some(peeled) = folded.get(..split.peeled) else {
            continue;
        };
        if split.article == ArticleForm::None {
            form.supports |= vocabulary.support_of(split.stem);
        }
        let (slot, peel) = match peeled.chars().next_back() {
            Some('و' | 'ف') => (1, Peel::Conjunction),
            Some('ب' | 'ل' | 'ك') => (2, Peel::Preposition),
            _ => continue,
        };
        let skip = written_len(written, split.peeled);
        let (Ok(short), Some(rest)) = (u8::try_from(skip), written.get(skip..)) else {
            continue;
        };
        let elided = split.article == ArticleForm::Elided;
        let cut = match split.article {
            ArticleForm::Written => continue,
            ArticleForm::None => cut_of(rest, split.stem),
            ArticleForm::Elided => {
                // ل before a word in ل: that word itself, if it is known.
                if form.cuts[2].is_some_and(|plain| plain.is_known()) || split.stem.starts_with('ل')
                {
                    continue;
                }
                full.clear();
                full.push_str("ال");
                full.push_str(split.stem);
                cut_of(rest, &full)
            }
        };
        form.cuts[slot] = Some(Cut {
            skip: short,
            peel,
            elided,
            ..cut
        });
    }
    // فإن is ف and إن, not the particle of names فان.
    let has_hamza = written
        .chars()
        .nth(1)
        .is_some_and(|c| matches!(c, 'أ' | 'إ'));
    if has_hamza
        && form.cuts[1].is_some_and(|rest| rest.is(WordClass::Function))
        && let Some(whole) = &mut form.cuts[0]
    {
        whole.classes = Classes::default();
    }
    let known = form
        .cuts
        .iter()
        .position(|cut| cut.is_some_and(|cut| cut.is_known()));
    form.main = u8::try_from(known.unwrap_or_default()).unwrap_or_default();
    form.triggers = triggers(form);
}

/// The triggers of a form by its cuts.
fn triggers(form: &Form) -> Trigger {
    let main = form.main();
    let classes = [
        (WordClass::Title, Trigger::TITLE),
        (WordClass::Speech, Trigger::SPEECH),
        (WordClass::OrgHead, Trigger::ORG),
        (WordClass::PlaceHead, Trigger::PLACE),
        (WordClass::PlaceInside, Trigger::INSIDE),
        (WordClass::PlaceCue, Trigger::CUE),
        (WordClass::Profession, Trigger::PROFESSION),
    ];
    let mut bits = 0;
    for (class, trigger) in classes {
        if main.is_either(class) {
            bits |= trigger.0;
        }
    }
    let names = [
        WordClass::GivenName,
        WordClass::FamilyName,
        WordClass::Particle,
    ];
    if form
        .cuts()
        .any(|cut| names.iter().any(|&class| cut.is(class)))
    {
        bits |= Trigger::NAME.0;
    }
    // بالإنابة: proclitics, the article, and a noun.
    let with_article =
        !main.is_known() && main.letters < 1 && form.cuts().skip(1).any(|cut| cut.is_definite());
    if main.is_ordinary() || with_article {
        bits |= Trigger::ORDINARY.0;
    } else if form
        .cuts()
        .any(|cut| cut.letters >= 1 && !cut.shape.has(Shape::VERBAL))
    {
        bits |= Trigger::FOREIGN.0;
    }
    Trigger(bits)
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
        let vocabulary = Vocabulary::embedded();
        let mut forms = Forms::new();
        let id = forms.id_of(written, &trie, &vocabulary);
        let again = forms.id_of(written, &trie, &vocabulary);
        assert_eq!(id, again, "the cache agrees");
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
