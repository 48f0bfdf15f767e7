//! Joining what two programs did to one file.

use rustc_hash::{FxHashMap, FxHashSet};

use super::entry::{Entry, Key, Keyed};
use super::file::{NamesFile, Placed, in_circle};
use super::merge_entry;
use super::merge_entry::Fields;
use super::patch::Patch;

/// An entry that both changed, each otherwise. Theirs is in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeConflict {
    /// The entry.
    pub key: Key,
    /// The keys of TOML where ours could not be taken; none when one of both
    /// took the whole entry out.
    pub fields: Vec<&'static str>,
    /// The entry as we have it; `None` if we took it out.
    pub ours: Option<Entry>,
    /// The entry as they have it; `None` if they took it out.
    pub theirs: Option<Entry>,
}

/// Both joined.
#[derive(Debug, Clone)]
pub struct Merged {
    /// Their file with what we did besides.
    pub file: NamesFile,
    /// What of ours is not in it.
    pub conflicts: Vec<MergeConflict>,
}

/// Joins `ours` and `theirs`, which both come from `base`, entry by entry.
///
/// Lists are joined as sets. Where both changed a single value differently,
/// theirs stays and ours is a conflict, to be done again by the reader.
#[must_use]
pub fn merge(base: &NamesFile, ours: &NamesFile, theirs: &NamesFile) -> Merged {
    let mut conflicts = Vec::new();
    let mut file = theirs.clone();
    file.entities = entries(
        [&base.entities, &ours.entities, &theirs.entities],
        Entry::Entity,
        merge_entry::entities,
        &mut conflicts,
    );
    file.readings = entries(
        [&base.readings, &ours.readings, &theirs.readings],
        Entry::Reading,
        merge_entry::readings,
        &mut conflicts,
    );
    open_circles(ours, theirs, &mut file, &mut conflicts);
    Merged { file, conflicts }
}

fn entries<T: Keyed + Clone + PartialEq>(
    [base, ours, theirs]: [&[Placed<T>]; 3],
    entry: fn(T) -> Entry,
    join: impl Fn(Option<&T>, &T, &T) -> (T, Fields),
    conflicts: &mut Vec<MergeConflict>,
) -> Vec<Placed<T>> {
    let index = |list: &'_ [Placed<T>]| -> FxHashMap<Key, usize> {
        list.iter().map(|p| p.value.key()).zip(0..).collect()
    };
    let (in_base, in_ours, in_theirs) = (index(base), index(ours), index(theirs));
    let mut conflict = |key: &Key, fields, ours: Option<&T>, theirs: Option<&T>| {
        conflicts.push(MergeConflict {
            key: key.clone(),
            fields,
            ours: ours.cloned().map(entry),
            theirs: theirs.cloned().map(entry),
        });
    };
    let mut merged = Vec::new();
    for placed in theirs {
        let (key, theirs) = (placed.value.key(), &placed.value);
        let base = of(base, &in_base, &key);
        let value = match of(ours, &in_ours, &key) {
            // We took out what they left alone.
            None if base == Some(theirs) => continue,
            None => {
                if base.is_some() {
                    conflict(&key, Fields::new(), None, Some(theirs));
                }
                theirs.clone()
            }
            // They left alone what we may have changed.
            Some(ours) if base == Some(theirs) => ours.clone(),
            Some(ours) => {
                let (value, fields) = join(base, ours, theirs);
                if !fields.is_empty() {
                    conflict(&key, fields, Some(ours), Some(theirs));
                }
                value
            }
        };
        let line = placed.line;
        merged.push(Placed { line, value });
    }
    for placed in ours {
        let key = placed.value.key();
        if in_theirs.contains_key(&key) {
            continue;
        }
        match of(base, &in_base, &key) {
            None => merged.push(Placed {
                line: None,
                value: placed.value.clone(),
            }),
            // They took out what we changed.
            Some(base) if *base != placed.value => {
                conflict(&key, Fields::new(), Some(&placed.value), None);
            }
            Some(_) => {}
        }
    }
    merged
}

/// The entry of that key, by the index of the list.
fn of<'l, T>(list: &'l [Placed<T>], index: &FxHashMap<Key, usize>, key: &Key) -> Option<&'l T> {
    list.get(*index.get(key)?).map(|placed| &placed.value)
}

/// Where merges of both make a circle that they did not have, ours go.
fn open_circles(
    ours: &NamesFile,
    theirs: &NamesFile,
    file: &mut NamesFile,
    conflicts: &mut Vec<MergeConflict>,
) {
    let their_same = theirs.merges();
    let merged = file.clone();
    let same = merged.merges();
    let in_circles: FxHashSet<&str> = same
        .keys()
        .copied()
        .filter(|id| in_circle(id, &same))
        .collect();
    for placed in &mut file.entities {
        let id = placed.value.id.clone();
        let before = their_same.get(id.as_str()).map(|same| (*same).to_owned());
        if in_circles.contains(id.as_str()) && placed.value.same_as != before {
            placed.value.same_as = before;
            let key = Key::Entity(id);
            let known = conflicts.iter_mut().find(|conflict| conflict.key == key);
            match known {
                Some(conflict) => conflict.fields.push("same_as"),
                None => conflicts.push(MergeConflict {
                    fields: vec!["same_as"],
                    ours: ours.get(&key),
                    theirs: theirs.get(&key),
                    key,
                }),
            }
        }
    }
}

impl MergeConflict {
    /// The changes that do ours to `names` after all, in the keys in conflict.
    #[must_use]
    pub fn again(&self, names: &NamesFile) -> Patch {
        let mut after = names.clone();
        let now = names.get(&self.key);
        let wanted = match (self.ours.clone(), now) {
            (Some(Entry::Entity(ours)), Some(Entry::Entity(now))) if !self.fields.is_empty() => {
                Some(Entry::Entity(self.take(&ours, now)))
            }
            (ours, _) => ours,
        };
        let is_other = |key: Key| key != self.key;
        match wanted {
            Some(Entry::Entity(value)) => set(&mut after.entities, value),
            Some(Entry::Reading(value)) => set(&mut after.readings, value),
            None => {
                after.entities.retain(|e| is_other(e.value.key()));
                after.readings.retain(|r| is_other(r.value.key()));
            }
        }
        names.patch_to(&after)
    }

    fn take(&self, ours: &super::EntityDef, mut now: super::EntityDef) -> super::EntityDef {
        for field in &self.fields {
            match *field {
                "type" => now.kind = ours.kind,
                "ar" => now.ar.clone_from(&ours.ar),
                "en" => now.en.clone_from(&ours.en),
                "country" => now.country.clone_from(&ours.country),
                "note" => now.note.clone_from(&ours.note),
                "same_as" => now.same_as.clone_from(&ours.same_as),
                "ambiguous" => now.ambiguous.clone_from(&ours.ambiguous),
                "names" => {
                    now.not.retain(|name| !ours.names.contains(name));
                    add(&mut now.names, &ours.names);
                }
                "not" => {
                    now.names.retain(|name| !ours.not.contains(name));
                    add(&mut now.not, &ours.not);
                }
                _ => {}
            }
        }
        now
    }
}

fn add(list: &mut Vec<String>, more: &[String]) {
    for item in more {
        if !list.contains(item) {
            list.push(item.clone());
        }
    }
}

fn set<T: Keyed>(list: &mut Vec<Placed<T>>, value: T) {
    let key = value.key();
    match list.iter_mut().find(|placed| placed.value.key() == key) {
        Some(placed) => placed.value = value,
        None => list.push(Placed { line: None, value }),
    }
}
