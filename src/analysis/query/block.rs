//! Articles one after another, which are searched by themselves: so that
//! threads share the work, and the first hits cost no look at the last.

use super::super::ArticleSet;
use super::super::index::Index;
use super::cursor::Cursor;
use crate::base::{ArticleId, fits};
use std::ops::Range;

/// Some articles one after another. The first has a number that is a multiple
/// of [`ArticleSet::STEP`], so that the sets of blocks can be joined.
#[derive(Debug, Clone)]
pub(super) struct ArticleBlock<'a> {
    pub(super) index: &'a Index,
    articles: Range<usize>,
    /// The positions of the articles.
    pub(super) positions: Range<u32>,
}

impl<'a> ArticleBlock<'a> {
    /// The articles `articles` of `index`.
    fn new(index: &'a Index, articles: Range<usize>) -> Self {
        let start = |n: usize| index.article_starts().get(n).copied().unwrap_or(0);
        Self {
            index,
            positions: start(articles.start)..start(articles.end),
            articles,
        }
    }

    /// All articles of `index`.
    pub(super) fn whole(index: &'a Index) -> Self {
        Self::new(index, 0..index.n_articles())
    }

    /// The block in at most `n_pieces`, of about as many articles each.
    pub(super) fn cut(&self, n_pieces: usize) -> Vec<Self> {
        let step = self.n_articles().div_ceil(n_pieces.max(1));
        let step = step.max(1).next_multiple_of(ArticleSet::STEP);
        let starts = self.articles.clone().step_by(step);
        starts
            .map(|start| Self::new(self.index, start..self.articles.end.min(start + step)))
            .collect()
    }

    /// The first articles, about `n_articles`, and the rest.
    pub(super) fn split(&self, n_articles: usize) -> (Self, Self) {
        let n = n_articles.clamp(1, self.n_articles().max(1));
        let n = n.next_multiple_of(ArticleSet::STEP);
        let middle = self.articles.end.min(self.articles.start + n);
        (
            Self::new(self.index, self.articles.start..middle),
            Self::new(self.index, middle..self.articles.end),
        )
    }

    pub(super) fn n_articles(&self) -> usize {
        self.articles.len()
    }

    /// The articles of the block in `set`, a set of the whole corpus. The first
    /// article of the block is article 0 of the result, as in all sets of blocks.
    pub(super) fn part_of(&self, set: &ArticleSet) -> ArticleSet {
        set.part(self.articles.clone())
    }

    /// The article with number `id` in sets of the block.
    pub(super) fn article(&self, id: ArticleId) -> ArticleId {
        ArticleId(id.0.saturating_add(self.first()))
    }

    /// The positions of article `id` of a set of the block.
    pub(super) fn positions_of(&self, id: ArticleId) -> Range<u32> {
        self.index.positions_of(self.article(id))
    }

    /// A cursor over the articles of the block, numbered as in its sets.
    pub(super) fn cursor(&self) -> Cursor<'a> {
        let starts = self.index.article_starts();
        Cursor::new(
            starts
                .get(self.articles.start..=self.articles.end)
                .unwrap_or_default(),
        )
    }

    fn first(&self) -> u32 {
        fits(self.articles.start)
    }
}
