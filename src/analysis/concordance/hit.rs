//! The texts that hits stand in.

use crate::analysis::index::Index;
use crate::analysis::query::Hit;
use crate::base::{ArticleId, ByteSpan};
use crate::corpus::{Article, Corpus};
use std::ops::Range;

/// A corpus and the index of its articles.
#[derive(Debug, Clone, Copy)]
pub struct Indexed<'a> {
    /// The articles.
    pub corpus: &'a Corpus,
    /// Their index.
    pub index: &'a Index,
}

impl<'a> Indexed<'a> {
    /// The article that `hit` stands in.
    #[must_use]
    pub fn article(self, hit: Hit) -> Option<&'a Article> {
        self.corpus.article(self.index.article_of(hit.start))
    }

    /// Where `hit` stands in the text of its article.
    #[must_use]
    pub fn node(self, hit: Hit) -> ByteSpan {
        let first = self.index.span(hit.start);
        let last = self.index.span(hit.end.saturating_sub(1).max(hit.start));
        ByteSpan::new(first.start, last.end)
    }
}

/// Finds the articles of hits that are asked for in ascending order: only the
/// first hit of an article costs a search.
pub(super) struct ArticleWalk<'a> {
    index: &'a Index,
    article: ArticleId,
    positions: Range<u32>,
}

impl<'a> ArticleWalk<'a> {
    pub(super) fn new(index: &'a Index) -> Self {
        Self {
            index,
            article: ArticleId(0),
            positions: 0..0,
        }
    }

    /// The article of `hit` and the positions of that article.
    pub(super) fn to(&mut self, hit: Hit) -> (ArticleId, Range<u32>) {
        if !self.positions.contains(&hit.start) {
            self.article = self.index.article_of(hit.start);
            self.positions = self.index.positions_of(self.article);
        }
        (self.article, self.positions.clone())
    }
}
