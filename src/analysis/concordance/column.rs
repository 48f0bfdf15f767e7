//! Sort keys as columns of numbers: one for each hit, which orders like what it
//! stands for.

use super::hit::ArticleWalk;
use super::{Hit, Indexed, Sort, SortDirection, SortKey};
use crate::analysis::index::Index;
use crate::arabic::fold;
use crate::base::{ArticleId, fits};
use crate::corpus::{Article, Facet, PartialDate};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// Hits that one thread reads at a time.
const CHUNK: usize = 4096;

/// What a line has that has no date, period or outlet: last in either direction.
const UNKNOWN: u32 = u32::MAX;

/// Hits that were picked, and what they stand in.
#[derive(Clone, Copy)]
pub(super) struct SampledHits<'a> {
    pub(super) of: Indexed<'a>,
    /// All hits, ascending.
    pub(super) hits: &'a [Hit],
    /// Indices of those that were picked, ascending.
    pub(super) numbers: &'a [u32],
}

impl SampledHits<'_> {
    /// The column of `sort`, in the order of `numbers`.
    pub(super) fn column(self, sort: Sort) -> Vec<u32> {
        let Sort { key, direction } = sort;
        let index = self.of.index;
        // 0 is for the word that is not there.
        let word = |position| fold_at(index, position) + 1;
        let turn = |value: u32| match direction {
            SortDirection::Ascending => value,
            SortDirection::Descending => u32::MAX - value,
        };
        let turn_known = |value: Option<u32>| match (value, direction) {
            (None, _) => UNKNOWN,
            (Some(value), SortDirection::Ascending) => value,
            (Some(value), SortDirection::Descending) => UNKNOWN - 1 - value,
        };
        match key {
            SortKey::Node if self.is_one_word() => {
                self.fill(|hit, _, _| turn(fold_at(index, hit.start)))
            }
            SortKey::Node => self.node_ranks().into_iter().map(turn).collect(),
            SortKey::Before(nth) => {
                let n = u32::from(nth.get());
                self.fill(|hit, _, positions| {
                    let is_there = hit.start - positions.start >= n;
                    turn(if is_there { word(hit.start - n) } else { 0 })
                })
            }
            SortKey::After(nth) => {
                let n = u32::from(nth.get()) - 1;
                self.fill(|hit, _, positions| {
                    let is_there = positions.end.saturating_sub(hit.end) > n;
                    turn(if is_there { word(hit.end + n) } else { 0 })
                })
            }
            SortKey::Date => self.fill(|_, id, _| {
                let date = self.of.corpus.article(id).and_then(|article| article.date);
                turn_known(date.map(date_number))
            }),
            SortKey::Period => self.by_facet(|article| article.period.as_ref(), turn_known),
            SortKey::Outlet => self.by_facet(|article| article.source.as_ref(), turn_known),
            // Ids follow the paths of the files.
            SortKey::File => self.fill(|_, id, _| turn(id.0)),
            SortKey::Position => self.numbers.iter().copied().map(turn).collect(),
        }
    }

    /// The article of each hit.
    pub(super) fn articles(self) -> Vec<u32> {
        self.fill(|_, id, _| id.0)
    }

    fn hit(self, n: u32) -> Hit {
        self.hits[n as usize]
    }

    fn fill(self, value: impl Fn(Hit, ArticleId, Range<u32>) -> u32 + Sync) -> Vec<u32> {
        let mut column = vec![0; self.numbers.len()];
        let chunks = column
            .par_chunks_mut(CHUNK)
            .zip(self.numbers.par_chunks(CHUNK));
        chunks.for_each(|(cells, numbers)| {
            let mut walk = ArticleWalk::new(self.of.index);
            for (cell, n) in cells.iter_mut().zip(numbers) {
                let hit = self.hit(*n);
                let (article, positions) = walk.to(hit);
                *cell = value(hit, article, positions);
            }
        });
        column
    }

    fn by_facet<'a>(
        &'a self,
        facet: impl Fn(&'a Article) -> Option<&'a Facet>,
        turn: impl Fn(Option<u32>) -> u32 + Sync,
    ) -> Vec<u32> {
        let articles = &self.of.corpus.articles;
        let distinct: FxHashSet<&Facet> = articles.iter().filter_map(&facet).collect();
        let mut names: Vec<(String, &Facet)> = distinct
            .into_iter()
            .map(|facet| (fold(facet), facet))
            .collect();
        names.sort_unstable();
        let ranks: FxHashMap<&Facet, u32> =
            names.into_iter().map(|(_, facet)| facet).zip(0..).collect();
        let of_article: Vec<Option<u32>> = articles
            .iter()
            .map(|article| facet(article).and_then(|facet| ranks.get(facet).copied()))
            .collect();
        self.fill(|_, id, _| turn(of_article.get(id.index()).copied().flatten()))
    }

    fn is_one_word(self) -> bool {
        let hits = self.numbers.par_iter().map(|n| self.hit(*n));
        hits.all(|hit| hit.end - hit.start == 1)
    }

    /// The rank of each node among all nodes, compared word by word.
    fn node_ranks(self) -> Vec<u32> {
        let words = |place: u32| {
            let hit = self.hit(self.numbers[place as usize]);
            (hit.start..hit.end).map(|position| fold_at(self.of.index, position) + 1)
        };
        // The first two words, as one number, settle most comparisons.
        let mut order: Vec<(u64, u32)> = (0..self.numbers.len())
            .into_par_iter()
            .map(|place| {
                let place = small(place);
                let mut first = words(place).map(u64::from);
                let head = first.next().unwrap_or(0) << 32 | first.next().unwrap_or(0);
                (head, place)
            })
            .collect();
        let compare = |a: &(u64, u32), b: &(u64, u32)| {
            let rest = || words(a.1).skip(2).cmp(words(b.1).skip(2));
            a.0.cmp(&b.0).then_with(rest)
        };
        order.par_sort_unstable_by(compare);
        let mut ranks = vec![0; order.len()];
        let runs = order.chunk_by(|a, b| compare(a, b).is_eq());
        for (rank, run) in (0..).zip(runs) {
            for (_, place) in run {
                ranks[*place as usize] = rank;
            }
        }
        ranks
    }
}

fn fold_at(index: &Index, position: u32) -> u32 {
    let found = index.tokens().get(position as usize);
    let fold = found.and_then(|id| index.folds().get(*id as usize));
    fold.copied().unwrap_or(0)
}

/// A number that orders like the date: what is not known comes first.
fn date_number(date: PartialDate) -> u32 {
    let year = u32::from(date.year().unsigned_abs());
    let month = u32::from(date.month().unwrap_or(0));
    (year << 4 | month) << 5 | u32::from(date.day().unwrap_or(0))
}

/// A count of hits; positions are four bytes, and so are the hits' numbers.
pub(super) fn small(n: usize) -> u32 {
    fits(n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_numbers_order_like_dates() {
        let mut dates: Vec<PartialDate> = ["2020", "2020-02", "2020-02-29", "2020-03", "2021"]
            .into_iter()
            .filter_map(PartialDate::parse)
            .collect();
        assert!(dates.is_sorted() && dates.is_sorted_by_key(|date| date_number(*date)));
        dates.dedup_by_key(|date| date_number(*date));
        assert_eq!(dates.len(), 5);
    }
}
