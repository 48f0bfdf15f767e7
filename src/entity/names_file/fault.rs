//! Why a repair cannot be done, undone or written.

use super::entry::Key;
use crate::corpus::ProblemArg;

/// Entries are not as a patch expects them; nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The entries that are otherwise.
    pub changed: Vec<Key>,
}

/// Why a repair makes no sense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RepairFault {
    /// Nothing is known of that entity.
    UnknownEntity {
        /// Its id.
        id: String,
    },
    /// Two entities are meant, and both are this one.
    SameEntity {
        /// Its id.
        id: String,
    },
    /// A new entity was to get an id that is in use.
    IdTaken {
        /// The id.
        id: String,
    },
    /// A name or an id has neither letter nor digit.
    EmptyName,
    /// A spelling is the Arabic name shown of another entity.
    SpellingShown {
        /// The spelling.
        spelling: String,
        /// The id of that other entity.
        owner: String,
    },
}

impl RepairFault {
    /// A stable name in kebab case, the key of its text.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownEntity { .. } => "unknown-entity",
            Self::SameEntity { .. } => "same-entity",
            Self::IdTaken { .. } => "id-taken",
            Self::EmptyName => "empty-name",
            Self::SpellingShown { .. } => "spelling-shown",
        }
    }

    /// The arguments of the text with that [`code`](Self::code), by name.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, ProblemArg)> {
        match self {
            Self::UnknownEntity { id } | Self::SameEntity { id } | Self::IdTaken { id } => {
                vec![("id", id.clone().into())]
            }
            Self::EmptyName => Vec::new(),
            Self::SpellingShown { spelling, owner } => vec![
                ("name", spelling.clone().into()),
                ("owner", owner.clone().into()),
            ],
        }
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
