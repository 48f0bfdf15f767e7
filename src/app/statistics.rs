//! The statistics of the window: what is counted, and what came of it.

use super::counting::{Counted, Kept};
use super::search::Found;
use crate::analysis::statistics::{
    Counted as CountedTokens, Measure, NgramLength, TableOrder, TimeStep, Unit, Window,
};
use crate::analysis::{ArticleSet, PeriodFilter, WireGroups};
use crate::corpus::Corpus;
use crate::jobs::{Derived, Same, Slot as _};
use std::sync::Arc;

/// What the statistics show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum StatisticsKind {
    /// The words and how often they occur.
    #[default]
    Words,
    /// Words that follow each other.
    Ngrams,
    /// The words near the hits of the search.
    Collocates,
    /// Where in each article the hits lie.
    Dispersion,
    /// How frequent the hits are over time.
    Time,
}

impl StatisticsKind {
    /// All of them, as they stand over the table.
    pub const ALL: [Self; 5] = [
        Self::Words,
        Self::Ngrams,
        Self::Collocates,
        Self::Dispersion,
        Self::Time,
    ];

    /// The stable name, for the command line and the names of files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Ngrams => "ngrams",
            Self::Collocates => "collocates",
            Self::Dispersion => "dispersion",
            Self::Time => "time",
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
pub enum Scope {
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
    pub scope: Scope,
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
            scope: Scope::default(),
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

/// The statistics of the window.
#[derive(Default)]
pub(super) struct Statistics {
    pub(super) kind: StatisticsKind,
    pub(super) options: StatisticsOptions,
    /// What of the index is kept from one table to the next.
    pub(super) kept: Kept,
    pub(super) counted: Derived<MadeOf, Made>,
    /// The rows of a table in an order, as far as they are searched for.
    pub(super) arranged: Derived<(Same<Counted>, Arrangement), Vec<u32>>,
    pub(super) arrangement: Arrangement,
    /// The place among the rows that the reader is at.
    pub(super) selected: Option<usize>,
    pub(super) wire: Wire,
}

/// How the rows of a table are arranged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Arrangement {
    pub(super) order: TableOrder,
    /// What the words of a row must hold.
    pub(super) search: String,
}

impl Default for Arrangement {
    fn default() -> Self {
        Self {
            order: StatisticsKind::default().usual_order(),
            search: String::new(),
        }
    }
}

/// What a task brings.
pub(super) struct Made {
    pub(super) counted: Arc<Counted>,
    pub(super) rows: Arc<Vec<u32>>,
    /// How `rows` are arranged.
    pub(super) arrangement: Arrangement,
    pub(super) kept: Kept,
}

/// Everything that a table or plot depends on.
#[derive(Clone, PartialEq)]
pub(super) struct MadeOf {
    pub(super) generation: u64,
    pub(super) kind: StatisticsKind,
    pub(super) options: StatisticsOptions,
    pub(super) filter: PeriodFilter,
    /// Groups of which only the earliest article counts.
    pub(super) once: Option<Same<WireGroups>>,
    /// The answer, where it matters.
    pub(super) found: Option<Same<Found>>,
}

/// The near-identical articles of the corpus.
#[derive(Default)]
pub(super) struct Wire {
    /// Whether the reader wants each group to count once.
    pub(super) counts_once: bool,
    /// The groups of the corpus of that generation.
    pub(super) groups: Derived<u64, WireGroups>,
}

/// The articles that the reader has chosen to look at.
#[derive(Clone)]
pub(super) struct Chosen {
    pub(super) filter: PeriodFilter,
    /// Groups of which only the earliest article counts.
    pub(super) once: Option<Arc<WireGroups>>,
}

impl Chosen {
    /// The articles chosen among those of `among`, or of all for `None`; `None`
    /// if that is the whole corpus.
    pub(super) fn articles(
        &self,
        corpus: &Corpus,
        among: Option<&ArticleSet>,
    ) -> Option<ArticleSet> {
        let mut chosen = self.filter.articles(corpus);
        if let Some(among) = among {
            match &mut chosen {
                Some(chosen) => chosen.intersect(among),
                None => chosen = Some(among.clone()),
            }
        }
        let Some(groups) = self.once.as_ref().filter(|groups| !groups.is_empty()) else {
            return chosen;
        };
        let n_articles = corpus.articles.len();
        let all = chosen.unwrap_or_else(|| ArticleSet::all(n_articles));
        let date = |id| corpus.article(id).and_then(|article| article.date);
        let mut by_date: Vec<_> = all.iter().collect();
        by_date.sort_by_cached_key(|id| (date(*id).is_none(), date(*id), *id));
        let mut once = ArticleSet::none(n_articles);
        for id in groups.once(by_date) {
            once.insert(id);
        }
        Some(once)
    }
}

impl Statistics {
    /// Forgets what belongs to the corpus that was open, but not how the reader
    /// wants to count.
    pub(super) fn clear(&mut self) {
        self.kept = Kept::default();
        self.counted.forget();
        self.arranged.forget();
        self.arrangement.search.clear();
        self.selected = None;
        self.wire.groups.forget();
    }

    /// What was counted; nothing where what is wanted now could not be.
    pub(super) fn shown(&self) -> Option<&Arc<Counted>> {
        self.counted.shown().map(|made| &made.counted)
    }

    /// The rows of the table that is shown and their arrangement, which need
    /// not yet be the one wanted.
    fn arranged(&self) -> Option<(&Arc<Vec<u32>>, &Arrangement)> {
        let ((of, arrangement), rows) = self.arranged.last()?;
        let is_shown = self.shown().is_some_and(|shown| Arc::ptr_eq(shown, &of.0));
        is_shown.then_some((rows, arrangement))
    }

    /// The rows of the table in their order, as far as they are searched for.
    pub(super) fn rows(&self) -> Arc<Vec<u32>> {
        self.arranged()
            .map_or_else(Arc::default, |(rows, _)| Arc::clone(rows))
    }

    /// The order that the rows have.
    pub(super) fn order(&self) -> TableOrder {
        let arranged = self.arranged();
        arranged.map_or(&self.arrangement, |(_, of)| of).order
    }

    /// Counts what was shown, so that panels notice something new.
    pub(super) const fn revision(&self) -> u64 {
        self.counted.revision() + self.arranged.revision()
    }

    /// Whether what is wanted could not be counted.
    pub(super) fn has_failed(&self) -> bool {
        self.counted.failed().is_some()
    }

    /// Whether nothing is under way.
    pub(super) fn is_idle(&self) -> bool {
        self.counted.is_idle() && self.arranged.is_idle() && self.wire.groups.is_idle()
    }

    /// The groups of near-identical articles of the corpus of `generation`.
    pub(super) fn groups(&self, generation: u64) -> Option<&Arc<WireGroups>> {
        self.wire.groups.of(&generation)
    }

    /// The groups that count once each, if that is wanted and they are known.
    pub(super) fn once(&self, generation: u64) -> Option<&Arc<WireGroups>> {
        self.groups(generation).filter(|_| self.wire.counts_once)
    }
}
