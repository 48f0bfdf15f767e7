//! What is marked in the open article, and the entities of the panel.

use crate::app::state::{AppState, ArticleMarks, EntityCard};
use crate::base::{ArticleId, EntityId};
use crate::jobs::Task;
use crate::ui::reading::MarkClass;
use std::sync::Arc;

impl AppState {
    pub(super) fn select_article(&mut self, id: ArticleId) {
        if self.article == Some(id) {
            return;
        }
        self.article = Some(id);
        self.mention = None;
        self.requests.reveal_row = true;
        self.set_marks(ArticleMarks::default());
        self.mark();
        self.recount();
    }

    /// Finds what is marked in the open article, off the window's thread.
    pub(super) fn mark(&mut self) {
        let Some(article) = self.article else {
            return;
        };
        let corpus = Arc::clone(&self.corpus);
        let gazetteer = self.names.clone();
        let query = self.query.clone();
        self.marking = Some(Task::start(&self.executor, "mark-article", move |_, _| {
            let text = corpus.article(article).map_or("", |article| &article.text);
            Ok(ArticleMarks {
                mentions: gazetteer
                    .map(|names| names.mentions(text))
                    .unwrap_or_default(),
                hits: query.map(|query| query.hits(text)).unwrap_or_default(),
            })
        }));
    }

    pub(super) fn set_marks(&mut self, marks: ArticleMarks) {
        let first_hit = marks.hits.first().map(|hit| hit.start);
        let had_hits = !self.marks.hits.is_empty();
        self.marks = marks;
        self.marks_revision += 1;
        if !had_hits && let Some(byte) = first_hit {
            self.requests.reveal_byte = Some(byte);
        }
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
