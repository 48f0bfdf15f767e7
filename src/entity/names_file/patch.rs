//! Changes of entries: applied, turned round, and found between two files.

use rustc_hash::{FxHashMap, FxHashSet};

use super::entry::{Entry, Key, Keyed};
use super::fault::Conflict;
use super::file::{NamesFile, Placed};

/// Where an entry stands among those of its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryPlace {
    /// After all others.
    Last,
    /// Before all others.
    First,
    /// After this one; last if that is gone.
    After(Key),
}

/// One entry before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The entry.
    pub key: Key,
    /// What it said; `None` if there was none.
    pub before: Option<Entry>,
    /// What it says; `None` if it is taken out.
    pub after: Option<Entry>,
    /// Where it goes, or where it stood.
    pub place: EntryPlace,
}

/// A list of changes, each of another entry. Made by [`NamesFile::patch_to`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Patch {
    changes: Vec<Change>,
}

impl Patch {
    /// The changes: first entities, then readings, in the order of the file.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Whether nothing changes.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The patch that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let turned = self.changes.iter().map(|change| Change {
            key: change.key.clone(),
            before: change.after.clone(),
            after: change.before.clone(),
            place: change.place.clone(),
        });
        Self {
            changes: turned.collect(),
        }
    }

    /// Those changes whose key `keeps` says yes to.
    #[must_use]
    pub fn only(mut self, keeps: impl Fn(&Key) -> bool) -> Self {
        self.changes.retain(|change| keeps(&change.key));
        self
    }

    /// `names` with the changes made.
    ///
    /// # Errors
    /// [`Conflict`] when entries are not as they were before the changes.
    pub fn apply(&self, names: &NamesFile) -> Result<NamesFile, Conflict> {
        let is_otherwise = |change: &&Change| names.get(&change.key) != change.before;
        let changed: Vec<Key> = self
            .changes
            .iter()
            .filter(is_otherwise)
            .map(|c| c.key.clone())
            .collect();
        if !changed.is_empty() {
            return Err(Conflict { changed });
        }
        let mut names = names.clone();
        let gone: FxHashSet<&Key> = self
            .changes
            .iter()
            .filter(|c| c.after.is_none())
            .map(|c| &c.key)
            .collect();
        names.entities.retain(|e| !gone.contains(&e.value.key()));
        names.readings.retain(|r| !gone.contains(&r.value.key()));
        for change in &self.changes {
            match &change.after {
                Some(Entry::Entity(entry)) => put(&mut names.entities, entry, &change.place),
                Some(Entry::Reading(reading)) => put(&mut names.readings, reading, &change.place),
                None => {}
            }
        }
        Ok(names)
    }
}

fn put<T: Keyed + Clone>(list: &mut Vec<Placed<T>>, value: &T, place: &EntryPlace) {
    let key = value.key();
    if let Some(placed) = list.iter_mut().find(|placed| placed.value.is(&key)) {
        placed.value = value.clone();
        return;
    }
    let position = |key: &Key| list.iter().position(|placed| placed.value.is(key));
    let at = match place {
        EntryPlace::First => 0,
        EntryPlace::Last => list.len(),
        EntryPlace::After(key) => position(key).map_or(list.len(), |at| at + 1),
    };
    let value = value.clone();
    list.insert(at, Placed { line: None, value });
}

impl NamesFile {
    /// The changes that lead from this file to `after`. The order of entries
    /// that both have does not matter.
    #[must_use]
    pub fn patch_to(&self, after: &Self) -> Patch {
        let mut changes = Vec::new();
        differences(&self.entities, &after.entities, Entry::Entity, &mut changes);
        differences(
            &self.readings,
            &after.readings,
            Entry::Reading,
            &mut changes,
        );
        Patch { changes }
    }
}

fn differences<T: Keyed + Clone + PartialEq>(
    before: &[Placed<T>],
    after: &[Placed<T>],
    entry: fn(T) -> Entry,
    changes: &mut Vec<Change>,
) {
    let index = |list: &[Placed<T>]| -> FxHashMap<Key, usize> {
        list.iter().map(|p| p.value.key()).zip(0..).collect()
    };
    let (old, new) = (index(before), index(after));
    let entry_of = |value: &T| Some(entry(value.clone()));
    // Behind these places there is nothing that both have.
    let behind = |list: &[Placed<T>], other: &FxHashMap<Key, usize>| {
        let last = list
            .iter()
            .rposition(|p| other.contains_key(&p.value.key()));
        last.map_or(0, |at| at + 1)
    };
    let (before_behind, after_behind) = (behind(before, &new), behind(after, &old));
    let mut neighbour = None;
    for (at, Placed { value, .. }) in before.iter().enumerate() {
        let key = value.key();
        if !new.contains_key(&key) {
            changes.push(Change {
                key: key.clone(),
                before: entry_of(value),
                after: None,
                place: place(at >= before_behind, neighbour.as_ref()),
            });
        }
        neighbour = Some(key);
    }
    let mut neighbour = None;
    for (at, Placed { value, .. }) in after.iter().enumerate() {
        let key = value.key();
        let before = old.get(&key).and_then(|&at| before.get(at));
        if before.is_none_or(|before| before.value != *value) {
            changes.push(Change {
                key: key.clone(),
                before: before.and_then(|before| entry_of(&before.value)),
                after: entry_of(value),
                place: place(at >= after_behind, neighbour.as_ref()),
            });
        }
        neighbour = Some(key);
    }
}

fn place(is_last: bool, neighbour: Option<&Key>) -> EntryPlace {
    match neighbour {
        _ if is_last => EntryPlace::Last,
        None => EntryPlace::First,
        Some(key) => EntryPlace::After(key.clone()),
    }
}
