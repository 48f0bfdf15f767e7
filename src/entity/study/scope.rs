//! The articles that are counted.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::arabic::folded_words;
use crate::base::{ArticleId, CancelToken, Cancelled, EntityId};
use crate::corpus::{Article, Corpus, Facet};
use crate::entity::annotations::Annotations;
use crate::entity::model::Mention;

/// The articles of a corpus that a filter lets through, with their mentions.
///
/// Making one costs a look at each article's facets, not at its text.
#[derive(Debug, Clone)]
pub struct StudyScope<'a> {
    articles: Vec<ScopedArticle<'a>>,
    annotations: &'a Annotations,
    periods: &'a [Option<Facet>],
    outlets: Vec<Option<Facet>>,
}

/// An article of the scope.
#[derive(Debug, Clone, Copy)]
pub(super) struct ScopedArticle<'a> {
    pub(super) article: &'a Article,
    /// In order of their place.
    pub(super) mentions: &'a [Mention],
    /// Its column among [`StudyScope::periods`].
    pub(super) period: usize,
    /// Its column among [`StudyScope::outlets`].
    pub(super) outlet: usize,
}

impl<'a> StudyScope<'a> {
    /// The articles of `corpus` that `shows` lets through. `annotations` are
    /// those of `corpus`.
    #[must_use]
    pub fn new(
        corpus: &'a Corpus,
        annotations: &'a Annotations,
        shows: impl Fn(ArticleId) -> bool + Sync,
    ) -> Self {
        let periods = annotations.periods();
        let shown: Vec<&Article> = corpus
            .articles
            .par_iter()
            .filter(|article| shows(article.id))
            .collect();
        let mut outlets: Vec<&Facet> = Vec::new();
        let mut seen: FxHashMap<&str, usize> = FxHashMap::default();
        for outlet in shown.iter().filter_map(|article| article.source.as_ref()) {
            seen.entry(outlet).or_insert_with(|| {
                outlets.push(outlet);
                0
            });
        }
        outlets.sort_unstable();
        for (column, outlet) in outlets.iter().enumerate() {
            seen.insert(outlet, column);
        }
        let dated = periods.iter().enumerate();
        let columns: FxHashMap<&str, usize> = dated
            .filter_map(|(column, period)| Some((period.as_deref()?, column)))
            .collect();
        let undated = periods.len().saturating_sub(1);
        let column =
            |columns: &FxHashMap<&str, usize>, facet: Option<&Facet>, none: usize| -> usize {
                let found = facet.and_then(|facet| columns.get(facet.as_str()));
                found.copied().unwrap_or(none)
            };
        let articles = shown
            .into_par_iter()
            .map(|article| ScopedArticle {
                article,
                mentions: annotations.of(article.id),
                period: column(&columns, article.period.as_ref(), undated),
                outlet: column(&seen, article.source.as_ref(), outlets.len()),
            })
            .collect();
        let outlets = outlets.into_iter().cloned().map(Some).chain([None]);
        Self {
            articles,
            annotations,
            periods,
            outlets: outlets.collect(),
        }
    }

    /// The columns of counts by period: those of [`Annotations::periods`],
    /// undated last, whether the scope has articles of them or not.
    #[must_use]
    pub const fn periods(&self) -> &'a [Option<Facet>] {
        self.periods
    }

    /// The columns of counts by outlet: the outlets of the scope's articles,
    /// sorted, and `None` last for articles of no known outlet.
    #[must_use]
    pub fn outlets(&self) -> &[Option<Facet>] {
        &self.outlets
    }

    /// The spellings that lists have of `entities`, each as its folded words.
    pub(super) fn spellings(&self, entities: &[EntityId]) -> FxHashSet<Vec<String>> {
        let known = entities
            .iter()
            .filter_map(|id| self.annotations.table().get(*id));
        let names = known.flat_map(|entity| entity.names.iter().chain([&entity.ar]));
        names.map(|name| folded_words(name)).collect()
    }

    /// How many articles there are.
    #[must_use]
    pub const fn n_articles(&self) -> usize {
        self.articles.len()
    }

    /// The articles, in the order of their ids.
    pub(super) fn articles(&self) -> &[ScopedArticle<'a>] {
        &self.articles
    }

    /// Adds every article up on all cores: `add` to sums that `empty` makes,
    /// which `join` puts together, those of earlier articles first. As long as
    /// `join` is associative, the outcome does not depend on the threads.
    ///
    /// # Errors
    /// [`Cancelled`], looked at before each article.
    pub(super) fn sum<T: Send>(
        &self,
        cancel: &CancelToken,
        empty: impl Fn() -> T + Sync,
        add: impl Fn(&mut T, &ScopedArticle<'a>) + Sync,
        join: impl Fn(&mut T, T) + Sync,
    ) -> Result<T, Cancelled> {
        // Sums can be large tables: a few for each thread are enough.
        let n_parts = 2 * rayon::current_num_threads();
        self.articles
            .par_iter()
            .with_min_len(self.articles.len().div_ceil(n_parts).max(64))
            .try_fold(&empty, |mut sum, shown| {
                cancel.check()?;
                add(&mut sum, shown);
                Ok(sum)
            })
            .try_reduce(&empty, |mut sum, more| {
                join(&mut sum, more);
                Ok(sum)
            })
    }
}

/// Whether `mention` is of one of the few `entities`.
pub(super) fn names(mention: &Mention, entities: &[EntityId]) -> bool {
    match entities {
        [entity] => mention.entity == *entity,
        _ => entities.contains(&mention.entity),
    }
}
