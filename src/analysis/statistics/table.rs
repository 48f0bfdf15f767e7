//! What all tables have in common: rows in alphabetical order, numbers in
//! columns, and any other order as a list of rows.

use super::measure::{Measure, Value};
use super::small;
use crate::analysis::index::{Index, TypeId};
use crate::arabic::fold;
use memchr::memmem::Finder;
use rayon::prelude::*;

/// A table. Its rows are numbered in alphabetical order, which also decides
/// between rows that are equal in another order.
pub trait Table: Sync {
    /// The number of rows.
    fn n_rows(&self) -> usize;

    /// The columns, in the order in which they are shown.
    fn measures(&self) -> Vec<Measure>;

    /// A number; missing for a row or column that the table does not have.
    fn value(&self, row: u32, measure: Measure) -> Value;

    /// Calls `each` with the types that a row shows, one after another.
    fn each_type(&self, index: &Index, row: u32, each: &mut dyn FnMut(TypeId));

    /// Writes the words of a row as they are shown to `out`, with spaces
    /// between them.
    fn push_shown(&self, index: &Index, row: u32, out: &mut String) {
        let start = out.len();
        self.each_type(index, row, &mut |id| {
            if out.len() > start {
                out.push(' ');
            }
            out.push_str(index.form(id));
        });
    }

    /// Writes the words of a row folded, for searching.
    fn push_folded(&self, index: &Index, row: u32, out: &mut String) {
        let start = out.len();
        self.each_type(index, row, &mut |id| {
            if out.len() > start {
                out.push(' ');
            }
            out.push_str(index.folded(index.fold_of(id)));
        });
    }
}

/// What rows are ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TableOrder {
    /// The alphabet.
    Alphabetical,
    /// The alphabet backwards.
    Backwards,
    /// A column, the smallest first.
    Ascending(Measure),
    /// A column, the largest first.
    Descending(Measure),
}

/// The given rows of a table in order. Rows with equal numbers follow the
/// alphabet; rows without a number come last, whatever the direction.
#[must_use]
pub fn sorted(table: &(impl Table + ?Sized), order: TableOrder, rows: &[u32]) -> Vec<u32> {
    let (measure, descending) = match order {
        TableOrder::Alphabetical | TableOrder::Backwards => {
            let mut rows = rows.to_vec();
            rows.par_sort_unstable();
            if order == TableOrder::Backwards {
                rows.reverse();
            }
            return rows;
        }
        TableOrder::Ascending(measure) => (measure, false),
        TableOrder::Descending(measure) => (measure, true),
    };
    let mut keys: Vec<(u64, u32)> = rows
        .par_iter()
        .map(|row| (sort_key(table.value(*row, measure), descending), *row))
        .collect();
    keys.par_sort_unstable();
    keys.into_par_iter().map(|(_, row)| row).collect()
}

/// All rows of a table, in alphabetical order.
#[must_use]
pub fn all_rows(table: &(impl Table + ?Sized)) -> Vec<u32> {
    (0..small(table.n_rows())).collect()
}

/// The rows of a table whose words hold `search`, both folded, ascending. All
/// rows for an empty search.
#[must_use]
pub fn matching(table: &(impl Table + ?Sized), index: &Index, search: &str) -> Vec<u32> {
    let wanted = fold(search.trim());
    if wanted.is_empty() {
        return all_rows(table);
    }
    let finder = Finder::new(wanted.as_bytes());
    let rows = (0..small(table.n_rows())).into_par_iter();
    rows.map_init(String::new, |words, row| {
        words.clear();
        table.push_folded(index, row, words);
        finder.find(words.as_bytes()).map(|_| row)
    })
    .flatten()
    .collect()
}

/// A number whose order is that of the values; the largest for a missing one.
fn sort_key(value: Value, descending: bool) -> u64 {
    let key = match value {
        Value::Missing => return u64::MAX,
        Value::Count(n) => n.saturating_add(1),
        Value::Real(x) => {
            // As IEEE 754 orders them (f64::total_cmp), in an unsigned number.
            // Neither 0 nor the largest stands for a number. -0 is 0.
            let bits = (x + 0.0).to_bits();
            if bits >> 63 == 1 {
                !bits
            } else {
                bits | 1 << 63
            }
        }
    };
    if descending { !key } else { key }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_sort_as_numbers_do_and_missing_last() {
        let values = [f64::NEG_INFINITY, -7.5, -0.1, 0.0, 1e-9, 3.0, f64::INFINITY];
        for descending in [false, true] {
            let mut keys: Vec<u64> = values
                .iter()
                .map(|x| sort_key(Value::Real(*x), descending))
                .collect();
            if descending {
                keys.reverse();
            }
            assert!(keys.is_sorted_by(|a, b| a < b));
            let missing = sort_key(Value::Missing, descending);
            assert!(keys.iter().all(|key| *key < missing));
            let counts = [0, 1, 9].map(|n| sort_key(Value::Count(n), descending));
            assert!(counts.iter().all(|key| *key < missing));
        }
        let zeros = [0.0, -0.0].map(|x| sort_key(Value::Real(x), false));
        assert_eq!(zeros[0], zeros[1]);
    }
}
