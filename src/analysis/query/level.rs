//! How a query is taken: what counts as the same word, and where it looks.

use super::super::index::{Index, TypeId};
use super::super::{ArticleSet, Facets};
use crate::arabic::Folds;
use crate::base::tagged;

tagged! {
    /// Which forms a word of a query stands for. Each level finds what the one
    /// before it finds, but for [`Stem`](Self::Stem), which has rules of its own.
    #[derive(Default)]
    pub enum Level {
        /// The form as it is written; composed and decomposed letters are equal.
        Exact = "exact",
        /// Forms that [`fold`](crate::arabic::fold) alike.
        #[default]
        Folded = "folded",
        /// Also behind proclitics and the article, and before pronouns.
        Clitics = "clitics",
        /// Forms of the same light stem.
        Stem = "stem",
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
    /// Forms that do not count as hits, in any order; titles with them do not
    /// match. A form that stands in titles alone is no hit to be taken out.
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
