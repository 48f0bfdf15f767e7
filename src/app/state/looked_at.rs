//! The entities that the reader looks at: all of them, and one. Everything
//! here keeps the table that its positions of entities belong to.

use super::AppState;
use crate::analysis::PeriodFilter;
use crate::analysis::query::{Node, Term};
use crate::arabic::{fold, tokens};
use crate::base::{ArticleId, CancelToken, Cancelled, EntityId};
use crate::corpus::{Corpus, Facet};
use crate::entity::study::{SpellingRows, StudyScope, naming};
use crate::entity::{Annotations, Entity, EntityCount, EntityTable, Spelling};
use crate::jobs::{Derived, Same};
use crate::ui::reading::{MarkClass, ShownClasses};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A concordance is made of so many spellings; more would make a query that
/// nobody reads.
const MOST_SPELLINGS: usize = 24;

/// What the list of entities depends on.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::app) struct EntitiesKey {
    pub(in crate::app) names: Same<Annotations>,
    /// The article whose entities are listed; `None` for those of the corpus.
    pub(in crate::app) article: Option<ArticleId>,
    pub(in crate::app) classes: ShownClasses,
    /// The periods whose mentions count; nothing for an article.
    pub(in crate::app) filter: PeriodFilter,
}

/// The entities of the classes and periods that are shown.
pub(in crate::app) struct EntityList {
    names: Arc<Annotations>,
    /// Each with its mentions in the periods shown, the most first.
    rows: Vec<(EntityCount, u32)>,
    /// The most mentions that any entity has, also one that is not shown.
    pub(in crate::app) most: u32,
    /// Whether entities of hidden classes are left out.
    pub(in crate::app) has_hidden: bool,
}

impl EntityList {
    /// Lists what `key` asks for.
    pub(in crate::app) fn new(key: &EntitiesKey, corpus: &Corpus) -> Self {
        let names = Arc::clone(&key.names.0);
        let counts = match key.article {
            Some(article) => names.entities_of(corpus, article),
            None => names.entities(),
        };
        let periods = names.periods();
        let total = |count: &EntityCount| -> u32 {
            let counts = periods.iter().zip(&count.by_period);
            counts
                .filter(|(period, _)| key.filter.shows(period.as_ref()))
                .map(|(_, n)| n)
                .sum()
        };
        let mut most = 1;
        let (mut rows, mut has_hidden) = (Vec::new(), false);
        for count in counts {
            let total = total(&count);
            most = most.max(total);
            let entity = names.table().get(count.entity);
            let class = entity.map(|entity| MarkClass::of(entity.kind));
            let Some(class) = class.filter(|_| total > 0) else {
                continue;
            };
            if key.classes.has(class) {
                rows.push((count, total));
            } else {
                has_hidden = true;
            }
        }
        rows.sort_by_key(|(_, total)| Reverse(*total));
        Self {
            names,
            rows,
            most,
            has_hidden,
        }
    }

    /// How many they are.
    pub(in crate::app) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The entity at a place of the list, its counts, and their sum.
    pub(in crate::app) fn row(&self, place: usize) -> Option<(&Entity, &EntityCount, u32)> {
        let (count, total) = self.rows.get(place)?;
        Some((self.names.table().get(count.entity)?, count, *total))
    }

    /// The columns of the counts.
    pub(in crate::app) fn periods(&self) -> &[Option<Facet>] {
        self.names.periods()
    }
}

/// An entity, the table that it stands in, and the names counted.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::app) struct LookedAtKey {
    table: Same<EntityTable>,
    entity: EntityId,
    /// What the table knows of it.
    known: Entity,
    /// The names of the corpus, once they are found.
    names: Option<Same<Annotations>>,
}

