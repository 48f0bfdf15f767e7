//! Builds a gazetteer out of its layers.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::bodies::{listed_bodies, make_bodies};
use super::demonym;
use super::demonym::{Agreement, Gender};
use super::entries::{Gazetteer, Layer};
use super::known_names::KnownNames;
use super::said::{Meant, Said};
use super::sense::{BodyHead, Completion, MediaHead, NameCondition, NameEnd, NameSense, StateId};
use super::world::{BodyPattern, Demonym, Name, NameMark, Role, World};
use crate::arabic::{fold_into, tokens};
use crate::base::{EntityId, fits};
use crate::entity::model::{Entity, EntityType, Origin};
use crate::entity::names_file::{EntityDef, NamePart, Verdict, follow};
use crate::entity::readings::Overlay;
use crate::entity::spelling::NameWords;
use crate::entity::words::{Lexicon, Trie, Vocabulary};

/// A gazetteer in the making.
pub(super) struct Builder<'w> {
    /// The state of the places and bodies that the world knows, for files that
    /// do not say it.
    world_countries: FxHashMap<&'w str, &'w str>,
    capitals: FxHashSet<&'w str>,
    entities: Vec<Entity>,
    ids: FxHashMap<Box<str>, EntityId>,
    trie: Trie<NameEnd>,
    said: Said,
    states: FxHashMap<EntityId, StateId>,
    /// For each state its adjective, for the Arabic names of its bodies.
    adjectives: FxHashMap<StateId, String>,
    folded: String,
}

impl<'w> Builder<'w> {
    pub(super) fn new(world: &'w World) -> Self {
        let countries = world.entities.iter().filter_map(|definition| {
            Some((definition.id.as_str(), definition.country.as_deref()?))
        });
        Self {
            world_countries: countries.collect(),
            capitals: world.capital_ids.iter().map(String::as_str).collect(),
            entities: Vec::new(),
            ids: FxHashMap::default(),
            trie: Trie::with_capacity(30_000),
            said: Said::default(),
            states: FxHashMap::default(),
            adjectives: FxHashMap::default(),
            folded: String::new(),
        }
    }

    /// Adds the entities of all layers, those that take precedence first.
    pub(super) fn layers(&mut self, layers: &[Layer<'_>]) {
        // Entities and states first: names refer to states of any layer, and
        // merged entities to what they were merged into.
        let merges = merges_of(layers);
        for layer in layers {
            for definition in layer.definitions {
                if !merges.contains_key(definition.id.as_str()) {
                    self.entity(&definition.id, definition, layer.origin);
                }
            }
        }
        for layer in layers {
            for definition in layer.definitions {
                if let Some(into) = merges.get(definition.id.as_str()) {
                    let id = self.entity(into, definition, layer.origin);
                    self.ids.insert(definition.id.as_str().into(), id);
                }
            }
        }
        for entity in &mut self.entities {
            if entity.ar.is_empty() {
                // No layer has a name for it.
                entity.ar = entity.id.clone();
            }
        }
        for layer in layers {
            self.names_of(*layer);
        }
    }

    fn names_of(&mut self, layer: Layer<'_>) {
        for definition in layer.definitions {
            let Some(&entity) = self.ids.get(definition.id.as_str()) else {
                continue;
            };
            let kind = self.entities[entity.index()].kind;
            let country = self.country(definition);
            let state = country
                .filter(|_| {
                    // A city that is no capital does not stand for its state.
                    kind != EntityType::Gpe
                        || layer.origin != Origin::World
                        || self.capitals.contains(definition.id.as_str())
                })
                .or(Some(definition.id.as_str()))
                .and_then(|id| self.state(id));
            for name in &definition.names {
                let mark = if definition.ambiguous.contains(name) {
                    NameMark::Ambiguous
                } else {
                    NameMark::Plain
                };
                if kind == EntityType::Norp {
                    let country = country.and_then(|id| self.state(id));
                    self.adjective_forms(entity, country, name, mark, name.ends_with('ي'));
                } else {
                    let sense = NameSense {
                        entity,
                        kind,
                        when: when(mark),
                        state,
                        agreement: None,
                        exact: mark == NameMark::Exact,
                    };
                    self.name(name, sense);
                }
            }
        }
    }

    /// The state that the definition gives, or the world's knowledge.
    fn country<'d>(&self, definition: &'d EntityDef) -> Option<&'d str>
    where
        'w: 'd,
    {
        let world = || self.world_countries.get(definition.id.as_str()).copied();
        definition.country.as_deref().or_else(world)
    }

