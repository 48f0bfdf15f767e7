//! What a word form can be the beginning of, computed once for a form.

use super::cut::{Cut, Shape};
use super::lexicon::{Classes, WordClass};
use super::trie::{NodeId, Trie, WordId};
use super::vocabulary::Vocabulary;
pub(in crate::entity) use crate::arabic::{FormId, Peel};
use crate::arabic::{each_stem, written_len};

/// A way to read a word form as the first word of a name.
#[derive(Debug, Clone, Copy)]
pub(in crate::entity) struct NameStart {
    /// The node of the trie after that word.
    pub(in crate::entity) node: NodeId,
    /// Bytes of the form, as written, that stand before the name.
    pub(in crate::entity) skip: u8,
    /// What those bytes are.
    pub(in crate::entity) peel: Peel,
    /// Whether the name's article lost its alef after ل.
    pub(in crate::entity) elided: bool,
}

/// What of a form makes a rule look at it, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::entity) struct Trigger(pub(in crate::entity) u16);

impl Trigger {
    /// A word of personal names.
    pub(in crate::entity) const NAME: Self = Self(1);
    /// A title or role.
    pub(in crate::entity) const TITLE: Self = Self(2);
    /// A verb of saying.
    pub(in crate::entity) const SPEECH: Self = Self(4);
    /// The head of an organisation.
    pub(in crate::entity) const ORG: Self = Self(8);
    /// A generic noun of place.
    pub(in crate::entity) const PLACE: Self = Self(16);
    /// The head of a place's name.
    pub(in crate::entity) const INSIDE: Self = Self(32);
    /// A word after which a place is likely.
    pub(in crate::entity) const CUE: Self = Self(64);
    /// A profession or relation.
    pub(in crate::entity) const PROFESSION: Self = Self(128);
    /// Letters as foreign names have them.
    pub(in crate::entity) const FOREIGN: Self = Self(256);
    /// An ordinary word.
    pub(in crate::entity) const ORDINARY: Self = Self(512);

    pub(in crate::entity) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// All that recognition needs to know of a word form.
#[derive(Debug, Clone, Default)]
pub(in crate::entity) struct NameForm {
    /// The form as a word inside a name; nothing is peeled there.
    pub(in crate::entity) word: Option<WordId>,
    /// Its readings as the first word of a name: the whole word first.
    pub(in crate::entity) readings: Vec<NameStart>,
    /// Whether it ends in ى, which folding makes equal to ي.
    pub(in crate::entity) alef_maqsura: bool,
    /// The whole form; after و or ف; after a preposition, too.
    pub(in crate::entity) cuts: [Option<Cut>; 3],
    /// The cut that its classes speak for; the whole form if none does.
    pub(in crate::entity) main: u8,
    pub(in crate::entity) triggers: Trigger,
    /// The types of ambiguous names that it speaks for, standing before them.
    pub(in crate::entity) supports: u8,
}

impl NameForm {
    /// The cut that the form is most likely.
    pub(in crate::entity) fn main(&self) -> Cut {
        self.cuts[usize::from(self.main)].unwrap_or_default()
    }

    /// The form with nothing taken off.
    pub(in crate::entity) fn whole(&self) -> Cut {
        self.cuts[0].unwrap_or_default()
    }

    /// The form after a conjunction, if it can have one.
    pub(in crate::entity) fn after_conjunction(&self) -> Option<Cut> {
        self.cuts[1]
    }

    /// The cuts, those that peel less first.
    pub(in crate::entity) fn cuts(&self) -> impl Iterator<Item = Cut> + '_ {
        self.cuts.iter().flatten().copied()
    }
}

/// The forms seen so far.
pub(in crate::entity) type NameForms = crate::arabic::Forms<NameForm>;

/// Room for the forms of a large corpus; the slots take 4 MiB.
pub(in crate::entity) fn forms() -> NameForms {
    NameForms::new(17, 1 << 17)
}

/// What is to be known of the form `written`, folded `folded`.
pub(in crate::entity) fn form_of<T>(
    written: &str,
    folded: &str,
    trie: &Trie<T>,
    vocabulary: &Vocabulary,
) -> NameForm {
    let mut form = NameForm {
        word: word_of(folded, trie),
        readings: Vec::new(),
        alef_maqsura: written
            .trim_end_matches(crate::arabic::is_mark)
            .ends_with('ى'),
        ..NameForm::default()
    };
    each_stem(folded, |stem| {
        let node = word_of(stem.word, trie).and_then(|word| trie.step(NodeId::ROOT, word));
        let skip = node.and_then(|_| u8::try_from(written_len(written, stem.peeled)).ok());
        if let (Some(node), Some(skip)) = (node, skip) {
            form.readings.push(NameStart {
                node,
                skip,
                peel: stem.peel,
                elided: stem.elided,
            });
        }
    });
    if form.readings.is_empty() {
        form.readings.extend(letter_reading(written, folded, trie));
    }
    cut(&mut form, written, folded, vocabulary);
    form
}

/// The word of some name that `folded` is, or that it is with غ for ج: Egypt
/// writes ج for the g of foreign names (لوكسمبورج).
pub(in crate::entity) fn word_of<T>(folded: &str, trie: &Trie<T>) -> Option<WordId> {
    trie.word(folded).or_else(|| {
        let is_long = folded.chars().nth(5).is_some();
        (is_long && folded.contains('ج'))
            .then(|| folded.replace('ج', "غ"))
            .and_then(|other| trie.word(&other))
    })
}

/// Fills in the cuts of a form and what follows from them.
fn cut(form: &mut NameForm, written: &str, folded: &str, vocabulary: &Vocabulary) {
    let cut_of = |written: &str, folded: &str| {
        Cut::new(written, folded, vocabulary.lexicon, &vocabulary.letters)
    };
    form.cuts[0] = Some(cut_of(written, folded));
    form.supports = vocabulary.support_of(folded);
    each_stem(folded, |stem| {
        let slot = match stem.peel {
            Peel::Whole => return,
            Peel::Conjunction => 1,
            Peel::Preposition => 2,
        };
        if !stem.elided {
            form.supports |= vocabulary.support_of(stem.word);
        }
        let skip = written_len(written, stem.peeled);
        let (Ok(short), Some(rest)) = (u8::try_from(skip), written.get(skip..)) else {
            return;
        };
        // ل before a word in ل: that word itself, if it is known.
        let is_known = || form.cuts[2].is_some_and(|plain| plain.is_known());
        if stem.elided && (is_known() || stem.word.starts_with("الل")) {
            return;
        }
        form.cuts[slot] = Some(Cut {
            skip: short,
            peel: stem.peel,
            elided: stem.elided,
            ..cut_of(rest, stem.word)
        });
    });
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
fn triggers(form: &NameForm) -> Trigger {
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
fn letter_reading<T>(written: &str, folded: &str, trie: &Trie<T>) -> Option<NameStart> {
    let conjunction = folded
        .strip_prefix(['و', 'ف'])
        .filter(|rest| !rest.is_empty());
    let letter = conjunction.unwrap_or(folded);
    if letter.chars().nth(1).is_some() {
        return None;
    }
    let node = trie.step(NodeId::ROOT, trie.word(letter)?)?;
    let skip = written_len(written, folded.len() - letter.len());
    Some(NameStart {
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
        let form = form_of(written, &crate::arabic::fold(written), &trie, &vocabulary);
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
