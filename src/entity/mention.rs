//! Mentions: where a text names an entity.

use serde::{Deserialize, Serialize};

use super::basis::Basis;
use super::entity_table::EntityTable;
use super::kind::EntityType;
use super::spotted::Spotted;
use crate::base::{ByteSpan, CharIndex, EntityId};

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

/// A mention as JSON Lines hold it: one object a line. Offsets count Unicode
/// scalar values of the article's text, end exclusive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentionRecord {
    /// Path of the article in its corpus.
    pub file: String,
    /// First scalar value inside.
    pub start: usize,
    /// First scalar value after.
    pub end: usize,
    /// The words of the text, unchanged.
    pub text: String,
    /// The tag of the type.
    pub r#type: EntityType,
    /// The canonical id of the entity.
    pub entity: String,
    /// The name with its article in full, where ل took the alef.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub norm: Option<String>,
}

impl MentionRecord {
    /// The records of `mentions`, all of them of the article `file` whose text
    /// is `text`, in their order.
    pub fn of_article<'a>(
        file: &'a str,
        text: &'a str,
        mentions: &'a [Mention],
        entities: &'a EntityTable,
    ) -> impl Iterator<Item = Self> + 'a {
        let mut chars = CharIndex::new(text);
        mentions.iter().map(move |mention| {
            let span = mention.span.range();
            let words = text.get(span.clone()).unwrap_or_default();
            Self {
                file: file.to_owned(),
                start: chars.char_of(span.start),
                end: chars.char_of(span.end),
                text: words.to_owned(),
                r#type: mention.kind,
                entity: entities.entity(mention.entity).id.to_string(),
                norm: mention.article_elided.then(|| format!("ا{words}")),
            }
        })
    }
}
