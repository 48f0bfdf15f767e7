//! The words near a node.

use super::measure::{Measure, Value};
use super::near::{Sweep, part_counts};
use super::parts::PartCounts;
use super::small;
use super::subcorpus::Subcorpus;
use super::table::Table;
use super::type_counts::TypeCounts;
use super::units::Units;
use super::windows::Window;
use crate::analysis::index::{Index, TypeId};
use crate::analysis::query::Hit;
use crate::base::{CancelToken, Cancelled};
use crate::statistics::{Contingency, log_dice};

/// Which collocates are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CollocateOptions {
    /// What counts as near.
    pub window: Window,
    /// The fewest occurrences near a node that make a row; 0 counts as 1.
    pub min_freq: u32,
}

/// The words near the hits of a query, in alphabetical order.
///
/// A window ends with its article. A token is counted once, however many
/// windows it lies in, for its nearest node (of two as near, the earlier), so
/// that `before` and `after` add up to what is observed and no cell of the
/// 2×2 table is ever negative; tokens of nodes are left out (Evert 2008).
/// Tools that count a token once for every window that it lies in have larger
/// numbers where nodes stand close together, and the same otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Collocates {
    /// The unit of each row, ascending.
    pub units: Vec<u32>,
    /// The form that stands for the row, as the number in a [`TypeId`]: the
    /// most frequent type in the subcorpus, the first of equals.
    pub shown: Vec<u32>,
    /// O11 as far as before its nearest node.
    pub before: Vec<u32>,
    /// O11 as far as after its nearest node.
    pub after: Vec<u32>,
    /// Articles where it is near a node.
    pub range: Vec<u32>,
    /// C1: occurrences in the subcorpus, without those in nodes.
    pub freq: Vec<u32>,
    /// O11 in each part; the size of a part is its R1.
    pub parts: PartCounts,
    /// Hits in the subcorpus.
    pub n_hits: u64,
    /// R1: counted tokens near a node.
    pub near: u64,
    /// N: counted tokens of the subcorpus, without those in nodes.
    pub size: u64,
}

impl Collocates {
    /// Counts what is near `hits`, on all cores; the result does not depend on
    /// their number. `hits` ascend by their starts; those outside `subcorpus`,
    /// which `counts` was made of, are passed over.
    ///
    /// # Errors
    /// [`Cancelled`] soon after `cancel` asks for it.
    pub fn new(
        index: &Index,
        units: &Units,
        (subcorpus, counts): (&Subcorpus, &TypeCounts),
        hits: &[Hit],
        options: CollocateOptions,
        cancel: &CancelToken,
    ) -> Result<Self, Cancelled> {
        // Hits of a longer corpus have no place in this one.
        let n_known = hits.partition_point(|hit| hit.start < index.n_tokens());
        let hits = hits.get(..n_known).unwrap_or_default();
        let sweep = Sweep {
            index,
            units,
            subcorpus,
            hits,
            window: options.window,
            cancel,
        };
        let found = sweep.count()?;
        let mut table = Self {
            n_hits: found.n_hits,
            near: found.near,
            size: subcorpus.size(units).saturating_sub(found.in_nodes),
            ..Self::default()
        };
        let observed = (0..).zip(found.before.iter().zip(&found.after));
        for (unit, (before, after)) in observed {
            if before + after < options.min_freq.max(1) {
                continue;
            }
            let n = unit as usize;
            let Some((freq, shown)) = counts.of_unit(units, unit) else {
                continue;
            };
            table.units.push(unit);
            table.shown.push(shown.0);
            table.before.push(*before);
            table.after.push(*after);
            table.range.push(found.range[n]);
            table.freq.push(freq.saturating_sub(found.nodes[n]));
        }
        table.parts = part_counts(&sweep, &table.units)?;
        Ok(table)
    }

    /// The 2×2 table of a row: tokens near a node and elsewhere, those of the
    /// collocate and others. `None` for a row that is not there.
    ///
    /// Tokens of the nodes themselves are in no cell, for they can be near
    /// nothing. R1 counts the tokens that really lie in windows, so nothing has
    /// to be assumed about how wide the windows are at the ends of articles: the
    /// usual correction E = f(node) f(collocate) span / N is what E11 = R1 C1 / N
    /// comes to when they are all complete and apart.
    #[must_use]
    pub fn contingency(&self, row: u32) -> Option<Contingency> {
        let of = |column: &[u32]| column.get(row as usize).copied().map(u64::from);
        let observed = of(&self.before)? + of(&self.after)?;
        Contingency::new(observed, self.near, of(&self.freq)?, self.size)
    }
}

impl Table for Collocates {
    fn n_rows(&self) -> usize {
        self.units.len()
    }

    fn measures(&self) -> Vec<Measure> {
        let mut measures = vec![
            Measure::Freq,
            Measure::Before,
            Measure::After,
            Measure::Range,
            Measure::CollocateFreq,
            Measure::Expected,
            Measure::LogDice,
            Measure::MutualInformation,
            Measure::TScore,
            Measure::LogLikelihood,
        ];
        measures.extend(self.parts.measures());
        measures
    }

    fn value(&self, row: u32, measure: Measure) -> Value {
        let n = row as usize;
        let Some(cells) = self.contingency(row) else {
            return Value::Missing;
        };
        match measure {
            Measure::Freq => Value::Count(cells.observed()),
            Measure::Before => self.before[n].into(),
            Measure::After => self.after[n].into(),
            Measure::Range => self.range[n].into(),
            Measure::CollocateFreq => self.freq[n].into(),
            Measure::Expected => cells.expected().into(),
            Measure::LogDice => log_dice(cells.observed(), self.n_hits, cells.column()).into(),
            Measure::MutualInformation => cells.mutual_information().into(),
            Measure::TScore => cells.t_score().into(),
            Measure::LogLikelihood => cells.log_likelihood().into(),
            _ => self.parts.value(row, measure),
        }
    }

    fn each_type(&self, _: &Index, row: u32, each: &mut dyn FnMut(TypeId)) {
        if let Some(shown) = self.shown.get(row as usize) {
            each(TypeId(*shown));
        }
    }
}

/// The row of each unit, or [`NO_ROW`].
pub(super) fn rows_of_units(n_units: u32, units: &[u32]) -> Vec<u32> {
    let mut row_of = vec![NO_ROW; n_units as usize];
    for (row, unit) in units.iter().enumerate() {
        row_of[*unit as usize] = small(row);
    }
    row_of
}

/// The row of a unit that has none.
pub(super) const NO_ROW: u32 = u32::MAX;
