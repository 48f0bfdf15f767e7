//! What can be wrong with the files of a corpus.

use serde::{Deserialize, Serialize};

use super::{EntityFault, TextEncoding};
use crate::base::{Arg, Message as _, Severity, Word, messages};

/// One trouble with one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The file in which to look, by its path inside the folder; `None` for
    /// the folder itself.
    pub file: Option<Box<str>>,
    /// The line of that file, from 1.
    pub line: Option<u32>,
    /// What is wrong.
    pub kind: ProblemKind,
}

impl Problem {
    /// A problem of a file as a whole.
    #[must_use]
    pub fn of_file(file: &str, kind: ProblemKind) -> Self {
        Self {
            file: Some(file.into()),
            line: None,
            kind,
        }
    }

    /// A problem in one line of a file; lines count from 1.
    #[must_use]
    pub fn at_line(file: &str, line: u32, kind: ProblemKind) -> Self {
        Self {
            file: Some(file.into()),
            line: Some(line),
            kind,
        }
    }

    /// A problem of the folder.
    #[must_use]
    pub const fn of_folder(kind: ProblemKind) -> Self {
        Self {
            file: None,
            line: None,
            kind,
        }
    }

    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.kind.severity()
    }
}

impl<'a> From<&'a TextEncoding> for Arg<'a> {
    fn from(encoding: &'a TextEncoding) -> Self {
        encoding.label().into()
    }
}

messages! {
    /// What is wrong. `path` is always a path as the index or the folder has it.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
    #[expect(missing_docs, reason = "the text of each code says what it is")]
    pub enum ProblemKind {
        NoFileName => Error "no-file-name",
        MissingFile { path: String } => Error "missing-file",
        OutsideFolder { path: String } => Error "outside-folder",
        NotAFile { path: String } => Error "not-a-file",
        ListedTwice { path: String, first_line: u32 } => Error "listed-twice",
        BadDate { value: String } => Error "bad-date",
        ExtraCells { n_cells: u32, n_columns: u32 } => Warning "extra-cells",
        NoIndexTable => Warning "no-index-table",
        Unlisted => Warning "unlisted",
        LinkOutside => Error "link-outside",
        LinkBroken => Error "link-broken",
        Unreadable { path: String, reason: String } => Error "unreadable",
        Vanished { path: String } => Error "vanished",
        TooLarge { path: String, n_bytes: u64 } => Error "too-large",
        Empty => Error "empty",
        NotText {
            #[serde(deserialize_with = "super::article_text::known_what")]
            what: Word,
        } => Error "not-text",
        BrokenText { n_places: u32, encoding: TextEncoding } => Warning "broken-text",
        OtherEncoding { encoding: TextEncoding } => Note "other-encoding",
        NameNotUnicode => Note "name-not-unicode",
        NoArticles => Error "no-articles",
        SpecialFile { path: String } => Error "special-file",
        /// Found anew in `entities.toml` whenever that is parsed; never stored.
        #[serde(skip)]
        Entity(fault: EntityFault),
    }
}
