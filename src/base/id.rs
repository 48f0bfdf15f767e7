//! Newtypes for the positions of things in their tables.

/// The position of an article in [`Corpus::articles`](crate::corpus::Corpus::articles).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(pub u32);

impl ArticleId {
    /// The index into the table of articles.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The position of an entity in [`Gazetteer::entities`](crate::entity::Gazetteer::entities).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

impl EntityId {
    /// The index into the table of entities.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}
