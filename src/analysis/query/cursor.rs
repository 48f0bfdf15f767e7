//! Which articles positions are in, asked in ascending order.

use super::super::ArticleSet;
use super::Hit;
use super::block::ArticleBlock;
use crate::base::{ArticleId, fits};

/// Walks through articles alongside ascending positions.
#[derive(Debug)]
pub(super) struct Cursor<'a> {
    /// The first position of each article, and one more for the end.
    starts: &'a [u32],
    /// The article of the last position.
    at: usize,
}

impl<'a> Cursor<'a> {
    /// Starts at the first of the articles that start at `starts`; one more for
    /// the end.
    pub(super) fn new(starts: &'a [u32]) -> Self {
        Self { starts, at: 0 }
    }

    /// The article of `position`, which is not before the last one asked for.
    pub(super) fn article_of(&mut self, position: u32) -> ArticleId {
        let next = gallop(self.starts, self.at + 1, |start| *start <= position);
        self.at = next - 1;
        ArticleId(fits(self.at))
    }

    /// The first position after the article of the last position.
    pub(super) fn end(&self) -> u32 {
        self.starts.get(self.at + 1).copied().unwrap_or(u32::MAX)
    }

    /// The first position of the article of the last position.
    pub(super) fn start(&self) -> u32 {
        self.starts.get(self.at).copied().unwrap_or(0)
    }
}

/// The first place from `from` on in `values` for which `is_before` does not
/// hold; it holds for some first values and for none after. In steps that
/// double, then halve: near places cost little, far ones not much more.
pub(super) fn gallop<T>(values: &[T], from: usize, is_before: impl Fn(&T) -> bool) -> usize {
    let (mut start, mut step) = (from, 1);
    while values.get(start + step - 1).is_some_and(&is_before) {
        start += step;
        step *= 2;
    }
    let end = (start + step - 1).min(values.len());
    let between = values.get(start..end).unwrap_or_default();
    start + between.partition_point(is_before)
}

/// The articles of `block` that its `hits`, ascending by their starts, are in.
pub(super) fn articles_of(hits: &[Hit], block: &ArticleBlock<'_>) -> ArticleSet {
    let mut set = ArticleSet::none(block.n_articles());
    let mut cursor = block.cursor();
    let mut end = 0;
    for hit in hits {
        if hit.start >= end {
            set.insert(cursor.article_of(hit.start));
            end = cursor.end();
        }
    }
    set
}

/// Keeps the hits, ascending by their starts, that are in `articles`.
pub(super) fn retain_in(hits: &mut Vec<Hit>, articles: &ArticleSet, block: &ArticleBlock<'_>) {
    if hits.is_empty() || articles.is_all() {
        return;
    }
    let mut cursor = block.cursor();
    let (mut end, mut is_in) = (0, false);
    hits.retain(|hit| {
        if hit.start >= end {
            is_in = articles.contains(cursor.article_of(hit.start));
            end = cursor.end();
        }
        is_in
    });
}

/// Those of `positions`, ascending, that are in `articles`.
pub(super) fn positions_in(
    positions: &[u32],
    articles: &ArticleSet,
    block: &ArticleBlock<'_>,
) -> Vec<u32> {
    let mut inside = Vec::new();
    let mut next = 0;
    for article in articles.iter() {
        let range = block.positions_of(article);
        next = gallop(positions, next, |position| *position < range.start);
        let rest = positions.get(next..).unwrap_or_default();
        if rest.is_empty() {
            break;
        }
        let own = rest.iter().take_while(|position| **position < range.end);
        inside.extend(own);
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn galloping_finds_the_first_that_is_not_before() {
        let values: Vec<u32> = (0..100).map(|n| n * n / 3).collect();
        for from in 0..=100 {
            for bound in [0, 1, 5, 40, 700, 3000, 9999] {
                let expected = values.partition_point(|n| *n < bound).max(from);
                assert_eq!(gallop(&values, from, |n| *n < bound), expected);
            }
        }
    }
}
