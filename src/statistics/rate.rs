//! How frequent something is: one unit for all that is told.

/// A count as a real number; exact up to 2^53.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of tokens are below 2^53; their products are rounded once"
)]
pub(crate) const fn real(count: u64) -> f64 {
    count as f64
}

/// `count` in a million of `size`; `None` where there is nothing.
#[must_use]
pub fn per_million(count: u64, size: u64) -> Option<f64> {
    (size > 0).then(|| real(count) * 1e6 / real(size))
}

/// `count` in a hundred of `size`; `None` where there is nothing.
#[must_use]
pub fn percent(count: u64, size: u64) -> Option<f64> {
    (size > 0).then(|| real(count) * 100.0 / real(size))
}

/// The share of `count` in `whole`, 0 to 1; `None` where there is nothing.
#[must_use]
pub fn share(count: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| real(count) / real(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_has_no_frequency() {
        assert_eq!(per_million(3, 1000), Some(3000.0));
        assert_eq!((percent(3, 4), share(3, 4)), (Some(75.0), Some(0.75)));
        assert_eq!(per_million(0, 5), Some(0.0));
        let of_nothing = [per_million(1, 0), percent(1, 0), share(1, 0)];
        assert_eq!(of_nothing, [None; 3]);
    }
}
