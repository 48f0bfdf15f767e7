//! What the reader chooses in the view of names, and asks of it.

use crate::base::tagged;
use crate::corpus::Facet;
use crate::entity::study::{Base, PairOrder, SpellingRows, Stretch};

tagged! {
    /// What the view of names shows.
    #[derive(Default)]
    pub enum NamesPart {
        /// All names, by period.
        #[default]
        Table = "names",
        /// One of them.
        Entity = "name",
        /// Which spelling each period and each outlet uses for it.
        Naming = "naming",
        /// Who is named with whom.
        Network = "network",
    }
}

impl NamesPart {
    /// The key of its name among the interface texts.
    pub(in crate::app) const fn text_key(self) -> &'static str {
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
