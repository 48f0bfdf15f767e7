//! How strongly two words attract each other.
//!
//! All measures are functions of one 2×2 table of tokens (Evert 2008, "Corpora
//! and collocations", section 5.1: surface cooccurrence). A token is *near* if
//! it lies in the window of a node; tokens of the nodes themselves are in no
//! cell, for they can be near nothing.
//!
//! |              | the collocate | other tokens |     |
//! |--------------|---------------|--------------|-----|
//! | near a node  | O11           | O12          | R1  |
//! | elsewhere    | O21           | O22          | R2  |
//! |              | C1            | C2           | N   |
//!
//! The expected number of collocates near a node is E11 = R1 C1 / N. R1 counts
//! the tokens that really lie in windows, so nothing has to be assumed about
//! how wide the windows are at the ends of articles: the usual correction
//! E = f(node) f(collocate) span / N is what this comes to when they are all
//! complete and apart.

use super::number::real;

/// A 2×2 table, by the three sums and the cell that determine it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contingency {
    /// O11: occurrences of the collocate near a node.
    pub observed: u64,
    /// R1: tokens near a node. Not below `observed`.
    pub near: u64,
    /// C1: occurrences of the collocate. Not below `observed`.
    pub collocate: u64,
    /// N: tokens in all. Not below `near + collocate - observed`.
    pub size: u64,
}

impl Contingency {
    /// E11, in tokens; `None` for an empty table.
    #[must_use]
    pub fn expected(self) -> Option<f64> {
        (self.size > 0).then(|| real(self.near) * real(self.collocate) / real(self.size))
    }

    /// Mutual information in bits, log2(O11 / E11) (Church and Hanks 1990:
    /// their association ratio). `None` where nothing is observed.
    #[must_use]
    pub fn mutual_information(self) -> Option<f64> {
        let expected = self.expected()?;
        (self.observed > 0 && expected > 0.0).then(|| (real(self.observed) / expected).log2())
    }

    /// The t-score, (O11 - E11) / sqrt(O11) (Church, Gale, Hanks and Hindle
    /// 1991). `None` where nothing is observed.
    #[must_use]
    pub fn t_score(self) -> Option<f64> {
        let expected = self.expected()?;
        let observed = real(self.observed);
        (self.observed > 0).then(|| (observed - expected) / observed.sqrt())
    }

    /// The log-likelihood ratio G² = 2 Σ O ln(O / E) over the four cells
    /// (Dunning 1993), negative where less is observed than expected, as in
    /// the UCS toolkit (Evert 2004). A cell of 0 adds nothing. `None` for an
    /// empty table.
    #[must_use]
    pub fn log_likelihood(self) -> Option<f64> {
        let expected = self.expected()?;
        let Self {
            observed,
            near,
            collocate,
            size,
        } = self;
        let rest = size.saturating_sub(near);
        let others = size.saturating_sub(collocate);
        let elsewhere = collocate.saturating_sub(observed);
        let cells = [
            (observed, near, collocate),
            (near.saturating_sub(observed), near, others),
            (elsewhere, rest, collocate),
            (rest.saturating_sub(elsewhere), rest, others),
        ];
        let sum: f64 = cells
            .into_iter()
            .map(|(cell, row, column)| surprise(cell, real(row) * real(column) / real(size)))
            .sum();
        // Rounding can leave a little less than nothing.
        let g2 = (2.0 * sum).max(0.0);
        let is_less = real(observed) < expected;
        Some(if is_less { -g2 } else { g2 })
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

    /// A table from its four cells.
    fn cells(o11: u64, o12: u64, o21: u64, o22: u64) -> Contingency {
        Contingency {
            observed: o11,
            near: o11 + o12,
            collocate: o11 + o21,
            size: o11 + o12 + o21 + o22,
        }
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
            let table = Contingency {
                observed,
                near: 15334,
                collocate,
                size: 191_998,
            };
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
            let table = Contingency {
                observed,
                near: x,
                collocate: y,
                size: 15_000_000,
            };
            assert_near(table.mutual_information(), mi, 0.055);
        }
    }

    #[test]
    fn t_score_as_manning_and_schutze_have_it() {
        // Manning and Schütze 1999, chapter 5, "new companies": 0.999932.
        let table = Contingency {
            observed: 8,
            near: 15_828,
            collocate: 4675,
            size: 14_307_668,
        };
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
    fn nothing_gives_nothing_and_never_nan() {
        let empty = cells(0, 0, 0, 0);
        assert_eq!(empty.expected(), None);
        assert_eq!(empty.log_likelihood(), None);
        let none = cells(0, 10, 0, 5);
        assert_eq!(none.expected(), Some(0.0));
        assert_eq!(none.log_likelihood(), Some(0.0));
        assert_eq!((none.mutual_information(), none.t_score()), (None, None));
    }
}
