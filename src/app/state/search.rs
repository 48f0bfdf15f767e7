//! What is searched for, and what was found.

use super::beside::{Addition, BesideKey};
use crate::analysis::query::{
    Answer, Level, MatchedForm, Options, Query, QueryProblem, Searchable,
};
use crate::analysis::{ArticleSet, IndexedCorpus};
use crate::arabic::Folds;
use crate::base::{ArticleId, ByteSpan, CancelToken, Cancelled, Progress};
use crate::corpus::{Corpus, Facet};
use crate::entity::Annotations;
use crate::jobs::{Derived, Same};
use crate::statistics::per_million;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The search of the window.
#[derive(Default)]
pub(in crate::app) struct Search {
    /// As the reader wrote it.
    pub(in crate::app) text: String,
    /// What was understood of it; `None` if there is nothing to look for.
    pub(in crate::app) query: Option<Query>,
    /// What was not understood.
    pub(in crate::app) problems: Vec<QueryProblem>,
    pub(in crate::app) matching: Matching,
    pub(in crate::app) answer: Derived<SearchKey, SearchAnswer>,
    /// What the answer leaves out.
    pub(in crate::app) beside: Derived<BesideKey, Vec<Addition>>,
}

/// Everything that an answer depends on.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::app) struct SearchKey {
    pub(in crate::app) generation: u64,
    pub(in crate::app) query: Query,
    pub(in crate::app) matching: Matching,
    /// The names of the corpus, where the query asks for them.
    pub(in crate::app) names: Option<Same<Annotations>>,
}

impl SearchKey {
    /// What the answer to `query` depends on.
    pub(in crate::app) fn new(
        generation: u64,
        query: &Query,
        matching: &Matching,
        names: Option<&Arc<Annotations>>,
    ) -> Self {
        Self {
            generation,
            query: query.clone(),
            matching: matching.clone(),
            names: names.filter(|_| query.names_entities()).map(Same::of),
        }
    }
}

/// What counts as the same word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::app) struct Matching {
    pub(in crate::app) level: Level,
    pub(in crate::app) folds: Folds,
    /// Forms that the reader does not want, as they are written.
    pub(in crate::app) unticked: BTreeSet<Box<str>>,
}

/// How often a query was found in a period.
pub(in crate::app) struct PeriodRate {
    pub(in crate::app) period: Facet,
    pub(in crate::app) n_articles: usize,
    pub(in crate::app) n_hits: u64,
    pub(in crate::app) n_words: u64,
}

impl PeriodRate {
    /// Hits in a million words; `None` without words.
    pub(in crate::app) fn per_million(&self) -> Option<f64> {
        per_million(self.n_hits, self.n_words)
    }
}

/// The answer to a search.
pub(in crate::app) struct SearchAnswer {
    /// What it answers, as the reader wrote it.
    pub(in crate::app) text: String,
    pub(in crate::app) matching: Matching,
    /// What was searched.
    pub(in crate::app) indexed: Arc<IndexedCorpus>,
    pub(in crate::app) answer: Answer,
    /// Every form that the query brings, also those that are unticked.
    pub(in crate::app) forms: Vec<MatchedForm>,
    /// How often the query was found in each period, in the order of the
    /// periods' labels.
    pub(in crate::app) rates: Vec<PeriodRate>,
}

impl Search {
    /// Forgets what was asked, but not how the reader wants to search.
    pub(in crate::app) fn clear(&mut self) {
        self.text.clear();
        self.query = None;
        self.problems.clear();
        self.matching.unticked.clear();
    }

    /// The answer; nothing where the search for what is asked now failed.
    pub(in crate::app) fn found(&self) -> Option<&Arc<SearchAnswer>> {
        self.answer.shown()
    }
}

impl SearchAnswer {
    /// Searches `indexed` for `query`, written as `text`, the same for the
    /// window and the command line.
    ///
    /// # Errors
    /// [`Cancelled`] when `cancel` asks for it.
    pub(in crate::app) fn new(
        (query, text): (&Query, &str),
        indexed: Arc<IndexedCorpus>,
        names: Option<&Annotations>,
        matching: &Matching,
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<Self, Cancelled> {
        let index = &indexed.index;
        let entity = |name: &str| articles_of(&indexed.corpus, names?, name);
        let context = Searchable {
            facets: &indexed.facets,
            entity: &entity,
            titles: Some(&indexed.titles),
        };
        let mut options = Options {
            level: matching.level,
            folds: matching.folds,
            ..Options::default()
        };
        let mut answer = query.search(index, &context, &options, progress, cancel)?;
        let periods = &indexed.facets.period;
        let group_of = |article| periods.number_of(article).map(|n| n as usize);
        let forms = query.forms(index, &options, &answer, periods.values.len(), group_of);
        let unticked = matching.unticked.iter();
        let excluded: Vec<_> = unticked.filter_map(|form| index.type_of(form)).collect();
        if !excluded.is_empty() {
            options.excluded = &excluded;
            answer = query.search(index, &context, &options, progress, cancel)?;
        }
        Ok(Self {
            text: text.to_owned(),
            matching: matching.clone(),
            rates: rates(&indexed, &answer),
            indexed,
            answer,
            forms,
        })
    }

    /// The first hit in the text of `article`.
    pub(in crate::app) fn first_of(&self, article: ArticleId) -> Option<ByteSpan> {
        let hit = self.answer.hits_of(article).first()?;
        Some(hit.span(&self.indexed.index))
    }

    /// The hits of `article` that lie in `span` of its text.
    pub(in crate::app) fn spans_in(&self, article: ArticleId, span: ByteSpan) -> Vec<ByteSpan> {
        let hits = self.answer.hits_of(article).iter();
        hits.map(|hit| hit.span(&self.indexed.index))
            .skip_while(|hit| hit.start < span.start)
            .take_while(|hit| hit.end <= span.end)
            .collect()
    }
}

fn rates(indexed: &IndexedCorpus, answer: &Answer) -> Vec<PeriodRate> {
    let periods = &indexed.facets.period;
    let mut rates: Vec<PeriodRate> = periods
        .values
        .iter()
        .map(|period| PeriodRate {
            period: period.clone(),
            n_articles: 0,
            n_hits: 0,
            n_words: 0,
        })
        .collect();
    for article in &indexed.corpus.articles {
        let number = periods.number_of(article.id);
        if let Some(rate) = number.and_then(|n| rates.get_mut(n as usize)) {
            rate.n_articles += 1;
            rate.n_words += indexed.index.positions_of(article.id).len() as u64;
            let found = answer.of(article.id);
            rate.n_hits += found.map_or(0, |found| u64::from(found.n_hits));
        }
    }
    rates
}

/// The articles that mention an entity of that name.
fn articles_of(corpus: &Corpus, names: &Annotations, name: &str) -> Option<ArticleSet> {
    let entities = names.table().named(name);
    (!entities.is_empty()).then(|| {
        ArticleSet::from_fn(corpus.articles.len(), |id| {
            let mut mentions = names.of(id).iter();
            mentions.any(|mention| entities.contains(&mention.entity))
        })
    })
}
