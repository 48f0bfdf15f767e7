//! Entities that may be one, for the reader to decide.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::base::EntityId;
use crate::entity::gazetteer::EntityTable;
use crate::entity::model::EntityType;
use crate::entity::spelling::NameWords;
use crate::entity::words::Lexicon;

/// Why two entities may be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// Their names may be spellings of one foreign name.
    Spelling,
    /// One name is the family name of the other, which nobody else bears.
    FamilyName,
    /// First and last name are the same, one has a name between.
    MiddleName,
    /// The names differ by the article alone.
    Article,
}

/// Two entities that may be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Proposal {
    /// The one more often named.
    pub kept: EntityId,
    /// The other, which would become the first.
    pub merged: EntityId,
    /// Why.
    pub likeness: Likeness,
}

/// Entities of one bucket that are compared with one another; more are no
/// likeness but a common word.
const MOST_ALIKE: usize = 6;

/// Pairs among `named`, the entities that the corpus names with their numbers
/// of mentions, of which at least one is not listed. Sorted by the number of
/// mentions of both.
pub(in crate::entity) fn propose(
    table: &EntityTable,
    named: &[(EntityId, u32)],
    lexicon: &Lexicon,
) -> Vec<Proposal> {
    let counts: FxHashMap<EntityId, u32> = named.iter().copied().collect();
    let mut buckets: BTreeMap<(Likeness, EntityType, String), Vec<EntityId>> = BTreeMap::new();
    for &(id, _) in named {
        let Some(entity) = table.get(id) else {
            continue;
        };
        // A place may be taken for one type here and the other there.
        let kind = match entity.kind {
            EntityType::Loc => EntityType::Gpe,
            kind => kind,
        };
        let mut add = |likeness, text: String| {
            let bucket = buckets.entry((likeness, kind, text)).or_default();
            // The names of one entity come one after another.
            if bucket.last() != Some(&id) {
                bucket.push(id);
            }
        };
        for name in entity.names.iter().chain([&entity.ar]) {
            let words = NameWords::new(name, false);
            let (skeleton, n_consonants) = words.skeleton(lexicon);
            if n_consonants >= 3 && kind != EntityType::Norp {
                add(Likeness::Spelling, skeleton);
            }
            if let Some(bare) = words.folded.strip_prefix("ال")
                && kind != EntityType::Per
            {
                add(Likeness::Article, bare.to_owned());
            } else if kind != EntityType::Per {
                add(Likeness::Article, words.folded.to_string());
            }
            if kind == EntityType::Per
                && let (Some(first), Some(last)) = (words.iter().next(), words.iter().next_back())
            {
                add(Likeness::FamilyName, last.to_owned());
                if words.n_names(lexicon) > 1 {
                    add(Likeness::MiddleName, format!("{first} {last}"));
                }
            }
        }
    }
    let mut proposals: BTreeMap<(EntityId, EntityId), Likeness> = BTreeMap::new();
    for ((likeness, _, _), ids) in &buckets {
        if ids.len() < 2 || ids.len() > MOST_ALIKE {
            continue;
        }
        if *likeness == Likeness::FamilyName {
            pair_family(table, ids, lexicon, &mut proposals);
            continue;
        }
        for (at, &a) in ids.iter().enumerate() {
            for &b in ids.iter().skip(at + 1) {
                if may_be_one(table, a, b) {
                    proposals.entry((a.min(b), a.max(b))).or_insert(*likeness);
                }
            }
        }
    }
    let count = |id: EntityId| counts.get(&id).copied().unwrap_or(0);
    let mut sorted: Vec<Proposal> = proposals
        .into_iter()
        .map(|((a, b), likeness)| {
            // A listed entity is kept before one that is not.
            let rank = |id: EntityId| (table.is_listed(id), count(id));
            let (kept, merged) = if rank(b) > rank(a) { (b, a) } else { (a, b) };
            Proposal {
                kept,
                merged,
                likeness,
            }
        })
        .collect();
    sorted.sort_by_key(|p| {
        let both = count(p.kept).saturating_add(count(p.merged));
        (std::cmp::Reverse(both), p.kept, p.merged)
    });
    sorted
}

/// Whether lists leave it open that two entities are one, and the reader does.
fn may_be_one(table: &EntityTable, a: EntityId, b: EntityId) -> bool {
    let differ = |a, b| {
        let pair = table.get(a).zip(table.get(b));
        pair.is_some_and(|(a, b)| a.different.contains(&b.id))
    };
    let is_settled = table.is_listed(a) && table.is_listed(b);
    !(is_settled || differ(a, b) || differ(b, a))
}

/// A family name alone and the one person who bears it.
fn pair_family(
    table: &EntityTable,
    ids: &[EntityId],
    lexicon: &Lexicon,
    proposals: &mut BTreeMap<(EntityId, EntityId), Likeness>,
) {
    let is_full = |id: &&EntityId| {
        let entity = table.get(**id);
        entity.is_some_and(|entity| NameWords::new(&entity.ar, false).n_names(lexicon) > 1)
    };
    let (full, short): (Vec<&EntityId>, Vec<&EntityId>) = ids.iter().partition(is_full);
    let ([full], [short]) = (full.as_slice(), short.as_slice()) else {
        return;
    };
    if may_be_one(table, **full, **short) {
        let pair = (**full.min(short), **full.max(short));
        proposals.entry(pair).or_insert(Likeness::FamilyName);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::gazetteer::Gazetteer;
    use crate::entity::model::{Entity, Origin};
    use std::sync::Arc;

    fn proposals(names: &[(&str, EntityType)]) -> Vec<(String, String, Likeness)> {
        let mut table = EntityTable::listed(Arc::new(Gazetteer::build(&[])));
        let named: Vec<(EntityId, u32)> = (1..)
            .zip(names)
            .map(|(n, (name, kind))| {
                let id = table.push(Entity {
                    id: (*name).into(),
                    kind: *kind,
                    ar: (*name).into(),
                    names: vec![(*name).into()],
                    en: None,
                    country: None,
                    note: None,
                    different: Vec::new(),
                    origin: Origin::Text,
                });
                (id, n)
            })
            .collect();
        let id = |id| table.get(id).expect("an entity").id.to_string();
        propose(&table, &named, Lexicon::shared())
            .into_iter()
            .map(|p| (id(p.kept), id(p.merged), p.likeness))
            .collect()
    }

    #[test]
    fn likely_spellings_and_middle_names_are_proposed() {
        let per = EntityType::Per;
        assert_eq!(
            proposals(&[("غرينسبان", per), ("جرينسبان", per), ("مولر", per)]),
            [("جرينسبان".into(), "غرينسبان".into(), Likeness::Spelling)]
        );
        assert_eq!(
            proposals(&[("ناتق علييف", per), ("ناتق إسماعيل علييف", per)])[0].2,
            Likeness::MiddleName
        );
    }

    #[test]
    fn a_family_name_is_proposed_only_for_its_only_bearer() {
        let per = EntityType::Per;
        let one = proposals(&[("ناتق علييف", per), ("علييف", per)]);
        assert_eq!(one.len(), 1);
        assert_eq!(one[0].2, Likeness::FamilyName);
        let two = proposals(&[("ناتق علييف", per), ("حيدر علييف", per), ("علييف", per)]);
        assert_eq!(two, []);
    }

    #[test]
    fn types_are_never_mixed() {
        let found = proposals(&[("غرينسبان", EntityType::Per), ("جرينسبان", EntityType::Org)]);
        assert_eq!(found, []);
    }
}
