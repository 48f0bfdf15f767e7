//! The view of names: what it shows, and what came of counting it.

mod export;
mod figures;
mod made;
mod network;
mod order;
mod pictures;
mod shares;

pub(super) use export::write_names;
pub(super) use figures::{Figures, NamedOne, NamingFigures, SpellingRow, TableFigures, What};
pub(super) use made::{Made, Work};
pub(super) use network::{draw_network, edge_name, kind_key, network_name, type_key};
pub(super) use order::Arrangement;
pub(super) use pictures::{NamesPicture, draw_mentions};
pub(super) use shares::{draw_shares, facet_name, shares_name};

use super::search::Found;
use crate::analysis::PeriodFilter;
use crate::corpus::Facet;
use crate::entity::Annotations;
use crate::entity::study::{Base, EdgeOrder, Unit};
use crate::jobs::{Derived, Same, Slot};
use crate::ui::reading::ShownClasses;
use std::sync::Arc;

/// What the view of names shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum NamesPart {
    /// All names, by period.
    #[default]
    Table,
    /// One of them.
    Entity,
    /// Which spelling each period and each outlet uses for it.
    Naming,
    /// Who is named with whom.
    Network,
}

impl NamesPart {
    /// All of them, as they stand over the view.
    pub const ALL: [Self; 4] = [Self::Table, Self::Entity, Self::Naming, Self::Network];

    /// The stable name, for the names of files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Table => "names",
            Self::Entity => "name",
            Self::Naming => "naming",
            Self::Network => "network",
        }
    }

    /// Whether it is about one entity.
    #[must_use]
    pub const fn is_of_one(self) -> bool {
        matches!(self, Self::Entity | Self::Naming)
    }
}

/// What the spellings of a name are compared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum NamingBy {
    /// The periods.
    #[default]
    Period,
    /// The outlets.
    Outlet,
}

/// Which spellings share a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SpellingRows {
    /// Those that differ in nothing but letters that are spelt at will.
    #[default]
    Folded,
    /// Also those that have a shorter spelling in common.
    Core,
    /// None.
    Apart,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct NamesOptions {
    /// Which spellings share a row where naming is compared.
    pub spellings: SpellingRows,
    /// Where two must be named to be named together.
    pub unit: Unit,
    /// Which edges the network has.
    pub edges: EdgeOrder,
    /// The most nodes of the network.
    pub nodes: usize,
}

impl Default for NamesOptions {
    fn default() -> Self {
        Self {
            spellings: SpellingRows::default(),
            // Whole articles name so much that it tells little.
            unit: Unit::Paragraph,
            edges: EdgeOrder::default(),
            nodes: 40,
        }
    }
}

/// How it is looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NamesLook {
    /// What shares are taken of.
    pub base: Base,
    /// The periods whose difference is shown, the earlier first; without, the
    /// first and the last that are shown.
    pub compared: Option<[Facet; 2]>,
    /// What spellings are compared by.
    pub by: NamingBy,
}

/// A column of the table of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NamesColumn {
    /// The name.
    Name,
    /// Its type.
    Kind,
    /// Mentions, in the period of that column of the counts or in all.
    Mentions(Option<usize>),
    /// Articles that name it.
    Articles,
    /// The share of the mentions in all periods.
    Share,
    /// How much more often it is named in the later of two periods.
    Ratio,
    /// How surprising that is.
    Surprise,
}

/// How the table of names is arranged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamesOrder {
    /// The column that decides.
    pub column: NamesColumn,
    /// Whether the largest comes first.
    pub descending: bool,
}

impl Default for NamesOrder {
    fn default() -> Self {
        Self {
            column: NamesColumn::Mentions(None),
            descending: true,
        }
    }
}

