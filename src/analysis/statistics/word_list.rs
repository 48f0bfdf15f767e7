//! The words of a subcorpus, how often they occur and how they are spread.

use super::measure::{Measure, Value};
use super::parts::PartCounts;
use super::sectors::{SectorCounts, Sectors};
use super::small;
use super::subcorpus::Subcorpus;
use super::table::Table;
use super::units::Units;
use crate::analysis::index::{Index, TypeId};
use crate::base::{ArticleId, CancelToken, Cancelled};
use crate::statistics::{deviation, normalised, overlap, per_million};
use rayon::prelude::*;
use std::ops::Range;

/// The units that occur in a subcorpus, in alphabetical order, a column each
/// for what is known of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WordList {
    /// The unit of each row, ascending.
    pub units: Vec<u32>,
    /// The form that stands for the row, as the number in a [`TypeId`]: the
    /// most frequent type in the subcorpus, the first of equals.
    pub shown: Vec<u32>,
    /// Occurrences.
    pub freq: Vec<u32>,
    /// Articles with it.
    pub range: Vec<u32>,
    /// Deviation of proportions over articles, 0 to 1.
    pub dp: Vec<f64>,
    /// Juilland's D over sectors, 0 to 1; `None` if there is only one sector.
    pub juilland_d: Vec<Option<f64>>,
    /// Occurrences in each part.
    pub parts: PartCounts,
    /// The counted tokens of the subcorpus.
    pub size: u64,
    /// The counted tokens of its shortest article that has any.
    pub smallest: u64,
}

/// Units that one thread looks at before it asks for more.
const STRETCH: u32 = 1024;

impl WordList {
    /// Counts the units of `subcorpus` on all cores. The result does not
    /// depend on their number.
    ///
    /// # Errors
    /// [`Cancelled`] soon after `cancel` asks for it.
    pub fn new(
        index: &Index,
        units: &Units,
        subcorpus: &Subcorpus,
        cancel: &CancelToken,
    ) -> Result<Self, Cancelled> {
        let size = subcorpus.size(units);
        let sizes = subcorpus.articles().map(|id| units.sizes()[id.index()]);
        let smallest = sizes.filter(|size| *size > 0).min().unwrap_or(0);
        let counter = UnitCounter {
            index,
            units,
            subcorpus,
            sectors: Sectors::new(units, subcorpus, size),
            size,
        };
        let starts: Vec<u32> = (0..units.n_units()).step_by(STRETCH as usize).collect();
        let pieces: Vec<Self> = starts
            .into_par_iter()
            .map_init(
                || UnitScratch::new(&counter),
                |scratch, start| {
                    cancel.check()?;
                    let end = start.saturating_add(STRETCH).min(units.n_units());
                    Ok(counter.rows(start..end, scratch))
                },
            )
            .collect::<Result<_, Cancelled>>()?;
        let mut list = Self {
            parts: PartCounts::new(subcorpus.part_sizes(units)),
            size,
            smallest: u64::from(smallest),
            ..Self::default()
        };
        for piece in pieces {
            list.units.extend(piece.units);
            list.shown.extend(piece.shown);
            list.freq.extend(piece.freq);
            list.range.extend(piece.range);
            list.dp.extend(piece.dp);
            list.juilland_d.extend(piece.juilland_d);
            list.parts.append(piece.parts);
        }
        Ok(list)
    }
}

/// What counting needs to know.
struct UnitCounter<'a> {
    index: &'a Index,
    units: &'a Units,
    subcorpus: &'a Subcorpus,
    sectors: Sectors,
    size: u64,
}

/// What a thread keeps from unit to unit, so that nothing is allocated for each.
struct UnitScratch {
    /// The articles with the unit, and its occurrences in each.
    runs: Vec<(u32, u32)>,
    /// Occurrences in each article; zeros between units.
    here: Vec<u32>,
    sector_counts: SectorCounts,
    part_counts: Vec<u32>,
}

impl UnitScratch {
    fn new(counter: &UnitCounter<'_>) -> Self {
        Self {
            runs: Vec::new(),
            here: vec![0; counter.index.n_articles()],
            sector_counts: counter.sectors.counts(),
            part_counts: vec![0; counter.subcorpus.n_parts()],
        }
    }
}

