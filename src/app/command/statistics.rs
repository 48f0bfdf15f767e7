//! What the reader chooses of the statistics.

use crate::analysis::statistics::{
    Counted as CountedTokens, Measure, NgramLength, TableOrder, TimeKey, TimeStep, Unit, Window,
};
use crate::base::tagged;

tagged! {
    /// What the statistics show.
    #[derive(Default)]
    pub enum StatisticsKind {
        /// The words and how often they occur.
        #[default]
        Words = "words",
        /// Words that follow each other.
        Ngrams = "ngrams",
        /// The words near the hits of the search.
        Collocates = "collocates",
        /// Where in each article the hits lie.
        Dispersion = "dispersion",
        /// How frequent the hits are over time.
        Time = "time",
    }
}

impl StatisticsKind {
    /// The key of its name among the interface texts.
    pub(in crate::app) const fn text_key(self) -> &'static str {
        match self {
            Self::Words => "statistics-words",
            Self::Ngrams => "statistics-ngrams",
            Self::Collocates => "statistics-collocates",
            Self::Dispersion => "statistics-dispersion",
            Self::Time => "statistics-time",
        }
    }

    /// Whether it is a table, and not a plot.
    #[must_use]
    pub const fn is_table(self) -> bool {
        matches!(self, Self::Words | Self::Ngrams | Self::Collocates)
    }

    /// Whether it is about the hits of a search.
    #[must_use]
    pub const fn needs_hits(self) -> bool {
        !matches!(self, Self::Words | Self::Ngrams)
    }

    /// The order that its table first has.
    #[must_use]
    pub const fn usual_order(self) -> TableOrder {
        TableOrder::Descending(match self {
            Self::Collocates => Measure::LogDice,
            _ => Measure::Freq,
        })
    }
}

/// Which articles are counted, of those that the period filter shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum StatisticsScope {
    /// All of them.
    #[default]
    All,
    /// Those that the search found.
    Found,
}

/// How the reader wants to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct StatisticsOptions {
    /// What counts as the same word.
    pub unit: Unit,
    /// Whether numbers count.
    pub counted: CountedTokens,
    /// Which articles are counted.
    pub scope: StatisticsScope,
    /// The length of n-grams.
    pub length: NgramLength,
    /// The fewest occurrences of an n-gram that is listed.
    pub least: u32,
    /// Whether n-grams run across the ends of sentences.
    pub across_sentences: bool,
    /// What is near a hit.
    pub window: Window,
    /// The fewest occurrences near hits of a collocate that is listed.
    pub least_near: u32,
    /// Whether the dispersion also shows articles without hits.
    pub with_empty: bool,
    /// The steps on the axis of time.
    pub step: TimeStep,
}

impl Default for StatisticsOptions {
    fn default() -> Self {
        Self {
            unit: Unit::default(),
            counted: CountedTokens::default(),
            scope: StatisticsScope::default(),
            length: NgramLength::new(2).unwrap_or(NgramLength::MAX),
            least: 2,
            across_sentences: false,
            window: Window::default(),
            least_near: 2,
            with_empty: false,
            step: TimeStep::Month,
        }
    }
}

/// What a reader asks of the statistics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StatisticsCommand {
    /// Shows another table or plot.
    Show(StatisticsKind),
    /// Counts otherwise.
    Count(StatisticsOptions),
    /// Counts near-identical articles once, or each; here and in the
    /// concordance.
    CountOnce(bool),
    /// Puts the rows into another order.
    Order(TableOrder),
    /// Shows the rows with these letters only.
    Find(String),
    /// Moves to the row at this place.
    Select(usize),
    /// Searches for the words of the row at this place.
    Search(usize),
    /// Copies the row at this place.
    Copy(usize),
    /// Shows the hits of a month, a year or a period.
    OpenStep(TimeKey),
    /// Opens an article of the dispersion, at one of its hits.
    OpenArticle {
        /// The place of the article in the plot.
        row: usize,
        /// The place of the hit among those of the article; the first without
        /// any.
        hit: Option<usize>,
    },
}
