//! Counts what the statistics show, off the window's thread.

use crate::analysis::index::{Index, TypeId};
use crate::analysis::query::Hit;
use crate::analysis::statistics::{
    Breaks, CollocateOptions, Collocates, DispersionPlot, NgramOptions, Ngrams, Subcorpus, Table,
    TableOrder, TimeKey, Timeline, TypeCounts, Units, WordList, matching, sorted,
};
use crate::analysis::{ArticleSet, IndexedCorpus};
use crate::app::command::statistics::{StatisticsKind, StatisticsOptions, StatisticsScope};
use crate::app::state::chosen::Chosen;
use crate::app::state::search::SearchAnswer;
use crate::base::{CancelToken, Cancelled, Progress};
use crate::corpus::Facet;
use std::collections::BTreeMap;
use std::sync::Arc;

/// With more periods, none has columns of its own.
const MOST_PARTS: usize = 6;

/// What depends on the index alone, and is made once.
#[derive(Clone, Default)]
pub(in crate::app) struct IndexParts {
    index: Option<Arc<Index>>,
    units: Option<Arc<Units>>,
    breaks: Option<Arc<Breaks>>,
}

/// What was counted.
pub(in crate::app) struct CountedStatistics {
    pub(in crate::app) kind: StatisticsKind,
    pub(in crate::app) options: StatisticsOptions,
    pub(in crate::app) indexed: Arc<IndexedCorpus>,
    /// The answer whose hits were counted, or whose articles.
    pub(in crate::app) found: Option<Arc<SearchAnswer>>,
    /// What it answers, as the reader wrote it.
    pub(in crate::app) query: String,
    /// The periods with columns of their own.
    pub(in crate::app) periods: Vec<Facet>,
    pub(in crate::app) n_articles: usize,
    /// Tokens of these articles: those that are counted, or all for a plot.
    pub(in crate::app) n_tokens: u64,
    /// Units of a table that occur in these articles.
    pub(in crate::app) n_types: Option<usize>,
    pub(in crate::app) what: TableOrPlot,
}

/// A table or a plot.
pub(in crate::app) enum TableOrPlot {
    Words(WordList),
    Ngrams(Ngrams),
    Collocates(Collocates),
    Dispersion(DispersionPlot),
    /// With the place of the period of all articles of each step.
    Time(Timeline, Vec<Option<usize>>),
}

/// How the rows of a table are arranged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) struct StatisticsArrangement {
    pub(in crate::app) order: TableOrder,
    /// What the words of a row must hold.
    pub(in crate::app) search: String,
}

impl Default for StatisticsArrangement {
    fn default() -> Self {
        Self {
            order: StatisticsKind::default().usual_order(),
            search: String::new(),
        }
    }
}

/// What a task brings.
pub(in crate::app) struct CountedRows {
    pub(in crate::app) counted: Arc<CountedStatistics>,
    pub(in crate::app) rows: Arc<Vec<u32>>,
    /// How `rows` are arranged.
    pub(in crate::app) arrangement: StatisticsArrangement,
    pub(in crate::app) kept: IndexParts,
}

/// Something to count.
pub(in crate::app) struct StatisticsTask {
    pub(in crate::app) kind: StatisticsKind,
    pub(in crate::app) options: StatisticsOptions,
    pub(in crate::app) indexed: Arc<IndexedCorpus>,
    /// An answer over `indexed`.
    pub(in crate::app) found: Option<Arc<SearchAnswer>>,
    /// What `found` answers, as the reader wrote it.
    pub(in crate::app) query: String,
    pub(in crate::app) chosen: Chosen,
    pub(in crate::app) arrangement: StatisticsArrangement,
    pub(in crate::app) kept: IndexParts,
}

impl CountedStatistics {
    /// The table, if it is one.
    pub(in crate::app) fn table(&self) -> Option<&dyn Table> {
        match &self.what {
            TableOrPlot::Words(words) => Some(words),
            TableOrPlot::Ngrams(ngrams) => Some(ngrams),
            TableOrPlot::Collocates(collocates) => Some(collocates),
            TableOrPlot::Dispersion(_) | TableOrPlot::Time(..) => None,
        }
    }

    /// The order wanted, or the usual one if the table has no such column.
    pub(in crate::app) fn order(&self, wanted: TableOrder) -> TableOrder {
        let measure = match wanted {
            TableOrder::Alphabetical | TableOrder::Backwards => return wanted,
            TableOrder::Ascending(measure) | TableOrder::Descending(measure) => measure,
        };
        let has = |table: &dyn Table| table.measures().contains(&measure);
        if self.table().is_some_and(has) {
            wanted
        } else {
            self.kind.usual_order()
        }
    }

