//! Keys of names: names with the same key are one entity.

use serde::{Deserialize, Serialize};

use super::skeleton::skeleton_into;
use crate::arabic::{fold, tokens};
use crate::entity::model::EntityType;
use crate::entity::words::{Lexicon, WordClass};

/// Consonants that two spellings of a full name must share to be one name.
const MIN_CONSONANTS_OF_PERSON: usize = 5;
/// The same, of a place of one word, which has no second word to confirm it.
const MIN_CONSONANTS_OF_PLACE: usize = 5;

/// What makes two unlisted names the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(in crate::entity) struct NameKey {
    pub(in crate::entity) kind: KeyKind,
    pub(in crate::entity) text: Box<str>,
}

/// Kinds of names that are never the same: types, and names that are less
/// than whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(in crate::entity) enum KeyKind {
    /// A person's name of at least two words.
    Person,
    /// One word of a person's name.
    PersonWord,
    /// A place, with a government or without.
    Place,
    /// An organisation.
    Organisation,
    /// A group of people.
    Group,
}

impl KeyKind {
    /// The type of an entity with such a name; places are taken for GPE
    /// unless their mentions say otherwise.
    pub(in crate::entity) const fn of(kind: EntityType, n_words: usize) -> Self {
        match kind {
            EntityType::Per if n_words < 2 => Self::PersonWord,
            EntityType::Per => Self::Person,
            EntityType::Gpe | EntityType::Loc => Self::Place,
            EntityType::Org => Self::Organisation,
            EntityType::Norp => Self::Group,
        }
    }
}

/// A name, cut into folded words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::entity) struct NameWords {
    pub(in crate::entity) folded: Box<str>,
}

impl NameWords {
    /// The words of `name`, as it stands in a text; with `elided`, its article
    /// is written without alef.
    pub(in crate::entity) fn new(name: &str, elided: bool) -> Self {
        let name = if elided { &format!("ا{name}") } else { name };
        let mut folded = String::with_capacity(name.len());
        for token in tokens(name) {
            let word = name.get(token.span.range()).unwrap_or_default();
            if !folded.is_empty() {
                folded.push(' ');
            }
            folded.push_str(&fold(word));
        }
        Self {
            folded: folded.into(),
        }
    }

    pub(in crate::entity) fn iter(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.folded.split(' ').filter(|word| !word.is_empty())
    }

    /// How many names it has: words but for particles (بن, أبو, عبد), which
    /// belong to the word after them.
    pub(in crate::entity) fn n_names(&self, lexicon: &Lexicon) -> usize {
        self.iter()
            .filter(|word| !lexicon.classes(word).has(WordClass::Particle))
            .count()
    }

    /// The key under which equal names meet.
    pub(in crate::entity) fn key(&self, kind: EntityType, lexicon: &Lexicon) -> NameKey {
        let kind = KeyKind::of(kind, self.n_names(lexicon));
        let (least, exact) = match kind {
            KeyKind::Person => (MIN_CONSONANTS_OF_PERSON, false),
            KeyKind::Place => (MIN_CONSONANTS_OF_PLACE, false),
            KeyKind::PersonWord | KeyKind::Organisation | KeyKind::Group => (0, true),
        };
        if exact {
            let text = match kind {
                KeyKind::Group => self.folded.strip_prefix("ال").unwrap_or(&self.folded),
                _ => &self.folded,
            };
            return NameKey {
                kind,
                text: text.into(),
            };
        }
        let (text, n_consonants) = self.skeleton(lexicon);
        // A short skeleton says too little; then the letters must be the same.
        let text = if n_consonants < least {
            self.folded.clone()
        } else {
            // The mark keeps skeletons and folded words apart.
            format!("~{text}").into()
        };
        NameKey { kind, text }
    }

    /// The skeletons of its words, and how many consonants they have.
    pub(in crate::entity) fn skeleton(&self, lexicon: &Lexicon) -> (String, usize) {
        let mut text = String::with_capacity(self.folded.len());
        let mut n_consonants = 0;
        for word in self.iter() {
            if !text.is_empty() {
                text.push(' ');
            }
            n_consonants += skeleton_into(word, lexicon, &mut text);
        }
        (text, n_consonants)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str, kind: EntityType) -> NameKey {
        NameWords::new(name, false).key(kind, &Lexicon::embedded())
    }

    #[test]
    fn full_names_meet_over_their_spellings() {
        let per = |name| key(name, EntityType::Per);
        assert_eq!(per("زاكير غسانوف"), per("زاكير جسانوف"));
        assert_eq!(per("شوشان ستيبانيان"), per("شوشان ستبانيان"));
        assert_ne!(per("محمد حسن"), per("محمد حسين"));
        assert_ne!(per("جمال عبد الناصر"), per("كمال عبد الناصر"));
    }

    #[test]
    fn one_word_of_a_person_must_be_the_same() {
        let per = |name| key(name, EntityType::Per);
        assert_ne!(per("غسانوف"), per("جسانوف"));
        assert_eq!(per("أحمد"), per("احمد"));
        assert_eq!(per("أبو أحمد").kind, KeyKind::PersonWord);
    }

    #[test]
    fn short_places_must_be_the_same_and_types_stay_apart() {
        let place = |name| key(name, EntityType::Loc);
        assert_ne!(place("باكو"), place("بيكو"));
        assert_eq!(place("ستيباناكيرت"), key("ستيبانكرت", EntityType::Gpe));
        assert_ne!(place("أرارات"), key("أرارات", EntityType::Org));
    }
}
