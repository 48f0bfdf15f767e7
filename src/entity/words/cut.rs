//! A word form with proclitics taken off, and what can be said of what is left.

use super::form::Peel;
use super::letters::Letters;
use super::lexicon::{Classes, Lexicon, WordClass};
use crate::arabic::{ends_in_teh_marbuta, is_format_control, is_mark};

/// A folded word as a number: equal words have equal keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(in crate::entity) struct WordKey(pub(in crate::entity) u64);

impl WordKey {
    /// The key of `folded`, a folded word.
    pub(in crate::entity) fn of(folded: &str) -> Self {
        Self(xxhash_rust::xxh3::xxh3_64(folded.as_bytes()))
    }
}

/// How a word looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::entity) struct Shape(u16);

impl Shape {
    /// It has the article, written or elided.
    pub(in crate::entity) const DEFINITE: Self = Self(1);
    /// It ends in ة or ات, as feminine words and plurals of things do.
    pub(in crate::entity) const FEMININE: Self = Self(2);
    /// It begins or ends as verbs do.
    pub(in crate::entity) const VERBAL: Self = Self(4);
    /// It ends as a word with a pronoun does.
    pub(in crate::entity) const SUFFIXED: Self = Self(8);
    /// It is of Latin letters and begins with a capital.
    pub(in crate::entity) const LATIN: Self = Self(16);
    /// It has a figure.
    pub(in crate::entity) const NUMBER: Self = Self(32);
    /// It ends as a relative adjective does: ي, ية.
    pub(in crate::entity) const NISBA: Self = Self(64);
    /// It ends as plurals of persons do: يون, يين, after the article ون, ين.
    pub(in crate::entity) const PLURAL: Self = Self(256);
    /// It has one letter.
    pub(in crate::entity) const LETTER: Self = Self(128);

    pub(in crate::entity) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    const fn with(self, other: Self, holds: bool) -> Self {
        if holds { Self(self.0 | other.0) } else { self }
    }
}

/// A word form without some of its proclitics.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::entity) struct Cut {
    pub(in crate::entity) key: WordKey,
    /// The classes of what is left, as it stands.
    pub(in crate::entity) classes: Classes,
    /// The classes of what is left without its article, if it has one.
    pub(in crate::entity) bare: Classes,
    pub(in crate::entity) shape: Shape,
    /// What the letters say: from -3, hardly a foreign name, to 3, hardly
    /// anything else.
    pub(in crate::entity) letters: i8,
    /// Bytes of the form, as written, before what is left.
    pub(in crate::entity) skip: u8,
    pub(in crate::entity) peel: Peel,
    /// Letters of the folded word.
    pub(in crate::entity) n_letters: u8,
    /// Whether the article lost its alef after ل.
    pub(in crate::entity) elided: bool,
}

/// Classes of words that are no names themselves.
const ORDINARY: Classes = Classes::of(&[
    WordClass::Title,
    WordClass::Profession,
    WordClass::Speech,
    WordClass::OrgHead,
    WordClass::OrgTail,
    WordClass::Field,
    WordClass::PlaceHead,
    WordClass::PlaceInside,
    WordClass::PlaceCue,
    WordClass::Month,
    WordClass::Weekday,
    WordClass::Function,
    WordClass::Common,
    WordClass::Unit,
]);

/// Classes of words of names of persons.
const NAMES: Classes = Classes::of(&[
    WordClass::GivenName,
    WordClass::FamilyName,
    WordClass::Particle,
]);

impl Cut {
    /// What is left of `written`, whose folded form is `folded`; for an
    /// article without alef `folded` has it.
    pub(super) fn new(written: &str, folded: &str, lexicon: &Lexicon, letters: &Letters) -> Self {
        let bare = folded
            .strip_prefix("ال")
            .filter(|bare| bare.chars().nth(1).is_some());
        let is_maqsura = written
            .trim_end_matches(|c| is_mark(c) || is_format_control(c))
            .ends_with('ى');
        let classes_of = |word: &str| lexicon.classes_as_written(word, is_maqsura);
        let classes = classes_of(folded);
        Self {
            key: WordKey::of(folded),
            classes,
            bare: bare.map(classes_of).unwrap_or_default(),
            shape: shape(written, folded, bare.is_some()),
            n_letters: u8::try_from(folded.chars().count()).unwrap_or(u8::MAX),
            letters: points(letters.weight(written), folded),
            ..Self::default()
        }
    }

