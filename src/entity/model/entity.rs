//! What has a name, and who says so.

use super::kind::EntityType;

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

impl Entity {
    /// The English name: the one shown, or the id where that is one. Entities
    /// that no list knows have none.
    #[must_use]
    pub fn english(&self) -> Option<&str> {
        let is_english = self.origin != Origin::Text && self.id.is_ascii();
        let id = is_english.then_some(&*self.id);
        self.en.as_deref().or(id)
    }
}
