//! The keys of listed names, so that a spelling that no list has can lead to
//! an entity that one knows.

use rustc_hash::FxHashMap;

use crate::base::EntityId;
use crate::entity::model::{Entity, EntityType};
use crate::entity::spelling::{KeyKind, NameKey, NameWords};
use crate::entity::words::Lexicon;

/// Listed entities by the keys of their names.
#[derive(Debug, Default)]
pub(in crate::entity) struct KnownNames {
    /// `None` where two entities have the key.
    by_key: FxHashMap<NameKey, Option<EntityId>>,
}

impl KnownNames {
    /// The keys of the full names of persons, of places and of organisations.
    pub(in crate::entity) fn new(entities: &[Entity], lexicon: &Lexicon) -> Self {
        let mut by_key = FxHashMap::default();
        for (id, entity) in (0..).map(EntityId).zip(entities) {
            // Forms of group words follow from rules; lists have them all.
            if entity.kind == EntityType::Norp {
                continue;
            }
            for name in &entity.names {
                let key = NameWords::new(name, false).key(entity.kind, lexicon);
                if key.kind == KeyKind::PersonWord {
                    continue;
                }
                let owner = by_key.entry(key).or_insert(Some(id));
                if *owner != Some(id) {
                    *owner = None;
                }
            }
        }
        Self { by_key }
    }

    /// The one listed entity that has a name with this key.
    pub(in crate::entity) fn get(&self, key: &NameKey) -> Option<EntityId> {
        self.by_key.get(key).copied().flatten()
    }
}
