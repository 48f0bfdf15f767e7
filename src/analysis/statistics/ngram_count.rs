//! Counting the n-grams that begin with one unit.

use super::ngrams::{NgramOptions, Ngrams};
use super::parts::PartCounts;
use super::small;
use super::subcorpus::Subcorpus;
use super::units::{NONE, Unit, Units};
use crate::analysis::index::{Index, TypeId};
use crate::base::ArticleId;
use std::ops::Range;

/// The units after the first, packed so that the order of the numbers is that
/// of the units, one after another.
pub(super) trait PackedUnits: Copy + Ord + Send {
    /// No units.
    const NONE: Self;
    /// With one unit more at the end.
    fn with(self, unit: u32) -> Self;
    /// The unit that has `n_after` others after it.
    fn unit(self, n_after: usize) -> u32;
}

macro_rules! key {
    ($number:ty) => {
        impl PackedUnits for $number {
            const NONE: Self = 0;

            fn with(self, unit: u32) -> Self {
                self << 32 | Self::from(unit)
            }

            #[expect(
                clippy::cast_possible_truncation,
                reason = "the low four bytes are the unit"
            )]
            fn unit(self, n_after: usize) -> u32 {
                (self >> (32 * n_after)) as u32
            }
        }
    };
}

key!(u64);
key!(u128);

/// What counting needs to know.
pub(super) struct NgramCounter<'a> {
    index: &'a Index,
    units: &'a Units,
    subcorpus: &'a Subcorpus,
    options: NgramOptions<'a>,
    /// Tokens after the first.
    n_after: usize,
    /// Occurrences of each unit in the whole corpus.
    freqs: Vec<u32>,
}

/// What a thread keeps from unit to unit.
pub(super) struct NgramScratch<K> {
    /// What follows, and the position of the first token.
    found: Vec<(K, u32)>,
    /// The types of the occurrences of one n-gram, and their positions.
    forms: Vec<(u32, K, u32)>,
    part_counts: Vec<u32>,
}

impl<'a> NgramCounter<'a> {
    pub(super) fn new(
        index: &'a Index,
        units: &'a Units,
        subcorpus: &'a Subcorpus,
        options: NgramOptions<'a>,
    ) -> Self {
        let freq = |unit| {
            let types = units.types_of(unit).iter();
            types.map(|n| index.freq(TypeId(*n))).sum()
        };
        Self {
            index,
            units,
            subcorpus,
            options,
            n_after: usize::from(options.length.get()) - 1,
            freqs: (0..units.n_units()).map(freq).collect(),
        }
    }

    /// Tokens of an n-gram.
    pub(super) const fn n_tokens(&self) -> usize {
        self.n_after + 1
    }

    /// Ranges of units with about `n_tokens` occurrences, and how many it is.
    pub(super) fn stretches(&self, n_tokens: u64) -> Vec<(Range<u32>, u64)> {
        let mut stretches = Vec::new();
        let (mut start, mut sum) = (0, 0);
        for (unit, freq) in (0..).zip(&self.freqs) {
            sum += u64::from(*freq);
            if sum >= n_tokens || unit + 1 == self.units.n_units() {
                stretches.push((start..unit + 1, sum));
                (start, sum) = (unit + 1, 0);
            }
        }
        stretches
    }

    pub(super) fn scratch<K: PackedUnits>(&self) -> NgramScratch<K> {
        NgramScratch {
            found: Vec::new(),
            forms: Vec::new(),
            part_counts: vec![0; self.subcorpus.n_parts()],
        }
    }

    pub(super) fn no_rows(&self) -> Ngrams {
        Ngrams {
            n: self.n_after + 1,
            parts: PartCounts::new(vec![0; self.subcorpus.n_parts()]),
            ..Ngrams::default()
        }
    }

    /// Adds the n-grams that begin with `first` to `rows`.
    pub(super) fn count<K: PackedUnits>(
        &self,
        first: u32,
        scratch: &mut NgramScratch<K>,
        rows: &mut Ngrams,
    ) {
        let NgramScratch {
            found,
            forms,
            part_counts,
        } = scratch;
        self.each(first, found, |key, occurrences| {
            rows.units.push(first);
            let places = (0..self.n_after).rev();
            rows.units.extend(places.map(|n_after| key.unit(n_after)));
            rows.shown.push(self.shown(occurrences, forms));
            rows.freq.push(small(occurrences.len()));
            rows.range.push(self.range(occurrences, part_counts));
            rows.parts.push_row(part_counts);
        });
    }

