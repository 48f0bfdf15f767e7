//! One small class for every word form, for the tables of pairs.

use super::label::TagClass;
use super::listed::Listed;
use crate::entity::words::{Classes, WordClass};

/// What a word form is, told roughly; the first that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
#[expect(missing_docs, reason = "named as the classes of the lexicon are")]
pub enum WordKind {
    /// No word: the edge of a sentence.
    Edge,
    /// Digits.
    Number,
    /// Letters of another script.
    Latin,
    Function,
    Speech,
    Title,
    Profession,
    Particle,
    Given,
    Family,
    OrgHead,
    Field,
    OrgTail,
    PlaceHead,
    PlaceInside,
    PlaceCue,
    Month,
    Unit,
    Common,
    /// A common word with the article.
    TheCommon,
    /// The whole of a listed name.
    ListedPer,
    ListedPlace,
    ListedOrg,
    ListedNorp,
    /// Unknown, like a relative adjective: ي or ية at the end.
    Relative,
    /// The same with the article.
    TheRelative,
    /// Unknown, with the article.
    TheUnknown,
    /// Unknown, with a proclitic that the lists do not explain.
    Joined,
    /// Unknown, spelt as native words are not.
    Foreign,
    /// Unknown, of five letters or more.
    Long,
    /// Unknown and short.
    Short,
}

impl WordKind {
    /// The number of kinds, rounded up to a power of two.
    pub const N: usize = 32;

    /// The kind of a word that the lists know. `has_article` is whether it
    /// begins with the article.
    pub(super) fn known(classes: Classes, listed: Listed, has_article: bool) -> Option<Self> {
        if let Some(kind) = Self::of_classes(classes, &EARLY) {
            return Some(kind);
        }
        if let Some(class) = listed.alone() {
            return Some(match class {
                TagClass::Per => Self::ListedPer,
                TagClass::Place => Self::ListedPlace,
                TagClass::Org => Self::ListedOrg,
                TagClass::Norp => Self::ListedNorp,
            });
        }
        Self::of_classes(classes, &LATE).map(|kind| match kind {
            Self::Common if has_article => Self::TheCommon,
            kind => kind,
        })
    }

    fn of_classes(classes: Classes, order: &[(WordClass, Self)]) -> Option<Self> {
        let mut found = order.iter().filter(|&&(class, _)| classes.has(class));
        found.next().map(|&(_, kind)| kind)
    }
}

/// Classes that say more of a word than that it is a listed name.
const EARLY: [(WordClass, WordKind); 3] = [
    (WordClass::Function, WordKind::Function),
    (WordClass::PlaceCue, WordKind::PlaceCue),
    (WordClass::Speech, WordKind::Speech),
];

const LATE: [(WordClass, WordKind); 14] = [
    (WordClass::Title, WordKind::Title),
    (WordClass::OrgHead, WordKind::OrgHead),
    (WordClass::PlaceHead, WordKind::PlaceHead),
    (WordClass::PlaceInside, WordKind::PlaceInside),
    (WordClass::Particle, WordKind::Particle),
    (WordClass::Profession, WordKind::Profession),
    (WordClass::Month, WordKind::Month),
    (WordClass::Weekday, WordKind::Month),
    (WordClass::Unit, WordKind::Unit),
    (WordClass::GivenName, WordKind::Given),
    (WordClass::FamilyName, WordKind::Family),
    (WordClass::Field, WordKind::Field),
    (WordClass::OrgTail, WordKind::OrgTail),
    (WordClass::Common, WordKind::Common),
];
