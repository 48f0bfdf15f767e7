//! The mentions of a whole corpus, and how often each entity is named.

use std::sync::{Arc, OnceLock};

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::annotator::{Annotator, Annotators, Borrowed};
use super::counts::{EntityCount, PeriodCounts, Spelling, by_entity, column_of, columns_of};
use super::resolve::Resolver;
use crate::base::{ArticleId, CancelToken, Cancelled, EntityId, Progress};
use crate::corpus::{Article, Corpus, Facet};
use crate::entity::gazetteer::{EntityTable, Gazetteer};
use crate::entity::linking::{LinkedSpot, Proposal, propose};
use crate::entity::model::Mention;
use crate::entity::spelling::NameKey;
use crate::entity::words::Lexicon;

/// Mentions of every article of one corpus.
#[derive(Debug)]
pub struct Annotations {
    entities: Arc<EntityTable>,
    found: FoundNames,
    periods: Vec<Option<Facet>>,
    /// For each entity named at least once, its mentions in each period.
    counts: FxHashMap<EntityId, Box<[u32]>>,
    proposals: OnceLock<Vec<Proposal>>,
}

/// The mentions of articles, and the keys of entities that no list knows.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FoundNames {
    /// Listed entities come first among the positions.
    pub(super) n_listed: usize,
    pub(super) articles: Vec<Box<[Mention]>>,
    /// The keys of the entities that only texts name, in their order.
    pub(super) keys: Vec<NameKey>,
}

/// The names of an article, before the entities of the corpus are settled.
enum Part<'a> {
    Fresh(Vec<LinkedSpot>),
    /// Those of before, of the same text under the same names.
    Kept(&'a [Mention]),
}

/// Names found before, of which some articles are kept.
struct Old<'a> {
    names: &'a FoundNames,
    /// The id of an entity that lists knew.
    id: &'a (dyn Fn(EntityId) -> Option<&'a str> + Sync),
}

impl FoundNames {
    fn of(&self, article: ArticleId) -> Option<&[Mention]> {
        self.articles.get(article.index()).map(AsRef::as_ref)
    }
}

impl Old<'_> {
    /// `mentions`, with the entities of a new table.
    fn moved(
        &self,
        mentions: &[Mention],
        text: &str,
        resolver: &mut Resolver,
        gazetteer: &Gazetteer,
        moved: &mut FxHashMap<EntityId, Option<EntityId>>,
    ) -> Box<[Mention]> {
        let found_place = |entity: EntityId| entity.index().checked_sub(self.names.n_listed);
        mentions
            .iter()
            .filter_map(|mention| {
                let entity = if let Some(place) = found_place(mention.entity) {
                    let key = self.names.keys.get(place)?;
                    let words = mention.span.slice(text);
                    // A list may know by now what no list knew then.
                    let listed = gazetteer.known_names().get(key);
                    listed
                        .filter(|&entity| !gazetteer.said.denies(entity, words))
                        .unwrap_or_else(|| {
                            let about = (mention.kind, mention.basis);
                            resolver.of_key(key.clone(), about, words)
                        })
                } else {
                    let id = || gazetteer.find((self.id)(mention.entity)?);
                    (*moved.entry(mention.entity).or_insert_with(id))?
                };
                Some(Mention { entity, ..*mention })
            })
            .collect()
    }
}

impl Annotations {
    /// The mentions of one article alone: what is shown until all are read.
    #[must_use]
    pub fn of_article(
        gazetteer: &Arc<Gazetteer>,
        article: &Article,
    ) -> (EntityTable, Box<[Mention]>) {
        let cancel = CancelToken::default();
        let mut resolver = Resolver::new(Arc::clone(gazetteer));
        let spots = Annotator::new(gazetteer).names_of(article, &cancel);
        let mentions = spots.and_then(|s| resolver.mentions(&article.text, s, &cancel));
        // Nobody asks this token to stop.
        let mentions = mentions.unwrap_or_default();
        (resolver.finish().0, mentions)
    }

