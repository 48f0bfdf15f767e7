//! Why a repair cannot be done, undone or written.

use super::entry::Key;
use crate::base::messages;

/// Entries are not as a patch expects them; nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The entries that are otherwise.
    pub changed: Vec<Key>,
}

messages! {
    /// Why a repair makes no sense.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub enum RepairFault {
        /// Nothing is known of that entity.
        UnknownEntity {
            /// Its id.
            id: String,
        } => Error "repair-unknown-entity",
        /// Two entities are meant, and both are this one.
        SameEntity {
            /// Its id.
            id: String,
        } => Error "repair-same-entity",
        /// A new entity was to get an id that is in use.
        IdTaken {
            /// The id.
            id: String,
        } => Error "repair-id-taken",
        /// A name or an id has neither letter nor digit.
        EmptyName => Error "repair-empty-name",
        /// A spelling is the Arabic name shown of another entity.
        SpellingShown {
            /// The spelling.
            spelling: String,
            /// The id of that other entity.
            owner: String,
        } => Error "repair-spelling-shown",
    }
}

/// Why a patch cannot be carried into a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WriteFault {
    /// The text as a whole is no TOML, or `entity` or `reading` are no lists of
    /// tables in it; writing would lose what a person meant.
    NotToml {
        /// The line, from 1.
        line: u32,
    },
    /// The text says otherwise than the patch expects.
    Conflict(Conflict),
}
