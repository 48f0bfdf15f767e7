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
    StartWithoutFile,
    NameAndNoName,
    ReadingTaken {
        text: String,
        first_line: u32,
    },
    SameAsCircle {
        id: String,
    },
    UnknownEntity {
        id: String,
    },
    ReadingLost {
        text: String,
        file: String,
    },
    ReadingUnclear {
        text: String,
        file: String,
    },
    ReadingsOverlap {
        text: String,
        other: String,
    },
}

impl EntityFault {
    /// How much it matters. What costs less than the
    /// entry is a warning.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self {
            Self::NameTaken { .. }
            | Self::SameAsCircle { .. }
            | Self::UnknownEntity { .. }
            | Self::ReadingLost { .. }
            | Self::ReadingUnclear { .. }
            | Self::ReadingsOverlap { .. } => Severity::Warning,
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
            Self::StartWithoutFile => "reading-start-without-file",
            Self::NameAndNoName => "reading-name-and-no-name",
            Self::ReadingTaken { .. } => "reading-taken",
            Self::SameAsCircle { .. } => "entity-same-as-circle",
            Self::UnknownEntity { .. } => "entity-unknown",
            Self::ReadingLost { .. } => "reading-lost",
            Self::ReadingUnclear { .. } => "reading-unclear",
            Self::ReadingsOverlap { .. } => "readings-overlap",
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
            Self::EmptyName | Self::StartWithoutFile | Self::NameAndNoName => Vec::new(),
            Self::ReadingTaken { text, first_line } => {
                vec![
                    ("text", text.clone().into()),
                    ("first-line", (*first_line).into()),
                ]
            }
            Self::SameAsCircle { id } | Self::UnknownEntity { id } => {
                vec![("id", id.clone().into())]
            }
            Self::ReadingLost { text, file } | Self::ReadingUnclear { text, file } => {
                vec![("text", text.clone().into()), ("path", file.clone().into())]
            }
            Self::ReadingsOverlap { text, other } => {
                vec![
                    ("text", text.clone().into()),
                    ("other", other.clone().into()),
                ]
            }
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
                "the entry has no “{key}” and is not used; add it."
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
            Self::StartWithoutFile => {
                f.write_str("the reading has a “start” but no “file” and is not used; add the file.")
            }
            Self::NameAndNoName => f.write_str(
                "the reading says “name = false” and what it names, and is not used; delete one of the two.",
            ),
            Self::ReadingTaken { text, first_line } => write!(
                f,
                "“{text}” is read in line {first_line} already, which counts; delete one of the two."
            ),
            Self::SameAsCircle { id } => write!(
                f,
                "“{id}” is said to be another entity and that to be “{id}” again; delete one “same_as”."
            ),
            Self::UnknownEntity { id } => write!(
                f,
                "nothing is known of “{id}”; correct the id or give it an entry with names."
            ),
            Self::ReadingLost { text, file } => write!(
                f,
                "“{text}” does not stand in “{file}” any more; the reading has no effect, delete it or mark the words again."
            ),
            Self::ReadingUnclear { text, file } => write!(
                f,
                "“{text}” has moved in “{file}” and stands there more than once; the reading has no effect, mark the words again."
            ),
            Self::ReadingsOverlap { text, other } => write!(
                f,
                "“{text}” shares words with “{other}”, which counts; delete one of the two readings."
            ),
        }
    }
}
