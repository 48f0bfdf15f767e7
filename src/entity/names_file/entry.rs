//! What one entry of `entities.toml` says, as data.

use crate::entity::model::EntityType;

/// Where a reading of words holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// In every article.
    Everywhere,
    /// Wherever the words stand in one article.
    Article {
        /// The article's path inside the corpus folder.
        file: String,
    },
    /// At one place.
    Here {
        /// The article's path inside the corpus folder.
        file: String,
        /// Where the words start, in Unicode scalar values of the article's text.
        start: u32,
    },
}

impl Scope {
    /// The article, unless the scope is every article.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        match self {
            Self::Everywhere => None,
            Self::Article { file } | Self::Here { file, .. } => Some(file),
        }
    }
}

/// What tells entries apart; it stays when the rest of an entry changes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// The id of an entity.
    Entity(String),
    /// The words of a reading, and where it holds.
    Reading {
        /// Where it holds.
        scope: Scope,
        /// The words, as they stand in the text.
        text: String,
    },
}

/// Keys that this program does not know, each with its value in TOML.
pub type Unknown = Vec<(String, String)>;

/// Which spellings are ordinary words too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ambiguous {
    /// All of `names`.
    All,
    /// These.
    Only(Vec<String>),
}

impl Ambiguous {
    /// Whether `name`, one of `names`, is among them.
    #[must_use]
    pub fn contains(&self, name: &str) -> bool {
        match self {
            Self::All => true,
            Self::Only(names) => names.iter().any(|only| only == name),
        }
    }
}

impl Default for Ambiguous {
    fn default() -> Self {
        Self::Only(Vec::new())
    }
}

/// An `[[entity]]` as it is written: nothing derived, nothing of other layers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityDef {
    /// The canonical name; never renamed.
    pub id: String,
    /// The type.
    pub kind: EntityType,
    /// The Arabic name shown, which is a spelling too.
    pub ar: Option<String>,
    /// The English name shown.
    pub en: Option<String>,
    /// The other spellings.
    pub names: Vec<String>,
    /// Which of the spellings are ordinary words too.
    pub ambiguous: Ambiguous,
    /// The id of the state the entity belongs to.
    pub country: Option<String>,
    /// The reader's note.
    pub note: Option<String>,
    /// Spellings that are not this entity's, whoever says so.
    pub not: Vec<String>,
    /// The id of the entity that this one is.
    pub same_as: Option<String>,
    /// The ids of entities never to be offered as the same.
    pub different: Vec<String>,
    /// What the program does not know.
    pub unknown: Unknown,
}

impl EntityDef {
    /// An entry that says no more than its type.
    #[must_use]
    pub fn new(id: &str, kind: EntityType) -> Self {
        Self {
            id: id.to_owned(),
            kind,
            ar: None,
            en: None,
            names: Vec::new(),
            ambiguous: Ambiguous::default(),
            country: None,
            note: None,
            not: Vec::new(),
            same_as: None,
            different: Vec::new(),
            unknown: Unknown::new(),
        }
    }

    /// The Arabic name that the file has for it: `ar`, else the first spelling.
    /// None where the entry only amends another layer's.
    #[must_use]
    pub fn shown(&self) -> Option<&str> {
        let first = || self.names.first().map(String::as_str);
        self.ar.as_deref().or_else(first)
    }
}

/// What the reader says that words are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// No name.
    NoName,
    /// A name of an entity; here of another type than the entity's, if one is
    /// given.
    Names {
        /// The entity's id.
        entity: String,
        /// The type of these mentions.
        kind: Option<EntityType>,
    },
    /// A name of that type; whom it names is found as of any other.
    OfType(EntityType),
    /// Longer than the name is: `name`, a part of the words, is one. Whom it
    /// names is found as of any other.
    Part {
        /// The words of the name.
        name: String,
        /// Its type, where no list knows it.
        kind: EntityType,
    },
}

impl Verdict {
    /// The id of the entity that the verdict names.
    #[must_use]
    pub fn entity(&self) -> Option<&str> {
        match self {
            Self::Names { entity, .. } => Some(entity),
            Self::NoName | Self::OfType(_) | Self::Part { .. } => None,
        }
    }
}

/// A `[[reading]]`: what words mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The words, as they stand in the text.
    pub text: String,
    /// Where it holds.
    pub scope: Scope,
    /// What they are.
    pub verdict: Verdict,
    /// What the program does not know.
    pub unknown: Unknown,
}

/// An entry of either kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// An `[[entity]]`.
    Entity(EntityDef),
    /// A `[[reading]]`.
    Reading(Reading),
}

/// What has a key.
pub(in crate::entity) trait Keyed {
    /// The key.
    fn key(&self) -> Key;

    /// Whether that is its key.
    fn is(&self, key: &Key) -> bool;
}

impl Keyed for EntityDef {
    fn key(&self) -> Key {
        Key::Entity(self.id.clone())
    }

    fn is(&self, key: &Key) -> bool {
        matches!(key, Key::Entity(id) if *id == self.id)
    }
}

impl Keyed for Reading {
    fn key(&self) -> Key {
        Key::Reading {
            scope: self.scope.clone(),
            text: self.text.clone(),
        }
    }

    fn is(&self, key: &Key) -> bool {
        matches!(key, Key::Reading { scope, text } if *text == self.text && *scope == self.scope)
    }
}

impl Entry {
    /// The key.
    #[must_use]
    pub fn key(&self) -> Key {
        match self {
            Self::Entity(entry) => entry.key(),
            Self::Reading(reading) => reading.key(),
        }
    }
}

/// Whether `name` has a letter or a digit, as every name must.
pub(in crate::entity) fn has_letter(name: &str) -> bool {
    name.chars().any(char::is_alphanumeric)
}
