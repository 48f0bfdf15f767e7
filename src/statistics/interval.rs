//! How sure a Log Ratio is.

use super::Keyness;
use super::beta::log_odds_quantile;
use super::rate::real;
use std::f64::consts::LN_2;

/// How much is left outside an interval, and among how many candidates one
/// looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Confidence {
    /// The chance at each end, in (0, ½].
    tail: f64,
}

impl Confidence {
    /// 95 %: 0.025 at each end.
    pub const USUAL: Self = Self { tail: 0.025 };

    /// 95 % for all of `n` candidates together: each end is divided by their
    /// number (Bonferroni). None count as one.
    #[must_use]
    pub fn among(n: u64) -> Self {
        Self {
            tail: Self::USUAL.tail / real(n.max(1)),
        }
    }
}

impl Keyness {
    /// The interval of the binary logarithm of the ratio of the relative
    /// frequencies; an end is infinite where one of the two has none. `None` if
    /// a corpus is empty or neither has any.
    ///
    /// Of a + b occurrences, a are in the first. The interval of Clopper and
    /// Pearson (1934) for that share p, taken to log2(p / (1 - p) · d / c) for
    /// sizes c and d, is that of the Log Ratio (Evert 2022, "Measuring
    /// keyness").
    #[must_use]
    pub fn log_ratio_interval(self, confidence: Confidence) -> Option<(f64, f64)> {
        Some((self.lower(confidence)?, self.upper(confidence)?))
    }

    /// The conservative Log Ratio, LRC: the end of the interval that is nearest
    /// to 0, or 0 where the interval holds 0 (Evert 2022, "Measuring keyness").
    /// `None` as for [`Self::log_ratio_interval`].
    #[must_use]
    pub fn conservative_log_ratio(self, confidence: Confidence) -> Option<f64> {
        // Only the end towards 0 is asked for.
        let is_more = self.log_ratio()? > 0.0;
        Some(if is_more {
            self.lower(confidence)?.max(0.0)
        } else {
            self.upper(confidence)?.min(0.0)
        })
    }

    fn lower(self, confidence: Confidence) -> Option<f64> {
        let offset = self.offset()?;
        Some(match (self.first, self.second) {
            (0, _) => f64::NEG_INFINITY,
            (a, b) => log_odds_quantile(a, b + 1, confidence.tail) / LN_2 + offset,
        })
    }

    /// `1 - I_x(a, b) = I_(1-x)(b, a)`.
    fn upper(self, confidence: Confidence) -> Option<f64> {
        let offset = self.offset()?;
        Some(match (self.first, self.second) {
            (_, 0) => f64::INFINITY,
            (a, b) => offset - log_odds_quantile(b, a + 1, confidence.tail) / LN_2,
        })
    }

    /// log2(d / c).
    fn offset(self) -> Option<f64> {
        let is_there = self.first_size > 0 && self.second_size > 0;
        let is_found = self.first > 0 || self.second > 0;
        (is_there && is_found).then(|| (real(self.second_size) / real(self.first_size)).log2())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(first: u64, first_size: u64, second: u64, second_size: u64) -> Keyness {
        Keyness {
            first,
            first_size,
            second,
            second_size,
        }
    }

    #[track_caller]
    fn assert_near(found: f64, expected: f64, tolerance: f64) {
        assert!((found - expected).abs() <= tolerance, "{found} {expected}");
    }

    #[test]
    fn conservative_log_ratios_as_evert_has_them() {
        // At 95 %, of one candidate and of a thousand, to six decimals; the
        // ends of Clopper and Pearson for the first agree with mpmath's betainc.
        let lrc = |word: Keyness, n| word.conservative_log_ratio(Confidence::among(n)).unwrap();
        let word = of(10, 1000, 5, 2000);
        assert_near(lrc(word, 1), 0.316_979, 1e-6);
        let (low, high) = word.log_ratio_interval(Confidence::USUAL).unwrap();
        assert_near(low, 0.316_979, 1e-6);
        assert_near(high, 3.898_653, 1e-6);
        let word = of(30, 20_000, 2, 30_000);
        assert_near(lrc(word, 1), 2.513_271, 1e-6);
        assert_near(lrc(word, 1000), 1.204_323, 1e-6);
        let word = of(52, 50_000, 57, 75_000);
        assert_near(lrc(word, 1), 0.0, 0.0);
        let (low, high) = word.log_ratio_interval(Confidence::USUAL).unwrap();
        assert_near(low, -0.1182, 5e-5);
        assert_near(high, 1.0205, 5e-5);
    }

    #[test]
    fn turning_the_sides_turns_the_interval() {
        for (a, b) in [(10, 5), (1, 80), (0, 7), (400, 400)] {
            let one = of(a, 1000, b, 2000);
            let other = of(b, 2000, a, 1000);
            for confidence in [Confidence::USUAL, Confidence::among(5000)] {
                let (low, high) = one.log_ratio_interval(confidence).unwrap();
                let turned = other.log_ratio_interval(confidence).unwrap();
                assert_eq!((-high, -low), turned);
                let both = [one, other].map(|word| word.conservative_log_ratio(confidence));
                assert_eq!(both[0].map(|lrc| 0.0 - lrc), both[1].map(|lrc| lrc + 0.0));
            }
        }
    }

    #[test]
    fn what_one_side_lacks_has_an_open_interval() {
        let word = of(40, 1000, 0, 1000);
        let (low, high) = word.log_ratio_interval(Confidence::USUAL).unwrap();
        assert!(high.is_infinite() && high > 0.0);
        // p^40 = 0.025.
        let p = 0.025_f64.powf(1.0 / 40.0);
        assert_near(low, (p / (1.0 - p)).log2(), 1e-9);
        assert_eq!(
            of(0, 1000, 0, 1000).log_ratio_interval(Confidence::USUAL),
            None
        );
        assert_eq!(
            of(1, 1, 0, 0).conservative_log_ratio(Confidence::USUAL),
            None
        );
    }
}
