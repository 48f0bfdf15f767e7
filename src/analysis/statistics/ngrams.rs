//! Words that often follow each other.

use super::breaks::Breaks;
use super::measure::{Measure, Value};
use super::ngram_count::{NgramCounter, NgramScratch, PackedUnits};
use super::parts::PartCounts;
use super::subcorpus::Subcorpus;
use super::table::Table;
use super::units::Units;
use crate::analysis::index::{Index, TypeId};
use crate::base::{CancelToken, Cancelled, Progress};
use crate::statistics::per_million;
use rayon::prelude::*;
use std::ops::Range;

/// The length of an n-gram: 1 to 5 tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NgramLength(u8);

impl NgramLength {
    /// The longest.
    pub const MAX: Self = Self(5);

    /// A length of `n` tokens, if there are n-grams of that length.
    #[must_use]
    pub fn new(n: u8) -> Option<Self> {
        (1..=Self::MAX.0).contains(&n).then_some(Self(n))
    }

    /// The number of tokens.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

/// Which n-grams are wanted.
#[derive(Debug, Clone, Copy)]
pub struct NgramOptions<'a> {
    /// Their length.
    pub length: NgramLength,
    /// The fewest occurrences that make a row; 0 counts as 1.
    pub min_freq: u32,
    /// Where sentences end, if an n-gram may not run across such an end.
    pub breaks: Option<&'a Breaks>,
}

/// The n-grams of a subcorpus, in alphabetical order of their units: neighbours
/// in one article, all of them counted tokens (so with words alone, a number
/// ends an n-gram).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ngrams {
    /// Tokens of an n-gram.
    pub n: usize,
    /// The units of all rows, `n` for each, one row after another.
    pub units: Vec<u32>,
    /// An occurrence whose tokens stand for the row: the first of the most
    /// frequent sequence of types. The position of its first token.
    pub shown: Vec<u32>,
    /// Occurrences.
    pub freq: Vec<u32>,
    /// Articles with it.
    pub range: Vec<u32>,
    /// Occurrences in each part.
    pub parts: PartCounts,
    /// The counted tokens of the subcorpus, which frequencies per million
    /// refer to.
    pub size: u64,
}

/// Tokens that one thread takes up before it asks for more.
const STRETCH: u64 = 1 << 15;

impl Ngrams {
    /// Counts n-grams on all cores. The result does not depend on their number.
    ///
    /// Every n-gram is found at the postings of its first unit. So for one
    /// first unit after another, what follows is packed into one number (exact,
    /// not a hash) and sorted. Memory beyond the result is that for the most
    /// frequent unit on each thread. `progress` counts tokens.
    ///
    /// # Errors
    /// [`Cancelled`] soon after `cancel` asks for it.
    pub fn new(
        index: &Index,
        units: &Units,
        subcorpus: &Subcorpus,
        options: NgramOptions<'_>,
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<Self, Cancelled> {
        let places = NgramPlaces::new(index, units, subcorpus, options);
        let counter = &places.counter;
        let empty = || counter.no_rows();
        let pieces = match options.length.get() {
            // Two units after the first fit into eight bytes.
            1..=3 => places.each_first(
                (empty, |unit, scratch, rows| {
                    counter.count::<u64>(unit, scratch, rows);
                }),
                progress,
                cancel,
            )?,
            _ => places.each_first(
                (empty, |unit, scratch, rows| {
                    counter.count::<u128>(unit, scratch, rows);
                }),
                progress,
                cancel,
            )?,
        };
        let mut all = Self {
            n: usize::from(options.length.get()),
            parts: PartCounts::new(subcorpus.part_sizes(units)),
            size: subcorpus.size(units),
            ..Self::default()
        };
        for piece in pieces {
            all.units.extend(piece.units);
            all.shown.extend(piece.shown);
            all.freq.extend(piece.freq);
            all.range.extend(piece.range);
            all.parts.append(piece.parts);
        }
        Ok(all)
    }

    /// The units of a row; none for a row that is not there.
    #[must_use]
    pub fn units_of(&self, row: u32) -> &[u32] {
        let start = row as usize * self.n;
        self.units.get(start..start + self.n).unwrap_or_default()
    }
}

/// Where n-grams stand, for whoever counts them.
pub(in crate::analysis) struct NgramPlaces<'a> {
    counter: NgramCounter<'a>,
    /// First units that one thread takes up, and how many tokens they are.
    stretches: Vec<(Range<u32>, u64)>,
}