    /// The rows of the table, arranged; none of a plot.
    pub(in crate::app) fn arranged(&self, arrangement: &StatisticsArrangement) -> Vec<u32> {
        let Some(table) = self.table() else {
            return Vec::new();
        };
        let rows = matching(table, &self.indexed.index, &arrangement.search);
        sorted(table, self.order(arrangement.order), &rows)
    }

    /// The words of a row as they are shown.
    pub(in crate::app) fn words_of(&self, row: u32) -> String {
        let mut words = String::new();
        if let Some(table) = self.table() {
            table.push_shown(&self.indexed.index, row, &mut words);
        }
        words
    }

    /// The hits in the articles that are counted.
    pub(in crate::app) fn n_hits(&self) -> u64 {
        match &self.what {
            TableOrPlot::Words(_) | TableOrPlot::Ngrams(_) => 0,
            TableOrPlot::Collocates(table) => table.n_hits,
            TableOrPlot::Dispersion(plot) => plot.places.len() as u64,
            TableOrPlot::Time(timeline, _) => {
                let steps = timeline.steps.iter().map(|(_, counts)| counts.hits);
                steps.sum::<u64>() + timeline.undated.hits
            }
        }
    }
}

fn hits_of(found: Option<&SearchAnswer>) -> &[Hit] {
    found.map_or(&[], |found| &found.answer.hits)
}

