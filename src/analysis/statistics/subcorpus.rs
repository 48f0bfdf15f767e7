//! The articles that are counted, and the parts that are compared.

use super::small;
use super::units::Units;
use crate::analysis::ArticleSet;
use crate::analysis::index::Index;
use crate::base::ArticleId;

/// The articles that a table is made of, and the parts of them, such as
/// periods, for which it has columns of their own. Parts may overlap and need
/// not cover everything.
#[derive(Debug, Clone)]
pub struct Subcorpus {
    inside: ArticleSet,
    is_whole: bool,
    n_parts: usize,
    /// The parts of all articles, one article after another; empty without parts.
    parts: Vec<u32>,
    /// Where the parts of each article start; one more for the end.
    part_starts: Vec<u32>,
}

impl Subcorpus {
    /// The articles of a filter, or the whole corpus for `None`, with `parts`.
    /// What is not in the filter is in no part.
    #[must_use]
    pub fn new(index: &Index, articles: Option<&ArticleSet>, parts: &[ArticleSet]) -> Self {
        let all = || ArticleSet::all(index.n_articles());
        let inside = articles.cloned().unwrap_or_else(all);
        let mut members = Vec::new();
        let mut starts = Vec::new();
        if !parts.is_empty() {
            starts.push(0);
            for id in (0..small(index.n_articles())).map(ArticleId) {
                if inside.contains(id) {
                    let of_id = (0..).zip(parts).filter(|(_, part)| part.contains(id));
                    members.extend(of_id.map(|(n, _): (u32, _)| n));
                }
                starts.push(small(members.len()));
            }
        }
        Self {
            is_whole: inside.len() >= index.n_articles(),
            inside,
            n_parts: parts.len(),
            parts: members,
            part_starts: starts,
        }
    }

    /// The whole corpus, without parts.
    #[must_use]
    pub fn whole(index: &Index) -> Self {
        Self::new(index, None, &[])
    }

    /// Whether no article is left out.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// Whether an article is counted.
    #[must_use]
    #[inline]
    pub fn contains(&self, article: ArticleId) -> bool {
        self.is_whole || self.inside.contains(article)
    }

    /// The articles, ascending.
    pub fn articles(&self) -> impl Iterator<Item = ArticleId> + '_ {
        self.inside.iter()
    }

    /// The number of articles.
    #[must_use]
    pub fn n_articles(&self) -> usize {
        self.inside.len()
    }

    /// The number of parts.
    #[must_use]
    pub const fn n_parts(&self) -> usize {
        self.n_parts
    }

    /// The parts that an article belongs to, ascending.
    #[must_use]
    #[inline]
    pub fn parts_of(&self, article: ArticleId) -> &[u32] {
        let start = self.part_starts.get(article.index());
        let end = self.part_starts.get(article.index() + 1);
        start.zip(end).map_or(&[], |(start, end)| {
            &self.parts[*start as usize..*end as usize]
        })
    }

    /// The counted tokens of all articles.
    #[must_use]
    pub fn size(&self, units: &Units) -> u64 {
        let sizes = units.sizes();
        self.articles().map(|id| u64::from(sizes[id.index()])).sum()
    }

    /// The counted tokens of each part.
    #[must_use]
    pub fn part_sizes(&self, units: &Units) -> Vec<u64> {
        let mut sizes = vec![0; self.n_parts];
        for id in self.articles() {
            for part in self.parts_of(id) {
                sizes[*part as usize] += u64::from(units.sizes()[id.index()]);
            }
        }
        sizes
    }
}
