//! What the menu of repairs is about, and the repairs that it offers.

use crate::app::repairs::MarkedWords;
use crate::app::state::AppState;
use crate::base::{ByteSpan, CharIndex};
use crate::entity::repair::{Meaning, Reach, Repair, Words};
use crate::entity::{Basis, EntityType, Mention, Origin, listed_mentions};

/// Words of the open article, and the mention that they are.
#[derive(Debug, Clone)]
pub(in crate::app) struct Subject {
    /// The article, as the state counts those opened.
    pub(in crate::app) revision: u64,
    /// The words that are marked, or are to be.
    pub(in crate::app) words: MarkedWords,
    pub(in crate::app) mention: Option<Mention>,
    /// The entity mentioned.
    pub(in crate::app) entity: Option<Subjected>,
    /// Selected words that overlap the mention.
    pub(in crate::app) selected: Option<MarkedWords>,
}

/// The entity that a mention names, in terms that outlive its table.
#[derive(Debug, Clone)]
pub(in crate::app) struct Subjected {
    id: Box<str>,
    /// Its Arabic name.
    pub(in crate::app) ar: Box<str>,
    /// Whether a list knows it.
    is_listed: bool,
}

impl Subject {
    /// The words `selected` of the open article.
    pub(in crate::app) fn of_selection(state: &AppState, selected: ByteSpan) -> Option<Self> {
        let words = marked(state, selected)?;
        let mention = state.marks.mentions().iter().find(|m| m.span == words.span);
        let mut subject = Self {
            revision: state.article_revision,
            words,
            mention: None,
            entity: None,
            selected: None,
        };
        if let Some(mention) = mention {
            subject.take_mention(state, *mention);
        }
        Some(subject)
    }

    /// The mention with that place among those of the open article, and what is
    /// selected.
    pub(in crate::app) fn of_mention(
        state: &AppState,
        mention: usize,
        selected: Option<ByteSpan>,
    ) -> Option<Self> {
        let article = state.open_article()?;
        let mention = *state.marks.mentions().get(mention)?;
        let overlapping = selected.filter(|span| span.overlaps(mention.span));
        let mut subject = Self {
            revision: state.article_revision,
            words: MarkedWords::of_mention(&article.text, mention.span),
            mention: None,
            entity: None,
            selected: overlapping
                .and_then(|span| marked(state, span))
                .filter(|words| words.span != mention.span),
        };
        subject.take_mention(state, mention);
        Some(subject)
    }

    fn take_mention(&mut self, state: &AppState, mention: Mention) {
        let entity = state.marks.entity(&mention);
        self.entity = entity.map(|entity| Subjected {
            id: entity.id.clone(),
            ar: entity.ar.clone(),
            is_listed: entity.origin != Origin::Text,
        });
        self.mention = Some(mention);
    }

    /// The words that are marked.
    pub(in crate::app) fn text<'a>(&self, state: &'a AppState) -> &'a str {
        let article = state.open_article();
        article.map_or("", |article| self.words.span.slice(&article.text))
    }

    fn words_at(state: &AppState, span: ByteSpan) -> Option<Words> {
        let text = &state.open_article()?.text;
        let start = CharIndex::new(text).char_of(span.start as usize);
        Some(Words {
            start: u32::try_from(start).ok()?,
            text: span.slice(text).to_owned(),
        })
    }

    fn scope(&self, state: &AppState, reach: Reach) -> Option<crate::entity::repair::Scope> {
        let words = Self::words_at(state, self.words.span)?;
        Some(reach.scope(&state.open_article()?.file, words.start))
    }

    pub(in crate::app) fn mark(
        &self,
        state: &AppState,
        reach: Reach,
        kind: EntityType,
    ) -> Option<Repair> {
        Some(Repair::Mark {
            text: self.text(state).to_owned(),
            scope: self.scope(state, reach)?,
            meaning: Meaning::OfType(kind),
        })
    }

    pub(in crate::app) fn same_as(
        &self,
        state: &AppState,
        reach: Reach,
        entity: &str,
    ) -> Option<Repair> {
        Some(Repair::SameAs {
            text: self.text(state).to_owned(),
            scope: self.scope(state, reach)?,
            entity: entity.to_owned(),
        })
    }

    pub(in crate::app) fn no_name(&self, state: &AppState, reach: Reach) -> Option<Repair> {
        let is_listed = self
            .mention
            .is_some_and(|mention| matches!(mention.basis, Basis::List(_)));
        Some(Repair::NotAName {
            text: self.text(state).to_owned(),
            scope: self.scope(state, reach)?,
            // What no list says can be taken from no entity.
            entity: self.entity().filter(|_| is_listed),
        })
    }

    pub(in crate::app) fn change_type(
        &self,
        state: &AppState,
        reach: Reach,
        kind: EntityType,
    ) -> Option<Repair> {
        Some(Repair::ChangeType {
            text: self.text(state).to_owned(),
            scope: self.scope(state, reach)?,
            entity: self.entity().filter(|_| self.is_listed()),
            kind,
        })
    }

    /// The name is `to`, not the words of the mention.
    pub(in crate::app) fn change_span(
        &self,
        state: &AppState,
        reach: Reach,
        to: ByteSpan,
    ) -> Option<Repair> {
        let mention = self.mention?;
        let meaning = match self.entity() {
            // Whom only texts name is named by its words.
            Some(id) if self.is_listed() => Meaning::Entity(id),
            _ => Meaning::OfType(mention.kind),
        };
        Some(Repair::ChangeSpan {
            file: state.open_article()?.file.to_string(),
            from: Self::words_at(state, mention.span)?,
            to: Self::words_at(state, to)?,
            reach,
            meaning,
        })
    }

    pub(in crate::app) fn entity(&self) -> Option<String> {
        self.entity.as_ref().map(|entity| entity.id.to_string())
    }

    fn is_listed(&self) -> bool {
        self.entity.as_ref().is_some_and(|entity| entity.is_listed)
    }
}

/// The words that `selected` touches, proclitics left outside where a list
/// knows what remains.
fn marked(state: &AppState, selected: ByteSpan) -> Option<MarkedWords> {
    let gazetteer = state.names.as_ref();
    let is_name = |words: &str| {
        gazetteer.is_some_and(|names| {
            let found = listed_mentions(names, words);
            found.iter().any(|m| m.span.len() as usize == words.len())
        })
    };
    MarkedWords::of(&state.open_article()?.text, selected, is_name)
}
