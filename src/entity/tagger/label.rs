//! The labels of tokens.
//!
//! BIO over persons, places and organisations. Group words are one word long,
//! so one label serves them, and eight labels fill one register of `i16`.

use crate::entity::model::EntityType;

/// What the tagger tells apart. Lists and rules tell [`EntityType::Gpe`] and
/// [`EntityType::Loc`] apart: the words beside them hardly differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum TagClass {
    /// A person.
    Per,
    /// A place, with a government or without.
    Place,
    /// A body.
    Org,
    /// A group word; always one token.
    Norp,
}

impl TagClass {
    /// All classes.
    pub const ALL: [Self; 4] = [Self::Per, Self::Place, Self::Org, Self::Norp];

    /// The name of the class in reports.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Per => "PER",
            Self::Place => "PLACE",
            Self::Org => "ORG",
            Self::Norp => "NORP",
        }
    }
}

impl From<EntityType> for TagClass {
    fn from(kind: EntityType) -> Self {
        match kind {
            EntityType::Per => Self::Per,
            EntityType::Gpe | EntityType::Loc => Self::Place,
            EntityType::Org => Self::Org,
            EntityType::Norp => Self::Norp,
        }
    }
}

/// The number of labels.
pub const N_LABELS: usize = 8;

/// One number for each label.
pub(super) type Scores = [i16; N_LABELS];

/// The label of one token, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label(pub u8);

impl Label {
    /// No name.
    pub const O: Self = Self(0);

    /// The label of the first token of a name of `class`, or of a later one.
    #[must_use]
    pub const fn of(class: TagClass, is_first: bool) -> Self {
        match class {
            TagClass::Norp => Self(7),
            _ => Self(1 + 2 * class as u8 + !is_first as u8),
        }
    }

    /// All labels, O first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..8).map(Self)
    }

    /// Its place in a row of [`N_LABELS`] numbers.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The class of the name that the token belongs to.
    pub(super) const fn class(self) -> Option<TagClass> {
        match self.0 {
            1 | 2 => Some(TagClass::Per),
            3 | 4 => Some(TagClass::Place),
            5 | 6 => Some(TagClass::Org),
            7 => Some(TagClass::Norp),
            _ => None,
        }
    }

    /// Whether a name begins here.
    pub(super) const fn begins(self) -> bool {
        matches!(self.0, 1 | 3 | 5 | 7)
    }

    /// Whether no name goes on here.
    pub(super) const fn may_begin(self) -> bool {
        !matches!(self.0, 2 | 4 | 6)
    }

    /// The label that goes on with the name that this one is in.
    pub(super) const fn continuation(self) -> Option<Self> {
        match self.0 {
            label @ 1..=6 => Some(Self((label - 1) / 2 * 2 + 2)),
            _ => None,
        }
    }

    /// Whether this label may stand after `before`: a later token of a name
    /// only after a token of the same name.
    #[must_use]
    pub const fn may_follow(self, before: Self) -> bool {
        self.may_begin() || before.0 == self.0 || before.0 + 1 == self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_begin_and_go_on() {
        for class in TagClass::ALL {
            let (first, later) = (Label::of(class, true), Label::of(class, false));
            assert!(first.begins() && first.class() == Some(class));
            assert_eq!(later.class(), Some(class));
            if class == TagClass::Norp {
                assert_eq!(first.continuation(), None);
                continue;
            }
            assert_eq!(first.continuation(), Some(later));
            assert_eq!(later.continuation(), Some(later));
            let before: Vec<_> = Label::all().filter(|&b| later.may_follow(b)).collect();
            assert_eq!(before, [first, later]);
        }
    }
}
