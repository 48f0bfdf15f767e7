//! The mentions of a whole corpus, and how often each entity is named.

use super::gazetteer::Gazetteer;
use super::mention::Mention;
use super::recognizer::Recognizer;
use crate::base::{ArticleId, CancelToken, Cancelled, EntityId, Progress};
use crate::corpus::{Corpus, Facet};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Mentions of every article of one corpus.
#[derive(Debug)]
pub struct Annotations {
    gazetteer: Arc<Gazetteer>,
    articles: Vec<Box<[Mention]>>,
    periods: Vec<Option<Facet>>,
    /// For each entity named at least once, its mentions in each period.
    counts: FxHashMap<EntityId, Box<[u32]>>,
}

/// How often an entity is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityCount {
    /// The entity.
    pub entity: EntityId,
    /// Mentions in each period, in the order of [`Annotations::periods`].
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
    /// Occurrences in each period, in the order of [`Annotations::periods`].
    pub by_period: Box<[u32]>,
}

impl Annotations {
    /// Finds the mentions of every article of `corpus`, on all cores.
    ///
    /// # Errors
    /// [`Cancelled`] when `cancel` asks for it; looked at before each article.
    pub fn new(
        corpus: &Corpus,
        gazetteer: Arc<Gazetteer>,
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<Self, Cancelled> {
        let unknown = |_| None;
        Self::with_known(corpus, gazetteer, unknown, progress, cancel)
    }

    /// The mentions of a corpus that shares articles with the one of `self`:
    /// `kept` has, for each article of `corpus`, the one of the same text.
    /// Only the others are looked at.
    ///
    /// # Errors
    /// As [`Annotations::new`].
    pub fn renewed(
        &self,
        corpus: &Corpus,
        kept: &[Option<ArticleId>],
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<Self, Cancelled> {
        let known = |id: ArticleId| {
            let old = kept.get(id.index()).copied().flatten()?;
            self.articles.get(old.index()).cloned()
        };
        let gazetteer = Arc::clone(&self.gazetteer);
        Self::with_known(corpus, gazetteer, known, progress, cancel)
    }

    fn with_known(
        corpus: &Corpus,
        gazetteer: Arc<Gazetteer>,
        known: impl Fn(ArticleId) -> Option<Box<[Mention]>> + Sync,
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<Self, Cancelled> {
        progress.set_total(corpus.articles.len() as u64);
        let articles: Vec<Box<[Mention]>> = corpus
            .articles
            .par_iter()
            .map_init(
                || (Recognizer::new(&gazetteer), Vec::new()),
                |(recognizer, mentions), article| {
                    cancel.check()?;
                    if let Some(known) = known(article.id) {
                        progress.advance(1);
                        return Ok(known);
                    }
                    mentions.clear();
                    recognizer.mentions(&article.text, mentions);
                    progress.advance(1);
                    Ok(mentions.as_slice().into())
                },
            )
            .collect::<Result<_, Cancelled>>()?;
        let mut periods: Vec<Option<Facet>> = corpus
            .periods()
            .dated
            .into_iter()
            .map(|count| Some(count.period))
            .collect();
        periods.push(None);
        let mut counts: FxHashMap<EntityId, Box<[u32]>> = FxHashMap::default();
        for (article, mentions) in corpus.articles.iter().zip(&articles) {
            let column = column_of(&periods, article.period.as_ref());
            for mention in mentions {
                let row = counts
                    .entry(mention.entity)
                    .or_insert_with(|| vec![0; periods.len()].into());
                if let Some(count) = row.get_mut(column) {
                    *count += 1;
                }
            }
        }
        Ok(Self {
            gazetteer,
            articles,
            periods,
            counts,
        })
    }

    /// The entities that the mentions refer to.
    #[must_use]
    pub fn gazetteer(&self) -> &Arc<Gazetteer> {
        &self.gazetteer
    }

    /// The mentions of `article` in order of their place.
    #[must_use]
    pub fn of(&self, article: ArticleId) -> &[Mention] {
        self.articles
            .get(article.index())
            .map(AsRef::as_ref)
            .unwrap_or_default()
    }

    /// The columns of all counts: the periods sorted by label, undated last.
    #[must_use]
    pub fn periods(&self) -> &[Option<Facet>] {
        &self.periods
    }

    /// Mentions of all articles.
    #[must_use]
    pub fn n_mentions(&self) -> usize {
        self.articles.iter().map(|mentions| mentions.len()).sum()
    }

    /// Every entity that is named, the most frequent first, ties by name.
    #[must_use]
    pub fn entities(&self) -> Vec<EntityCount> {
        let counts = self.counts.iter().map(|(entity, by_period)| EntityCount {
            entity: *entity,
            by_period: by_period.clone(),
        });
        self.ranked(counts.collect())
    }

    /// Every entity that is named in `article`, with its counts there.
    #[must_use]
    pub fn entities_of(&self, corpus: &Corpus, article: ArticleId) -> Vec<EntityCount> {
        let period = corpus.article(article).and_then(|a| a.period.as_ref());
        let column = column_of(&self.periods, period);
        let mut counts: FxHashMap<EntityId, Box<[u32]>> = FxHashMap::default();
        for mention in self.of(article) {
            let row = counts
                .entry(mention.entity)
                .or_insert_with(|| vec![0; self.periods.len()].into());
            if let Some(count) = row.get_mut(column) {
                *count += 1;
            }
        }
        let counts = counts
            .into_iter()
            .map(|(entity, by_period)| EntityCount { entity, by_period });
        self.ranked(counts.collect())
    }

    /// The spellings under which `entity` is named in `corpus`, the most
    /// frequent first. Looks at every mention of the corpus.
    #[must_use]
    pub fn spellings(&self, corpus: &Corpus, entity: EntityId) -> Vec<Spelling> {
        let mut forms: FxHashMap<&str, Box<[u32]>> = FxHashMap::default();
        for (article, mentions) in corpus.articles.iter().zip(&self.articles) {
            let column = column_of(&self.periods, article.period.as_ref());
            for mention in mentions.iter().filter(|m| m.entity == entity) {
                let Some(form) = article.text.get(mention.span.range()) else {
                    continue;
                };
                let row = forms
                    .entry(form)
                    .or_insert_with(|| vec![0; self.periods.len()].into());
                if let Some(count) = row.get_mut(column) {
                    *count += 1;
                }
            }
        }
        let mut spellings: Vec<Spelling> = forms
            .into_iter()
            .map(|(form, by_period)| Spelling {
                form: form.split_whitespace().collect::<Vec<_>>().join(" "),
                by_period,
            })
            .collect();
        spellings.sort_by(|a, b| {
            let total = |s: &Spelling| s.by_period.iter().sum::<u32>();
            total(b).cmp(&total(a)).then_with(|| a.form.cmp(&b.form))
        });
        spellings
    }

    fn ranked(&self, mut counts: Vec<EntityCount>) -> Vec<EntityCount> {
        counts.sort_by(|a, b| {
            let name = |c: &EntityCount| &self.gazetteer.entity(c.entity).id;
            b.total().cmp(&a.total()).then_with(|| name(a).cmp(name(b)))
        });
        counts
    }
}

/// The column of `period` in `periods`, whose last is for undated articles.
fn column_of(periods: &[Option<Facet>], period: Option<&Facet>) -> usize {
    let undated = periods.len().saturating_sub(1);
    period.map_or(undated, |period| {
        periods
            .iter()
            .position(|column| column.as_ref() == Some(period))
            .unwrap_or(undated)
    })
}