    fn state(&self, id: &str) -> Option<StateId> {
        self.states.get(self.ids.get(id)?).copied()
    }

    /// The entity `id` of `definition`, made or merged with one that is there.
    fn entity(&mut self, id: &str, definition: &EntityDef, origin: Origin) -> EntityId {
        let ar = definition.shown().unwrap_or_default();
        let id = self.entity_named(id, definition.kind, ar, origin);
        let country = self.country(definition);
        if country.is_none() && definition.kind == EntityType::Gpe {
            let next = StateId(fits(self.states.len()));
            self.states.entry(id).or_insert(next);
        }
        let entity = &mut self.entities[id.index()];
        if entity.country.is_none() {
            entity.country = country.map(Box::from);
        }
        if entity.ar.is_empty() {
            entity.ar = ar.into();
        }
        let first = |own: &mut Option<Box<str>>, given: &Option<String>| {
            if own.is_none() {
                *own = given.as_deref().map(Box::from);
            }
        };
        first(&mut entity.en, &definition.en);
        first(&mut entity.note, &definition.note);
        let different = definition.different.iter().map(|id| id.as_str().into());
        entity.different.extend(different);
        for name in &definition.not {
            self.said.deny(id, name);
        }
        for name in &definition.names {
            let is_known = entity.names.iter().any(|known| **known == **name);
            if !is_known && !self.said.denies(id, name) {
                entity.names.push(name.as_str().into());
            }
        }
        id
    }

    /// Lays what the reader says of words above all lists.
    pub(super) fn say(&mut self, readings: Overlay) {
        let mut listed: Option<KnownNames> = None;
        for reading in readings.everywhere() {
            let meant = match &reading.verdict {
                Verdict::NoName => Meant::NoName,
                Verdict::Names { entity, kind } => {
                    let kind_of_new = kind.unwrap_or(EntityType::Org);
                    let id = self.entity_named(entity, kind_of_new, &reading.text, Origin::Folder);
                    Meant::Name(id, kind.unwrap_or(self.entities[id.index()].kind))
                }
                Verdict::OfType(kind) => {
                    let lexicon = Lexicon::shared();
                    let listed =
                        listed.get_or_insert_with(|| KnownNames::new(&self.entities, lexicon));
                    let key = NameWords::new(&reading.text, false).key(*kind, lexicon);
                    let listed = listed.get(&key);
                    Meant::Name(self.of_type(&reading.text, *kind, listed), *kind)
                }
                Verdict::Part { name, kind } => {
                    let Some(part) = NamePart::of(&reading.text, name) else {
                        continue;
                    };
                    Meant::Part(part, *kind)
                }
            };
            let is_part = matches!(meant, Meant::Part(..));
            if let Some(end) = self.end(&reading.text).filter(|_| !is_part) {
                end.stop = meant == Meant::NoName;
                end.senses.clear();
                if let Meant::Name(entity, kind) = meant {
                    end.senses.push(NameSense {
                        entity,
                        kind,
                        when: NameCondition::Always,
                        state: None,
                        agreement: None,
                        exact: false,
                    });
                }
            }
            self.said.everywhere(&reading.text, meant);
        }
        self.said.readings = readings;
    }

