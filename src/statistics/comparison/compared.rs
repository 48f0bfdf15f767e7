//! The rows of a comparison.

use super::{Band, Chances, Distributions, Sides, TextRun};
use crate::base::{CancelToken, Cancelled, fits};
use crate::statistics::{
    Confidence, Keyness, Significance, false_discovery_rates, per_million, share,
};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// What is counted of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RowCounts {
    /// Texts of A with it.
    pub a_texts: u32,
    /// Texts of B with it.
    pub b_texts: u32,
    /// Occurrences in A.
    pub a_count: u32,
    /// Occurrences in B.
    pub b_count: u32,
    /// Occurrences in the text that has most of them.
    pub largest_text: u32,
    /// Occurrences in the group that has most of them; a text of no group is
    /// one by itself.
    pub largest_group: u32,
}

/// Rows counted on both sides. What follows from the counts is computed when it
/// is asked for; ratios are those of B by A, so that what rises is positive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    a_size: u64,
    b_size: u64,
    n_a: u32,
    n_b: u32,
    only_describe: bool,
    has_groups: bool,
    rows: Vec<RowCounts>,
    /// The rows that pass the minimum, ascending.
    candidates: Vec<u32>,
}

/// A row without one group.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LeftOut {
    /// The group that is left out.
    pub group: u32,
    /// The Log Ratio of the rest; `None` if nothing is left.
    pub log_ratio: Option<f64>,
}

impl Compared {
    /// Counts the rows of `distributions` on all cores; candidates are those
    /// that stand in at least `min_texts` texts of both sides together.
    ///
    /// # Errors
    /// [`Cancelled`] when `cancel` asks for it; looked at before each row.
    pub fn new(
        sides: &Sides,
        distributions: &dyn Distributions,
        min_texts: u32,
        cancel: &CancelToken,
    ) -> Result<Self, Cancelled> {
        let empty = || (Vec::new(), vec![0; sides.n_groups() as usize]);
        let rows: Vec<RowCounts> = (0..distributions.n_rows())
            .into_par_iter()
            .map_init(empty, |(runs, groups), row| {
                cancel.check()?;
                runs.clear();
                distributions.push_runs(row, runs);
                Ok(RowCounts::of(sides, runs, groups))
            })
            .collect::<Result<_, Cancelled>>()?;
        let (a_size, b_size) = sides.sizes();
        let passes = |(row, counts): (u32, &RowCounts)| {
            (counts.a_texts + counts.b_texts >= min_texts.max(1)).then_some(row)
        };
        Ok(Self {
            a_size,
            b_size,
            n_a: sides.n_a(),
            n_b: sides.n_b(),
            only_describe: sides.only_describe(),
            has_groups: sides.n_groups() > 0,
            candidates: (0..).zip(&rows).filter_map(passes).collect(),
            rows,
        })
    }

    /// The counts of a row.
    #[must_use]
    pub fn counts(&self, row: u32) -> RowCounts {
        self.rows.get(row as usize).copied().unwrap_or_default()
    }

    /// The rows that pass the minimum, ascending: those among which one looks.
    #[must_use]
    pub fn candidates(&self) -> &[u32] {
        &self.candidates
    }

    /// How the occurrences change from A, the second, to B, the first.
    #[must_use]
    pub fn change(&self, row: u32) -> Keyness {
        let counts = self.counts(row);
        Keyness {
            first: u64::from(counts.b_count),
            first_size: self.b_size,
            second: u64::from(counts.a_count),
            second_size: self.a_size,
        }
    }

    /// How the texts with it change from A to B.
    #[must_use]
    pub fn change_of_texts(&self, row: u32) -> Keyness {
        let counts = self.counts(row);
        Keyness {
            first: u64::from(counts.b_texts),
            first_size: u64::from(self.n_b),
            second: u64::from(counts.a_texts),
            second_size: u64::from(self.n_a),
        }
    }

    /// Occurrences in a million units of A, and of B.
    #[must_use]
    pub fn per_million(&self, row: u32) -> (Option<f64>, Option<f64>) {
        let change = self.change(row);
        let a = per_million(change.second, change.second_size);
        (a, per_million(change.first, change.first_size))
    }

    /// The interval of the Log Ratio at 95 %.
    #[must_use]
    pub fn log_ratio_interval(&self, row: u32) -> Option<(f64, f64)> {
        self.change(row).log_ratio_interval(Confidence::USUAL)
    }

    /// The conservative Log Ratio of the occurrences, among all candidates.
    #[must_use]
    pub fn conservative_log_ratio(&self, row: u32) -> Option<f64> {
        self.change(row).conservative_log_ratio(self.confidence())
    }

    /// The conservative Log Ratio of the texts, among all candidates.
    #[must_use]
    pub fn conservative_log_ratio_of_texts(&self, row: u32) -> Option<f64> {
        self.change_of_texts(row)
            .conservative_log_ratio(self.confidence())
    }

    fn confidence(&self) -> Confidence {
        Confidence::among(self.candidates.len() as u64)
    }

    /// The band of a row; `None` if it does not occur or a side is empty.
    #[must_use]
    pub fn band(&self, row: u32) -> Option<Band> {
        Band::of(self.change(row))
    }

    /// The share of the occurrences that stand in one text, 0 to 1.
    #[must_use]
    pub fn largest_text(&self, row: u32) -> Option<f64> {
        let counts = self.counts(row);
        share(u64::from(counts.largest_text), counts.n())
    }

