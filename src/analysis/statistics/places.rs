//! From a position to its article, for many positions.

use super::small;
use std::ops::Range;

/// Positions of a block: so few that a block rarely holds two ends of articles.
const BLOCK: u32 = 64;

/// The article of the first position of every block, so that finding an
/// article is one look and a short step.
#[derive(Debug, Clone)]
pub(super) struct ArticlePlaces(Vec<u32>);

impl ArticlePlaces {
    /// For articles that start at these positions; the last is the end.
    pub(super) fn new(article_starts: &[u32]) -> Self {
        let n_tokens = article_starts.last().copied().unwrap_or(0);
        let n_blocks = n_tokens / BLOCK + 1;
        let mut article = 0;
        let places = (0..n_blocks).map(|block| {
            let position = block.saturating_mul(BLOCK);
            while article_starts
                .get(article + 1)
                .is_some_and(|end| *end <= position && article + 2 < article_starts.len())
            {
                article += 1;
            }
            small(article)
        });
        Self(places.collect())
    }

    /// The article of `position`, which the corpus has.
    #[inline]
    pub(super) fn article_of(&self, article_starts: &[u32], position: u32) -> u32 {
        let low = self.0[(position / BLOCK) as usize];
        // Hardly any block holds two ends, and adding a comparison costs no
        // wrongly guessed jump.
        let article = low + u32::from(article_starts[low as usize + 1] <= position);
        if article_starts[article as usize + 1] > position {
            return article;
        }
        let ends = article_starts.get(article as usize + 1..);
        let ends = ends.unwrap_or_default();
        article + small(ends.partition_point(|end| *end <= position))
    }
}

/// Ranges of articles with about the same number of tokens, for threads to
/// share; at most `n` and a few more.
pub(super) fn stretches(article_starts: &[u32], n: u32) -> Vec<Range<u32>> {
    let n_articles = small(article_starts.len().saturating_sub(1));
    let n_tokens = article_starts.last().copied().unwrap_or(0);
    let step = (n_tokens / n.max(1)).max(1);
    let mut stretches = Vec::new();
    let mut start = 0;
    while start < n_articles {
        let wanted = article_starts[start as usize].saturating_add(step);
        let end = small(article_starts.partition_point(|at| *at < wanted));
        let end = end.clamp(start + 1, n_articles);
        stretches.push(start..end);
        start = end;
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_position_finds_its_article() {
        let starts = [0, 0, 3, 3, 200, 200, 200, 201, 500, 500];
        let places = ArticlePlaces::new(&starts);
        for position in 0..500 {
            let found = places.article_of(&starts, position) as usize;
            assert!(starts[found] <= position && position < starts[found + 1]);
        }
    }

    #[test]
    fn stretches_cover_every_article_once() {
        let starts = [0, 0, 3, 3, 200, 200, 200, 201, 500, 500];
        for n in 1..12 {
            let all: Vec<u32> = stretches(&starts, n).into_iter().flatten().collect();
            assert_eq!(all, (0..9).collect::<Vec<_>>());
        }
        assert!(stretches(&[0], 3).is_empty() && stretches(&[], 3).is_empty());
    }
}
