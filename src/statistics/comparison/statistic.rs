//! What is compared between the arrangements: the Log Ratio, exactly.

use super::Sides;
use crate::statistics::rate::real;
use std::cmp::Ordering;

/// One row under test: its occurrences and those that side A really has.
///
/// The Log Ratio of an arrangement is log2 of (f / s) / (g / r), where f of all
/// F occurrences and s of all S units fall to A, g = F - f and r = S - s, and no
/// occurrences count as half of one. Ratios are compared, which is the same, by
/// multiplying crosswise: first in floating point, and in whole numbers where
/// that leaves a doubt, so that equal ratios are equal.
#[derive(Debug, Clone, Copy)]
pub(super) struct Statistic {
    all: u64,
    size: u64,
    /// 2 f r and 2 g s as observed.
    observed: (u128, u128),
    rough: (f64, f64),
}

impl Statistic {
    /// `all` occurrences, of which A has `a`; `None` if a side has no units.
    pub(super) fn new(sides: &Sides, a: u64, all: u64) -> Option<Self> {
        let (size_a, size_b) = sides.sizes();
        let (over, under) = products(a, all - a, size_a, size_b);
        (size_a > 0 && size_b > 0).then(|| Self {
            all,
            size: size_a + size_b,
            observed: (over, under),
            rough: rough(a, all - a, size_a, size_b),
        })
    }

    /// How the Log Ratio of an arrangement with `a` occurrences in `size_a`
    /// units of A compares with the observed one.
    #[inline]
    pub(super) fn compare(&self, a: u64, size_a: u64) -> Ordering {
        let (b, size_b) = (self.all - a, self.size - size_a);
        let (over, under) = rough(a, b, size_a, size_b);
        let (here, there) = (over * self.rough.1, under * self.rough.0);
        // Each product is rounded four times, by less than 2^-52.
        if (here - there).abs() > 1e-14 * (here + there) {
            return if here > there {
                Ordering::Greater
            } else {
                Ordering::Less
            };
        }
        // F ≤ S on each side, so that a product is at most S⁴ / 4, below 2^128
        // for the 2^32 units that a corpus has at most.
        let (over, under) = products(a, b, size_a, size_b);
        let here = over.saturating_mul(self.observed.1);
        here.cmp(&under.saturating_mul(self.observed.0))
    }
}

/// Twice the occurrences, and 1 for none.
const fn twice(count: u64) -> u64 {
    if count == 0 { 1 } else { 2 * count }
}

fn products(a: u64, b: u64, size_a: u64, size_b: u64) -> (u128, u128) {
    let product = |count, size| u128::from(twice(count)) * u128::from(size);
    (product(a, size_b), product(b, size_a))
}

#[inline]
fn rough(a: u64, b: u64, size_a: u64, size_b: u64) -> (f64, f64) {
    (real(twice(a)) * real(size_b), real(twice(b)) * real(size_a))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::Keyness;

    #[test]
    fn it_orders_as_the_log_ratio_does() {
        let sides = Sides::new(&[(40, None), (30, None)], &[(20, None), (35, None)]);
        let log_ratio = |a: u64, size: u64| {
            let word = Keyness {
                first: a,
                first_size: size,
                second: 12 - a,
                second_size: 125 - size,
            };
            word.log_ratio().unwrap()
        };
        for observed in 0..=12 {
            let statistic = Statistic::new(&sides, observed, 12).unwrap();
            let here = log_ratio(observed, 70);
            for a in 0..=12 {
                for size in [20, 35, 55, 60, 70, 105] {
                    let by = log_ratio(a, size) - here;
                    let expected = if by.abs() < 1e-12 {
                        Ordering::Equal
                    } else {
                        by.total_cmp(&0.0)
                    };
                    assert_eq!(statistic.compare(a, size), expected);
                }
            }
        }
    }

    #[test]
    fn an_empty_side_has_no_statistic() {
        let sides = Sides::new(&[(0, None)], &[(20, None)]);
        assert!(Statistic::new(&sides, 0, 3).is_none());
    }
}