    pub(in crate::entity) fn is(&self, class: WordClass) -> bool {
        self.classes.has(class)
    }

    /// As [`Self::is`], or so without the article.
    pub(in crate::entity) fn is_either(&self, class: WordClass) -> bool {
        self.classes.has(class) || self.bare.has(class)
    }

    pub(in crate::entity) fn is_definite(&self) -> bool {
        self.shape.has(Shape::DEFINITE)
    }

    /// Whether some class holds of it, with or without its article.
    pub(in crate::entity) fn is_known(&self) -> bool {
        !self.classes.is_empty() || !self.bare.is_empty()
    }

    /// Whether it is an ordinary word and no word of personal names.
    pub(in crate::entity) fn is_ordinary(&self) -> bool {
        !self.classes.meets(NAMES)
            && (self.classes.meets(ORDINARY)
                || self.bare.meets(ORDINARY)
                || self.shape.has(Shape::NUMBER))
    }

    /// Whether it is a word of personal names that is nothing else.
    pub(in crate::entity) fn is_name_only(&self) -> bool {
        self.classes.meets(NAMES) && !self.classes.meets(ORDINARY)
    }

    /// Whether it is a name and a title or profession, too: الشيخ, الخياط.
    pub(in crate::entity) fn is_role(&self) -> bool {
        self.is_either(WordClass::Title) || self.is_either(WordClass::Profession)
    }

    /// Whether it has at least `n` letters, marks not counted.
    pub(in crate::entity) fn is_long(&self, n: u8) -> bool {
        self.n_letters >= n
    }

    /// Whether it is a first name.
    pub(in crate::entity) fn is_given(&self) -> bool {
        self.is(WordClass::GivenName)
    }
}

fn shape(written: &str, folded: &str, definite: bool) -> Shape {
    let mut chars = folded.chars();
    let (first, second) = (chars.next(), chars.next());
    let letters = written.trim_end_matches(|c| is_mark(c) || is_format_control(c));
    let teh = ends_in_teh_marbuta(written);
    let verbal = match (first, second) {
        (Some('ي' | 'ت'), Some(_)) => true,
        (Some('س'), Some('ي' | 'ت' | 'ن')) => folded.chars().nth(4).is_some(),
        (Some('ا'), Some('س' | 'ن')) => folded.starts_with("است"),
        _ => false,
    } || folded.ends_with("وا");
    let suffixed = ["ها", "هم", "هما", "نا", "كم"]
        .iter()
        .any(|ending| folded.ends_with(ending))
        || (folded.ends_with('ه') && !teh);
    let people = if definite {
        ["ون", "ين"]
    } else {
        ["يون", "يين"]
    };
    let plural =
        folded.chars().nth(5).is_some() && people.iter().any(|ending| folded.ends_with(ending));
    let nisba = letters.ends_with('ي') || letters.ends_with("ية");
    Shape::default()
        .with(Shape::DEFINITE, definite)
        .with(Shape::FEMININE, teh || letters.ends_with("ات"))
        .with(Shape::VERBAL, verbal)
        .with(Shape::SUFFIXED, suffixed)
        .with(
            Shape::LATIN,
            written.starts_with(|c: char| c.is_ascii_uppercase()),
        )
        .with(Shape::NUMBER, folded.contains(|c: char| c.is_numeric()))
        .with(Shape::NISBA, nisba)
        .with(Shape::PLURAL, plural)
        .with(Shape::LETTER, second.is_none())
}

/// The weight of the letters in points. The limits are where of the words that
/// are no names 1, 3, 10, 20 and 40 in a hundred lie above.
fn points(weight: Option<i16>, folded: &str) -> i8 {
    let Some(weight) = weight else {
        return 0;
    };
    let points = match weight {
        27.. => 3,
        10.. => 2,
        -10.. => 1,
        -27.. => 0,
        -50.. => -1,
        _ => -2,
    };
    // Two letters say little.
    if folded.chars().nth(2).is_none() {
        points.min(0)
    } else {
        points
    }
}
