//! The formulas as one reads them, and who proposed them.

/// A formula and those who proposed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Formula {
    /// The formula, as one reads it.
    pub formula: &'static str,
    /// Authors, year and title or place.
    pub source: &'static str,
}

impl Formula {
    /// [Deviation of proportions](super::deviation_of_proportions).
    pub const DP: Self = Self::new(
        "½ Σ |s − v| over articles; s: share of tokens, v: share of occurrences",
        "Gries 2008, Dispersions and adjusted frequencies in corpora",
    );
    /// [Normalised deviation of proportions](super::normalised_deviation).
    pub const DP_NORM: Self = Self::new(
        "DP / (1 − min s)",
        "Lijffijt & Gries 2012, Correction to Gries 2008",
    );
    /// [Juilland's D](super::juilland_d).
    pub const JUILLAND_D: Self = Self::new(
        "1 − σ / (µ √(n − 1)) of the relative frequencies in 100 sectors",
        "Juilland, Brodin & Davidovitch 1970; sectors: Leech, Rayson & Wilson 2001",
    );
    /// [What chance would bring](super::Contingency::expected).
    pub const EXPECTED: Self = Self::new("E = R1 C1 / N", "Evert 2008, Corpora and collocations");
    /// [logDice](super::log_dice).
    pub const LOG_DICE: Self = Self::new(
        "14 + log2(2 f(xy) / (f(x) + f(y)))",
        "Rychlý 2008, A lexicographer-friendly association score",
    );
    /// [Mutual information](super::Contingency::mutual_information).
    pub const MUTUAL_INFORMATION: Self = Self::new(
        "log2(O / E)",
        "Church & Hanks 1990, Word association norms, mutual information, and lexicography",
    );
    /// [t-score](super::Contingency::t_score).
    pub const T_SCORE: Self = Self::new(
        "(O − E) / √O",
        "Church, Gale, Hanks & Hindle 1991, Using statistics in lexical analysis",
    );
    /// [Log-likelihood](super::Contingency::log_likelihood).
    pub const LOG_LIKELIHOOD: Self = Self::new(
        "2 Σ O ln(O / E) over four cells; negative if O < E",
        "Dunning 1993, Accurate methods for the statistics of surprise and coincidence",
    );
    /// [Keyness](super::Keyness::log_likelihood).
    pub const KEYNESS: Self = Self::new(
        "2 (a ln(a / E1) + b ln(b / E2)); negative if rarer in the first",
        "Rayson & Garside 2000, Comparing corpora using frequency profiling",
    );
    /// [Log Ratio](super::Keyness::log_ratio).
    pub const LOG_RATIO: Self = Self::new(
        "log2((a / c) / (b / d)); 0 counts as ½",
        "Hardie 2014, Log Ratio: an informal introduction",
    );

    const fn new(formula: &'static str, source: &'static str) -> Self {
        Self { formula, source }
    }
}
