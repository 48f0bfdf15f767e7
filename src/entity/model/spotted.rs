//! What recognition yields: a name in a text, known or not.

use super::basis::Basis;
use super::kind::EntityType;
use crate::base::{ByteSpan, EntityId};

/// A name that was found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spotted {
    /// The name in the text: proclitics outside, the article inside.
    pub span: ByteSpan,
    /// What it names.
    pub kind: EntityType,
    /// The entity, where a list knows the name; linking finds the others.
    pub entity: Option<EntityId>,
    /// Whether the alef of the name's article is missing because ل stands
    /// before it.
    pub article_elided: bool,
    /// Why it is marked.
    pub basis: Basis,
}
