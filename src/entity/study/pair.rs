//! How strongly two entities are named together.

/// In how many units two entities are named, apart and together.
///
/// The four numbers determine a 2×2 table of units. Units that name nothing are
/// not among them: the more captions and bylines an outlet has, the more would
/// everything else seem to belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Pair {
    /// Units that name both. Not above `first` or `second`.
    pub both: u32,
    /// Units that name the first.
    pub first: u32,
    /// Units that name the second.
    pub second: u32,
    /// Units that name anything. Not below `first + second - both`.
    pub units: u32,
}

impl Pair {
    /// The units that would name both by chance, `first` × `second` / `units`;
    /// `None` without units.
    #[must_use]
    pub fn expected(self) -> Option<f64> {
        (self.units > 0)
            .then(|| f64::from(self.first) * f64::from(self.second) / f64::from(self.units))
    }

    /// How much more often than by chance, `both` / expected: the *lift* of
    /// association rules (Brin, Motwani, Ullman and Tsur 1997, there
    /// "interest"). `None` where one is never named.
    #[must_use]
    pub fn lift(self) -> Option<f64> {
        let expected = self.expected()?;
        (expected > 0.0).then(|| f64::from(self.both) / expected)
    }

    /// The log-likelihood ratio G² = 2 Σ O ln(O / E) over the four cells
    /// (Dunning 1993), negative where they are named together less often than
    /// by chance. A cell of 0 adds nothing. 10.83 and more is significant at
    /// p < 0.001 (χ² with one degree of freedom), for one pair that was chosen
    /// beforehand; units of one article are not independent, so it ranks
    /// better than it tests. `None` without units.
    #[must_use]
    pub fn log_likelihood(self) -> Option<f64> {
        let expected = self.expected()?;
        let units = f64::from(self.units);
        let [both, first, second] = [self.both, self.first, self.second].map(f64::from);
        let cells = [
            (both, first, second),
            (first - both, first, units - second),
            (second - both, units - first, second),
            (units - first - second + both, units - first, units - second),
        ];
        let sum: f64 = cells
            .into_iter()
            .map(|(cell, row, column)| surprise(cell, row * column / units))
            .sum();
        // Rounding can leave a little less than nothing.
        let g2 = (2.0 * sum).max(0.0);
        Some(if both < expected { -g2 } else { g2 })
    }

    /// Normalised pointwise mutual information, ln(p(xy) / (p(x) p(y))) /
    /// -ln p(xy) (Bouma 2009): 1 for entities that are named only together, 0
    /// for chance, -1 for entities never named together. `None` where one is
    /// never named, or both are in every unit, so that nothing can be said.
    #[must_use]
    pub fn npmi(self) -> Option<f64> {
        let lift = self.lift()?;
        if self.both == 0 {
            return Some(-1.0);
        }
        let share = f64::from(self.both) / f64::from(self.units);
        (share < 1.0).then(|| (lift.ln() / -share.ln()).clamp(-1.0, 1.0))
    }
}

/// O ln(O / E); 0 for nothing observed, its limit.
pub(super) fn surprise(observed: f64, expected: f64) -> f64 {
    if observed <= 0.0 || expected <= 0.0 {
        return 0.0;
    }
    observed * (observed / expected).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_near(found: Option<f64>, expected: f64, tolerance: f64) {
        let found = found.unwrap();
        assert!((found - expected).abs() <= tolerance, "{found} {expected}");
    }

    #[test]
    fn log_likelihood_as_dunning_has_it() {
        // Dunning 1993, table of bigrams: "the swiss", "can be",
        // "previous year", "mineral water".
        for ([a, b, c, d], g2) in [
            ([110, 2442, 111, 29114], 270.72),
            ([29, 13, 123, 31612], 263.90),
            ([31, 23, 139, 31584], 256.84),
            ([10, 0, 3, 31764], 167.23),
        ] {
            let pair = Pair {
                both: a,
                first: a + b,
                second: a + c,
                units: a + b + c + d,
            };
            assert_near(pair.log_likelihood(), g2, 0.005);
        }
    }

    #[test]
    fn npmi_has_the_fixed_points_of_bouma() {
        let pair = |both, first, second, units| Pair {
            both,
            first,
            second,
            units,
        };
        assert_near(pair(4, 4, 4, 100).npmi(), 1.0, 1e-12);
        assert_near(pair(5, 10, 50, 100).npmi(), 0.0, 1e-12);
        assert_eq!(pair(0, 4, 4, 100).npmi(), Some(-1.0));
        assert_eq!(pair(9, 9, 9, 9).npmi(), None);
        assert_eq!(pair(0, 0, 4, 9).npmi(), None);
        // python3 -c 'from math import*; print(log(12/200*200*200/30/40)/-log(12/200))'
        assert_near(pair(12, 30, 40, 200).npmi(), 0.246_372_552_869_985_3, 1e-12);
    }

    #[test]
    fn lift_is_observed_by_expected() {
        let pair = Pair {
            both: 12,
            first: 30,
            second: 40,
            units: 200,
        };
        assert_eq!((pair.expected(), pair.lift()), (Some(6.0), Some(2.0)));
        assert!(pair.log_likelihood() > Some(0.0));
        let rarer = Pair { both: 3, ..pair };
        assert!(rarer.log_likelihood() < Some(0.0) && rarer.npmi() < Some(0.0));
    }

    #[test]
    fn nothing_gives_nothing_and_never_nan() {
        let none = Pair::default();
        let measures = |pair: Pair| [pair.expected(), pair.lift(), pair.npmi()];
        assert_eq!(measures(none), [None; 3]);
        assert_eq!(none.log_likelihood(), None);
        for both in 0..=3 {
            for first in both..=5 {
                for second in both..=5 {
                    for units in (first + second - both).max(1)..=9 {
                        let pair = Pair {
                            both,
                            first,
                            second,
                            units,
                        };
                        let g2 = pair.log_likelihood().unwrap();
                        let rest = measures(pair).into_iter().flatten();
                        assert!(rest.chain([g2]).all(f64::is_finite), "{pair:?}");
                    }
                }
            }
        }
    }
}
