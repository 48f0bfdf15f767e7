//! What is marked in an article, and the classes the legend switches.

use crate::base::{ByteSpan, EntityId};
use crate::entity::{EntityType, Mention};
use crate::ui::theme::{Palette, Tone};

/// The classes of mentions that a reader tells apart; places with and without
/// a government are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkClass {
    /// Persons.
    Person,
    /// States, regions, towns and other places.
    Place,
    /// Organisations.
    Organisation,
    /// Peoples and nationalities.
    People,
}

impl MarkClass {
    /// All classes, as the legend lists them.
    pub const ALL: [Self; 4] = [Self::Person, Self::Place, Self::Organisation, Self::People];

    /// The class of an entity type.
    #[must_use]
    pub const fn of(kind: EntityType) -> Self {
        match kind {
            EntityType::Per => Self::Person,
            EntityType::Gpe | EntityType::Loc => Self::Place,
            EntityType::Org => Self::Organisation,
            EntityType::Norp => Self::People,
        }
    }

    /// Its colours.
    #[must_use]
    pub const fn tone(self, palette: &Palette) -> Tone {
        match self {
            Self::Person => palette.person,
            Self::Place => palette.place,
            Self::Organisation => palette.organisation,
            Self::People => palette.people,
        }
    }
}

/// Which classes are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShownClasses([bool; 4]);

impl Default for ShownClasses {
    fn default() -> Self {
        Self([true; 4])
    }
}

impl ShownClasses {
    /// Whether `class` is shown.
    #[must_use]
    pub const fn has(self, class: MarkClass) -> bool {
        self.0[class as usize]
    }

    /// Shows `class` if it is hidden, hides it if it is shown.
    pub const fn toggle(&mut self, class: MarkClass) {
        self.0[class as usize] = !self.0[class as usize];
    }
}

/// Everything that is marked in one article; both lists in order of their start.
#[derive(Debug, Clone, Copy)]
pub struct Marks<'a> {
    /// Mentions of entities.
    pub mentions: &'a [Mention],
    /// Hits of the search.
    pub hits: &'a [ByteSpan],
    /// The classes of mentions that are shown.
    pub shown: ShownClasses,
    /// The entity whose mentions are outlined.
    pub entity: Option<EntityId>,
    /// The mention that the reader stepped to, by index.
    pub current: Option<usize>,
    /// A number that changes whenever the lists do.
    pub revision: u64,
}
