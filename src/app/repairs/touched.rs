//! Which articles a change of the names can be felt in.

use super::effect::Ground;
use crate::analysis::query::{Level, Node, Options, Query, Searchable, Term};
use crate::arabic::tokens;
use crate::base::{ArticleId, CancelToken, Cancelled, Progress};
use crate::corpus::Article;
use crate::entity::EntityType;
use crate::entity::repair::{Change, EntityEntry, Key, NamesFile};
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What can be otherwise after a change of the names.
#[derive(Default)]
pub(in crate::app) struct Touched<'a> {
    /// Entities, by id: the articles that mention them.
    ids: FxHashSet<&'a str>,
    /// Spellings: the articles that hold them.
    spellings: BTreeSet<&'a str>,
    files: FxHashSet<&'a str>,
    /// Forms that are not listed can change: every article.
    all: bool,
}

/// Articles to be read again.
pub(in crate::app) enum ToRead {
    All,
    These(FxHashSet<ArticleId>),
}

impl ToRead {
    pub(in crate::app) fn has(&self, article: ArticleId) -> bool {
        match self {
            Self::All => true,
            Self::These(articles) => articles.contains(&article),
        }
    }
}

impl<'a> Touched<'a> {
    /// What differs between two states of a file.
    pub(in crate::app) fn by(before: &'a NamesFile, after: &'a NamesFile) -> Self {
        let mut touched = Self::default();
        for Change { key, .. } in before.patch_to(after).changes() {
            for names in [before, after] {
                touched.entry_of(names, key);
            }
            let entities = |names: &'a NamesFile| match key {
                Key::Entity(id) => names.entity(id),
                Key::Reading { .. } => None,
            };
            touched.kinds(entities(before), entities(after));
        }
        touched
    }

    /// Everything that the entry of `key` says, before or after.
    fn entry_of(&mut self, names: &'a NamesFile, key: &Key) {
        match key {
            Key::Entity(id) => {
                if let Some(entry) = names.entity(id) {
                    self.entity(entry);
                }
            }
            Key::Reading { scope, text } => {
                let mut readings = names.readings().iter().map(|placed| &placed.value);
                let reading = readings.find(|r| r.text == *text && r.scope == *scope);
                let Some(reading) = reading else { return };
                if let Some(file) = reading.scope.file() {
                    self.files.insert(file);
                } else {
                    self.spellings.insert(&reading.text);
                    self.ids.extend(reading.verdict.entity());
                }
            }
        }
    }

    fn entity(&mut self, entry: &'a EntityEntry) {
        self.ids.insert(&entry.id);
        self.ids.extend(entry.same_as.as_deref());
        self.spellings.extend(entry.ar.as_deref());
        let names = entry.names.iter().chain(&entry.not);
        self.spellings.extend(names.map(String::as_str));
    }

    /// Group words and states make forms that no list has, so that a change
    /// of one can be felt anywhere.
    fn kinds(&mut self, before: Option<&EntityEntry>, after: Option<&EntityEntry>) {
        let makes_forms = |kind| matches!(kind, EntityType::Norp | EntityType::Gpe);
        let about = |e: &EntityEntry| (e.kind, e.country.clone());
        let (a, b) = (before.map(about), after.map(about));
        let names = |e: Option<&EntityEntry>| e.map(|e| (e.names.clone(), e.not.clone()));
        let is_group = |e: &Option<(EntityType, Option<String>)>| {
            e.as_ref()
                .is_some_and(|(kind, _)| *kind == EntityType::Norp)
        };
        let kinds = [&a, &b].into_iter().flatten();
        let any_forms = kinds.into_iter().any(|(kind, _)| makes_forms(*kind));
        self.all |= any_forms && a.is_some() && b.is_some() && a != b;
        self.all |= (is_group(&a) || is_group(&b)) && names(before) != names(after);
    }

    /// The articles to be read again.
    ///
    /// # Errors
    /// [`Cancelled`] when `cancel` asks for it.
    pub(in crate::app) fn articles(
        &self,
        ground: &Ground,
        cancel: &CancelToken,
    ) -> Result<ToRead, Cancelled> {
        let Some(indexed) = ground
            .indexed
            .as_ref()
            .filter(|indexed| !self.all && Arc::ptr_eq(&indexed.corpus, &ground.corpus))
        else {
            return Ok(if self.all || !self.spellings.is_empty() {
                ToRead::All
            } else {
                ToRead::These(self.named(ground))
            });
        };
        let mut articles = self.named(ground);
        let nobody = |_: &str| None;
        let context = Searchable {
            facets: &indexed.facets,
            entity: &nobody,
            titles: None,
        };
        let options = Options {
            level: Level::Clitics,
            ..Options::default()
        };
        for spelling in &self.spellings {
            let Some(query) = phrase(spelling) else {
                continue;
            };
            let progress = Progress::default();
            let answer = query.search(&indexed.index, &context, &options, &progress, cancel)?;
            articles.extend(answer.matches.iter().map(|found| found.article));
        }
        Ok(ToRead::These(articles))
    }

    /// The articles of the files, and those that mention the entities.
    fn named(&self, ground: &Ground) -> FxHashSet<ArticleId> {
        let table = ground.annotations.table();
        let ids: FxHashSet<_> = self.ids.iter().filter_map(|id| table.find(id)).collect();
        let is_touched = |article: &&Article| {
            let mut mentions = ground.annotations.of(article.id).iter();
            self.files.contains(&*article.file) || mentions.any(|m| ids.contains(&m.entity))
        };
        let articles = ground.corpus.articles.iter().filter(is_touched);
        articles.map(|article| article.id).collect()
    }
}

/// The query for `spelling` as words one after another.
fn phrase(spelling: &str) -> Option<Query> {
    let words = tokens(spelling).map(|token| Term::Word(token.span.slice(spelling).into()));
    let mut words: Vec<Term> = words.collect();
    match words.len() {
        0 => None,
        1 => words.pop().map(|word| Query::new(Node::Word(word))),
        _ => Some(Query::new(Node::Phrase(words))),
    }
}
