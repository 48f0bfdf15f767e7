//! Every entity of a corpus: those that lists know, and those that only its
//! texts name.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::entries::Gazetteer;
use crate::arabic::fold;
use crate::base::{EntityId, fits};
use crate::entity::model::Entity;
use crate::entity::names_file::{Known, KnownEntity};

/// The entities of a corpus by position: listed ones first, in the order of
/// the gazetteer, then those found.
#[derive(Debug)]
pub struct EntityTable {
    gazetteer: Arc<Gazetteer>,
    found: Vec<Entity>,
    found_ids: FxHashMap<Box<str>, EntityId>,
}

impl EntityTable {
    /// The table of listed entities alone.
    #[must_use]
    pub fn listed(gazetteer: Arc<Gazetteer>) -> Self {
        Self {
            gazetteer,
            found: Vec::new(),
            found_ids: FxHashMap::default(),
        }
    }

    /// Adds an entity that only texts name, whose id is taken from `entity`
    /// and made unique.
    #[cfg(test)]
    pub(in crate::entity) fn push(&mut self, entity: Entity) -> EntityId {
        let position = self.gazetteer.entities().len() + self.found.len();
        self.extend(vec![(entity, false)]);
        EntityId(fits(position))
    }

    /// Adds entities that only texts name, whose ids are taken from them and
    /// made unique: first of those not marked `true`, in order, then of those.
    pub(in crate::entity) fn extend(&mut self, mut found: Vec<(Entity, bool)>) {
        for is_late in [false, true] {
            for (place, (entity, late)) in (self.found.len()..).zip(&mut found) {
                if *late == is_late {
                    self.claim_id(entity, place);
                }
            }
        }
        self.found
            .extend(found.into_iter().map(|(entity, _)| entity));
    }

    /// Makes the id of `entity`, the one found at `place`, its own.
    fn claim_id(&mut self, entity: &mut Entity, place: usize) {
        let wanted = entity.id.clone();
        let mut n = 1;
        while self.find(&entity.id).is_some() {
            // Of two bearers of a name, the second is told by its type first.
            entity.id = if n == 1 {
                format!("{wanted} ({})", entity.kind.tag()).into()
            } else {
                format!("{wanted} ({} {n})", entity.kind.tag()).into()
            };
            n += 1;
        }
        let id = EntityId(fits(self.gazetteer.entities().len() + place));
        self.found_ids.insert(entity.id.clone(), id);
    }

    /// The names that lists know.
    #[must_use]
    pub const fn gazetteer(&self) -> &Arc<Gazetteer> {
        &self.gazetteer
    }

    /// The entity with this position; nothing where the table has none, as of
    /// a position of another table. Who keeps a position keeps the table with
    /// it, or the entity's own id.
    #[must_use]
    pub fn get(&self, id: EntityId) -> Option<&Entity> {
        let listed = self.gazetteer.entities();
        match id.index().checked_sub(listed.len()) {
            None => listed.get(id.index()),
            Some(place) => self.found.get(place),
        }
    }

    /// All entities with their positions. Most have no mention.
    pub fn iter(&self) -> impl Iterator<Item = (EntityId, &Entity)> {
        let all = self.gazetteer.entities().iter().chain(&self.found);
        (0..).map(EntityId).zip(all)
    }

    /// Whether lists know the entity.
    #[must_use]
    pub fn is_listed(&self, id: EntityId) -> bool {
        id.index() < self.gazetteer.entities().len()
    }

    /// The position of the entity with this canonical name.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<EntityId> {
        self.gazetteer
            .find(id)
            .or_else(|| self.found_ids.get(id).copied())
    }

    /// The entity with this canonical name.
    #[must_use]
    pub fn known_as(&self, id: &str) -> Option<&Entity> {
        self.get(self.find(id)?)
    }

    /// The entities of that name: the canonical one, the Arabic one, or a
    /// listed spelling, all compared as [`fold`] leaves them.
    #[must_use]
    pub fn named(&self, name: &str) -> Vec<EntityId> {
        let wanted = fold(name);
        let has_name = |entity: &Entity| {
            let mut names = entity.names.iter().chain([&entity.id, &entity.ar]);
            names.any(|name| fold(name) == wanted)
        };
        self.iter()
            .filter(|(_, entity)| has_name(entity))
            .map(|(id, _)| id)
            .collect()
    }
}

impl Known for EntityTable {
    fn known(&self, id: &str) -> Option<KnownEntity> {
        let id = self.find(id)?;
        let entity = self.get(id)?;
        Some(KnownEntity {
            kind: entity.kind,
            ar: entity.ar.to_string(),
            country: entity.country.as_deref().map(str::to_owned),
            origin: self.is_listed(id).then_some(entity.origin),
        })
    }
}
