//! What is marked in an article, and the classes the legend switches.

use crate::base::{ByteSpan, EntityId, listed};
use crate::entity::{EntityType, Expression, ExpressionValue, Mention};
use crate::ui::theme::{Palette, Tone};

listed! {
    /// The classes of marks that a reader tells apart; places with and without a
    /// government are one.
    #[derive(PartialOrd, Ord)]
    pub enum MarkClass {
        /// Persons.
        Person,
        /// States, regions, towns and other places.
        Place,
        /// Organisations.
        Organisation,
        /// Peoples and nationalities.
        People,
        /// Dates and clock times.
        Date,
        /// Counts of people killed, wounded, displaced.
        Casualty,
    }
}

impl MarkClass {
    /// Those of names.
    pub const NAMES: [Self; 4] = [Self::Person, Self::Place, Self::Organisation, Self::People];

    /// The class of what is no name.
    #[must_use]
    pub const fn of_value(value: &ExpressionValue) -> Self {
        match value {
            ExpressionValue::Date(_) | ExpressionValue::Time(_) => Self::Date,
            ExpressionValue::Casualty(_) => Self::Casualty,
        }
    }

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
            Self::Date => palette.date,
            Self::Casualty => palette.casualty,
        }
    }
}

/// Which classes are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShownClasses([bool; 6]);

impl Default for ShownClasses {
    fn default() -> Self {
        // Names; a page with every layer on is not calm.
        Self([true, true, true, true, false, false])
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
pub struct TextMarks<'a> {
    /// Mentions of entities.
    pub mentions: &'a [Mention],
    /// Dates, times and casualties; they may overlap mentions.
    pub expressions: &'a [Expression],
    /// Hits of the search.
    pub hits: &'a [ByteSpan],
    /// The classes of mentions that are shown.
    pub shown: ShownClasses,
    /// The entity whose mentions are outlined.
    pub entity: Option<EntityId>,
    /// The mention that the reader stepped to, by index.
    pub current: Option<usize>,
    /// The hit that the reader stepped to, by index.
    pub current_hit: Option<usize>,
    /// A number that changes whenever the lists do.
    pub revision: u64,
}

impl TextMarks<'_> {
    /// Where what the reader stepped to begins, in bytes of the article.
    pub(super) fn gone_to(&self) -> Option<u32> {
        let mention = self.current.and_then(|n| self.mentions.get(n));
        let hit = self.current_hit.and_then(|n| self.hits.get(n));
        mention
            .map(|mention| mention.span.start)
            .or(hit.map(|hit| hit.start))
    }
}
