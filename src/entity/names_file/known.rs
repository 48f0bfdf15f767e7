//! What repairs need to know of entities that the file does not define.

use crate::entity::model::{EntityType, Origin};

/// What the program knows of an entity, all layers together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownEntity {
    /// The type.
    pub kind: EntityType,
    /// The Arabic name shown.
    pub ar: String,
    /// The id of the state it belongs to.
    pub country: Option<String>,
    /// The first layer that lists it; `None` when only the texts have it.
    pub origin: Option<Origin>,
}

/// Answers what is known of an entity.
pub trait Known {
    /// The entity of that id.
    fn known(&self, id: &str) -> Option<KnownEntity>;
}
