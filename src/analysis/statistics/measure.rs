//! What a column of a table says, and where its formula comes from.

use crate::statistics::Formula;

/// A column of a table with a number in every row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Occurrences.
    Freq,
    /// Occurrences in a million tokens.
    PerMillion,
    /// Articles with it.
    Range,
    /// Deviation of proportions.
    Dp,
    /// Normalised deviation of proportions.
    DpNorm,
    /// Juilland's D.
    JuillandD,
    /// Occurrences before the node.
    Before,
    /// Occurrences after the node.
    After,
    /// Occurrences in the subcorpus, near a node or not.
    CollocateFreq,
    /// Occurrences near a node that chance would give.
    Expected,
    /// logDice.
    LogDice,
    /// Mutual information.
    MutualInformation,
    /// t-score.
    TScore,
    /// Log-likelihood.
    LogLikelihood,
    /// Occurrences in a part.
    PartFreq(usize),
    /// Occurrences in a million tokens of a part.
    PartPerMillion(usize),
    /// Log-likelihood of the first part against the second.
    Keyness(usize, usize),
    /// Log Ratio of the first part against the second.
    LogRatio(usize, usize),
}

impl Measure {
    /// The name of the column in exports: letters, digits and `_`. Parts are
    /// numbered from 1.
    #[must_use]
    pub fn name(self) -> String {
        let name = match self {
            Self::Freq => "freq",
            Self::PerMillion => "per_million",
            Self::Range => "articles",
            Self::Dp => "dp",
            Self::DpNorm => "dp_norm",
            Self::JuillandD => "juilland_d",
            Self::Before => "before",
            Self::After => "after",
            Self::CollocateFreq => "freq_in_subcorpus",
            Self::Expected => "expected",
            Self::LogDice => "log_dice",
            Self::MutualInformation => "mi",
            Self::TScore => "t_score",
            Self::LogLikelihood => "log_likelihood",
            Self::PartFreq(part) => return format!("freq_{}", part + 1),
            Self::PartPerMillion(part) => return format!("per_million_{}", part + 1),
            Self::Keyness(a, b) => return format!("keyness_{}_{}", a + 1, b + 1),
            Self::LogRatio(a, b) => return format!("log_ratio_{}_{}", a + 1, b + 1),
        };
        name.to_owned()
    }

    /// The formula of a statistic; `None` for a plain count.
    #[must_use]
    pub const fn formula(self) -> Option<Formula> {
        Some(match self {
            Self::Dp => Formula::DP,
            Self::DpNorm => Formula::DP_NORM,
            Self::JuillandD => Formula::JUILLAND_D,
            Self::Expected => Formula::EXPECTED,
            Self::LogDice => Formula::LOG_DICE,
            Self::MutualInformation => Formula::MUTUAL_INFORMATION,
            Self::TScore => Formula::T_SCORE,
            Self::LogLikelihood => Formula::LOG_LIKELIHOOD,
            Self::Keyness(..) => Formula::KEYNESS,
            Self::LogRatio(..) => Formula::LOG_RATIO,
            _ => return None,
        })
    }
}

/// A number in a table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// A count.
    Count(u64),
    /// A statistic, never NaN.
    Real(f64),
    /// There is none: the formula has no value here.
    Missing,
}

impl From<Option<f64>> for Value {
    fn from(value: Option<f64>) -> Self {
        value
            .filter(|number| !number.is_nan())
            .map_or(Self::Missing, Self::Real)
    }
}

impl From<u64> for Value {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for Value {
    fn from(count: u32) -> Self {
        Self::Count(u64::from(count))
    }
}
