//! What can be wrong with an entry of `entities.toml`.

use crate::base::{Word, messages};

messages! {
    /// Why an entry of `entities.toml`, or a part of it, cannot be used. What
    /// costs less than the entry is a warning.
    #[derive(Debug, Clone, PartialEq, Eq)]
    #[expect(missing_docs, reason = "the text of each code says what it is")]
    pub enum EntityFault {
        Syntax { message: String } => Error "entity-syntax",
        MissingKey { key: &'static str } => Error "entity-missing-key",
        WrongType { key: &'static str, expected: Word } => Error "entity-wrong-type",
        UnknownType { value: String } => Error "entity-unknown-type",
        IdTaken { id: String, first_line: u32 } => Error "entity-id-taken",
        EmptyName => Error "entity-empty-name",
        NameTaken { name: String, owner: String } => Warning "entity-name-taken",
        StartWithoutFile => Error "reading-start-without-file",
        NameAndNoName => Error "reading-name-and-no-name",
        NamePartElsewhere { name: String, text: String } => Error "reading-name-elsewhere",
        ReadingTaken { text: String, first_line: u32 } => Error "reading-taken",
        SameAsCircle { id: String } => Warning "entity-same-as-circle",
        UnknownEntity { id: String } => Warning "entity-unknown",
        ReadingLost { text: String, file: String } => Warning "reading-lost",
        ReadingUnclear { text: String, file: String } => Warning "reading-unclear",
        ReadingsOverlap { text: String, other: String } => Warning "readings-overlap",
    }
}