    /// The entity that `words`, of type `kind`, name: the one that lists have
    /// under them, or under their key, `listed`; else one of their own.
    fn of_type(&mut self, words: &str, kind: EntityType, listed: Option<EntityId>) -> EntityId {
        let is_meant = |sense: &&NameSense| {
            sense.when == NameCondition::Always && sense.kind == kind && sense.agreement.is_none()
        };
        let senses = self.end(words).map(|end| end.senses.as_slice());
        let known = senses.and_then(|senses| senses.iter().find(is_meant));
        let known = known.map(|sense| sense.entity);
        let listed = listed.filter(|id| self.entities[id.index()].kind == kind);
        if let Some(known) = known.or(listed) {
            return known;
        }
        let id = self.entity_named(words, kind, words, Origin::Folder);
        let entity = &mut self.entities[id.index()];
        if entity.names.is_empty() {
            // Other spellings of the same key are the same.
            entity.names.push(words.into());
        }
        id
    }

    fn entity_named(&mut self, id: &str, kind: EntityType, ar: &str, origin: Origin) -> EntityId {
        if let Some(&known) = self.ids.get(id) {
            return known;
        }
        let position = EntityId(fits(self.entities.len()));
        self.ids.insert(id.into(), position);
        self.entities.push(Entity {
            id: id.into(),
            kind,
            ar: ar.into(),
            names: Vec::new(),
            en: None,
            country: None,
            note: None,
            different: Vec::new(),
            origin,
        });
        position
    }

    /// Adds a group word of the world.
    pub(super) fn demonym(&mut self, demonym: &Demonym) {
        let names = || demonym.stems.iter().chain(&demonym.plurals);
        let Some(first) = names().next() else {
            return;
        };
        let id = self.entity_named(&demonym.id, EntityType::Norp, &first.text, Origin::World);
        let state = demonym.country.as_deref().and_then(|id| self.state(id));
        let entity = &mut self.entities[id.index()];
        if entity.country.is_none() {
            entity.country = demonym.country.as_deref().map(Box::from);
        }
        for name in names() {
            if !entity.names.iter().any(|known| **known == *name.text) {
                entity.names.push(name.text.as_str().into());
            }
        }
        for name in &demonym.stems {
            if let Some(state) = state {
                self.adjectives
                    .entry(state)
                    .or_insert_with(|| name.text.clone());
            }
            self.adjective_forms(id, state, &name.text, name.mark, true);
        }
        for name in &demonym.plurals {
            self.adjective_forms(id, state, &name.text, name.mark, false);
        }
    }

    /// Adds the forms of a group word: of a stem in -ي all that follow, of
    /// another word the forms with and without the article.
    fn adjective_forms(
        &mut self,
        entity: EntityId,
        state: Option<StateId>,
        name: &str,
        mark: NameMark,
        is_stem: bool,
    ) {
        let mut add = |form: String, agreement: Agreement| {
            let sense = NameSense {
                entity,
                kind: EntityType::Norp,
                when: if mark == NameMark::Ambiguous {
                    NameCondition::Agreeing
                } else {
                    NameCondition::Always
                },
                state,
                agreement: Some(agreement),
                exact: mark == NameMark::Exact,
            };
            self.name(&form, sense);
        };
        if is_stem {
            demonym::forms(name.strip_prefix("ال").unwrap_or(name))
                .for_each(|(form, agreement)| add(form, agreement));
        } else {
            demonym::irregular(name.strip_prefix("ال").unwrap_or(name))
                .for_each(|(form, agreement)| add(form, agreement));
        }
    }

    /// The value of the trie at the end of `name`; `None` if it has no word.
    fn end(&mut self, name: &str) -> Option<&mut NameEnd> {
        self.folded.clear();
        fold_into(name, &mut self.folded);
        let folded = self.folded.as_str();
        self.trie
            .entry(tokens(folded).filter_map(|token| folded.get(token.span.range())))
    }

