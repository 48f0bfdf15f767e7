//! Counts as real numbers.

use crate::base::fits;

/// A count as a real number; exact up to 2^53.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of tokens are below 2^53; their products are rounded once"
)]
pub(super) const fn real(count: u64) -> f64 {
    count as f64
}

/// The length of a column as a count of four bytes: columns have at most as
/// many rows as the corpus has tokens.
pub(super) fn small(n: usize) -> u32 {
    fits(n)
}

/// Occurrences in a million tokens; `None` where there are no tokens.
#[must_use]
pub fn per_million(count: u64, size: u64) -> Option<f64> {
    (size > 0).then(|| real(count) * 1e6 / real(size))
}
