//! Entities found by the beginning of one of their names.

use crate::arabic::fold;
use crate::base::{CancelToken, Cancelled, EntityId};
use crate::entity::{Annotations, Entity};
use crate::jobs::{Derived, Same, Slot as _};

/// Entities that are offered.
const MOST: usize = 8;

/// Who looks for an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finder {
    /// The menu of a mention.
    Menu,
    /// The editor of an entity.
    Card,
}

/// What an entity is looked for by, and among which names.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::app) struct FindKey {
    pub(in crate::app) names: Same<Annotations>,
    pub(in crate::app) text: String,
}

/// What an entity is looked for by, and what was found.
#[derive(Default)]
pub(in crate::app) struct Finding {
    pub(in crate::app) text: String,
    pub(in crate::app) found: Derived<FindKey, Vec<EntityId>>,
}

impl Finding {
    /// Whether everything that is called `text` is found.
    pub(in crate::app) fn is_done(&self, text: &str) -> bool {
        self.text == text && self.found.is_idle()
    }

    /// The entities found, the most often named first: those called `text`, or
    /// until these have come, those of a letter more or less.
    pub(in crate::app) fn entities(&self, text: &str) -> impl Iterator<Item = &Entity> {
        let last = self.found.last().filter(|_| self.found.failed().is_none());
        let is_near = |of: &str| of.starts_with(text) || text.starts_with(of);
        let found = last.filter(|(key, _)| is_near(&key.text)).into_iter();
        found.flat_map(|(key, found)| {
            let table = key.names.0.table();
            found.iter().filter_map(|id| table.get(*id))
        })
    }
}

impl FindKey {
    /// Finds entities with a name that begins like the text, or of which a word
    /// does. Looks at every name.
    ///
    /// # Errors
    /// [`Cancelled`] when `cancel` asks for it.
    pub(in crate::app) fn find(&self, cancel: &CancelToken) -> Result<Vec<EntityId>, Cancelled> {
        let (names, wanted) = (&self.names.0, fold(&self.text));
        let mut found: Vec<(u8, u32, EntityId)> = Vec::new();
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        for (id, entity) in names.table().iter() {
            cancel.check()?;
            let all = entity.names.iter().chain([&entity.id, &entity.ar]);
            let rank = all.filter_map(|name| rank(&fold(name), &wanted)).min();
            if let Some(rank) = rank {
                found.push((rank, u32::MAX - names.count(id).total(), id));
            }
        }
        found.sort_unstable();
        found.truncate(MOST);
        Ok(found.into_iter().map(|(_, _, id)| id).collect())
    }
}

/// How well a folded name fits: the same, beginning so, with a word that does.
fn rank(name: &str, wanted: &str) -> Option<u8> {
    if name == wanted {
        return Some(0);
    }
    if name.starts_with(wanted) {
        return Some(1);
    }
    let bare = |word: &str| word.strip_prefix("ال").unwrap_or(word).starts_with(wanted);
    let mut words = name.split_whitespace();
    words
        .any(|word| word.starts_with(wanted) || bare(word))
        .then_some(2)
}
