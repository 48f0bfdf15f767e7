//! How strongly two things attract each other: functions of one 2×2 table.

use super::Contingency;
use super::rate::real;

impl Contingency {
    /// Mutual information in bits, log2(O11 / E11) (Church and Hanks 1990:
    /// their association ratio). `None` where nothing is observed.
    #[must_use]
    pub fn mutual_information(self) -> Option<f64> {
        self.lift().filter(|lift| *lift > 0.0).map(f64::log2)
    }

    /// How much more often than by chance, O11 / E11: the *lift* of association
    /// rules (Brin, Motwani, Ullman and Tsur 1997, there "interest"). `None`
    /// where a row or column is empty.
    #[must_use]
    pub fn lift(self) -> Option<f64> {
        let expected = self.expected()?;
        (expected > 0.0).then(|| real(self.observed()) / expected)
    }

    /// Normalised pointwise mutual information, ln(p(xy) / (p(x) p(y))) /
    /// -ln p(xy) (Bouma 2009): 1 for what stands only together, 0 for chance,
    /// -1 for what never does. `None` where a row or column is empty, or the
    /// first cell has everything, so that nothing can be said.
    #[must_use]
    pub fn npmi(self) -> Option<f64> {
        let lift = self.lift()?;
        if self.observed() == 0 {
            return Some(-1.0);
        }
        let share = real(self.observed()) / real(self.size());
        (share < 1.0).then(|| (lift.ln() / -share.ln()).clamp(-1.0, 1.0))
    }

    /// The t-score, (O11 - E11) / sqrt(O11) (Church, Gale, Hanks and Hindle
    /// 1991). `None` where nothing is observed.
    #[must_use]
    pub fn t_score(self) -> Option<f64> {
        let expected = self.expected()?;
        let observed = real(self.observed());
        (observed > 0.0).then(|| (observed - expected) / observed.sqrt())
    }

    /// The log-likelihood ratio G² = 2 Σ O ln(O / E) over the four cells
    /// (Dunning 1993), negative where less is observed than expected, as in
    /// the UCS toolkit (Evert 2004). A cell of 0 adds nothing. `None` for an
    /// empty table.
    #[must_use]
    pub fn log_likelihood(self) -> Option<f64> {
        let expected = self.expected()?;
        let sum: f64 = self
            .cells()
            .into_iter()
            .map(|(cell, row, column)| surprise(cell, real(row) * real(column) / real(self.size())))
            .sum();
        // Rounding can leave a little less than nothing.
        let g2 = (2.0 * sum).max(0.0);
        let is_less = real(self.observed()) < expected;
        Some(if is_less { -g2 } else { g2 })
    }

    /// Pearson's χ² = Σ (O - E)² / E over the four cells, negative where less is
    /// observed than expected. `None` where a row or column is empty.
    #[must_use]
    pub fn chi_squared(self) -> Option<f64> {
        let size = real(self.size());
        let mut sum = 0.0;
        for (cell, row, column) in self.cells() {
            let expected = real(row) * real(column) / size;
            if !expected.is_normal() {
                return None;
            }
            sum += (real(cell) - expected).powi(2) / expected;
        }
        let is_less = real(self.observed()) < self.expected()?;
        Some(if is_less { -sum } else { sum })
    }
}

/// O ln(O / E); 0 for nothing observed, its limit.
pub(super) fn surprise(observed: u64, expected: f64) -> f64 {
    if observed == 0 || expected <= 0.0 {
        return 0.0;
    }
    real(observed) * (real(observed) / expected).ln()
}

