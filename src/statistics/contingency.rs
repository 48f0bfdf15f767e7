//! The table that measures of association are functions of.

use super::rate::real;

/// How often two things are observed together and apart, as a 2×2 table of
/// whole numbers (Evert 2008, "Corpora and collocations", section 5.1).
///
/// |              | the one | others |     |
/// |--------------|---------|--------|-----|
/// | the other    | O11     | O12    | R1  |
/// | elsewhere    | O21     | O22    | R2  |
/// |              | C1      | C2     | N   |
///
/// What is counted is the caller's: tokens in and outside windows of a node, or
/// articles that name one entity, the other, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Contingency {
    observed: u64,
    row: u64,
    column: u64,
    size: u64,
}

impl Contingency {
    /// The table with O11, R1, C1 and N, which determine it; `None` if a cell
    /// would be less than nothing.
    #[must_use]
    pub fn new(observed: u64, row: u64, column: u64, size: u64) -> Option<Self> {
        let elsewhere = column.checked_sub(observed)?;
        let is_whole = observed <= row && row.checked_add(elsewhere)? <= size;
        is_whole.then_some(Self {
            observed,
            row,
            column,
            size,
        })
    }

    /// O11: observed together.
    #[must_use]
    pub const fn observed(self) -> u64 {
        self.observed
    }

    /// R1: the first of the two.
    #[must_use]
    pub const fn row(self) -> u64 {
        self.row
    }

    /// C1: the second of the two.
    #[must_use]
    pub const fn column(self) -> u64 {
        self.column
    }

    /// N: everything.
    #[must_use]
    pub const fn size(self) -> u64 {
        self.size
    }

    /// E11 = R1 C1 / N, what chance would bring together; `None` for an empty
    /// table.
    #[must_use]
    pub fn expected(self) -> Option<f64> {
        (self.size > 0).then(|| real(self.row) * real(self.column) / real(self.size))
    }

    /// Each cell with the sums of its row and its column.
    pub(super) const fn cells(self) -> [(u64, u64, u64); 4] {
        let (other_row, other_column) = (self.size - self.row, self.size - self.column);
        let (right, below) = (self.row - self.observed, self.column - self.observed);
        [
            (self.observed, self.row, self.column),
            (right, self.row, other_column),
            (below, other_row, self.column),
            (other_row - below, other_row, other_column),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_less_than_nothing() {
        assert_eq!(Contingency::new(3, 2, 5, 9), None);
        assert_eq!(Contingency::new(3, 5, 2, 9), None);
        assert_eq!(Contingency::new(1, 5, 5, 8), None);
        assert_eq!(Contingency::new(1, u64::MAX, 3, u64::MAX), None);
        let table = Contingency::new(1, 5, 5, 9).unwrap();
        assert_eq!(table.cells().map(|(cell, ..)| cell), [1, 4, 4, 0]);
    }
}
