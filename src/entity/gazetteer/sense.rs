//! What the words of a name can be.

use super::demonym::{Agreement, Gender};
use crate::base::EntityId;
use crate::entity::model::EntityType;

/// A state, by its place in the table of bodies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::entity) struct StateId(pub(in crate::entity) u32);

/// What the words read up to a node of the trie can be.
#[derive(Debug, Default)]
pub(in crate::entity) struct NameEnd {
    pub(in crate::entity) senses: Vec<NameSense>,
    pub(in crate::entity) heads: Vec<BodyHead>,
    pub(in crate::entity) media_head: Option<MediaHead>,
    pub(in crate::entity) media_tail: bool,
    pub(in crate::entity) media_filler: bool,
    /// Whether these words look like a name and are none.
    pub(in crate::entity) stop: bool,
}

/// One thing that a name can mean, and when it does.
#[derive(Debug, Clone, Copy)]
pub(in crate::entity) struct NameSense {
    pub(in crate::entity) entity: EntityId,
    pub(in crate::entity) kind: EntityType,
    pub(in crate::entity) when: NameCondition,
    /// The state that a country, a capital or a demonym stands for.
    pub(in crate::entity) state: Option<StateId>,
    /// For adjectives: what they agree with.
    pub(in crate::entity) agreement: Option<Agreement>,
    /// Whether a final ي must not be written ى.
    pub(in crate::entity) exact: bool,
}

/// When a name means what it can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::entity) enum NameCondition {
    /// Always.
    Always,
    /// With a word beside it that says so.
    Supported,
    /// After a noun with which it agrees.
    Agreeing,
}

/// The head of a body's name.
#[derive(Debug, Clone, Copy)]
pub(in crate::entity) struct BodyHead {
    pub(in crate::entity) pattern: u16,
    pub(in crate::entity) completion: Completion,
    /// Not where the head is an attribute of the word before (السياسة الخارجية).
    pub(in crate::entity) guarded: bool,
}

/// What completes the head of a body's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::entity) enum Completion {
    /// A definite adjective of this gender.
    Adjective(Gender),
    /// The name of the state.
    State,
}

/// The head noun of a medium's name.
#[derive(Debug, Clone, Copy)]
pub(in crate::entity) struct MediaHead {
    pub(in crate::entity) gender: Gender,
    pub(in crate::entity) shared: bool,
}