/// What a reader asks of the view of names. Entities go by their canonical id,
/// which outlives their place in a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NamesCommand {
    /// Shows another part.
    Show(NamesPart),
    /// Makes an entity the one that is looked at.
    Choose(Box<str>),
    /// Shows all that is known of an entity.
    Open(Box<str>),
    /// Compares the spellings of an entity.
    Compare(Box<str>),
    /// Counts otherwise.
    Count(NamesOptions),
    /// Looks at it otherwise.
    Look(NamesLook),
    /// Puts the table into another order.
    Order(NamesOrder),
    /// Shows the names with these letters only.
    Find(String),
    /// Copies the name in the row at this place of the table.
    Copy(usize),
    /// Shows every place with a spelling of an entity as lines.
    Concordance(Box<str>),
    /// Searches for a word that stands near the entity looked at.
    SearchNear(String),
    /// Opens an article of this file at its first mention of the entity that
    /// is looked at.
    OpenArticle(Box<str>),
}

/// Everything that figures depend on.
#[derive(Clone, PartialEq)]
pub(super) struct MadeOf {
    pub(super) generation: u64,
    pub(super) names: Same<Annotations>,
    pub(super) filter: PeriodFilter,
    pub(super) found: Option<Same<Found>>,
    pub(super) has_index: bool,
    pub(super) part: NamesPart,
    /// The entity wanted, where it is about one.
    pub(super) entity: Option<Box<str>>,
    pub(super) options: NamesOptions,
    /// The classes shown, where they decide what is counted.
    pub(super) classes: Option<ShownClasses>,
}

/// The view of names.
#[derive(Default)]
pub(super) struct NamesView {
    pub(super) part: NamesPart,
    pub(super) options: NamesOptions,
    pub(super) look: NamesLook,
    pub(super) order: NamesOrder,
    /// What a name of the table must hold.
    pub(super) search: String,
    /// The canonical id of the entity looked at; without, the one that is
    /// named most.
    pub(super) entity: Option<Box<str>>,
    /// The parts of the view, each as far as it is counted.
    pub(super) slots: [Derived<MadeOf, Made>; 4],
    /// The rows of a table in an order, as far as they are searched for.
    pub(super) arranged: Derived<(Same<Figures>, Arrangement), Vec<u32>>,
}

impl NamesView {
    /// A part of the view.
    pub(super) const fn slot(&self, part: NamesPart) -> &Derived<MadeOf, Made> {
        &self.slots[part as usize]
    }

    /// What a part shows; nothing where what is wanted now could not be
    /// counted.
    pub(super) fn shown(&self, part: NamesPart) -> Option<&Arc<Figures>> {
        self.slot(part).shown().map(|made| &made.figures)
    }

    /// Counts what a part has shown, so that panels notice something new.
    pub(super) fn revision(&self, part: NamesPart) -> u64 {
        let of_rows = u64::from(part == NamesPart::Table) * self.arranged.revision();
        self.slot(part).revision() + of_rows
    }

    /// The rows of the table and their arrangement, which need not yet be the
    /// one wanted.
    fn arranged(&self) -> Option<(&Arc<Vec<u32>>, &Arrangement)> {
        let ((of, arrangement), rows) = self.arranged.last()?;
        let table = self.shown(NamesPart::Table)?;
        Arc::ptr_eq(table, &of.0).then_some((rows, arrangement))
    }

    /// The rows of the table in their order, as far as they are searched for.
    pub(super) fn rows(&self) -> Arc<Vec<u32>> {
        self.arranged()
            .map_or_else(Arc::default, |(rows, _)| Arc::clone(rows))
    }

    /// The order that the rows have.
    pub(super) fn rows_order(&self) -> &NamesOrder {
        self.arranged().map_or(&self.order, |(_, of)| &of.order)
    }

    /// Forgets what belongs to the corpus that was open, but not how the reader
    /// looks at names.
    pub(super) fn clear(&mut self) {
        self.look.compared = None;
        self.order = NamesOrder::default();
        self.search.clear();
        self.entity = None;
        self.slots.iter_mut().for_each(Derived::forget);
        self.arranged.forget();
    }

    /// Whether nothing is under way.
    pub(super) fn is_idle(&self) -> bool {
        self.slots.iter().all(Slot::is_idle) && self.arranged.is_idle()
    }
}
