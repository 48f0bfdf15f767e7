//! In which texts something stands.

use crate::base::fits;

/// So many occurrences in one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextRun {
    /// The text: those of side A first.
    pub text: u32,
    /// Occurrences, at least one.
    pub count: u32,
}

/// What is compared, row by row: where each stands. Asked for again and again,
/// so that what can be read off an index need not be kept.
pub trait Distributions: Sync {
    /// The number of rows.
    fn n_rows(&self) -> u32;

    /// Adds the texts of a row to `runs`, each once.
    fn push_runs(&self, row: u32, runs: &mut Vec<TextRun>);
}

/// Distributions that are kept: eight bytes for each text of each row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StoredRuns {
    runs: Vec<TextRun>,
    /// Where each row ends.
    ends: Vec<u32>,
}

impl StoredRuns {
    /// Adds a row.
    pub fn push(&mut self, runs: impl IntoIterator<Item = TextRun>) {
        self.runs.extend(runs);
        self.ends.push(fits(self.runs.len()));
    }

    /// Adds the rows of `more`.
    pub fn append(&mut self, more: &Self) {
        for row in 0..more.n_rows() {
            self.push(more.of(row).iter().copied());
        }
    }

    /// The texts of a row; none for a row that is not there.
    #[must_use]
    pub fn of(&self, row: u32) -> &[TextRun] {
        let end = self.ends.get(row as usize).map_or(0, |end| *end as usize);
        let before = (row as usize).checked_sub(1);
        let start = before.map_or(0, |row| self.ends.get(row).map_or(0, |end| *end as usize));
        self.runs.get(start..end).unwrap_or_default()
    }
}

impl Distributions for StoredRuns {
    fn n_rows(&self) -> u32 {
        fits(self.ends.len())
    }

    fn push_runs(&self, row: u32, runs: &mut Vec<TextRun>) {
        runs.extend_from_slice(self.of(row));
    }
}
