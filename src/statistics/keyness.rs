//! What is more frequent here than there.

use super::Contingency;
use super::association::surprise;
use super::rate::real;

/// A word or a name in two corpora, or in two parts of one; of two periods, the
/// later is the first. Sizes are those of what the counts are shares of: tokens,
/// or mentions of anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keyness {
    /// Occurrences in the first.
    pub first: u64,
    /// The size of the first.
    pub first_size: u64,
    /// Occurrences in the second.
    pub second: u64,
    /// The size of the second.
    pub second_size: u64,
}

impl Keyness {
    /// The log-likelihood G² = 2 (a ln(a / E1) + b ln(b / E2)), where
    /// E1 = c (a + b) / (c + d) and E2 = d (a + b) / (c + d), for a and b
    /// occurrences in sizes c and d (Rayson and Garside 2000); negative where
    /// it is rarer in the first. This is the form of the calculator that
    /// the field uses, with two cells; Dunning's (1993) has four, and is a
    /// little larger for the most frequent. `None` if a corpus is empty.
    #[must_use]
    pub fn log_likelihood(self) -> Option<f64> {
        let (c, d) = self.sizes()?;
        let share = real(self.first + self.second) / (c + d);
        let sum = surprise(self.first, c * share) + surprise(self.second, d * share);
        let g2 = (2.0 * sum).max(0.0);
        let is_rarer = real(self.first) * d < real(self.second) * c;
        Some(if is_rarer { -g2 } else { g2 })
    }

    /// Log Ratio, the binary logarithm of the ratio of the relative
    /// frequencies (Hardie 2014): 1 is twice as frequent in the first, -1 half
    /// as frequent. No occurrences count as half of one, as he proposes.
    /// `None` if a corpus is empty or neither has any.
    #[must_use]
    pub fn log_ratio(self) -> Option<f64> {
        let (c, d) = self.sizes()?;
        let or_half = |n: u64| if n == 0 { 0.5 } else { real(n) };
        let both = self.first + self.second;
        (both > 0).then(|| (or_half(self.first) / c / (or_half(self.second) / d)).log2())
    }

    /// The Bayes factor of a difference, BIC = |G²| - ln N with N = c + d tokens
    /// (Wilson 2013, "Embracing Bayes factors for key item analysis"): 2 and
    /// more speaks for a difference, 10 strongly. `None` if a corpus is empty.
    #[must_use]
    pub fn bic(self) -> Option<f64> {
        let (c, d) = self.sizes()?;
        Some(self.log_likelihood()?.abs() - (c + d).ln())
    }

    /// The odds ratio, (a / (c - a)) / (b / (d - b)) (Pojanapunya and Watson
    /// Todd 2018, "Log-likelihood and odds ratio"). `None` where a divisor is 0.
    #[must_use]
    pub fn odds_ratio(self) -> Option<f64> {
        let odds = |count: u64, size: u64| {
            let others = size.checked_sub(count).filter(|others| *others > 0)?;
            Some(real(count) / real(others))
        };
        let second = odds(self.second, self.second_size)?;
        let first = odds(self.first, self.first_size)?;
        (second > 0.0).then(|| first / second)
    }

    /// %DIFF, by how many per cent the relative frequency in the first is above
    /// that in the second (Gabrielatos and Marchi 2011, "Keyness: matching
    /// metrics to definitions"). `None` where the second has none.
    #[must_use]
    pub fn percent_difference(self) -> Option<f64> {
        let (c, d) = self.sizes()?;
        let rate = real(self.second) / d;
        (self.second > 0).then(|| (real(self.first) / c - rate) * 100.0 / rate)
    }

    /// Pearson's χ² = Σ (O - E)² / E over the four cells, without a correction;
    /// negative where it is rarer in the first. `None` if a sum is 0 or a count
    /// above its size.
    #[must_use]
    pub fn chi_squared(self) -> Option<f64> {
        let all = self.first_size.checked_add(self.second_size)?;
        let both = self.first.checked_add(self.second)?;
        let table = Contingency::new(self.first, self.first_size, both, all)?;
        table.chi_squared()
    }