impl LookedAtKey {
    /// The entity `id` of `names`, or of `table` until they are found; nothing
    /// where it is not known.
    pub(in crate::app) fn new(
        names: Option<&Arc<Annotations>>,
        table: &Arc<EntityTable>,
        id: &str,
    ) -> Option<Self> {
        let table = names.map_or(table, |names| names.table());
        let entity = table.find(id)?;
        Some(Self {
            table: Same::of(table),
            entity,
            known: table.get(entity)?.clone(),
            names: names.map(Same::of),
        })
    }
}

/// One entity and its spellings.
pub(in crate::app) struct LookedAt {
    key: LookedAtKey,
    /// The most frequent first; none until the names of the corpus are found.
    pub(in crate::app) spellings: Vec<Spelling>,
}

impl LookedAt {
    /// Gathers the spellings of an entity. Looks at every mention of the
    /// corpus.
    pub(in crate::app) fn new(key: LookedAtKey, corpus: &Corpus) -> Self {
        let names = key.names.as_ref();
        let spellings = names.map(|names| names.0.spellings(corpus, key.entity));
        Self {
            spellings: spellings.unwrap_or_default(),
            key,
        }
    }

    /// What is known of it.
    pub(in crate::app) const fn known(&self) -> &Entity {
        &self.key.known
    }

    /// Its place in [`Self::table`].
    pub(in crate::app) const fn entity(&self) -> EntityId {
        self.key.entity
    }

    /// The entities that it is one of.
    pub(in crate::app) fn table(&self) -> &Arc<EntityTable> {
        &self.key.table.0
    }

    /// The columns of the counts of its spellings.
    pub(in crate::app) fn periods(&self) -> &[Option<Facet>] {
        let names = self.key.names.as_ref();
        names.map_or(&[], |names| names.0.periods())
    }
}

/// An entity whose spellings are gathered as a part of a query.
pub(in crate::app) struct Spelt {
    pub(in crate::app) id: Box<str>,
    /// A word that must stand near it.
    pub(in crate::app) near: Option<Box<str>>,
    pub(in crate::app) query: Derived<(), Option<Node>>,
}

impl Spelt {
    /// The spellings of the entity `id` as a part of a query; nothing without
    /// any.
    ///
    /// # Errors
    /// [`Cancelled`] when `cancel` asks for it.
    pub(in crate::app) fn node(
        corpus: &Corpus,
        names: &Annotations,
        id: &str,
        cancel: &CancelToken,
    ) -> Result<Option<Node>, Cancelled> {
        let Some(entity) = names.table().find(id) else {
            return Ok(None);
        };
        let scope = StudyScope::new(corpus, names, |_| true);
        let found = naming(&scope, &[entity], SpellingRows::Folded, cancel)?;
        let mut known = BTreeSet::new();
        let forms = found.rows.iter().map(|row| row.all.form.as_str());
        let forms = forms.filter(|form| known.insert(fold(form)));
        let mut spellings: Vec<Node> = forms
            .filter_map(|form| {
                let words = tokens(form).map(|token| Term::Word(token.span.slice(form).into()));
                node_of(words.collect())
            })
            .take(MOST_SPELLINGS)
            .collect();
        Ok(if spellings.len() > 1 {
            Some(Node::Any(spellings))
        } else {
            spellings.pop()
        })
    }
}

/// Words as a part of a query; nothing without words.
fn node_of(mut words: Vec<Term>) -> Option<Node> {
    if words.len() > 1 {
        return Some(Node::Phrase(words));
    }
    words.pop().map(Node::Word)
}

impl AppState {
    /// The entity that the reader looks at, once it is gathered.
    pub(in crate::app) fn card(&self) -> Option<&Arc<LookedAt>> {
        let of = self.card.as_deref()?;
        let (_, card) = self.card_shown.last()?;
        (&*card.known().id == of).then_some(card)
    }

    /// The entity under the pointer, once it is gathered.
    pub(in crate::app) fn hovered(&self) -> Option<&Arc<LookedAt>> {
        let of = self.hovered.as_deref()?;
        let (_, hovered) = self.hover_shown.last()?;
        (&*hovered.known().id == of).then_some(hovered)
    }
}
