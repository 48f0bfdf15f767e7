//! What can be wrong with the files of a corpus.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{EntityFault, TextEncoding};

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something the reader asked for is not in the corpus as asked.
    Error,
    /// All is there, but likely not as meant.
    Warning,
    /// All is well; worth knowing.
    Note,
}

impl Severity {
    /// The lower-case word for it: `error`, `warning` or `note`.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

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
    pub const fn severity(&self) -> Severity {
        self.kind.severity()
    }
}

/// Where, what, and what to do, in one English sentence.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.file, self.line) {
            (Some(file), Some(line)) => write!(f, "{file}, line {line}: {}", self.kind),
            (Some(file), None) => write!(f, "{file}: {}", self.kind),
            (None, _) => self.kind.fmt(f),
        }
    }
}

/// Words of the program's own. (Serde would take a plain `&'static str` for
/// one borrowed from what it reads.)
type Words = &'static str;

/// What is wrong. `path` is always a path as the index or the folder has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each sentence of `Display` says what it is")]
pub enum ProblemKind {
    NoFileName,
    MissingFile {
        path: String,
    },
    OutsideFolder {
        path: String,
    },
    NotAFile {
        path: String,
    },
    ListedTwice {
        path: String,
        first_line: u32,
    },
    BadDate {
        value: String,
    },
    ExtraCells {
        n_cells: u32,
        n_columns: u32,
    },
    NoIndexTable,
    Unlisted,
    LinkOutside,
    LinkBroken,
    Unreadable {
        path: String,
        reason: String,
    },
    Vanished {
        path: String,
    },
    TooLarge {
        path: String,
        n_bytes: u64,
    },
    Empty,
    NotText {
        #[serde(deserialize_with = "super::decode::known_what")]
        what: Words,
    },
    BrokenText {
        n_places: u32,
        encoding: TextEncoding,
    },
    OtherEncoding {
        encoding: TextEncoding,
    },
    NameNotUnicode,
    NoArticles,
    /// Found anew in `entities.toml` whenever that is parsed; never stored.
    #[serde(skip)]
    Entity(EntityFault),
}

impl ProblemKind {
    /// How much it matters.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self {
            Self::NoFileName
            | Self::MissingFile { .. }
            | Self::OutsideFolder { .. }
            | Self::NotAFile { .. }
            | Self::ListedTwice { .. }
            | Self::BadDate { .. }
            | Self::LinkOutside
            | Self::LinkBroken
            | Self::Unreadable { .. }
            | Self::Vanished { .. }
            | Self::TooLarge { .. }
            | Self::Empty
            | Self::NotText { .. }
            | Self::NoArticles => Severity::Error,
            Self::ExtraCells { .. }
            | Self::NoIndexTable
            | Self::Unlisted
            | Self::BrokenText { .. } => Severity::Warning,
            Self::OtherEncoding { .. } | Self::NameNotUnicode => Severity::Note,
            Self::Entity(fault) => fault.severity(),
        }
    }

    /// A stable name in kebab case, the key of its text in other languages.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoFileName => "no-file-name",
            Self::MissingFile { .. } => "missing-file",
            Self::OutsideFolder { .. } => "outside-folder",
            Self::NotAFile { .. } => "not-a-file",
            Self::ListedTwice { .. } => "listed-twice",
            Self::BadDate { .. } => "bad-date",
            Self::ExtraCells { .. } => "extra-cells",
            Self::NoIndexTable => "no-index-table",
            Self::Unlisted => "unlisted",
            Self::LinkOutside => "link-outside",
            Self::LinkBroken => "link-broken",
            Self::Unreadable { .. } => "unreadable",
            Self::Vanished { .. } => "vanished",
            Self::TooLarge { .. } => "too-large",
            Self::Empty => "empty",
            Self::NotText { .. } => "not-text",
            Self::BrokenText { .. } => "broken-text",
            Self::OtherEncoding { .. } => "other-encoding",
            Self::NameNotUnicode => "name-not-unicode",
            Self::NoArticles => "no-articles",
            Self::Entity(fault) => fault.code(),
        }
    }

    /// The arguments of the text with that [`code`](Self::code), by name.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, ProblemArg)> {
        match self {
            Self::MissingFile { path }
            | Self::OutsideFolder { path }
            | Self::NotAFile { path }
            | Self::Vanished { path } => vec![("path", path.clone().into())],
            Self::ListedTwice { path, first_line } => vec![
                ("path", path.clone().into()),
                ("first-line", (*first_line).into()),
            ],
            Self::BadDate { value } => vec![("value", value.clone().into())],
            Self::ExtraCells { n_cells, n_columns } => vec![
                ("cells", (*n_cells).into()),
                ("columns", (*n_columns).into()),
            ],
            Self::Unreadable { path, reason } => {
                vec![
                    ("path", path.clone().into()),
                    ("reason", reason.clone().into()),
                ]
            }
            Self::TooLarge { path, n_bytes } => {
                vec![("path", path.clone().into()), ("bytes", (*n_bytes).into())]
            }
            Self::NotText { what } => vec![("what", (*what).into())],
            Self::BrokenText { n_places, encoding } => vec![
                ("places", (*n_places).into()),
                ("encoding", encoding.label().into()),
            ],
            Self::OtherEncoding { encoding } => {
                vec![("encoding", encoding.label().into())]
            }
            Self::Entity(fault) => fault.args(),
            Self::NoFileName
            | Self::NoIndexTable
            | Self::Unlisted
            | Self::LinkOutside
            | Self::LinkBroken
            | Self::Empty
            | Self::NameNotUnicode
            | Self::NoArticles => Vec::new(),
        }
    }
}

