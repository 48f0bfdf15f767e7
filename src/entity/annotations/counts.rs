//! How often entities are named, by period.

use rustc_hash::FxHashMap;

use crate::base::EntityId;
use crate::corpus::{Corpus, Facet};
use crate::entity::model::Mention;

/// How often an entity is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityCount {
    /// The entity.
    pub entity: EntityId,
    /// Mentions in each period, in the order of
    /// [`Annotations::periods`](super::Annotations::periods).
    pub by_period: Box<[u32]>,
}

impl EntityCount {
    /// Mentions in all periods.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.by_period.iter().sum()
    }
}

/// A spelling of an entity's name as it occurs, and how often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelling {
    /// The words of the text.
    pub form: String,
    /// Occurrences in each period, in the order of
    /// [`Annotations::periods`](super::Annotations::periods).
    pub by_period: Box<[u32]>,
}

/// How often each key occurs, by period.
#[derive(Debug)]
pub(super) struct PeriodCounts<K> {
    n_periods: usize,
    rows: FxHashMap<K, Box<[u32]>>,
}

impl<K: Eq + std::hash::Hash> PeriodCounts<K> {
    pub(super) fn new(n_periods: usize) -> Self {
        Self {
            n_periods,
            rows: FxHashMap::default(),
        }
    }

    /// Counts one `key` in the period of that column.
    pub(super) fn add(&mut self, key: K, column: usize) {
        let n_periods = self.n_periods;
        let row = self
            .rows
            .entry(key)
            .or_insert_with(|| vec![0; n_periods].into());
        if let Some(count) = row.get_mut(column) {
            *count += 1;
        }
    }

    pub(super) fn into_rows(self) -> FxHashMap<K, Box<[u32]>> {
        self.rows
    }
}

/// The columns of all counts: the periods sorted by label, undated last.
pub(super) fn columns_of(corpus: &Corpus) -> Vec<Option<Facet>> {
    let dated = corpus.periods().dated;
    let periods = dated.into_iter().map(|count| Some(count.period));
    periods.chain([None]).collect()
}

/// The column of `period` in `periods`, whose last is for undated articles.
pub(super) fn column_of(periods: &[Option<Facet>], period: Option<&Facet>) -> usize {
    let undated = periods.len().saturating_sub(1);
    let dated = periods.get(..undated).unwrap_or_default();
    let column = |period| dated.binary_search_by(|column| column.as_ref().cmp(&Some(period)));
    period
        .and_then(|period| column(period).ok())
        .unwrap_or(undated)
}

/// The mentions of each entity by period.
pub(super) fn by_entity(
    corpus: &Corpus,
    articles: &[Box<[Mention]>],
    periods: &[Option<Facet>],
) -> FxHashMap<EntityId, Box<[u32]>> {
    let mut counts = PeriodCounts::new(periods.len());
    for (article, mentions) in corpus.articles.iter().zip(articles) {
        let column = column_of(periods, article.period.as_ref());
        for mention in mentions {
            counts.add(mention.entity, column);
        }
    }
    counts.into_rows()
}
