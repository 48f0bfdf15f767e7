//! What a query finds.

use super::super::ArticleSet;
use super::super::index::Index;
use super::QueryProblem;
use crate::base::{ArticleId, ByteSpan};

/// A hit: the positions `start..end`, half-open, inside one article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hit {
    /// The first position inside.
    pub start: u32,
    /// The first position after.
    pub end: u32,
}

/// An article that a query matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// The article.
    pub article: ArticleId,
    /// Hits in its text; none if it matches by its title or by a restriction.
    pub n_hits: u32,
    /// The place in [`Answer::hits`] of its first hit.
    pub first: u32,
}

/// The answer to a query.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// The hits, by start, then end; each once. Two may share tokens, as those
    /// of a word and of a phrase with that word.
    pub hits: Vec<Hit>,
    /// The articles that match, ascending.
    pub matches: Vec<Match>,
    /// The same articles as a set.
    pub articles: ArticleSet,
    /// What the query names and the corpus does not have.
    pub notices: Vec<QueryProblem>,
}

impl Answer {
    /// How many hits there are.
    #[must_use]
    pub fn n_hits(&self) -> usize {
        self.hits.len()
    }

    /// The match of `article`, if it is one.
    #[must_use]
    pub fn of(&self, article: ArticleId) -> Option<&Match> {
        let place = self
            .matches
            .binary_search_by_key(&article, |found| found.article)
            .ok()?;
        self.matches.get(place)
    }

    /// The hits in the text of `article`.
    #[must_use]
    pub fn hits_of(&self, article: ArticleId) -> &[Hit] {
        self.of(article)
            .and_then(|found| {
                let first = found.first as usize;
                self.hits.get(first..first + found.n_hits as usize)
            })
            .unwrap_or_default()
    }

    /// The hits of `article` as bytes of its text, in the order of the hits.
    /// `index` is the one that was searched.
    #[must_use]
    pub fn spans_of(&self, article: ArticleId, index: &Index) -> Vec<ByteSpan> {
        self.hits_of(article)
            .iter()
            .map(|hit| hit.span(index))
            .collect()
    }
}

impl Hit {
    /// Where the hit stands in the text of its article.
    #[must_use]
    pub fn span(self, index: &Index) -> ByteSpan {
        let first = index.span(self.start);
        let last = index.span(self.end.saturating_sub(1).max(self.start));
        ByteSpan::new(first.start, last.end.max(first.end))
    }
}
