//! The view of names: what it shows, and what came of counting it.

mod company_tables;
mod export;
mod figures;
mod made;
mod names_table;
mod network;
mod order;
mod pictures;
mod shares;
mod spelling_table;

pub(super) use company_tables::{COMPANY_FIT, companion_table, near_table};
pub(super) use export::write_names;
pub(super) use figures::{Figures, NamedOne, NamingFigures, NearWord, TableFigures, What};
pub(super) use made::{Made, Work};
pub(super) use names_table::NamesTable;
pub(super) use network::{draw_network, edge_name, kind_key, network_name, type_key};
pub(super) use order::Arrangement;
pub(super) use pictures::{draw_mentions, write_names_chart};
pub(super) use shares::{draw_shares, facet_name, shares_name};
pub(super) use spelling_table::{NAMING_FIT, SPELLINGS_FIT, SpellingTable};

pub use crate::entity::study::SpellingRows;

use crate::analysis::PeriodFilter;
use crate::corpus::Facet;
use crate::entity::study::{Base, PairOrder, Stretch};
use crate::jobs::Task;
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

    /// The key of its name among the interface texts.
    pub(super) const fn text_key(self) -> &'static str {
        match self {
            Self::Table => "names-table",
            Self::Entity => "names-entity",
            Self::Naming => "names-naming",
            Self::Network => "names-network",
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

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct NamesOptions {
    /// Which spellings share a row where naming is compared.
    pub spellings: SpellingRows,
    /// Where two must be named to be named together.
    pub unit: Stretch,
    /// Which edges the network has.
    pub edges: PairOrder,
    /// The most nodes of the network.
    pub nodes: usize,
}

impl Default for NamesOptions {
    fn default() -> Self {
        Self {
            spellings: SpellingRows::default(),
            // Whole articles name so much that it tells little.
            unit: Stretch::Paragraph,
            edges: PairOrder::default(),
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
    /// The canonical id.
    Id,
    /// The name.
    Name,
    /// Its type.
    Kind,
    /// Mentions, in the period of that column of the counts or in all.
    Mentions(Option<usize>),
    /// The mentions of the periods as a bar.
    Bar,
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MadeOf {
    pub(super) generation: u64,
    /// The names, by the number of their coming.
    pub(super) names: u64,
    pub(super) filter: PeriodFilter,
    pub(super) answer: Option<u64>,
    pub(super) has_index: bool,
    pub(super) part: NamesPart,
    /// The entity wanted, where it is about one.
    pub(super) entity: Option<Box<str>>,
    pub(super) options: NamesOptions,
    /// The classes shown, where they decide what is counted.
    pub(super) classes: Option<ShownClasses>,
}

/// A part of the view, as far as it is counted.
#[derive(Default)]
pub(super) struct Slot {
    /// What `shown`, or what is under way, is made of.
    pub(super) made_of: Option<MadeOf>,
    pub(super) shown: Option<Arc<Figures>>,
    /// Counts what was shown, so that panels notice something new.
    pub(super) revision: u64,
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
    /// Counts the names that came.
    pub(super) names: u64,
    slots: [Slot; 4],
    pub(super) task: Option<(NamesPart, Task<Made>)>,
    pub(super) arranging: Option<Task<Vec<u32>>>,
    /// The rows of the table in their order, as far as they are searched for.
    pub(super) rows: Arc<Vec<u32>>,
}

impl NamesView {
    /// What a part shows.
    pub(super) const fn slot(&self, part: NamesPart) -> &Slot {
        &self.slots[part as usize]
    }

    pub(super) const fn slot_mut(&mut self, part: NamesPart) -> &mut Slot {
        &mut self.slots[part as usize]
    }

    /// Gives up what is under way.
    pub(super) fn cancel(&mut self) {
        if let Some((part, _)) = self.task.take() {
            self.slot_mut(part).made_of = None;
        }
    }

    /// Forgets what belongs to the corpus that was open, but not how the reader
    /// looks at names.
    pub(super) fn clear(&mut self) {
        let slots = std::mem::take(&mut self.slots);
        *self = Self {
            part: self.part,
            options: self.options,
            look: NamesLook {
                compared: None,
                ..self.look.clone()
            },
            names: self.names,
            slots: slots.map(|slot| Slot {
                revision: slot.revision + 1,
                ..Slot::default()
            }),
            ..Self::default()
        };
    }

    /// Whether nothing is under way.
    pub(super) const fn is_idle(&self) -> bool {
        self.task.is_none() && self.arranging.is_none()
    }
}
