//! What the menu of repairs is about, and the repairs that it offers.

use crate::app::repairs::MarkedWords;
use crate::app::state::AppState;
use crate::base::{ByteSpan, CharIndex};
use crate::entity::repair::{Meaning, Repair, RepairReach, Scope, Words};
use crate::entity::{Basis, EntityType, Mention, Origin, Rule, listed_mentions};
use std::borrow::Cow;

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

    /// The words that are marked, with the article of للأمم in full.
    pub(in crate::app) fn text<'a>(&self, state: &'a AppState) -> Cow<'a, str> {
        let article = state.open_article();
        article.map_or(Cow::Borrowed(""), |article| {
            self.in_full(&article.text, self.words.span)
        })
    }

    /// The words `span`, as they stand where no ل has taken the alef of their
    /// article.
    pub(in crate::app) fn in_full<'t>(&self, text: &'t str, span: ByteSpan) -> Cow<'t, str> {
        let words = span.slice(text);
        let mut mention = self.mention.iter();
        if mention.any(|m| m.article_elided && m.span.start == span.start) {
            Cow::Owned(format!("ا{words}"))
        } else {
            Cow::Borrowed(words)
        }
    }

    /// The words `span` as a repair of that reach speaks of them: those of one
    /// place as they stand there.
    fn words_at(&self, state: &AppState, span: ByteSpan, reach: RepairReach) -> Option<Words> {
        let text = &state.open_article()?.text;
        let start = CharIndex::new(text).char_of(span.start as usize);
        Some(Words {
            start: u32::try_from(start).ok()?,
            text: match reach {
                RepairReach::Here => span.slice(text).to_owned(),
                RepairReach::Article | RepairReach::Everywhere => {
                    self.in_full(text, span).into_owned()
                }
            },
        })
    }

    /// The words, and where what is said of them holds.
    fn said_of(&self, state: &AppState, reach: RepairReach) -> Option<(String, Scope)> {
        let words = self.words_at(state, self.words.span, reach)?;
        let scope = reach.scope(&state.open_article()?.file, words.start);
        Some((words.text, scope))
    }

    pub(in crate::app) fn mark(
        &self,
        state: &AppState,
        reach: RepairReach,
        kind: EntityType,
    ) -> Option<Repair> {
        let (text, scope) = self.said_of(state, reach)?;
        let meaning = Meaning::OfType(kind);
        Some(Repair::Mark {
            text,
            scope,
            meaning,
        })
    }

    pub(in crate::app) fn same_as(
        &self,
        state: &AppState,
        reach: RepairReach,
        entity: &str,
    ) -> Option<Repair> {
        let (text, scope) = self.said_of(state, reach)?;
        let entity = entity.to_owned();
        Some(Repair::SameAs {
            text,
            scope,
            entity,
        })
    }

    pub(in crate::app) fn no_name(&self, state: &AppState, reach: RepairReach) -> Option<Repair> {
        let (text, scope) = self.said_of(state, reach)?;
        Some(Repair::NotAName { text, scope })
    }

    pub(in crate::app) fn change_type(
        &self,
        state: &AppState,
        reach: RepairReach,
        kind: EntityType,
    ) -> Option<Repair> {
        let (text, scope) = self.said_of(state, reach)?;
        // Elsewhere, words that are its name only in this article are others'.
        let is_its_name = reach != RepairReach::Everywhere || self.is_by_list();
        Some(Repair::ChangeType {
            text,
            scope,
            entity: self.entity().filter(|_| self.is_listed() && is_its_name),
            kind,
        })
    }

    /// The name is `to`, not the words of the mention.
    pub(in crate::app) fn change_span(
        &self,
        state: &AppState,
        reach: RepairReach,
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
            from: self.words_at(state, mention.span, reach)?,
            to: self.words_at(state, to, reach)?,
            reach,
            meaning,
        })
    }

    pub(in crate::app) fn entity(&self) -> Option<String> {
        self.entity.as_ref().map(|entity| entity.id.to_string())
    }

    /// Whether the words are the entity's because a list or the reader has them
    /// so, not because the article or another spelling leads to it.
    fn is_by_list(&self) -> bool {
        self.mention.is_some_and(|mention| match mention.basis {
            Basis::List(_) | Basis::Reader => true,
            Basis::Rule(rule) => matches!(
                rule,
                Rule::GroupWord | Rule::StateBody | Rule::Medium | Rule::Supported
            ),
            Basis::Model => false,
        })
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
