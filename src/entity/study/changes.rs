//! How a frequency changes between two periods.

use super::pair::surprise;

/// What is counted in two periods, and how large they are in the same units
/// as the share that is compared: words, or mentions of anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// Mentions in the earlier period.
    pub before: u64,
    /// The size of the earlier period.
    pub before_size: u64,
    /// Mentions in the later period.
    pub after: u64,
    /// The size of the later period.
    pub after_size: u64,
}

impl Change {
    /// How surprising the change is: G² = 2 (a ln(a / E1) + b ln(b / E2)), where
    /// E1 = c (a + b) / (c + d) and E2 = d (a + b) / (c + d), for a and b
    /// mentions in periods of sizes c and d (Rayson and Garside 2000), as for
    /// keywords; negative where the name has become rarer. 10.83 and more is
    /// significant at p < 0.001 for one name that was chosen beforehand.
    /// `None` where a period is empty.
    #[must_use]
    pub fn log_likelihood(self) -> Option<f64> {
        let [a, b, c, d] = self.numbers()?;
        let share = (a + b) / (c + d);
        let g2 = (2.0 * (surprise(a, c * share) + surprise(b, d * share))).max(0.0);
        Some(if b * c < a * d { -g2 } else { g2 })
    }

    /// Log Ratio, the binary logarithm of the ratio of the shares (Hardie
    /// 2014): 1 is twice as frequent in the later period, -1 half as frequent.
    /// None counts as half a mention, as he proposes. `None` where a period is
    /// empty or neither has the name.
    #[must_use]
    pub fn log_ratio(self) -> Option<f64> {
        let [a, b, c, d] = self.numbers()?;
        let or_half = |n: f64| if n == 0.0 { 0.5 } else { n };
        (a + b > 0.0).then(|| (or_half(b) / d / (or_half(a) / c)).log2())
    }

    fn numbers(self) -> Option<[f64; 4]> {
        let has_both = self.before_size > 0 && self.after_size > 0;
        let numbers = [self.before, self.after, self.before_size, self.after_size];
        has_both.then(|| numbers.map(real))
    }
}

/// `count` in 100,000 of `size`; `None` where there is nothing.
#[must_use]
pub fn per_100_000(count: u64, size: u64) -> Option<f64> {
    (size > 0).then(|| real(count) * 1e5 / real(size))
}

/// A count as a real number.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of words are far below 2^53"
)]
pub(super) const fn real(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surprise_as_the_calculator_of_rayson_has_it() {
        // A course exercise with Rayson's calculator on the web: 52 in 50,000
        // and 57 in 75,000 give 2.65.
        let change = Change {
            before: 57,
            before_size: 75_000,
            after: 52,
            after_size: 50_000,
        };
        let g2 = change.log_likelihood().unwrap();
        assert!((g2 - 2.65).abs() < 0.005);
        let back = Change {
            before: 52,
            before_size: 50_000,
            after: 57,
            after_size: 75_000,
        };
        assert!((back.log_likelihood().unwrap() + g2).abs() < 1e-9);
        assert!((back.log_ratio().unwrap() + change.log_ratio().unwrap()).abs() < 1e-12);
    }

    #[test]
    fn log_ratio_as_hardie_explains_it() {
        let of = |before, after| Change {
            before,
            before_size: 1000,
            after,
            after_size: 1000,
        };
        assert_eq!(of(2, 8).log_ratio(), Some(2.0));
        assert_eq!(of(4, 0).log_ratio(), Some(-3.0));
        assert_eq!(of(0, 0).log_ratio(), None);
        assert_eq!(of(5, 5).log_likelihood(), Some(0.0));
    }

    #[test]
    fn an_empty_period_shows_no_change() {
        let change = Change {
            before: 0,
            before_size: 0,
            after: 3,
            after_size: 10,
        };
        assert_eq!((change.log_likelihood(), change.log_ratio()), (None, None));
        assert_eq!(per_100_000(1, 0), None);
        assert_eq!(per_100_000(3, 1000), Some(300.0));
    }
}
