//! How frequent hits are over time.

use super::subcorpus::Subcorpus;
use crate::analysis::index::Index;
use crate::analysis::query::Hit;
use crate::corpus::{Article, Corpus, Facet};
use crate::statistics::per_million;
use std::collections::BTreeMap;
use std::fmt;

/// How long a step on the axis of time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimeStep {
    /// A month.
    Month,
    /// A year.
    Year,
    /// A period, as the corpus has them.
    Period,
}

/// A step on the axis of time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeKey {
    /// A month of a year, 1 to 12.
    Month(i16, u8),
    /// A year.
    Year(i16),
    /// A period.
    Period(Facet),
}

impl TimeKey {
    /// The step that `article` belongs to; `None` for one whose date or period
    /// is not known well enough.
    #[must_use]
    pub fn of(article: &Article, step: TimeStep) -> Option<Self> {
        match step {
            TimeStep::Month => {
                let date = article.date?;
                Some(Self::Month(date.year(), date.month()?))
            }
            TimeStep::Year => Some(Self::Year(article.date?.year())),
            TimeStep::Period => article.period.clone().map(Self::Period),
        }
    }

    /// The month or year after this one; none after a period.
    fn next(&self) -> Option<Self> {
        match self {
            Self::Month(year, 12) => Some(Self::Month(year + 1, 1)),
            Self::Month(year, month) => Some(Self::Month(*year, month + 1)),
            Self::Year(year) => Some(Self::Year(year + 1)),
            Self::Period(_) => None,
        }
    }
}

/// `2020-10`, `2020` or the label of the period.
impl fmt::Display for TimeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Period(label) => f.write_str(label),
        }
    }
}

/// What was counted in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TimeCounts {
    /// Hits.
    pub hits: u64,
    /// Tokens, words and numbers.
    pub tokens: u64,
    /// Articles.
    pub articles: u32,
    /// Articles with hits.
    pub articles_with_hits: u32,
}

impl TimeCounts {
    /// Hits in a million tokens; `None` for a gap, which is not a zero.
    #[must_use]
    pub fn per_million(self) -> Option<f64> {
        per_million(self.hits, self.tokens)
    }

    fn add(&mut self, hits: u64, tokens: u64) {
        self.hits += hits;
        self.tokens += tokens;
        self.articles += 1;
        self.articles_with_hits += u32::from(hits > 0);
    }
}

/// The frequency of hits over time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timeline {
    /// The steps from the first with articles to the last, in order. Months
    /// and years without articles are there, with no articles.
    pub steps: Vec<(TimeKey, TimeCounts)>,
    /// Articles that belong to no step: undated, or for months dated only to
    /// the year.
    pub undated: TimeCounts,
}

impl Timeline {
    /// Counts `hits`, which ascend by their starts; those outside the subcorpus
    /// are left out. `index` is that of `corpus`.
    #[must_use]
    pub fn new(
        corpus: &Corpus,
        index: &Index,
        subcorpus: &Subcorpus,
        hits: &[Hit],
        step: TimeStep,
    ) -> Self {
        let mut counts = BTreeMap::<TimeKey, TimeCounts>::new();
        let mut timeline = Self::default();
        let mut rest = hits;
        for id in subcorpus.articles() {
            let positions = index.positions_of(id);
            let n_before = rest.partition_point(|hit| hit.start < positions.start);
            rest = rest.get(n_before..).unwrap_or_default();
            let n_hits = rest.partition_point(|hit| hit.start < positions.end);
            rest = rest.get(n_hits..).unwrap_or_default();
            let sums = match corpus.article(id).and_then(|a| TimeKey::of(a, step)) {
                Some(key) => counts.entry(key).or_default(),
                None => &mut timeline.undated,
            };
            sums.add(n_hits as u64, u64::from(positions.end - positions.start));
        }
        for (key, counts) in counts {
            let mut last = timeline.steps.last().map(|(key, _)| key.clone());
            while let Some(gap) = last.and_then(|key| key.next())
                && gap < key
            {
                timeline.steps.push((gap.clone(), TimeCounts::default()));
                last = Some(gap);
            }
            timeline.steps.push((key, counts));
        }
        timeline
    }
}
