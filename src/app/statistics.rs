//! The statistics of the window: what is counted, and what came of it.

use super::counting::{Counted, Kept};
use crate::analysis::statistics::{
    Counted as CountedTokens, Measure, NgramLength, TableOrder, TimeStep, Unit, Window,
};
use crate::analysis::{ArticleSet, PeriodFilter, WireGroups};
use crate::corpus::Corpus;
use crate::jobs::Task;
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

    /// The key of its name among the interface texts.
    pub(super) const fn text_key(self) -> &'static str {
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
    pub(super) task: Option<Task<Made>>,
    pub(super) shown: Option<Arc<Counted>>,
    /// What `shown`, or what `task` will bring, is made of.
    pub(super) made_of: Option<MadeOf>,
    /// Counts what was shown, so that panels notice something new.
    pub(super) revision: u64,
    pub(super) arranging: Option<Task<Vec<u32>>>,
    pub(super) arrangement: Arrangement,
    /// The rows of the table in their order, as far as they are searched for.
    pub(super) rows: Arc<Vec<u32>>,
    /// The place among `rows` that the reader is at.
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
    pub(super) counted: Counted,
    pub(super) rows: Vec<u32>,
    /// How `rows` are arranged.
    pub(super) arrangement: Arrangement,
    pub(super) kept: Kept,
}

/// Everything that a table or plot depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MadeOf {
    pub(super) generation: u64,
    pub(super) kind: StatisticsKind,
    pub(super) options: StatisticsOptions,
    pub(super) filter: PeriodFilter,
    pub(super) counts_once: bool,
    /// The answer, where it matters.
    pub(super) answer: Option<u64>,
}

/// The near-identical articles of the corpus.
#[derive(Default)]
pub(super) struct Wire {
    /// Whether the reader wants each group to count once.
    pub(super) counts_once: bool,
    /// The search for them, and in the corpus of which generation.
    pub(super) task: Option<(u64, Task<WireGroups>)>,
    /// The groups of the corpus of that generation.
    pub(super) groups: Option<(u64, Arc<WireGroups>)>,
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
        *self = Self {
            kind: self.kind,
            options: self.options,
            arrangement: Arrangement {
                order: self.arrangement.order,
                search: String::new(),
            },
            revision: self.revision + 1,
            wire: Wire {
                counts_once: self.wire.counts_once,
                ..Wire::default()
            },
            ..Self::default()
        };
    }

    /// Whether nothing is under way.
    pub(super) fn is_idle(&self) -> bool {
        self.task.is_none() && self.arranging.is_none() && self.wire.task.is_none()
    }

    /// The groups of near-identical articles of the corpus of `generation`.
    pub(super) fn groups(&self, generation: u64) -> Option<&Arc<WireGroups>> {
        let (of, groups) = self.wire.groups.as_ref()?;
        (*of == generation).then_some(groups)
    }
}
