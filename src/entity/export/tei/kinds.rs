//! The elements for each type of mention.

use super::super::input::{ExportedKind, ExportedMention};
use crate::entity::model::EntityType;

/// The element that stands around a mention of `kind`.
pub(super) const fn element(kind: &ExportedKind<'_>) -> &'static str {
    match kind {
        ExportedKind::Name(EntityType::Per) => "persName",
        ExportedKind::Name(EntityType::Gpe | EntityType::Loc) => "placeName",
        ExportedKind::Name(EntityType::Org) => "orgName",
        ExportedKind::Name(EntityType::Norp) => "name",
        ExportedKind::Date { .. } => "date",
        ExportedKind::Time(_) => "time",
        ExportedKind::Casualties { .. } => "num",
    }
}

/// The value of its `type`: the tag in lower case.
pub(super) fn type_of(mention: &ExportedMention<'_>) -> String {
    mention.kind.tag().to_ascii_lowercase()
}

/// The lists of entities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TeiList {
    Persons,
    Places,
    Bodies,
    Groups,
}

impl TeiList {
    pub(super) const ALL: [Self; 4] = [Self::Persons, Self::Places, Self::Bodies, Self::Groups];

    /// The list for entities named by mentions of `kind`; of what is no name,
    /// none.
    pub(super) const fn of(kind: &ExportedKind<'_>) -> Option<Self> {
        match kind {
            ExportedKind::Name(EntityType::Per) => Some(Self::Persons),
            ExportedKind::Name(EntityType::Gpe | EntityType::Loc) => Some(Self::Places),
            ExportedKind::Name(EntityType::Org) => Some(Self::Bodies),
            ExportedKind::Name(EntityType::Norp) => Some(Self::Groups),
            _ => None,
        }
    }

    /// The elements of the list, of an entry and of a name in it, and the
    /// attributes of the list. A group of people is an `org` in TEI.
    pub(super) const fn elements(self) -> [&'static str; 4] {
        match self {
            Self::Persons => ["listPerson", "person", "persName", ""],
            Self::Places => ["listPlace", "place", "placeName", ""],
            Self::Bodies => ["listOrg", "org", "orgName", ""],
            Self::Groups => ["listOrg", "org", "orgName", " type=\"norp\""],
        }
    }
}