impl UnitCounter<'_> {
    fn rows(&self, units: Range<u32>, scratch: &mut UnitScratch) -> WordList {
        let mut list = WordList {
            parts: PartCounts::new(vec![0; self.subcorpus.n_parts()]),
            ..WordList::default()
        };
        for unit in units {
            if let Some(shown) = self.count(unit, scratch) {
                list.units.push(unit);
                list.shown.push(shown);
                self.push_numbers(scratch, &mut list);
            }
        }
        list
    }

    /// Leaves the occurrences of `unit` in `scratch.runs` and returns the form
    /// to show; `None` if there are no occurrences.
    fn count(&self, unit: u32, scratch: &mut UnitScratch) -> Option<u32> {
        let UnitScratch { runs, here, .. } = scratch;
        runs.clear();
        let types = self.units.types_of(unit);
        if let [only] = types {
            self.each_run(*only, |article, count| runs.push((article, count)));
            return (!runs.is_empty()).then_some(*only);
        }
        let mut shown = None;
        let mut most = 0;
        for &n in types {
            let mut freq = 0;
            self.each_run(n, |article, count| {
                let sum = &mut here[article as usize];
                if *sum == 0 {
                    runs.push((article, 0));
                }
                *sum += count;
                freq += count;
            });
            if freq > most {
                (most, shown) = (freq, Some(n));
            }
        }
        for (article, count) in runs {
            *count = std::mem::take(&mut here[*article as usize]);
        }
        shown
    }

    /// The articles of the subcorpus with a type, and its occurrences in each.
    fn each_run(&self, type_id: u32, mut each: impl FnMut(u32, u32)) {
        self.units
            .each_run(self.index, TypeId(type_id), |article, count| {
                if self.subcorpus.contains(ArticleId(article)) {
                    each(article, count);
                }
            });
    }

    fn push_numbers(&self, scratch: &mut UnitScratch, list: &mut WordList) {
        let UnitScratch {
            runs,
            sector_counts,
            part_counts,
            ..
        } = scratch;
        let freq: u32 = runs.iter().map(|(_, count)| count).sum();
        let mut sum = 0;
        for &(article, count) in &*runs {
            let size = u64::from(self.units.sizes()[article as usize]);
            sum += overlap(size, u64::from(count), self.size, u64::from(freq));
            sector_counts.add(self.sectors.sector_of(article), count);
            for part in self.subcorpus.parts_of(ArticleId(article)) {
                part_counts[*part as usize] += count;
            }
        }
        list.freq.push(freq);
        list.range.push(small(runs.len()));
        let dp = deviation(sum, self.size, u64::from(freq));
        // A unit that occurs is in a subcorpus that is not empty.
        list.dp.push(dp.unwrap_or(0.0));
        list.juilland_d.push(sector_counts.finish(&self.sectors));
        list.parts.push_row(part_counts);
    }
}

impl Table for WordList {
    fn n_rows(&self) -> usize {
        self.units.len()
    }

    fn measures(&self) -> Vec<Measure> {
        let mut measures = vec![
            Measure::Freq,
            Measure::PerMillion,
            Measure::Range,
            Measure::Dp,
            Measure::DpNorm,
            Measure::JuillandD,
        ];
        measures.extend(self.parts.measures());
        measures
    }

    fn value(&self, row: u32, measure: Measure) -> Value {
        let n = row as usize;
        let real = |value: Option<f64>| Value::from(value);
        match measure {
            Measure::Freq => self
                .freq
                .get(n)
                .copied()
                .map_or(Value::Missing, Value::from),
            Measure::Range => self
                .range
                .get(n)
                .copied()
                .map_or(Value::Missing, Value::from),
            Measure::PerMillion => {
                let freq = self.freq.get(n);
                real(freq.and_then(|freq| per_million(u64::from(*freq), self.size)))
            }
            Measure::Dp => real(self.dp.get(n).copied()),
            Measure::DpNorm => {
                let dp = self.dp.get(n);
                real(dp.and_then(|dp| normalised(*dp, self.smallest, self.size)))
            }
            Measure::JuillandD => real(self.juilland_d.get(n).copied().flatten()),
            _ => self.parts.value(row, measure),
        }
    }

    fn each_type(&self, _: &Index, row: u32, each: &mut dyn FnMut(TypeId)) {
        if let Some(shown) = self.shown.get(row as usize) {
            each(TypeId(*shown));
        }
    }
}
