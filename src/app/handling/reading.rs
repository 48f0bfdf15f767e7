//! What is marked in the open article, and the entities of the panel.

use crate::app::command::View;
use crate::app::state::AppState;
use crate::app::state::looked_at::{EntitiesKey, EntityList, LookedAt, LookedAtKey};
use crate::app::state::reading::{HitsKey, NamedArticle, NamesKey, NamesSource};
use crate::base::{ArticleId, CancelToken, Cancelled};
use crate::corpus::Corpus;
use crate::entity::{Annotations, EntityTable, Expression, ExpressionFinder};
use crate::jobs::Same;
use std::sync::Arc;

impl AppState {
    pub(super) fn select_article(&mut self, id: ArticleId) {
        if self.article == Some(id) {
            return;
        }
        self.article = Some(id);
        self.article_revision += 1;
        self.mention = None;
        self.place = None;
        self.hits.leave();
        self.requests.reveal_row = true;
        self.requests.reveal_byte = None;
        self.requests.middle_byte = None;
        self.marks.forget();
        self.follow_trail();
        // What was done to another article was seen there; it can be undone
        // by its key.
        self.repairs.done = None;
    }

    /// Marks the names of the open article, its hits, its dates, times and
    /// casualties.
    pub(super) fn refresh_marks(&mut self) -> bool {
        let Some(article) = self.article else {
            return false;
        };
        let came = self.mark_names(article);
        self.marks
            .expressions
            .want(&self.executor, "find-dates", self.article_revision, || {
                let corpus = Arc::clone(&self.corpus);
                move |_: &_, cancel: &_| expressions_of(&corpus, article, cancel)
            });
        let found = self.search.found();
        let key = HitsKey {
            revision: self.article_revision,
            article: Some(article),
            found: found.map(Same::of),
        };
        let had_hits = self
            .marks
            .hits
            .last()
            .is_some_and(|(_, hits)| !hits.is_empty());
        self.marks
            .hits
            .want(&self.executor.at_once(), "mark-hits", key, || {
                let found = found.cloned();
                move |_: &_, _: &_| {
                    let found = found.as_ref();
                    Ok(found.map_or_else(Vec::new, |found| {
                        found.answer.spans_of(article, &found.indexed.index)
                    }))
                }
            });
        let marked = self.marks.hits.poll();
        let goes = self.requests.reveal_byte.or(self.requests.middle_byte);
        if marked && !had_hits && !self.keeps_scroll && goes.is_none() {
            self.requests.reveal_byte = self.marks.hits().first().map(|first| first.start);
        }
        self.marks.expressions.poll() || came || marked
    }

    /// Marks the names as the whole corpus has them; until these are found, as
    /// the lists have them, off the window's thread.
    fn mark_names(&mut self, article: ArticleId) -> bool {
        let key = |known| NamesKey {
            revision: self.article_revision,
            article,
            known,
        };
        if let Some(names) = self.annotations() {
            let key = key(NamesSource::Corpus(Same::of(names)));
            let names = Arc::clone(names);
            // A copy of what is there.
            self.marks
                .names
                .want(&self.executor.at_once(), "mark-names", key, || {
                    move |_: &_, _: &_| {
                        let mentions = names.of(article).into();
                        Ok(NamedArticle::new(Arc::clone(names.table()), mentions))
                    }
                });
        } else if let Some(names) = &self.names {
            let key = key(NamesSource::Lists(Same::of(names)));
            self.marks
                .names
                .want(&self.executor, "mark-names", key, || {
                    let (corpus, names) = (Arc::clone(&self.corpus), Arc::clone(names));
                    move |_: &_, _: &_| {
                        let (table, mentions) = match corpus.article(article) {
                            Some(article) => Annotations::of_article(&names, article),
                            None => (EntityTable::listed(names), Box::default()),
                        };
                        Ok(NamedArticle::new(Arc::new(table), mentions))
                    }
                });
        }
        self.marks.names.poll()
    }

    /// Lists the entities, and gathers what is known of the one looked at and
    /// of the one under the pointer, off the window's thread.
    pub(super) fn refresh_looked_at(&mut self) -> bool {
        if let Some(names) = self.annotations()
            && self.view == View::Reading
        {
            let article = self.article.filter(|_| !self.entities_of_corpus);
            let filter = self.entities_of_corpus.then(|| self.filter.clone());
            let key = EntitiesKey {
                names: Same::of(names),
                article,
                classes: self.shown,
                filter: filter.unwrap_or_default(),
            };
            self.entities
                .want(&self.executor, "list-entities", key.clone(), || {
                    let corpus = Arc::clone(&self.corpus);
                    move |_: &_, _: &_| Ok(EntityList::new(&key, &corpus))
                });
        }
        let mut came = self.entities.poll();
        let Some(table) = self.table().cloned() else {
            return came;
        };
        let names = self.annotations().cloned();
        let key_of = |id: &Option<Box<str>>| {
            let id = id.as_deref()?;
            LookedAtKey::new(names.as_ref(), &table, id)
        };
        let (card, hovered) = (key_of(&self.card), key_of(&self.hovered));
        if self.card.is_some() && card.is_none() {
            // The names do not know it any more.
            self.look_at(None);
        }
        for (slot, name, key) in [
            (&mut self.card_shown, "card", card),
            (&mut self.hover_shown, "hover-card", hovered),
        ] {
            let Some(key) = key else { continue };
            slot.want(&self.executor, name, key.clone(), || {
                let corpus = Arc::clone(&self.corpus);
                move |_: &_, _: &_| Ok(LookedAt::new(key, &corpus))
            });
            came |= slot.poll();
        }
        came
    }

    /// Looks at the entity with that id, or at none.
    pub(super) fn look_at(&mut self, entity: Option<Box<str>>) {
        self.repairs.editing &= entity.is_some();
        if entity.is_none() {
            self.card_shown.forget();
            self.mention = None;
        }
        self.card = entity;
    }

    /// Looks at the entity of the mention at that place of the open article.
    pub(super) fn look_at_mention(&mut self, index: usize) {
        let Some(mention) = self.marks.mentions().get(index).copied() else {
            return;
        };
        self.mention = Some(mention.span);
        let entity = self.marks.entity(&mention);
        self.look_at(entity.map(|entity| entity.id.clone()));
    }
}

/// The dates, times and casualties of an article, in order.
fn expressions_of(
    corpus: &Corpus,
    article: ArticleId,
    cancel: &CancelToken,
) -> Result<Vec<Expression>, Cancelled> {
    let mut found = Vec::new();
    if let Some(article) = corpus.article(article) {
        let (text, date) = (&article.text, article.date);
        ExpressionFinder::new().find_until(text, date, &mut found, cancel)?;
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dates_of_the_open_article_stop_when_they_are_asked_to() {
        let (corpus, cancel) = (crate::corpus::embedded::open(), CancelToken::default());
        let found = || expressions_of(&corpus, ArticleId(0), &cancel);
        assert!(found().is_ok_and(|found| !found.is_empty()));
        cancel.cancel();
        assert_eq!(found(), Err(Cancelled));
    }
}
