//! The gazetteer: every known name, ready for matching.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::build::Builder;
use super::definition::EntityDef;
use super::demonym::{Agreement, Gender};
use super::kind::EntityType;
use super::linking::KnownNames;
use super::mention::Mention;
use super::recognizer::Recognizer;
use super::repair::Overlay;
use super::said::Said;
use super::trie::Trie;
use super::vocabulary::Vocabulary;
use super::world::World;
use crate::arabic::fold;
use crate::base::EntityId;

/// Where the knowledge of an entity comes from; earlier ones take precedence.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Origin {
    /// The `entities.toml` of the corpus folder.
    Folder,
    /// The `entities.toml` of the embedded corpus.
    Embedded,
    /// The tables of the world that ship with the program.
    World,
    /// No list: the texts of the corpus name it.
    Text,
}

/// Entities of one origin.
#[derive(Debug, Clone, Copy)]
pub struct Layer<'a> {
    /// The origin.
    pub origin: Origin,
    /// The entities.
    pub definitions: &'a [EntityDef],
}

/// Something that has a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// The canonical English name.
    pub id: Box<str>,
    /// The type.
    pub kind: EntityType,
    /// The Arabic name shown.
    pub ar: Box<str>,
    /// The spellings that the files list, of all layers together, as written.
    /// Forms that rules make (روسية, وزارة الدفاع الروسية) are not among them.
    pub names: Vec<Box<str>>,
    /// The English name shown, where it is not the id.
    pub en: Option<Box<str>>,
    /// The id of the state it belongs to.
    pub country: Option<Box<str>>,
    /// The reader's note.
    pub note: Option<Box<str>>,
    /// The ids of entities that it is never to be offered as the same as.
    pub different: Vec<Box<str>>,
    /// The first layer that knows it.
    pub origin: Origin,
}

/// Every known entity and its names. Immutable once built.
#[derive(Debug)]
pub struct Gazetteer {
    pub(super) entities: Vec<Entity>,
    /// Entities by id; merged ones lead to what they were merged into.
    pub(super) ids: FxHashMap<Box<str>, EntityId>,
    pub(super) trie: Trie<End>,
    /// The body of pattern p of state s, at `s * n_patterns + p`.
    pub(super) bodies: Vec<Option<EntityId>>,
    pub(super) n_patterns: usize,
    /// What is known of words that are no names.
    pub(super) vocabulary: Vocabulary,
    /// Entities that are media.
    pub(super) media: FxHashSet<EntityId>,
    /// What the reader says of words.
    pub(super) said: Said,
    /// The keys of the names, made when they are first asked for.
    pub(super) known: OnceLock<KnownNames>,
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
    pub(super) fn known_names(&self) -> &KnownNames {
        let make = || KnownNames::new(self, self.vocabulary.lexicon);
        self.known.get_or_init(make)
    }

    /// The entity with this position.
    ///
    /// # Panics
    /// If `id` comes from another gazetteer.
    #[must_use]
    pub fn entity(&self, id: EntityId) -> &Entity {
        &self.entities[id.index()]
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

    /// The listed names in `text`, sorted, not overlapping. For
    /// many texts, keep a [`Recognizer`].
    #[must_use]
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        let mut spotted = Vec::new();
        Recognizer::of_listed(self).spot(text, &mut spotted);
        spotted.iter().filter_map(Mention::of_known).collect()
    }
}

/// A state, by its place in the table of bodies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct StateId(pub(super) u32);

/// What the words read up to a node of the trie can be.
#[derive(Debug, Default)]
pub(super) struct End {
    pub(super) senses: Vec<Sense>,
    pub(super) heads: Vec<Head>,
    pub(super) media_head: Option<MediaHead>,
    pub(super) media_tail: bool,
    pub(super) media_filler: bool,
    /// Whether these words look like a name and are none.
    pub(super) stop: bool,
}

/// One thing that a name can mean, and when it does.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sense {
    pub(super) entity: EntityId,
    pub(super) kind: EntityType,
    pub(super) when: When,
    /// The state that a country, a capital or a demonym stands for.
    pub(super) state: Option<StateId>,
    /// For adjectives: what they agree with.
    pub(super) agreement: Option<Agreement>,
    /// Whether a final ي must not be written ى.
    pub(super) exact: bool,
}

/// When a name means what it can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// Always.
    Always,
    /// With a word beside it that says so.
    Supported,
    /// After a noun with which it agrees.
    Agreeing,
}

/// The head of a body's name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Head {
    pub(super) pattern: u16,
    pub(super) completion: Completion,
    /// Not where the head is an attribute of the word before (السياسة الخارجية).
    pub(super) guarded: bool,
}

/// What completes the head of a body's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Completion {
    /// A definite adjective of this gender.
    Adjective(Gender),
    /// The name of the state.
    State,
}

/// The head noun of a medium's name.
#[derive(Debug, Clone, Copy)]
pub(super) struct MediaHead {
    pub(super) gender: Gender,
    pub(super) shared: bool,
}