/// An argument of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemArg {
    /// A count or a line, which a text may inflect by.
    Number(u64),
    /// Words of a file or of the system.
    Text(String),
}

impl From<u32> for ProblemArg {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u64> for ProblemArg {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for ProblemArg {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl From<String> for ProblemArg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for ProblemArg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// What is wrong and what to do, in one English sentence.
impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFileName => {
                f.write_str("the row names no file; fill its file cell or delete the row.")
            }
            Self::MissingFile { path } => write!(
                f,
                "the file “{path}” does not exist in the folder; correct the name or delete the row."
            ),
            Self::OutsideFolder { path } => write!(
                f,
                "“{path}” leads out of the folder and is not read; copy the file into the folder."
            ),
            Self::NotAFile { path } => {
                write!(f, "“{path}” is a folder, not a file; name the files in it.")
            }
            Self::ListedTwice { path, first_line } => write!(
                f,
                "“{path}” is already listed in line {first_line}, which counts; delete one of the two rows."
            ),
            Self::BadDate { value } => write!(
                f,
                "“{value}” is not a date; write it like 2020-10-14, 2020-10 or 2020."
            ),
            Self::ExtraCells { n_cells, n_columns } => write!(
                f,
                "the row has {n_cells} cells for {n_columns} columns and the last ones are ignored; write \\| for a | inside a cell."
            ),
            Self::NoIndexTable => f.write_str(
                "the index has no table with a file column and no list of files; add one, or every article stays undated.",
            ),
            Self::Unlisted => f.write_str(
                "the index does not list this article; add a row with its date to place it in a period.",
            ),
            Self::LinkOutside => f.write_str(
                "this link leads out of the folder and is not followed; copy its target into the folder.",
            ),
            Self::LinkBroken => {
                f.write_str("this link leads nowhere; delete it or restore its target.")
            }
            Self::Unreadable { path, reason } => write!(
                f,
                "“{path}” cannot be read ({reason}); check its permissions and open the folder again."
            ),
            Self::Vanished { path } => write!(
                f,
                "“{path}” was removed while the folder was read; open the folder again."
            ),
            Self::TooLarge { path, n_bytes } => write!(
                f,
                "“{path}” has {n_bytes} bytes; split it into articles of less than 4 GiB."
            ),
            Self::Empty => f.write_str("the file is empty; fill it or delete it."),
            Self::NotText { what } => write!(
                f,
                "the file is no text ({what}); replace it by plain text or delete it."
            ),
            Self::BrokenText { n_places, encoding } => write!(
                f,
                "{n_places} places are no valid {encoding} and read as “\u{FFFD}”; save the file again from its source, or choose another encoding."
            ),
            Self::OtherEncoding { encoding } => write!(
                f,
                "read as {encoding}; if letters look wrong, choose another encoding or save the file as UTF-8."
            ),
            Self::NameNotUnicode => f.write_str(
                "the name of the file is not valid Unicode and is shown with its bytes as %XX; rename the file.",
            ),
            Self::NoArticles => f.write_str(
                "the folder has no article that can be read; put text files with names in .txt into it.",
            ),
            Self::Entity(fault) => fault.fmt(f),
        }
    }
}