    /// Gives the n-grams that begin with `first` to `each`: the position of the
    /// occurrence that stands for them, and of all, ascending.
    pub(super) fn each_place<K: PackedUnits>(
        &self,
        first: u32,
        scratch: &mut NgramScratch<K>,
        mut each: impl FnMut(u32, &mut dyn Iterator<Item = u32>),
    ) {
        let NgramScratch { found, forms, .. } = scratch;
        self.each(first, found, |_, occurrences| {
            let shown = self.shown(occurrences, forms);
            each(
                shown,
                &mut occurrences.iter().map(|(_, position)| *position),
            );
        });
    }

    /// Gives the n-grams that begin with `first` to `each`: what follows, and
    /// the occurrences.
    fn each<K: PackedUnits>(
        &self,
        first: u32,
        found: &mut Vec<(K, u32)>,
        mut each: impl FnMut(K, &[(K, u32)]),
    ) {
        // An n-gram is not more frequent than any of its units.
        if self.freqs[first as usize] < self.options.min_freq {
            return;
        }
        found.clear();
        for &n in self.units.types_of(first) {
            let positions = self.index.postings(TypeId(n)).iter();
            found.extend(positions.filter_map(|at| Some((self.key_at(*at)?, *at))));
        }
        found.sort_unstable();
        for occurrences in found.chunk_by(|a, b| a.0 == b.0) {
            let Some(&(key, _)) = occurrences.first() else {
                continue;
            };
            if small(occurrences.len()) >= self.options.min_freq {
                each(key, occurrences);
            }
        }
    }

    /// What follows the token at `position`; `None` if there is no n-gram.
    fn key_at<K: PackedUnits>(&self, position: u32) -> Option<K> {
        let article = self.units.article_of(self.index, position);
        let start = position as usize;
        let end = start + self.n_after + 1;
        let article_end = self.index.article_starts()[article as usize + 1];
        if end > article_end as usize || !self.subcorpus.contains(ArticleId(article)) {
            return None;
        }
        let unit_of = self.units.units_of_types();
        let mut key = K::NONE;
        for token in self.index.tokens().get(start + 1..end)? {
            let unit = unit_of[*token as usize];
            if unit == NONE || self.freqs[unit as usize] < self.options.min_freq {
                return None;
            }
            key = key.with(unit);
        }
        let breaks = self.options.breaks;
        let is_broken = breaks.is_some_and(|breaks| {
            (position + 1..)
                .take(self.n_after)
                .any(|at| breaks.is_before(at))
        });
        (!is_broken).then_some(key)
    }

    /// The first position of the most frequent sequence of types; of equals,
    /// that of the smaller types.
    fn shown<K: PackedUnits>(
        &self,
        occurrences: &[(K, u32)],
        forms: &mut Vec<(u32, K, u32)>,
    ) -> u32 {
        let first = occurrences.first().map_or(0, |(_, position)| *position);
        if self.units.unit() == Unit::Type || occurrences.len() == 1 {
            return first;
        }
        forms.clear();
        let tokens = self.index.tokens();
        forms.extend(occurrences.iter().map(|&(_, position)| {
            let start = position as usize;
            let rest = tokens.get(start + 1..=start + self.n_after);
            let rest = rest.unwrap_or_default().iter();
            let key = rest.fold(K::NONE, |key, token| key.with(*token));
            (tokens[start], key, position)
        }));
        forms.sort_unstable();
        let mut best: (usize, u32) = (0, first);
        for same in forms.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            if let Some((_, _, position)) = same.first()
                && same.len() > best.0
            {
                best = (same.len(), *position);
            }
        }
        best.1
    }

    /// The number of articles; counts the occurrences in each part.
    fn range<K: PackedUnits>(&self, occurrences: &[(K, u32)], part_counts: &mut [u32]) -> u32 {
        let ends = self.index.article_starts();
        let mut n_articles = 0;
        let mut article = 0;
        let mut end = 0;
        // Occurrences of equal keys ascend.
        for &(_, position) in occurrences {
            if position >= end {
                article = self.units.article_of(self.index, position);
                end = ends[article as usize + 1];
                n_articles += 1;
            }
            for part in self.subcorpus.parts_of(ArticleId(article)) {
                part_counts[*part as usize] += 1;
            }
        }
        n_articles
    }
}
