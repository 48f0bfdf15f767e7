//! The gazetteer: every known name, ready for matching.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::build::Builder;
use super::known_names::KnownNames;
use super::said::Said;
use super::sense::{NameCondition, NameEnd, NameSense};
use super::world::World;
use crate::arabic::{fold, tokens};
use crate::base::EntityId;
use crate::entity::model::{Entity, Origin};
use crate::entity::names_file::EntityDef;
use crate::entity::readings::Overlay;
use crate::entity::words::{NodeId, Trie, Vocabulary};

/// Entities of one origin.
#[derive(Debug, Clone, Copy)]
pub struct Layer<'a> {
    /// The origin.
    pub origin: Origin,
    /// The entities.
    pub definitions: &'a [EntityDef],
}

/// Every known entity and its names. Immutable once built.
#[derive(Debug)]
pub struct Gazetteer {
    pub(in crate::entity) entities: Vec<Entity>,
    /// Entities by id; merged ones lead to what they were merged into.
    pub(in crate::entity) ids: FxHashMap<Box<str>, EntityId>,
    pub(in crate::entity) trie: Trie<NameEnd>,
    /// The body of pattern p of state s, at `s * n_patterns + p`.
    pub(in crate::entity) bodies: Vec<Option<EntityId>>,
    pub(in crate::entity) n_patterns: usize,
    /// What is known of words that are no names.
    pub(in crate::entity) vocabulary: Vocabulary,
    /// Entities that are media.
    pub(in crate::entity) media: FxHashSet<EntityId>,
    /// What the reader says of words.
    pub(in crate::entity) said: Said,
    /// The keys of the names, made when they are first asked for.
    pub(in crate::entity) known: OnceLock<KnownNames>,
}

impl Gazetteer {
    /// Builds the gazetteer of `layers`, those that take precedence first,
    /// above the knowledge of the world that ships with the program.
    ///
    /// Entities with the same id are one, with the type of the first layer. A
    /// name that one layer has stays with it: later layers do not get it.
    #[must_use]
    pub fn build(layers: &[Layer<'_>]) -> Self {
        let (vocabulary, world) = rayon::join(Vocabulary::embedded, World::embedded);
        Self::of_parts(layers, Overlay::default(), &world.0, vocabulary)
    }

    /// As [`Self::build`], with other knowledge of the world.
    #[must_use]
    pub fn with_world(layers: &[Layer<'_>], world: &World) -> Self {
        Self::of_parts(layers, Overlay::default(), world, Vocabulary::embedded())
    }

    /// As [`Self::with_world`], with what the reader says of words above all.
    pub(super) fn of_parts(
        layers: &[Layer<'_>],
        readings: Overlay,
        world: &World,
        vocabulary: Vocabulary,
    ) -> Self {
        let mut all = layers.to_vec();
        all.push(Layer {
            origin: Origin::World,
            definitions: &world.entities,
        });
        let mut builder = Builder::new(world);
        builder.layers(&all);
        for demonym in &world.demonyms {
            builder.demonym(demonym);
        }
        builder.say(readings);
        builder.finish(world, vocabulary)
    }

    /// Listed entities by the keys of their names.
    pub(in crate::entity) fn known_names(&self) -> &KnownNames {
        let make = || KnownNames::new(&self.entities, self.vocabulary.lexicon);
        self.known.get_or_init(make)
    }

    /// What a list says that `words` are wherever they stand, if anything.
    pub(in crate::entity) fn sense_of(&self, words: &str) -> Option<&NameSense> {
        let folded = fold(words);
        let mut node = NodeId::ROOT;
        for token in tokens(&folded) {
            let word = self.trie.word(token.span.slice(&folded))?;
            node = self.trie.step(node, word)?;
        }
        let senses = &self.trie.value(node).senses;
        senses.iter().find(|s| s.when == NameCondition::Always)
    }

    /// The entity with this position; nothing where no list has one there, as
    /// of a position of another gazetteer.
    #[must_use]
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(id.index())
    }

    /// All entities, in the order of their positions. Most have no mention.
    #[must_use]
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// The position of the entity with this canonical name.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<EntityId> {
        self.ids.get(id).copied()
    }

    /// The entities of that name: the canonical one, the Arabic one, or a
    /// spelling that the files list, all compared as [`fold`] leaves them.
    #[must_use]
    pub fn named(&self, name: &str) -> Vec<EntityId> {
        let wanted = fold(name);
        let has_name = |entity: &Entity| {
            let mut names = entity.names.iter().chain([&entity.id, &entity.ar]);
            names.any(|name| fold(name) == wanted)
        };
        (0_u32..)
            .map(EntityId)
            .zip(&self.entities)
            .filter(|(_, entity)| has_name(entity))
            .map(|(id, _)| id)
            .collect()
    }
}
