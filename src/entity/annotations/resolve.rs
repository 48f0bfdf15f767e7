//! From linked names of articles to entities of the corpus.
//!
//! Sequential and in the order of the articles, so that positions of found
//! entities depend on nothing but the texts.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::base::{CancelToken, Cancelled, Checkpoint, EntityId, fits};
use crate::entity::gazetteer::{EntityTable, Gazetteer};
use crate::entity::linking::{LinkedName, LinkedSpot};
use crate::entity::model::{Basis, Entity, EntityType, Mention, Origin};
use crate::entity::spelling::{KeyKind, NameKey};

/// Spellings kept of a found entity.
const MOST_NAMES: usize = 8;

/// What is known of a found entity while the articles are gone through.
#[derive(Debug)]
struct FoundEntity {
    key: NameKey,
    kind: EntityType,
    /// Whether only the reader says that it is named.
    is_only_said: bool,
    /// How often each form occurs, in the order of their first occurrence.
    forms: Vec<(Box<str>, u32)>,
}

/// Entities in the making.
#[derive(Debug)]
pub(super) struct Resolver {
    gazetteer: Arc<Gazetteer>,
    by_key: FxHashMap<NameKey, EntityId>,
    found: Vec<FoundEntity>,
}

impl Resolver {
    pub(super) fn new(gazetteer: Arc<Gazetteer>) -> Self {
        Self {
            gazetteer,
            by_key: FxHashMap::default(),
            found: Vec::new(),
        }
    }

    /// The mentions that `spots`, the names of `text`, are.
    ///
    /// # Errors
    /// [`Cancelled`] when `cancel` asks for it; looked at every few thousand
    /// names.
    pub(super) fn mentions(
        &mut self,
        text: &str,
        spots: Vec<LinkedSpot>,
        cancel: &CancelToken,
    ) -> Result<Box<[Mention]>, Cancelled> {
        let mut checkpoint = Checkpoint::new(cancel);
        let mention = |LinkedSpot { spotted, name }| {
            checkpoint.step()?;
            let form = spotted.span.slice(text);
            Ok(Mention {
                span: spotted.span,
                entity: match name {
                    LinkedName::Known(entity) => entity,
                    LinkedName::Unlisted(key) => {
                        let about = (spotted.kind, spotted.basis);
                        self.of_key(key, about, form)
                    }
                },
                kind: spotted.kind,
                article_elided: spotted.article_elided,
                basis: spotted.basis,
            })
        };
        spots.into_iter().map(mention).collect()
    }

    /// The entity of `key`, one of whose mentions has that type, is marked for
    /// that reason and has the words `form`.
    pub(super) fn of_key(
        &mut self,
        key: NameKey,
        (kind, basis): (EntityType, Basis),
        form: &str,
    ) -> EntityId {
        let next = self.gazetteer.entities().len() + self.found.len();
        let next = EntityId(fits(next));
        let id = self.by_key.get(&key).copied().unwrap_or_else(|| {
            self.by_key.insert(key.clone(), next);
            let forms = Vec::new();
            self.found.push(FoundEntity {
                key,
                kind,
                is_only_said: true,
                forms,
            });
            next
        });
        let place = id.index() - self.gazetteer.entities().len();
        if let Some(found) = self.found.get_mut(place) {
            found.count(form);
            found.is_only_said &= basis == Basis::Reader;
        }
        id
    }

    /// The table of all entities, and the keys of those found, in their order.
    pub(super) fn finish(self) -> (EntityTable, Vec<NameKey>) {
        let mut table = EntityTable::listed(self.gazetteer);
        let mut keys = Vec::with_capacity(self.found.len());
        let mut entities = Vec::with_capacity(self.found.len());
        for found in self.found {
            let is_only_said = found.is_only_said;
            let (entity, key) = found.into_entity();
            entities.push((entity, is_only_said));
            keys.push(key);
        }
        // What the reader says of some words must not give others a new id.
        table.extend(entities);
        (table, keys)
    }
}

impl FoundEntity {
    fn count(&mut self, form: &str) {
        if let Some((_, n)) = self.forms.iter_mut().find(|(known, _)| **known == *form) {
            *n += 1;
        } else if self.forms.len() < MOST_NAMES {
            self.forms.push((form.into(), 1));
        }
    }

    fn into_entity(mut self) -> (Entity, NameKey) {
        // The commonest form is shown; of two as common, the first that stood.
        self.forms.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        let mut names: Vec<Box<str>> = Vec::with_capacity(self.forms.len());
        for (form, _) in self.forms {
            let form = shown(&form, self.key.kind);
            if !names.contains(&form) {
                names.push(form);
            }
        }
        let ar = names.first().cloned().unwrap_or_default();
        let entity = Entity {
            id: ar.clone(),
            kind: self.kind,
            ar,
            names,
            en: None,
            country: None,
            note: None,
            different: Vec::new(),
            origin: Origin::Text,
        };
        (entity, self.key)
    }
}

/// A form as a list would have it: one space between words, no marks at all
/// but the letters, the article of للاتحاد in full.
fn shown(form: &str, kind: KeyKind) -> Box<str> {
    let mut name = String::with_capacity(form.len());
    for word in form.split_whitespace() {
        if !name.is_empty() {
            name.push(' ');
        }
        name.extend(
            word.chars()
                .filter(|c| !crate::arabic::is_mark(*c) && *c != 'ـ'),
        );
    }
    // Only an article can leave two lams at the front of a body's name.
    if kind == KeyKind::Organisation && name.starts_with("لل") {
        name.insert(0, 'ا');
    }
    name.into()
}
