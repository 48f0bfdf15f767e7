//! Mentions: where a text names an entity.

use super::basis::Basis;
use super::kind::EntityType;
use super::spotted::Spotted;
use crate::base::{ByteSpan, EntityId};

/// A stretch of an article that names an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// The name in the text: proclitics outside, the article inside.
    pub span: ByteSpan,
    /// The entity named.
    pub entity: EntityId,
    /// The type of the entity.
    pub kind: EntityType,
    /// Whether the alef of the name's article is missing because ل stands
    /// before it: the span of للأرمن is لأرمن, the name الأرمن.
    pub article_elided: bool,
    /// Why it is marked.
    pub basis: Basis,
}

impl Mention {
    /// The mention of a name whose entity a list knows.
    #[must_use]
    pub fn of_known(spotted: &Spotted) -> Option<Self> {
        Some(Self {
            span: spotted.span,
            entity: spotted.entity?,
            kind: spotted.kind,
            article_elided: spotted.article_elided,
            basis: spotted.basis,
        })
    }
}