/// logDice = 14 + log2(2 f(xy) / (f(x) + f(y))) (Rychlý 2008), for `pair`
/// cooccurrences of a node with `node` occurrences and a collocate with
/// `collocate`. `None` where there is no cooccurrence.
#[must_use]
pub fn log_dice(pair: u64, node: u64, collocate: u64) -> Option<f64> {
    let both = node + collocate;
    (pair > 0 && both > 0).then(|| 14.0 + (2.0 * real(pair) / real(both)).log2())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_near(found: Option<f64>, expected: f64, tolerance: f64) {
        let found = found.unwrap();
        assert!((found - expected).abs() <= tolerance, "{found} {expected}");
    }

    fn table(observed: u64, row: u64, column: u64, size: u64) -> Contingency {
        Contingency::new(observed, row, column, size).unwrap()
    }

    /// A table from its four cells.
    fn cells(o11: u64, o12: u64, o21: u64, o22: u64) -> Contingency {
        table(o11, o11 + o12, o11 + o21, o11 + o12 + o21 + o22)
    }

    #[test]
    fn log_likelihood_as_dunning_has_it() {
        // Dunning 1993: "the swiss", "can be", "previous year",
        // "mineral water".
        for (cells, g2) in [
            (cells(110, 2442, 111, 29114), 270.72),
            (cells(29, 13, 123, 31612), 263.90),
            (cells(31, 23, 139, 31584), 256.84),
            (cells(10, 0, 3, 31764), 167.23),
        ] {
            assert_near(cells.log_likelihood(), g2, 0.005);
        }
    }

    #[test]
    fn measures_as_the_ucs_toolkit_has_them() {
        // Surface cooccurrence with "circular economy", windows of ten tokens,
        // by UCS (Evert 2004), as published with the package
        // association-measures (tests/ucs-gold-100.ds): f, f2, MI, t-score and
        // log-likelihood. UCS takes MI to the base 10.
        let rows: [(u64, u64, f64, f64, f64); 5] = [
            (
                2,
                2,
                1.097_641_245_858_92,
                1.301_266_808_941_14,
                10.109_889_516_666_3,
            ),
            (
                7,
                120,
                -0.136_441_960_174_449,
                -0.976_603_439_999_581,
                -0.829_802_488_929_075,
            ),
            (
                52,
                658,
                -0.004_581_304_120_237_73,
                -0.076_471_418_941_268_5,
                -0.006_330_589_682_118_41,
            ),
            (
                5,
                38,
                0.216_827_653_578_127,
                0.878_825_795_867_369,
                1.175_259_408_946_01,
            ),
            (
                4,
                34,
                0.168_222_320_144_626,
                0.642_287_940_499_38,
                0.583_217_966_132_749,
            ),
        ];
        for (observed, collocate, mi, t, g2) in rows {
            let table = table(observed, 15334, collocate, 191_998);
            assert_near(table.mutual_information(), mi * 10_f64.log2(), 1e-9);
            assert_near(table.t_score(), t, 1e-9);
            assert_near(table.log_likelihood(), g2, 1e-9);
        }
    }

    #[test]
    fn mutual_information_as_church_and_hanks_have_it() {
        // Church and Hanks 1990, N of 15 million: "honorary doctor",
        // "doctors dentists", "doctors nurses". They print one digit.
        for (observed, x, y, mi) in [
            (12, 111, 621, 11.3),
            (8, 1105, 44, 11.3),
            (30, 1105, 241, 10.7),
        ] {
            let table = table(observed, x, y, 15_000_000);
            assert_near(table.mutual_information(), mi, 0.055);
        }
    }

    #[test]
    fn t_score_as_manning_and_schutze_have_it() {
        // Manning and Schütze 1999, chapter 5, "new companies": 0.999932.
        let table = table(8, 15_828, 4675, 14_307_668);
        assert_near(table.t_score(), 0.999_932, 5e-7);
    }

    #[test]
    fn log_dice_as_rychly_describes_it() {
        // Rychlý 2008: at most 14; 0 is one cooccurrence in 16,000
        // (2^14) of both words; one point more is twice as often.
        assert_near(log_dice(50, 50, 50), 14.0, 1e-12);
        assert_near(log_dice(1, 16_384, 16_384), 0.0, 1e-12);
        assert_near(log_dice(2, 16_384, 16_384), 1.0, 1e-12);
        // python3 -c 'from math import*; print(14+log2(2*150/(12593+932)))'
        assert_near(log_dice(150, 12_593, 932), 8.505_477_716_894_34, 1e-12);
        assert_eq!(log_dice(0, 10, 10), None);
    }

    #[test]
    fn npmi_has_the_fixed_points_of_bouma() {
        assert_near(table(4, 4, 4, 100).npmi(), 1.0, 1e-12);
        assert_near(table(5, 10, 50, 100).npmi(), 0.0, 1e-12);
        assert_eq!(table(0, 4, 4, 100).npmi(), Some(-1.0));
        assert_eq!(table(9, 9, 9, 9).npmi(), None);
        assert_eq!(table(0, 0, 4, 9).npmi(), None);
        // python3 -c 'from math import*; print(log(12/200*200*200/30/40)/-log(12/200))'
        assert_near(
            table(12, 30, 40, 200).npmi(),
            0.246_372_552_869_985_3,
            1e-12,
        );
    }

    #[test]
    fn lift_is_observed_by_expected() {
        let more = table(12, 30, 40, 200);
        assert_eq!((more.expected(), more.lift()), (Some(6.0), Some(2.0)));
        assert!(more.log_likelihood() > Some(0.0));
        let rarer = table(3, 30, 40, 200);
        assert!(rarer.log_likelihood() < Some(0.0) && rarer.npmi() < Some(0.0));
    }

    #[test]
    fn nothing_gives_nothing_and_never_nan() {
        let empty = cells(0, 0, 0, 0);
        assert_eq!(
            (empty.expected(), empty.lift(), empty.npmi()),
            (None, None, None)
        );
        assert_eq!(empty.log_likelihood(), None);
        let none = cells(0, 10, 0, 5);
        assert_eq!(none.expected(), Some(0.0));
        assert_eq!(none.log_likelihood(), Some(0.0));
        assert_eq!((none.mutual_information(), none.t_score()), (None, None));
        for [o11, o12, o21, o22] in small_tables() {
            let table = cells(o11, o12, o21, o22);
            let measures = [table.mutual_information(), table.lift(), table.npmi()];
            let rest = [table.t_score(), table.log_likelihood(), table.expected()];
            let found = measures.into_iter().chain(rest).flatten();
            assert!(found.into_iter().all(f64::is_finite), "{table:?}");
        }
    }

    /// Every table of four cells below 4.
    fn small_tables() -> impl Iterator<Item = [u64; 4]> {
        (0..256).map(|n| [n & 3, n >> 2 & 3, n >> 4 & 3, n >> 6])
    }
}