    /// Finds the mentions of every article of `corpus`, on all cores.
    ///
    /// # Errors
    /// [`Cancelled`] when `cancel` asks for it; looked at before each article and
    /// every few thousand tokens within one.
    pub fn new(
        corpus: &Corpus,
        gazetteer: &Arc<Gazetteer>,
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<Self, Cancelled> {
        Self::build(corpus, gazetteer, None, &|_| None, progress, cancel)
    }

    /// The mentions of a corpus that shares articles with the one of `self`:
    /// `kept` says for an article of `corpus` which one of the old corpus has
    /// the same text and would be read the same with `gazetteer`. Only the
    /// others are looked at.
    ///
    /// # Errors
    /// As [`Annotations::new`].
    pub fn renewed(
        &self,
        corpus: &Corpus,
        gazetteer: &Arc<Gazetteer>,
        kept: &(dyn Fn(ArticleId) -> Option<ArticleId> + Sync),
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<Self, Cancelled> {
        let id = |entity: EntityId| Some(&*self.entities.get(entity)?.id);
        let old = Old {
            names: &self.found,
            id: &id,
        };
        Self::build(corpus, gazetteer, Some(&old), kept, progress, cancel)
    }

    /// As [`Annotations::renewed`], of names kept by an earlier run that knew
    /// the same lists.
    pub(super) fn restored(
        corpus: &Corpus,
        gazetteer: &Arc<Gazetteer>,
        names: &FoundNames,
        kept: &(dyn Fn(ArticleId) -> Option<ArticleId> + Sync),
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<Self, Cancelled> {
        let id = |entity: EntityId| gazetteer.entities().get(entity.index()).map(|e| &*e.id);
        let old = Old { names, id: &id };
        Self::build(corpus, gazetteer, Some(&old), kept, progress, cancel)
    }

    fn build(
        corpus: &Corpus,
        gazetteer: &Arc<Gazetteer>,
        old: Option<&Old<'_>>,
        kept: &(dyn Fn(ArticleId) -> Option<ArticleId> + Sync),
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<Self, Cancelled> {
        progress.set_total(corpus.articles.len() as u64);
        let part = |annotator: &mut Borrowed<'_, '_>, article: &Article| {
            cancel.check()?;
            let part = match kept(article.id).and_then(|id| old?.names.of(id)) {
                Some(mentions) => Part::Kept(mentions),
                None => Part::Fresh(annotator.names_of(article, cancel)?),
            };
            progress.advance(1);
            Ok(part)
        };
        let annotators = Annotators::new(gazetteer);
        let parts: Vec<Part<'_>> = corpus
            .articles
            .par_iter()
            .map_init(|| annotators.borrow(), part)
            .collect::<Result<_, Cancelled>>()?;
        let mut resolver = Resolver::new(Arc::clone(gazetteer));
        let mut moved = FxHashMap::default();
        let mut articles = Vec::with_capacity(parts.len());
        for (article, part) in corpus.articles.iter().zip(parts) {
            cancel.check()?;
            articles.push(match (part, old) {
                (Part::Fresh(spots), _) => resolver.mentions(&article.text, spots, cancel)?,
                (Part::Kept(mentions), Some(old)) => old.moved(
                    mentions,
                    &article.text,
                    &mut resolver,
                    gazetteer,
                    &mut moved,
                ),
                (Part::Kept(mentions), None) => mentions.into(),
            });
        }
        let (entities, keys) = resolver.finish();
        let periods = columns_of(corpus);
        let counts = by_entity(corpus, &articles, &periods);
        Ok(Self {
            found: FoundNames {
                n_listed: entities.gazetteer().entities().len(),
                articles,
                keys,
            },
            entities: Arc::new(entities),
            periods,
            counts,
            proposals: OnceLock::new(),
        })
    }

    /// The entities that the mentions refer to.
    #[must_use]
    pub const fn table(&self) -> &Arc<EntityTable> {
        &self.entities
    }

    /// What an earlier run would keep.
    pub(super) const fn found(&self) -> &FoundNames {
        &self.found
    }

    /// The names that lists know.
    #[must_use]
    pub fn gazetteer(&self) -> &Arc<Gazetteer> {
        self.entities.gazetteer()
    }

    /// The mentions of `article` in order of their place.
    #[must_use]
    pub fn of(&self, article: ArticleId) -> &[Mention] {
        self.found.of(article).unwrap_or_default()
    }

    /// The columns of all counts: the periods sorted by label, undated last.
    #[must_use]
    pub fn periods(&self) -> &[Option<Facet>] {
        &self.periods
    }

    /// Mentions of all articles.
    #[must_use]
    pub fn n_mentions(&self) -> usize {
        self.found
            .articles
            .iter()
            .map(|mentions| mentions.len())
            .sum()
    }

    /// How often `entity` is named, in each period.
    #[must_use]
    pub fn count(&self, entity: EntityId) -> EntityCount {
        let none = || vec![0; self.periods.len()].into();
        let by_period = self.counts.get(&entity).cloned().unwrap_or_else(none);
        EntityCount { entity, by_period }
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
        let mut counts = PeriodCounts::new(self.periods.len());
        for mention in self.of(article) {
            counts.add(mention.entity, column);
        }
        let counts = counts.into_rows().into_iter();
        let counts = counts.map(|(entity, by_period)| EntityCount { entity, by_period });
        self.ranked(counts.collect())
    }

    /// The spellings under which `entity` is named in `corpus`, the most
    /// frequent first. Looks at every mention of the corpus.
    #[must_use]
    pub fn spellings(&self, corpus: &Corpus, entity: EntityId) -> Vec<Spelling> {
        let mut forms = PeriodCounts::new(self.periods.len());
        for (article, mentions) in corpus.articles.iter().zip(&self.found.articles) {
            let column = column_of(&self.periods, article.period.as_ref());
            for mention in mentions.iter().filter(|m| m.entity == entity) {
                if let Some(form) = article.text.get(mention.span.range()) {
                    forms.add(
                        form.split_whitespace().collect::<Vec<_>>().join(" "),
                        column,
                    );
                }
            }
        }
        let forms = forms.into_rows().into_iter();
        let mut spellings: Vec<Spelling> = forms
            .map(|(form, by_period)| Spelling { form, by_period })
            .collect();
        spellings.sort_by(|a, b| {
            let total = |s: &Spelling| s.by_period.iter().sum::<u32>();
            total(b).cmp(&total(a)).then_with(|| a.form.cmp(&b.form))
        });
        spellings
    }

    /// Entities that may be one, those with most mentions first. Made when
    /// first asked for.
    #[must_use]
    pub fn proposals(&self) -> &[Proposal] {
        self.proposals.get_or_init(|| {
            let entities = self.entities();
            let named: Vec<_> = entities.iter().map(|c| (c.entity, c.total())).collect();
            propose(&self.entities, &named, Lexicon::shared())
        })
    }

    fn ranked(&self, mut counts: Vec<EntityCount>) -> Vec<EntityCount> {
        counts.sort_by(|a, b| {
            let name = |c: &EntityCount| self.entities.get(c.entity).map(|entity| &entity.id);
            b.total()
                .cmp(&a.total())
                .then_with(|| name(a).cmp(&name(b)))
        });
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Checkpoint;
    use crate::corpus::embedded;

    /// One article of all articles of the embedded corpus, over and over.
    fn huge() -> Corpus {
        let mut corpus = embedded::open();
        let texts: Vec<&str> = corpus.articles.iter().map(|a| &*a.text).collect();
        let all = texts.join("\n\n");
        let text = all.repeat(24_000 / crate::arabic::count_words(&all) as usize + 1);
        corpus.articles.truncate(1);
        corpus.articles[0].text = text.into();
        corpus
    }

    #[test]
    fn a_stop_is_heard_all_through_one_article() {
        let corpus = huge();
        let n_tokens = crate::arabic::count_words(&corpus.articles[0].text);
        let gazetteer = Arc::new(Gazetteer::for_corpus(&corpus, true).0);
        let progress = Progress::default();
        let named = |n_looks| {
            let cancel = CancelToken::after(n_looks);
            (
                Annotations::new(&corpus, &gazetteer, &progress, &cancel).err(),
                cancel,
            )
        };
        let enough = u64::from(u32::MAX);
        let (stopped, cancel) = named(enough);
        assert_eq!(stopped, None);
        let n_looks = enough - cancel.looks_left();
        // Forms, lists and rules, two walks of the tagger, names again.
        let every = u64::from(Checkpoint::EVERY);
        let least = 5 * (u64::from(n_tokens) / every) - 5;
        assert!(n_looks >= least, "{n_looks} looks, {n_tokens} tokens");
        for stop in (0..n_looks).step_by(23) {
            assert_eq!(
                named(stop).0,
                Some(Cancelled),
                "after {stop} of {n_looks} looks"
            );
        }
    }
}
