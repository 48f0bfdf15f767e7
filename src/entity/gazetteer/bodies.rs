//! The bodies of states as the gazetteer knows them: وزارة الدفاع الروسية.
//!
//! Files list some; every state has the others, named by the patterns.

use rustc_hash::FxHashMap;

use super::demonym;
use super::demonym::Gender;
use super::entries::Gazetteer;
use super::sense::{BodyHead, Completion, NameCondition, NameSense, StateId};
use super::world::BodyPattern;
use crate::arabic::{fold, tokens};
use crate::base::{EntityId, fits};
use crate::entity::model::{Entity, EntityType, Origin};
use crate::entity::words::{Juncture, NodeId, WordId, word_of};

impl BodyHead {
    /// The state of `sense`, if the sense completes the head.
    pub(in crate::entity) fn completed_by(self, sense: &NameSense) -> Option<StateId> {
        let fits = match self.completion {
            Completion::Adjective(gender) => sense
                .agreement
                .is_some_and(|found| found.definite && found.gender == gender),
            Completion::State => {
                sense.kind == EntityType::Gpe && sense.when == NameCondition::Always
            }
        };
        sense.state.filter(|_| fits)
    }
}

impl Gazetteer {
    /// The place in [`Gazetteer::bodies`] of the body of `state` that `head`
    /// begins.
    pub(in crate::entity) fn body_place(&self, state: StateId, head: BodyHead) -> usize {
        state.0 as usize * self.n_patterns + usize::from(head.pattern)
    }

    /// The same of the body whose name, head and completion, is the whole of
    /// `name`.
    fn body_named(&self, name: &str) -> Option<usize> {
        let words = self.joined_words(name)?;
        let end_of = |from: NodeId, words: &[WordId]| {
            let mut words = words.iter();
            words.try_fold(from, |node, &word| self.trie.step(node, word))
        };
        (1..words.len()).find_map(|at| {
            let (head, completion) = words.split_at_checked(at)?;
            let heads = &self.trie.value(end_of(NodeId::ROOT, head)?).heads;
            let senses = &self.trie.value(end_of(NodeId::ROOT, completion)?).senses;
            heads.iter().find_map(|head| {
                let state = senses.iter().find_map(|sense| head.completed_by(sense))?;
                Some(self.body_place(state, *head))
            })
        })
    }

    /// The words of `name`, if all are words of known names and nothing parts
    /// them.
    fn joined_words(&self, name: &str) -> Option<Vec<WordId>> {
        let mut end = None;
        let words = tokens(name).map(|token| {
            let range = token.span.range();
            let between = end.and_then(|end| name.get(end..range.start));
            let joins = between.is_none_or(|between| Juncture::of(between) == Juncture::Joins);
            end = Some(range.end);
            word_of(&fold(token.span.slice(name)), &self.trie).filter(|_| joins)
        });
        words.collect()
    }
}

/// The bodies that files list: a name that is a head with its completion
/// (الجيش الأرميني) gives that body of that state to its entity, and with it
/// all other ways to write it.
pub(super) fn listed_bodies(gazetteer: &Gazetteer) -> Vec<Option<EntityId>> {
    let mut bodies = gazetteer.bodies.clone();
    let entities = (0..).map(EntityId).zip(&gazetteer.entities);
    for (id, entity) in entities.filter(|(_, entity)| entity.kind == EntityType::Org) {
        for name in &entity.names {
            if let Some(body) = gazetteer.body_named(name)
                && let Some(slot) = bodies.get_mut(body)
            {
                slot.get_or_insert(id);
            }
        }
    }
    bodies
}

/// Makes an entity for every other body of every state that has an adjective
/// or that a file of the reader names.
pub(super) fn make_bodies(
    gazetteer: &mut Gazetteer,
    states: &FxHashMap<EntityId, StateId>,
    adjectives: &FxHashMap<StateId, String>,
    patterns: &[BodyPattern],
) {
    let mut states: Vec<_> = states.iter().map(|(&id, &state)| (state, id)).collect();
    states.sort_unstable_by_key(|&(state, _)| state.0);
    for (state, id) in states {
        let adjective = adjectives.get(&state);
        let entity = &gazetteer.entities[id.index()];
        if adjective.is_none() && entity.origin == Origin::World {
            continue;
        }
        let (country, country_ar) = (entity.id.clone(), entity.ar.clone());
        for (pattern, index) in patterns
            .iter()
            .zip(gazetteer.n_patterns * state.0 as usize..)
        {
            if gazetteer.bodies[index].is_some() {
                continue;
            }
            let name = pattern.id.replace("{}", &country);
            let next = EntityId(fits(gazetteer.entities.len()));
            let body = *gazetteer.ids.entry(name.as_str().into()).or_insert(next);
            if body == next {
                gazetteer.entities.push(Entity {
                    id: name.into(),
                    kind: EntityType::Org,
                    ar: arabic_name(pattern, adjective.map(String::as_str), &country_ar).into(),
                    names: Vec::new(),
                    en: None,
                    note: None,
                    different: Vec::new(),
                    country: Some(country.clone()),
                    origin: Origin::World,
                });
            }
            gazetteer.bodies[index] = Some(body);
        }
    }
}

/// The name shown of a body: وزارة الدفاع الروسية, or, of a state without an
/// adjective, حكومة كاراباخ.
fn arabic_name(pattern: &BodyPattern, adjective: Option<&str>, state: &str) -> String {
    if let (Some(adjective), Some(head)) = (adjective, pattern.adjective_heads.first()) {
        let adjective = match pattern.gender {
            Gender::Masculine => demonym::definite_masculine(adjective),
            Gender::Feminine | Gender::Plural => demonym::definite_feminine(adjective),
        };
        return format!("{} {adjective}", head.text);
    }
    let heads = pattern
        .construct_heads
        .iter()
        .chain(&pattern.adjective_heads);
    let head = heads.map(|head| head.text.as_str()).next();
    format!("{} {state}", head.unwrap_or_default())
}
