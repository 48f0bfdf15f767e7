//! What chance alone may bring.

use crate::base::listed;

listed! {
    /// How unlikely a log-likelihood is if there were no difference, by the
    /// critical values of χ² with one degree of freedom.
    ///
    /// That is the chance for one word, name or pair that was chosen beforehand: a
    /// table of many has many values above it by chance alone, and where what is
    /// counted is not independent, as units of one article, it ranks better than it
    /// tests.
    #[derive(PartialOrd, Ord)]
    pub enum Significance {
        /// p < 0.05.
        FivePerCent,
        /// p < 0.01.
        OnePerCent,
        /// p < 0.001.
        OnePerMille,
        /// p < 0.0001.
        OnePerTenThousand,
    }
}

impl Significance {
    /// The level that a log-likelihood of any sign reaches; `None` for what
    /// chance may bring.
    #[must_use]
    pub fn of(g2: f64) -> Option<Self> {
        let levels = Self::ALL.into_iter().rev();
        levels.into_iter().find(|level| g2.abs() >= level.least())
    }

    /// The critical value: the least log-likelihood of the level, to two
    /// decimals.
    #[must_use]
    pub const fn least(self) -> f64 {
        match self {
            Self::FivePerCent => 3.84,
            Self::OnePerCent => 6.63,
            Self::OnePerMille => 10.83,
            Self::OnePerTenThousand => 15.13,
        }
    }

    /// The chance that the level is below.
    #[must_use]
    pub const fn chance(self) -> f64 {
        match self {
            Self::FivePerCent => 0.05,
            Self::OnePerCent => 0.01,
            Self::OnePerMille => 0.001,
            Self::OnePerTenThousand => 0.0001,
        }
    }

    /// The level that a difference reaches whose chance is `p`, and whose rate
    /// of false discoveries among all rows is `q`: both are below its chance.
    #[must_use]
    pub fn of_chances(p: f64, q: f64) -> Option<Self> {
        let levels = Self::ALL.into_iter().rev();
        levels.into_iter().find(|level| p.max(q) < level.chance())
    }

    /// One to four stars.
    #[must_use]
    pub const fn stars(self) -> &'static str {
        match self {
            Self::FivePerCent => "*",
            Self::OnePerCent => "**",
            Self::OnePerMille => "***",
            Self::OnePerTenThousand => "****",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The chance of a χ² of `x` or more, of one degree of freedom: twice the
    /// tail of the normal distribution from √x on, by Simpson's rule.
    fn tail(x: f64) -> f64 {
        let density = |z: f64| (-z * z / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt();
        let (start, steps) = (x.sqrt(), 4000_u32);
        let width = (12.0 - start) / f64::from(steps);
        let weight = |n: u32| match n {
            0 => 1.0,
            n if n == steps => 1.0,
            n if n % 2 == 1 => 4.0,
            _ => 2.0,
        };
        let terms = (0..=steps).map(|n| weight(n) * density(start + f64::from(n) * width));
        2.0 * terms.sum::<f64>() * width / 3.0
    }

    #[test]
    fn levels_are_quantiles_of_chi_squared() {
        for level in Significance::ALL {
            let p = level.chance();
            let (above, below) = (level.least() - 0.0075, level.least() + 0.0075);
            assert!(tail(below) < p && p < tail(above), "{level:?}");
        }
    }

    #[test]
    fn chances_reach_a_level_with_p_and_q() {
        let stars = |p, q| Significance::of_chances(p, q).map_or("", Significance::stars);
        assert_eq!(
            [stars(0.2, 0.2), stars(0.05, 0.05), stars(0.01, 0.06)],
            [""; 3]
        );
        assert_eq!([stars(0.001, 0.04), stars(0.0001, 0.009)], ["*", "**"]);
        assert_eq!(stars(0.000_01, 0.000_05), "****");
    }

    #[test]
    fn stars_follow_the_critical_values() {
        let stars = |g2| Significance::of(g2).map_or("", Significance::stars);
        let found = [0.0, 3.83, 3.84, -6.63, 10.83, 15.13, -200.0].map(stars);
        assert_eq!(found, ["", "", "*", "**", "***", "****", "****"]);
    }
}
