//! How a query is taken: what counts as the same word, and where it looks.

use super::super::index::{Index, TypeId};
use super::super::{ArticleSet, Facets};
use crate::arabic::Folds;

/// Which forms a word of a query stands for. Each level finds what the one
/// before it finds, but for [`Stem`](Self::Stem), which has rules of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Level {
    /// The form as it is written; composed and decomposed letters are equal.
    Exact,
    /// Forms that [`fold`](crate::arabic::fold) alike.
    #[default]
    Folded,
    /// Also behind proclitics and the article, and before pronouns.
    Clitics,
    /// Forms of the same light stem.
    Stem,
}

impl Level {
    /// Every level, from the narrowest.
    pub const ALL: [Self; 4] = [Self::Exact, Self::Folded, Self::Clitics, Self::Stem];

    /// The stable name: `exact`, `folded`, `clitics` or `stem`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Folded => "folded",
            Self::Clitics => "clitics",
            Self::Stem => "stem",
        }
    }

    /// The level of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name() == name)
    }
}

/// Whether the text of a query is still being typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typing {
    /// It is: a last word with nothing after it stands for all words that
    /// begin like it, once it has two letters.
    Open,
    /// It is done.
    Done,
}

/// How a query is evaluated.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    /// Which forms a word stands for.
    pub level: Level,
    /// Which spellings count as the same. Folds that are off narrow the level
    /// [`Level::Folded`] and patterns; clitics and stems are found by full folds.
    pub folds: Folds,
    /// Forms that do not count as hits, in any order.
    pub excluded: &'a [TypeId],
    /// The articles that are looked at; all without it.
    pub subcorpus: Option<&'a ArticleSet>,
}

/// What a query may ask of a corpus besides its index.
#[derive(Clone, Copy)]
pub struct Searchable<'a> {
    /// The columns that restrictions look at.
    pub facets: &'a Facets,
    /// The articles that mention an entity of that name; `None` if there is no
    /// such entity.
    pub entity: &'a dyn Fn(&str) -> Option<ArticleSet>,
    /// An index of the titles, an "article" for each article of the corpus,
    /// empty where the title stands in the text. A word in a title makes its
    /// article match and is no hit.
    pub titles: Option<&'a Index>,
}