impl StatisticsTask {
    /// Counts. `progress` is that of the longest part.
    ///
    /// # Errors
    /// [`Cancelled`] when `cancel` asks for it.
    pub(in crate::app) fn run(
        mut self,
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<CountedRows, Cancelled> {
        let index = Arc::clone(&self.indexed.index);
        let has_same_index = |kept: &Arc<Index>| Arc::ptr_eq(kept, &index);
        if !self.kept.index.as_ref().is_some_and(has_same_index) {
            self.kept = IndexParts {
                index: Some(Arc::clone(&index)),
                ..IndexParts::default()
            };
        }
        let found = self.found.as_deref();
        let among = match self.options.scope {
            StatisticsScope::All => None,
            StatisticsScope::Found => found.map(|found| &found.answer.articles),
        };
        let mut articles = self.chosen.articles(&self.indexed.corpus, among);
        if self.kind == StatisticsKind::Dispersion && !self.options.with_empty {
            let with_hits = self.articles_with_hits();
            match &mut articles {
                Some(articles) => articles.intersect(&with_hits),
                None => articles = Some(with_hits),
            }
        }
        let shown = self.periods();
        let is_comparable = self.kind.is_table() && (2..=MOST_PARTS).contains(&shown.len());
        let periods = if is_comparable { shown } else { Vec::new() };
        let parts: Vec<ArticleSet> = periods.iter().map(|p| self.articles_of(p)).collect();
        let subcorpus = Subcorpus::new(&index, articles.as_ref(), &parts);
        cancel.check()?;
        let (what, n_types) = self.count(&subcorpus, progress, cancel)?;
        let n_tokens = match &self.kept.units {
            Some(units) if self.kind.is_table() => subcorpus.size(units),
            _ => subcorpus
                .articles()
                .map(|id| index.positions_of(id).len() as u64)
                .sum(),
        };
        let counted = CountedStatistics {
            kind: self.kind,
            options: self.options,
            indexed: self.indexed,
            found: self.found,
            query: self.query,
            periods,
            n_articles: subcorpus.n_articles(),
            n_tokens,
            n_types,
            what,
        };
        cancel.check()?;
        Ok(CountedRows {
            rows: Arc::new(counted.arranged(&self.arrangement)),
            counted: Arc::new(counted),
            arrangement: self.arrangement,
            kept: self.kept,
        })
    }

    /// The table or plot, and how many units occur.
    fn count(
        &mut self,
        subcorpus: &Subcorpus,
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<(TableOrPlot, Option<usize>), Cancelled> {
        let corpus = Arc::clone(&self.indexed.corpus);
        let index = Arc::clone(&self.indexed.index);
        let options = self.options;
        match self.kind {
            StatisticsKind::Words => {
                let list = WordList::new(&index, &self.units(), subcorpus, cancel)?;
                let n_types = list.units.len();
                Ok((TableOrPlot::Words(list), Some(n_types)))
            }
            StatisticsKind::Ngrams => {
                let units = self.units();
                let breaks = (!options.across_sentences).then(|| self.breaks());
                let wanted = NgramOptions {
                    length: options.length,
                    min_freq: options.least,
                    breaks: breaks.as_deref(),
                };
                let ngrams = Ngrams::new(&index, &units, subcorpus, wanted, progress, cancel)?;
                let counts = TypeCounts::new(&index, subcorpus);
                Ok((TableOrPlot::Ngrams(ngrams), Some(n_units(&units, &counts))))
            }
            StatisticsKind::Collocates => {
                let units = self.units();
                let counts = TypeCounts::new(&index, subcorpus);
                let wanted = CollocateOptions {
                    window: options.window,
                    min_freq: options.least_near,
                };
                let hits = hits_of(self.found.as_deref());
                let within = (subcorpus, &counts);
                let table = Collocates::new(&index, &units, within, hits, wanted, cancel)?;
                Ok((
                    TableOrPlot::Collocates(table),
                    Some(n_units(&units, &counts)),
                ))
            }
            StatisticsKind::Dispersion => {
                let hits = hits_of(self.found.as_deref());
                let plot = DispersionPlot::new(&corpus, &index, subcorpus, hits);
                Ok((TableOrPlot::Dispersion(plot), None))
            }
            StatisticsKind::Time => {
                let hits = hits_of(self.found.as_deref());
                let timeline = Timeline::new(&corpus, &index, subcorpus, hits, options.step);
                let periods = self.periods_of_steps(subcorpus, &timeline);
                Ok((TableOrPlot::Time(timeline, periods), None))
            }
        }
    }

    /// The units wanted, those kept if they are the same.
    fn units(&mut self) -> Arc<Units> {
        let StatisticsOptions { unit, counted, .. } = self.options;
        let kept = self.kept.units.take();
        let kept = kept.filter(|units| units.unit() == unit && units.counted() == counted);
        let index = &self.indexed.index;
        let units = kept.unwrap_or_else(|| Arc::new(Units::new(index, unit, counted)));
        self.kept.units = Some(Arc::clone(&units));
        units
    }

    /// Where sentences end.
    fn breaks(&mut self) -> Arc<Breaks> {
        let indexed = &self.indexed;
        let breaks = self.kept.breaks.get_or_insert_with(|| {
            let article = |id| indexed.corpus.article(id);
            let text_of = |id| article(id).map_or("", |article| &*article.text);
            Arc::new(Breaks::new(&indexed.index, text_of))
        });
        Arc::clone(breaks)
    }

    /// The periods that the filter shows.
    fn periods(&self) -> Vec<Facet> {
        let all = self.indexed.facets.period.values.iter();
        let shown = all.filter(|period| self.chosen.filter.shows(Some(period)));
        shown.cloned().collect()
    }

    fn articles_of(&self, period: &Facet) -> ArticleSet {
        let column = &self.indexed.facets.period;
        let n_articles = self.indexed.index.n_articles();
        ArticleSet::from_fn(n_articles, |id| column.value_of(id) == Some(period))
    }

    fn articles_with_hits(&self) -> ArticleSet {
        let mut articles = ArticleSet::none(self.indexed.index.n_articles());
        if let Some(found) = &self.found {
            let matches = found.answer.matches.iter();
            for found in matches.filter(|found| found.n_hits > 0) {
                articles.insert(found.article);
            }
        }
        articles
    }

    /// For each step the place of the period that all its articles are of.
    fn periods_of_steps(&self, subcorpus: &Subcorpus, timeline: &Timeline) -> Vec<Option<usize>> {
        let mut of: BTreeMap<TimeKey, Option<u32>> = BTreeMap::new();
        for id in subcorpus.articles() {
            let article = self.indexed.corpus.article(id);
            let Some(key) = article.and_then(|a| TimeKey::of(a, self.options.step)) else {
                continue;
            };
            let period = self.indexed.facets.period.number_of(id);
            let of_step = of.entry(key).or_insert(period);
            if *of_step != period {
                *of_step = None;
            }
        }
        let steps = timeline.steps.iter();
        steps
            .map(|(key, _)| of.get(key).copied().flatten().map(|n| n as usize))
            .collect()
    }
}

/// The number of units that occur.
fn n_units(units: &Units, counts: &TypeCounts) -> usize {
    let occurs = |unit: &u32| {
        let mut types = units.types_of(*unit).iter();
        types.any(|n| counts.of(TypeId(*n)) > 0)
    };
    (0..units.n_units()).filter(occurs).count()
}
