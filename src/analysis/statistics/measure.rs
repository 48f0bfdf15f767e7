//! What a column of a table says, and where its formula comes from.

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

/// A formula and those who proposed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Formula {
    /// The formula, as one reads it.
    pub formula: &'static str,
    /// Authors, year and title or place.
    pub source: &'static str,
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
        let (formula, source) = match self {
            Self::Dp => (
                "½ Σ |s − v| over articles; s: share of tokens, v: share of occurrences",
                "Gries 2008, Dispersions and adjusted frequencies in corpora",
            ),
            Self::DpNorm => (
                "DP / (1 − min s)",
                "Lijffijt & Gries 2012, Correction to Gries 2008",
            ),
            Self::JuillandD => (
                "1 − σ / (µ √(n − 1)) of the relative frequencies in 100 sectors",
                "Juilland, Brodin & Davidovitch 1970; sectors: Leech, Rayson & Wilson 2001",
            ),
            Self::Expected => ("E = R1 C1 / N", "Evert 2008, Corpora and collocations"),
            Self::LogDice => (
                "14 + log2(2 f(xy) / (f(x) + f(y)))",
                "Rychlý 2008, A lexicographer-friendly association score",
            ),
            Self::MutualInformation => (
                "log2(O / E)",
                "Church & Hanks 1990, Word association norms, mutual information, and lexicography",
            ),
            Self::TScore => (
                "(O − E) / √O",
                "Church, Gale, Hanks & Hindle 1991, Using statistics in lexical analysis",
            ),
            Self::LogLikelihood => (
                "2 Σ O ln(O / E) over four cells; negative if O < E",
                "Dunning 1993, Accurate methods for the statistics of surprise and coincidence",
            ),
            Self::Keyness(..) => (
                "2 (a ln(a / E1) + b ln(b / E2)); negative if rarer in the first",
                "Rayson & Garside 2000, Comparing corpora using frequency profiling",
            ),
            Self::LogRatio(..) => (
                "log2((a / c) / (b / d)); 0 counts as ½",
                "Hardie 2014, Log Ratio: an informal introduction",
            ),
            _ => return None,
        };
        Some(Formula { formula, source })
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

impl From<u32> for Value {
    fn from(count: u32) -> Self {
        Self::Count(u64::from(count))
    }
}
