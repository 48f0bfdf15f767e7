//! What is marked in the open article.

use super::search::SearchAnswer;
use crate::analysis::concordance::HitKey;
use crate::app::state::AppState;
use crate::arabic::tokens;
use crate::base::{ArticleId, ByteSpan, EntityId};
use crate::entity::{Annotations, EntityTable, Expression, Gazetteer, Mention};
use crate::jobs::{Derived, Same};
use std::sync::Arc;

/// Mentions, and the entities that they refer to: what one says of the other
/// holds only as long as they stay together.
pub(in crate::app) struct NamedArticle {
    table: Arc<EntityTable>,
    mentions: Box<[Mention]>,
}

impl NamedArticle {
    /// `mentions` of entities of `table`.
    pub(in crate::app) fn new(table: Arc<EntityTable>, mentions: Box<[Mention]>) -> Self {
        Self { table, mentions }
    }
}

/// What the mentions of the open article depend on.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::app) struct NamesKey {
    /// The article, as the state counts those opened.
    pub(in crate::app) revision: u64,
    pub(in crate::app) article: ArticleId,
    pub(in crate::app) known: NamesSource,
}

/// By what names are found.
#[derive(Debug, Clone)]
pub(in crate::app) enum NamesSource {
    /// The names of the whole corpus.
    Corpus(Same<Annotations>),
    /// The lists alone, until these have come.
    Lists(Same<Gazetteer>),
}

impl PartialEq for NamesSource {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Corpus(a), Self::Corpus(b)) => a == b,
            (Self::Lists(a), Self::Lists(b)) => a == b,
            _ => false,
        }
    }
}

/// What the hits of the open article depend on.
#[derive(Clone, PartialEq)]
pub(in crate::app) struct HitsKey {
    /// The article, as the state counts those opened.
    pub(in crate::app) revision: u64,
    pub(in crate::app) article: Option<ArticleId>,
    pub(in crate::app) found: Option<Same<SearchAnswer>>,
}

/// What is marked in the open article.
#[derive(Default)]
pub(in crate::app) struct ArticleMarks {
    pub(in crate::app) names: Derived<NamesKey, NamedArticle>,
    /// Dates, times and casualties of the article opened at that revision.
    pub(in crate::app) expressions: Derived<u64, Vec<Expression>>,
    pub(in crate::app) hits: Derived<HitsKey, Vec<ByteSpan>>,
}

impl ArticleMarks {
    /// Forgets the marks of an article that was open.
    pub(in crate::app) fn forget(&mut self) {
        self.names.forget();
        self.expressions.forget();
        self.hits.forget();
    }

    fn named(&self) -> Option<&NamedArticle> {
        self.names.last().map(|(_, named)| &**named)
    }

    /// The mentions in the order of their places.
    pub(in crate::app) fn mentions(&self) -> &[Mention] {
        self.named().map_or(&[], |named| &named.mentions)
    }

    /// The entities of the mentions.
    pub(in crate::app) fn table(&self) -> Option<&Arc<EntityTable>> {
        self.named().map(|named| &named.table)
    }

    /// The id of the entity that `mention`, one of [`Self::mentions`], names.
    pub(in crate::app) fn entity(&self, mention: &Mention) -> Option<&crate::entity::Entity> {
        self.named()?.table.get(mention.entity)
    }

    /// The place of the entity `id` in the table of the mentions.
    pub(in crate::app) fn find(&self, id: &str) -> Option<EntityId> {
        self.named()?.table.find(id)
    }

    /// Dates, times and casualties.
    pub(in crate::app) fn expressions(&self) -> &[Expression] {
        self.expressions.last().map_or(&[], |(_, found)| found)
    }

    /// The hits of the search.
    pub(in crate::app) fn hits(&self) -> &[ByteSpan] {
        self.hits.shown().map_or(&[], |hits| hits)
    }

    /// Counts the marks, so that the pane notices new ones.
    pub(in crate::app) const fn revision(&self) -> u64 {
        self.names.revision() + self.expressions.revision() + self.hits.revision()
    }
}

impl AppState {
    /// Where the note on `words` of the open article stands: the same place that
    /// the concordance has for the line of a hit that they begin in.
    pub(in crate::app) fn place_of_note(&self, words: ByteSpan) -> Option<HitKey> {
        let article = self.open_article()?;
        let start = word_at(&article.text, words.start)?;
        let hits = self.marks.hits().iter();
        let hit = hits.filter(|hit| hit.start <= start && start < hit.end);
        let hit = hit.copied().next().unwrap_or(ByteSpan::new(start, start));
        let whole = ByteSpan::new(hit.start, hit.end.max(words.end).max(start + 1));
        Some(self.lines.marks.place_of_note(&article.file, whole))
    }
}

/// The first byte of the word of `text` that byte `byte` stands in or before, on
/// its line.
fn word_at(text: &str, byte: u32) -> Option<u32> {
    let before = text.get(..byte as usize)?;
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    let local = byte.checked_sub(u32::try_from(line).ok()?)?;
    let word = tokens(text.get(line..)?).find(|token| token.span.end > local)?;
    Some(byte - local + word.span.start)
}