    fn sizes(self) -> Option<(f64, f64)> {
        let has_both = self.first_size > 0 && self.second_size > 0;
        has_both.then(|| (real(self.first_size), real(self.second_size)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Significance;
    use super::*;

    #[test]
    fn log_likelihood_as_the_calculator_of_rayson_has_it() {
        // A course exercise with Rayson's calculator on the web: 52 in 50,000
        // and 57 in 75,000 give + 2.65, not significant.
        let word = Keyness {
            first: 52,
            first_size: 50_000,
            second: 57,
            second_size: 75_000,
        };
        let g2 = word.log_likelihood().unwrap();
        assert!((g2 - 2.65).abs() < 0.005);
        // python3 -c 'from math import*; k=109/125000; print(2*(52*log(52/(50000*k))+57*log(57/(75000*k))))'
        assert!((g2 - 2.651_710_163_888_880_7).abs() < 1e-9);
        assert_eq!(Significance::of(g2), None);
        let turned = Keyness {
            first: 57,
            first_size: 75_000,
            second: 52,
            second_size: 50_000,
        };
        assert!((turned.log_likelihood().unwrap() + g2).abs() < 1e-9);
        assert!((turned.log_ratio().unwrap() + word.log_ratio().unwrap()).abs() < 1e-12);
        // python3 -c 'from math import*; print(log2(52/50000/(57/75000)))'
        assert!((word.log_ratio().unwrap() - 0.452_512_204_697_506_47).abs() < 1e-12);
    }

    #[test]
    fn log_ratio_as_hardie_explains_it() {
        // Hardie 2014: 0.0006 against 0.0002 is three times as frequent.
        let three_times = Keyness {
            first: 6,
            first_size: 10_000,
            second: 2,
            second_size: 10_000,
        };
        assert!((three_times.log_ratio().unwrap() - 3_f64.log2()).abs() < 1e-12);
        // Equal is 0, four times is 2; none counts as a half.
        let with = |first, second| Keyness {
            first,
            first_size: 1000,
            second,
            second_size: 1000,
        };
        assert_eq!(with(5, 5).log_ratio(), Some(0.0));
        assert_eq!(with(8, 2).log_ratio(), Some(2.0));
        assert_eq!(with(4, 0).log_ratio(), Some(3.0));
        assert_eq!(with(0, 0).log_ratio(), None);
    }

    /// The table of the package `KeynessMeasures` for Emma: 160,952 tokens
    /// against 563,674; count here and there, G², BIC, Log Ratio, odds ratio.
    #[test]
    fn measures_as_keyness_measures_has_them_for_emma() {
        let rows = [
            (786, 1, 2350.3189, 2336.8255, 11.426_616, Some(2_766.173_71)),
            (200, 9, 532.1223, 518.6289, 6.282_162, None),
            (389, 0, 1170.5395, 1157.0461, 11.411_857, None),
        ];
        for (first, second, g2, bic, log_ratio, odds_ratio) in rows {
            let word = Keyness {
                first,
                first_size: 160_952,
                second,
                second_size: 563_674,
            };
            let near = |found: Option<f64>, expected: f64, tolerance: f64| {
                let found = found.unwrap();
                assert!((found - expected).abs() < tolerance, "{found} {expected}");
            };
            near(word.log_likelihood(), g2, 5.1e-5);
            near(word.bic(), bic, 1.1e-4);
            near(word.log_ratio(), log_ratio, 5.1e-7);
            if let Some(odds_ratio) = odds_ratio {
                near(word.odds_ratio(), odds_ratio, 5.1e-6);
            }
        }
    }

    #[test]
    fn differences_in_per_cent_and_chi_squared_by_hand() {
        // 20 in 100 against 10 in 100: twice as many. The four cells are 20,
        // 80, 10 and 90, expected 15 and 85: 2 (25/15 + 25/85).
        let word = Keyness {
            first: 20,
            first_size: 100,
            second: 10,
            second_size: 100,
        };
        assert_eq!(word.percent_difference(), Some(100.0));
        let expected = 2.0 * (25.0 / 15.0 + 25.0 / 85.0);
        assert!((word.chi_squared().unwrap() - expected).abs() < 1e-12);
        let turned = Keyness {
            first: 10,
            second: 20,
            ..word
        };
        assert!((turned.chi_squared().unwrap() + expected).abs() < 1e-12);
        assert_eq!(turned.percent_difference(), Some(-50.0));
        let only_here = Keyness { second: 0, ..word };
        assert_eq!(
            (only_here.percent_difference(), only_here.odds_ratio()),
            (None, None)
        );
    }

    #[test]
    fn an_empty_corpus_has_no_keyness() {
        let word = Keyness {
            first: 1,
            first_size: 10,
            second: 0,
            second_size: 0,
        };
        assert_eq!((word.log_likelihood(), word.log_ratio()), (None, None));
    }
}
