//! Columns for the parts of a subcorpus, and their comparison.

use super::measure::{Measure, Value};
use crate::statistics::{Keyness, per_million};

/// How often each row occurs in each part.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PartCounts {
    /// For each part, the occurrences of each row.
    pub counts: Vec<Vec<u32>>,
    /// The tokens of each part: what its relative frequencies refer to.
    pub sizes: Vec<u64>,
}

impl PartCounts {
    /// Columns without rows, for parts of these sizes.
    pub(super) fn new(sizes: Vec<u64>) -> Self {
        Self {
            counts: vec![Vec::new(); sizes.len()],
            sizes,
        }
    }

    /// Adds a row and leaves zeros behind.
    pub(super) fn push_row(&mut self, row: &mut [u32]) {
        for (column, count) in self.counts.iter_mut().zip(row) {
            column.push(std::mem::take(count));
        }
    }

    /// Adds the rows of `other`.
    pub(super) fn append(&mut self, other: Self) {
        for (column, rows) in self.counts.iter_mut().zip(other.counts) {
            column.extend(rows);
        }
    }

    /// A number of a row; missing for a part that is not there.
    #[must_use]
    pub fn value(&self, row: u32, measure: Measure) -> Value {
        self.number(row as usize, measure).unwrap_or(Value::Missing)
    }

    fn number(&self, row: usize, measure: Measure) -> Option<Value> {
        let part = |part: usize| {
            let count = self.counts.get(part)?.get(row)?;
            Some((u64::from(*count), *self.sizes.get(part)?))
        };
        let keyness = |a, b| {
            let ((first, first_size), (second, second_size)) = (part(a)?, part(b)?);
            Some(Keyness {
                first,
                first_size,
                second,
                second_size,
            })
        };
        Some(match measure {
            Measure::PartFreq(n) => Value::Count(part(n)?.0),
            Measure::PartPerMillion(n) => {
                let (count, size) = part(n)?;
                per_million(count, size).into()
            }
            Measure::Keyness(a, b) => keyness(a, b)?.log_likelihood().into(),
            Measure::LogRatio(a, b) => keyness(a, b)?.log_ratio().into(),
            _ => Value::Missing,
        })
    }

    /// The columns: frequencies of each part, and for two parts how the second,
    /// which is the later period, differs from the first.
    #[must_use]
    pub fn measures(&self) -> Vec<Measure> {
        let n_parts = self.counts.len();
        let mut measures: Vec<Measure> = (0..n_parts)
            .flat_map(|n| [Measure::PartFreq(n), Measure::PartPerMillion(n)])
            .collect();
        if n_parts == 2 {
            measures.extend([Measure::LogRatio(1, 0), Measure::Keyness(1, 0)]);
        }
        measures
    }
}