    /// The share of the occurrences that stand in one group, 0 to 1; `None`
    /// where no group is known.
    #[must_use]
    pub fn largest_group(&self, row: u32) -> Option<f64> {
        if !self.has_groups {
            return None;
        }
        let counts = self.counts(row);
        share(u64::from(counts.largest_group), counts.n())
    }

    /// The q of each candidate that has a p in `chances`, in the order of
    /// [`Self::candidates`].
    #[must_use]
    pub fn false_discovery_rates(&self, chances: &Chances) -> Vec<Option<f64>> {
        let chances = self.candidates.iter().map(|row| chances.p(*row));
        false_discovery_rates(&chances.collect::<Vec<_>>())
    }

    /// The candidates with what counts most first.
    ///
    /// Where differences can be significant: by stars, by the size of the
    /// conservative Log Ratio and by p. Then, and where they cannot at once: by
    /// texts and by the size of the Log Ratio; equal rows keep their order.
    ///
    /// # Errors
    /// [`Cancelled`] when `cancel` asks for it.
    pub fn ordered(&self, chances: &Chances, cancel: &CancelToken) -> Result<Vec<u32>, Cancelled> {
        let rates = self.false_discovery_rates(chances);
        let ratios = self.conservative_log_ratios(cancel)?;
        let mut keyed: Vec<_> = self
            .candidates
            .par_iter()
            .zip(rates)
            .map(|(row, q)| {
                cancel.check()?;
                let chance = chances.p(*row).zip(q);
                let level = chance.and_then(|(p, q)| Significance::of_chances(p, q));
                let p = chance.filter(|_| !self.only_describe);
                let p = p.map_or(f64::INFINITY, |(p, _)| p).to_bits();
                let counts = self.counts(*row);
                let lrc = ratios.get(&(counts.a_count, counts.b_count)).copied();
                let size = |ratio: Option<f64>| Reverse(ratio.unwrap_or(0.0).abs().to_bits());
                let texts = Reverse(counts.a_texts + counts.b_texts);
                let log_ratio = size(self.change(*row).log_ratio());
                Ok((Reverse(level), size(lrc), p, texts, log_ratio, *row))
            })
            .collect::<Result<_, Cancelled>>()?;
        keyed.par_sort_unstable();
        Ok(keyed.into_iter().map(|(.., row)| row).collect())
    }

    /// The conservative Log Ratio of the candidates by their occurrences in A
    /// and B, each pair once: most words are rare. None where it shows nothing.
    fn conservative_log_ratios(
        &self,
        cancel: &CancelToken,
    ) -> Result<FxHashMap<(u32, u32), f64>, Cancelled> {
        if self.only_describe {
            return Ok(FxHashMap::default());
        }
        let with = self.candidates.iter().map(|row| {
            let counts = self.counts(*row);
            ((counts.a_count, counts.b_count), *row)
        });
        let rows: FxHashMap<(u32, u32), u32> = with.collect();
        let ratios = rows.into_par_iter().map(|(counts, row)| {
            cancel.check()?;
            let ratio = self.conservative_log_ratio(row);
            Ok((counts, ratio.unwrap_or(0.0)))
        });
        ratios.collect()
    }
}

impl RowCounts {
    /// Counts one row; `groups` has a zero for every group, and is left so.
    fn of(sides: &Sides, runs: &[TextRun], groups: &mut [u32]) -> Self {
        let mut counts = Self::default();
        for run in runs {
            if sides.is_a(run.text) {
                counts.a_texts += 1;
                counts.a_count += run.count;
            } else {
                counts.b_texts += 1;
                counts.b_count += run.count;
            }
            counts.largest_text = counts.largest_text.max(run.count);
            let in_group = match sides.group_of(run.text) {
                Some(group) => {
                    groups[group as usize] += run.count;
                    groups[group as usize]
                }
                None => run.count,
            };
            counts.largest_group = counts.largest_group.max(in_group);
        }
        for group in runs.iter().filter_map(|run| sides.group_of(run.text)) {
            groups[group as usize] = 0;
        }
        counts
    }

    /// Occurrences on both sides.
    #[must_use]
    pub fn n(self) -> u64 {
        u64::from(self.a_count) + u64::from(self.b_count)
    }
}

/// A row that stands in `runs`, without each of its groups in turn, groups
/// ascending: what one outlet does to the Log Ratio of B by A.
#[must_use]
pub fn leave_one_out(sides: &Sides, runs: &[TextRun]) -> Vec<LeftOut> {
    // Units of A and B, and occurrences in A and B.
    let mut groups = vec![[0_u64; 4]; sides.n_groups() as usize];
    let mut all = [0; 4];
    for (text, length) in (0..).zip(sides.lengths()) {
        let place = usize::from(!sides.is_a(text));
        all[place] += u64::from(*length);
        if let Some(group) = sides.group_of(text) {
            groups[group as usize][place] += u64::from(*length);
        }
    }
    let mut is_met = vec![false; groups.len()];
    for run in runs {
        let place = 2 + usize::from(!sides.is_a(run.text));
        all[place] += u64::from(run.count);
        if let Some(group) = sides.group_of(run.text) {
            groups[group as usize][place] += u64::from(run.count);
            is_met[group as usize] = true;
        }
    }
    let met = groups
        .iter()
        .enumerate()
        .filter(|(group, _)| is_met[*group]);
    let left = met.map(|(group, of)| {
        let rest: [u64; 4] = std::array::from_fn(|place| all[place] - of[place]);
        let change = Keyness {
            first: rest[3],
            first_size: rest[1],
            second: rest[2],
            second_size: rest[0],
        };
        LeftOut {
            group: fits(group),
            log_ratio: change.log_ratio(),
        }
    });
    left.collect()
}