    /// Lets `name` mean `sense`, unless an earlier layer has the name.
    fn name(&mut self, name: &str, mut sense: NameSense) {
        if self.said.denies(sense.entity, name) {
            return;
        }
        let Some(end) = self.end(name) else {
            return;
        };
        if end.senses.iter().any(|known| known.entity == sense.entity) {
            return;
        }
        let owner = end
            .senses
            .iter()
            .find(|known| known.when == NameCondition::Always);
        if let Some(owner) = owner {
            // A feminine adjective may be spelt like the country (سورية). It
            // then means the adjective where it agrees with a noun.
            let homograph = owner.kind == EntityType::Gpe
                && sense
                    .agreement
                    .is_some_and(|agreement| agreement.gender == Gender::Feminine);
            if !homograph {
                return;
            }
            sense.when = NameCondition::Agreeing;
            end.senses.insert(0, sense);
        } else {
            end.senses.push(sense);
        }
    }

    /// Adds patterns and cues, and the bodies of every state.
    pub(super) fn finish(mut self, world: &World, mut vocabulary: Vocabulary) -> Gazetteer {
        for cues in &world.cues {
            for word in &cues.words {
                self.cue(cues.role, word, &mut vocabulary);
            }
        }
        for (pattern, body) in (0..).zip(&world.bodies) {
            self.heads(pattern, body);
        }
        let media = world.media_ids.iter();
        let media: FxHashSet<EntityId> = media
            .filter_map(|id| self.ids.get(id.as_str()).copied())
            .collect();
        let n_bodies = self.states.len() * world.bodies.len();
        let n_made = self.adjectives.len() * world.bodies.len();
        self.ids.reserve(n_made);
        self.entities.reserve(n_made);
        let mut gazetteer = Gazetteer {
            media,
            entities: self.entities,
            ids: self.ids,
            trie: self.trie,
            bodies: vec![None; n_bodies],
            n_patterns: world.bodies.len(),
            vocabulary,
            said: self.said,
            known: OnceLock::new(),
        };
        gazetteer.bodies = listed_bodies(&gazetteer);
        make_bodies(
            &mut gazetteer,
            &self.states,
            &self.adjectives,
            &world.bodies,
        );
        gazetteer
    }

    fn cue(&mut self, role: Role, word: &Name, vocabulary: &mut Vocabulary) {
        if let Role::Supports(kind) = role {
            return vocabulary.add_support(&word.text, kind);
        }
        let Some(end) = self.end(&word.text) else {
            return;
        };
        match role {
            Role::MediaHead { gender, shared } => {
                end.media_head = Some(MediaHead { gender, shared });
            }
            Role::MediaTail => end.media_tail = true,
            Role::MediaFiller => end.media_filler = true,
            Role::Stop => end.stop = true,
            Role::Supports(_) => {}
        }
    }

    fn heads(&mut self, pattern: u16, body: &BodyPattern) {
        let adjective = Completion::Adjective(body.gender);
        let heads = body.adjective_heads.iter().map(|name| (name, adjective));
        let constructs = body.construct_heads.iter();
        let heads = heads.chain(constructs.map(|name| (name, Completion::State)));
        for (name, completion) in heads {
            if let Some(end) = self.end(&name.text) {
                end.heads.push(BodyHead {
                    pattern,
                    completion,
                    guarded: name.mark == NameMark::Guarded,
                });
            }
        }
    }
}

/// The merges of all layers: the id of each entity that is another one, and
/// the id of that. Of two layers, the one that takes precedence decides.
fn merges_of<'d>(layers: &[Layer<'d>]) -> FxHashMap<&'d str, &'d str> {
    let mut direct: FxHashMap<&str, &str> = FxHashMap::default();
    for layer in layers {
        for definition in layer.definitions {
            if let Some(into) = &definition.same_as {
                direct.entry(&definition.id).or_insert(into);
            }
        }
    }
    let merged = direct.keys().map(|&id| (id, follow(id, &direct)));
    // A circle leads back: then the entity is itself.
    merged.filter(|(id, into)| id != into).collect()
}

fn when(mark: NameMark) -> NameCondition {
    match mark {
        NameMark::Ambiguous => NameCondition::Supported,
        NameMark::Plain | NameMark::Exact | NameMark::Guarded => NameCondition::Always,
    }
}
