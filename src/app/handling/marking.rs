//! What is marked in the open article, and the entities of the panel.

use crate::app::state::{AppState, ArticleMarks, EntityCard, MarkedArticle};
use crate::base::{ArticleId, EntityId};
use crate::entity::{Annotations, find_expressions};
use crate::jobs::{Outcome, Task};
use crate::ui::reading::MarkClass;
use std::sync::Arc;

impl AppState {
    pub(super) fn select_article(&mut self, id: ArticleId) {
        if self.article == Some(id) {
            return;
        }
        self.article = Some(id);
        self.article_revision += 1;
        self.mention = None;
        self.requests.reveal_row = true;
        self.clear_marks();
        self.mark();
        self.recount();
    }

    /// Finds the names of the open article, off the window's thread, and marks
    /// its hits.
    pub(super) fn mark(&mut self) {
        self.mark_hits();
        self.find_expressions();
        if self.annotations.is_some() {
            self.mark_names();
            return;
        }
        let (Some(article), Some(names)) = (self.article, self.names.clone()) else {
            return;
        };
        let corpus = Arc::clone(&self.corpus);
        self.marking = Some(Task::start(&self.executor, "mark-article", move |_, _| {
            let article = corpus.article(article);
            let names = article.map(|article| Annotations::of_article(&names, article));
            Ok(names.map(|(table, mentions)| MarkedArticle {
                table: Arc::new(table),
                mentions: mentions.into_vec(),
            }))
        }));
    }

    /// Shows what the names of the whole corpus are. Positions of entities
    /// change with them; what the reader looks at is found again by its id.
    pub(super) fn take_annotations(&mut self, annotations: Annotations) {
        let old = self.table.take();
        let looked_at = self.card.take().and_then(|card| {
            let id = &old.as_ref()?.entity(card.entity).id;
            annotations.table().find(id)
        });
        self.annotations = Some(Arc::new(annotations));
        self.repairs.revision += 1;
        self.start_proposing();
        self.mark_names();
        self.table = self
            .annotations
            .as_ref()
            .map(|names| Arc::clone(names.table()));
        self.recount();
        self.look_at(looked_at);
        self.renew_names();
    }

    /// Marks the names of the open article as the whole corpus has them.
    pub(super) fn mark_names(&mut self) {
        let (Some(annotations), Some(article)) = (&self.annotations, self.article) else {
            return;
        };
        self.marking = None;
        self.marks.mentions = annotations.of(article).to_vec();
        self.table = Some(Arc::clone(annotations.table()));
        self.marks_revision += 1;
    }

    /// Finds the dates, times and casualties of the open article, off the
    /// window's thread.
    fn find_expressions(&mut self) {
        let Some(article) = self.article else {
            return;
        };
        let corpus = Arc::clone(&self.corpus);
        self.dating = Some(Task::start(&self.executor, "find-dates", move |_, _| {
            let mut found = Vec::new();
            if let Some(article) = corpus.article(article) {
                find_expressions(&article.text, article.date, &mut found);
            }
            Ok(found)
        }));
    }

    pub(super) fn collect_marks(&mut self) {
        if let Some(outcome) = self.dating.as_mut().and_then(Task::poll) {
            self.dating = None;
            if let Outcome::Done(found) = outcome {
                self.marks.expressions = found;
                self.marks_revision += 1;
            }
        }
        let Some(outcome) = self.marking.as_mut().and_then(Task::poll) else {
            return;
        };
        self.marking = None;
        if let Outcome::Done(Some(marked)) = outcome {
            self.marks.mentions = marked.mentions;
            self.table = Some(marked.table);
            self.marks_revision += 1;
        }
    }

    /// Marks the hits of the open article.
    pub(super) fn mark_hits(&mut self) {
        let found = self.search.found.as_ref().zip(self.article);
        let hits = found.map_or_else(Vec::new, |(found, article)| {
            found.answer.spans_of(article, &found.indexed.index)
        });
        let had_hits = !self.marks.hits.is_empty();
        if !had_hits && let Some(first) = hits.first() {
            self.requests.reveal_byte = Some(first.start);
        }
        self.marks.hits = hits;
        self.marks_revision += 1;
    }

    /// Forgets the marks of the article that was open.
    pub(super) fn clear_marks(&mut self) {
        self.marks = ArticleMarks::default();
        self.marks_revision += 1;
    }

    pub(super) fn recount(&mut self) {
        let Some(annotations) = self.annotations.clone() else {
            return;
        };
        self.entities = match self.article {
            Some(article) if !self.entities_of_corpus => {
                annotations.entities_of(&self.corpus, article)
            }
            _ => annotations.entities(),
        };
    }

    pub(super) fn look_at(&mut self, entity: Option<EntityId>) {
        self.repairs.editing &= entity.is_some();
        self.card = entity.map(|entity| EntityCard {
            entity,
            spellings: self
                .annotations
                .as_ref()
                .map(|annotations| annotations.spellings(&self.corpus, entity))
                .unwrap_or_default(),
        });
    }

    /// Goes to the next mention of the entity looked at, or of any that is
    /// shown; around the ends of the article.
    pub(super) fn step_mention(&mut self, forwards: bool) {
        let entity = self.card.as_ref().map(|card| card.entity);
        let candidates: Vec<usize> = self
            .marks
            .mentions
            .iter()
            .enumerate()
            .filter(|(_, m)| match entity {
                Some(entity) => m.entity == entity,
                None => self.shown.has(MarkClass::of(m.kind)),
            })
            .map(|(index, _)| index)
            .collect();
        let next = match (self.mention, forwards) {
            (Some(at), true) => candidates.iter().find(|i| **i > at).or(candidates.first()),
            (Some(at), false) => {
                let before = candidates.iter().rev().find(|i| **i < at);
                before.or(candidates.last())
            }
            (None, true) => candidates.first(),
            (None, false) => candidates.last(),
        };
        if let Some(index) = next.copied() {
            self.mention = Some(index);
            self.requests.reveal_byte = self.marks.mentions.get(index).map(|m| m.span.start);
        }
    }
}