impl<'a> NgramPlaces<'a> {
    pub(in crate::analysis) fn new(
        index: &'a Index,
        units: &'a Units,
        subcorpus: &'a Subcorpus,
        options: NgramOptions<'a>,
    ) -> Self {
        let counter = NgramCounter::new(index, units, subcorpus, options);
        Self {
            stretches: counter.stretches(STRETCH),
            counter,
        }
    }

    /// Gives every n-gram to `each`, in alphabetical order in each piece and from
    /// piece to piece: the position of the occurrence that stands for it, and of
    /// all, ascending. `progress` counts tokens.
    pub(in crate::analysis) fn map<T: Default + Send>(
        &self,
        each: impl Fn(&mut T, u32, &mut dyn Iterator<Item = u32>) + Sync,
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<Vec<T>, Cancelled> {
        let counter = &self.counter;
        if counter.n_tokens() <= 3 {
            let count = |unit, scratch: &mut NgramScratch<u64>, rows: &mut T| {
                counter.each_place(unit, scratch, |shown, all| each(rows, shown, all));
            };
            return self.each_first((T::default, count), progress, cancel);
        }
        let count = |unit, scratch: &mut NgramScratch<u128>, rows: &mut T| {
            counter.each_place(unit, scratch, |shown, all| each(rows, shown, all));
        };
        self.each_first((T::default, count), progress, cancel)
    }

    /// Calls `count` for one first unit after another, on all cores.
    fn each_first<K: PackedUnits, T: Send>(
        &self,
        (empty, count): (
            impl Fn() -> T + Sync,
            impl Fn(u32, &mut NgramScratch<K>, &mut T) + Sync,
        ),
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<Vec<T>, Cancelled> {
        progress.set_total(self.stretches.iter().map(|(_, n_tokens)| n_tokens).sum());
        self.stretches
            .par_iter()
            .map_init(
                || self.counter.scratch::<K>(),
                |scratch, (firsts, n_tokens)| {
                    let mut rows = empty();
                    for unit in firsts.clone() {
                        cancel.check()?;
                        count(unit, scratch, &mut rows);
                    }
                    progress.advance(*n_tokens);
                    Ok(rows)
                },
            )
            .collect()
    }
}

impl Table for Ngrams {
    fn n_rows(&self) -> usize {
        self.freq.len()
    }

    fn measures(&self) -> Vec<Measure> {
        let mut measures = vec![Measure::Freq, Measure::PerMillion, Measure::Range];
        measures.extend(self.parts.measures());
        measures
    }

    fn value(&self, row: u32, measure: Measure) -> Value {
        let of = |column: &[u32]| column.get(row as usize).copied();
        match measure {
            Measure::Freq => of(&self.freq).map_or(Value::Missing, Value::from),
            Measure::Range => of(&self.range).map_or(Value::Missing, Value::from),
            Measure::PerMillion => {
                let freq = of(&self.freq);
                Value::from(freq.and_then(|freq| per_million(u64::from(freq), self.size)))
            }
            _ => self.parts.value(row, measure),
        }
    }

    fn each_type(&self, index: &Index, row: u32, each: &mut dyn FnMut(TypeId)) {
        let start = self.shown.get(row as usize).map_or(0, |at| *at as usize);
        let tokens = index.tokens().get(start..start + self.n);
        for token in tokens.unwrap_or_default() {
            each(TypeId(*token));
        }
    }
}
