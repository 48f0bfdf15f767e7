//! The bodies of states: وزارة الدفاع الروسية, جيش أرمينيا.
//!
//! A pattern gives the heads (وزارة الدفاع, جيش); a definite adjective of a
//! state that agrees with the head, or the name of the state, completes it.

use rustc_hash::FxHashMap;

use super::context::Context;
use super::demonym::{self, Gender};
use super::form::Peel;
use super::gap::Gap;
use super::gazetteer::{Completion, End, Entity, Gazetteer, Head, Origin, Sense, StateId, When};
use super::kind::EntityType;
use super::recognizer::{Found, Recognizer, Scan};
use super::rules::Left;
use super::world::BodyPattern;
use crate::base::{EntityId, fits};

impl Scan<'_> {
    /// The body whose head ends before token `end`, with what completes it.
    pub(super) fn body(&self, value: &End, context: Context<'_>, end: usize) -> Option<Found> {
        let (body, after) = self.completed(value, context, end)?;
        let entity = *self.gazetteer.bodies.get(body)?;
        entity.map(|entity| self.found(after, entity, self.gazetteer.entity(entity).kind))
    }

    /// The longest completion of a head that ends before token `end`: the
    /// index of the body, and the token after it.
    fn completed(&self, value: &End, context: Context<'_>, end: usize) -> Option<(usize, usize)> {
        if value.heads.is_empty() || self.gap(end) != Gap::Joins {
            return None;
        }
        let mut best: Option<(usize, usize)> = None;
        for head in &value.heads {
            if head.guarded && context.follows_a_noun() {
                continue;
            }
            self.each_whole_end(end, |after, value| {
                let state = value
                    .senses
                    .iter()
                    .find_map(|sense| completes(*head, sense));
                if let Some(state) = state
                    && best.is_none_or(|(_, longest)| after > longest)
                {
                    let first = state.0 as usize * self.gazetteer.n_patterns;
                    best = Some((first + usize::from(head.pattern), after));
                }
            });
        }
        best
    }
}

/// The state of `sense`, if the sense completes `head`.
fn completes(head: Head, sense: &Sense) -> Option<StateId> {
    let fits = match head.completion {
        Completion::Adjective(gender) => sense
            .agreement
            .is_some_and(|found| found.definite && found.gender == gender),
        Completion::State => sense.kind == EntityType::Gpe && sense.when == When::Always,
    };
    sense.state.filter(|_| fits)
}

impl Recognizer<'_> {
    /// The index in [`Gazetteer::bodies`] of the body whose name, head and
    /// completion, is the whole of `name`.
    fn body_index(&mut self, name: &str) -> Option<usize> {
        let scan = self.scan(name);
        let context = Context::new(&scan, 0, Peel::Whole, Left::default());
        let mut body = None;
        scan.each_whole_end(0, |end, value| {
            let found = scan.completed(value, context, end);
            body = body.or(found
                .filter(|&(_, after)| after == scan.tokens.len())
                .map(|(body, _)| body));
        });
        body
    }
}

/// The bodies that files list: a name that is a head with its completion
/// (الجيش الأرميني) gives that body of that state to its entity, and with it
/// all other ways to write it.
pub(super) fn listed_bodies(gazetteer: &Gazetteer) -> Vec<Option<EntityId>> {
    let mut bodies = gazetteer.bodies.clone();
    let mut recognizer = Recognizer::of_listed(gazetteer);
    let entities = (0..).map(EntityId).zip(&gazetteer.entities);
    for (id, entity) in entities.filter(|(_, entity)| entity.kind == EntityType::Org) {
        for name in &entity.names {
            if let Some(body) = recognizer.body_index(name)
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
