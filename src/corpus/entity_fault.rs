//! What can be wrong with an entry of `entities.toml`.

use std::fmt;

use super::{ProblemArg, Severity};

/// Why an entry of `entities.toml`, or a part of it, cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each sentence of `Display` says what it is")]
pub enum EntityFault {
    Syntax {
        message: String,
    },
    MissingKey {
        key: &'static str,
    },
    WrongType {
        key: &'static str,
        expected: &'static str,
    },
    UnknownType {
        value: String,
    },
    IdTaken {
        id: String,
        first_line: u32,
    },
    EmptyName,
    NameTaken {
        name: String,
        owner: String,
    },
}

impl EntityFault {
    /// How much it matters. A name that another entry has costs only the name.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self {
            Self::NameTaken { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// A stable name in kebab case, the key of its text in other languages.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "entity-syntax",
            Self::MissingKey { .. } => "entity-missing-key",
            Self::WrongType { .. } => "entity-wrong-type",
            Self::UnknownType { .. } => "entity-unknown-type",
            Self::IdTaken { .. } => "entity-id-taken",
            Self::EmptyName => "entity-empty-name",
            Self::NameTaken { .. } => "entity-name-taken",
        }
    }

    /// The arguments of the text with that [`code`](Self::code), by name.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, ProblemArg)> {
        match self {
            Self::Syntax { message } => vec![("message", message.clone().into())],
            Self::MissingKey { key } => vec![("key", (*key).into())],
            Self::WrongType { key, expected } => {
                vec![("key", (*key).into()), ("expected", (*expected).into())]
            }
            Self::UnknownType { value } => vec![("value", value.clone().into())],
            Self::IdTaken { id, first_line } => {
                vec![
                    ("id", id.clone().into()),
                    ("first-line", (*first_line).into()),
                ]
            }
            Self::EmptyName => Vec::new(),
            Self::NameTaken { name, owner } => {
                vec![
                    ("name", name.clone().into()),
                    ("owner", owner.clone().into()),
                ]
            }
        }
    }
}

/// What is wrong and what to do, in one English sentence.
impl fmt::Display for EntityFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax { message } => write!(
                f,
                "this is no TOML ({message}); the entries before and after are read, correct this one."
            ),
            Self::MissingKey { key } => write!(
                f,
                "the entry has no “{key}” and is not used; give it id, type and names."
            ),
            Self::WrongType { key, expected } => {
                write!(f, "“{key}” must be {expected}; the entry is not used.")
            }
            Self::UnknownType { value } => write!(
                f,
                "“{value}” is no type and the entry is not used; write PER, GPE, LOC, ORG or NORP."
            ),
            Self::IdTaken { id, first_line } => write!(
                f,
                "the id “{id}” is that of the entry in line {first_line}, which counts; add the names there or choose another id."
            ),
            Self::EmptyName => {
                f.write_str("a name holds no letter and the entry is not used; delete the name.")
            }
            Self::NameTaken { name, owner } => write!(
                f,
                "the name “{name}” belongs to “{owner}” already and stays there; delete one of the two."
            ),
        }
    }
}
