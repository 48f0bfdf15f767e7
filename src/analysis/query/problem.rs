//! What cannot be understood in a query, or is not in the corpus.

use crate::corpus::ProblemArg;
use std::fmt;
use std::ops::Range;

/// One trouble with a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryProblem {
    /// What is wrong.
    pub kind: QueryProblemKind,
    /// Where, in bytes of the text of the query; half-open, on characters.
    pub at: Range<usize>,
}

/// What is wrong. The rest of the query counts as if that part were not there,
/// unless the sentence says otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each sentence of `Display` says what it is")]
pub enum QueryProblemKind {
    OpenQuote,
    OpenBracket,
    ExtraBracket,
    OpenRegex,
    BadRegex { reason: String },
    MissingOperand { operator: &'static str },
    NearDistance { value: String, used: u32 },
    NearWithoutWords,
    OnlyStars,
    MissingValue { column: String },
    BadDate { value: String },
    DatesReversed,
    TooDeep,
    TooLong { n_bytes: usize },
    NothingToFind,
    UnknownColumn { column: String },
    UnknownValue { column: String, value: String },
    UnknownEntity { value: String },
}

impl QueryProblemKind {
    /// A stable name in kebab case, the key of its text in other languages.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::OpenQuote => "open-quote",
            Self::OpenBracket => "open-bracket",
            Self::ExtraBracket => "extra-bracket",
            Self::OpenRegex => "open-regex",
            Self::BadRegex { .. } => "bad-regex",
            Self::MissingOperand { .. } => "missing-operand",
            Self::NearDistance { .. } => "near-distance",
            Self::NearWithoutWords => "near-without-words",
            Self::OnlyStars => "only-stars",
            Self::MissingValue { .. } => "missing-value",
            Self::BadDate { .. } => "bad-query-date",
            Self::DatesReversed => "dates-reversed",
            Self::TooDeep => "too-deep",
            Self::TooLong { .. } => "too-long",
            Self::NothingToFind => "nothing-to-find",
            Self::UnknownColumn { .. } => "unknown-column",
            Self::UnknownValue { .. } => "unknown-value",
            Self::UnknownEntity { .. } => "unknown-entity",
        }
    }

    /// Whether typing on may mend it: nothing to trouble a reader with who is
    /// still typing.
    #[must_use]
    pub const fn is_unfinished(&self) -> bool {
        matches!(
            self,
            Self::OpenQuote
                | Self::OpenBracket
                | Self::OpenRegex
                | Self::MissingOperand { .. }
                | Self::MissingValue { .. }
        )
    }

    /// The arguments of the text with that [`code`](Self::code), by name.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, ProblemArg)> {
        match self {
            Self::BadRegex { reason } => vec![("reason", reason.clone().into())],
            Self::MissingOperand { operator } => vec![("operator", (*operator).into())],
            Self::NearDistance { value, used } => {
                vec![("value", value.clone().into()), ("used", (*used).into())]
            }
            Self::BadDate { value } | Self::UnknownEntity { value } => {
                vec![("value", value.clone().into())]
            }
            Self::MissingValue { column } | Self::UnknownColumn { column } => {
                vec![("column", column.clone().into())]
            }
            Self::UnknownValue { column, value } => vec![
                ("column", column.clone().into()),
                ("value", value.clone().into()),
            ],
            Self::TooLong { n_bytes } => vec![("bytes", (*n_bytes).into())],
            Self::OpenQuote
            | Self::OpenBracket
            | Self::ExtraBracket
            | Self::OpenRegex
            | Self::NearWithoutWords
            | Self::OnlyStars
            | Self::DatesReversed
            | Self::TooDeep
            | Self::NothingToFind => Vec::new(),
        }
    }
}

/// What is wrong and what to do, in one English sentence.
impl fmt::Display for QueryProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}

/// What is wrong and what to do, in one English sentence.
impl fmt::Display for QueryProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OpenQuote => f.write_str(
                "this quotation mark is never closed, so the phrase goes on to the end; close it after the last word.",
            ),
            Self::OpenBracket => f.write_str(
                "this bracket is never closed, so it goes on to the end; close it after the last word.",
            ),
            Self::ExtraBracket => {
                f.write_str("this bracket closes nothing and is ignored; delete it.")
            }
            Self::OpenRegex => f.write_str(
                "this regular expression is never closed, so it goes on to the end; close it with a slash.",
            ),
            Self::BadRegex { reason } => {
                write!(f, "this is no regular expression ({reason}); correct it.")
            }
            Self::MissingOperand { operator } => {
                write!(f, "a word is missing beside {operator}; add it, or delete {operator}.")
            }
            Self::NearDistance { value, used } => write!(
                f,
                "“{value}” is no distance from 1 to 100, so {used} counts; write it like NEAR/5."
            ),
            Self::NearWithoutWords => f.write_str(
                "NEAR needs words on both sides, so both sides are looked for anywhere in the article; put words there.",
            ),
            Self::OnlyStars => f.write_str(
                "a star alone would find every word; put letters beside it, or other words into its phrase.",
            ),
            Self::MissingValue { column } => write!(
                f,
                "“{column}:” has no value; write one right after the colon, with quotation marks if it has spaces."
            ),
            Self::BadDate { value } => write!(
                f,
                "“{value}” is no date; write it like 2020-10-14, 2020-10, 2020 or 2020-10..2020-11."
            ),
            Self::DatesReversed => {
                f.write_str("the first date is later than the second, so they change places.")
            }
            Self::TooDeep => f.write_str(
                "there are too many brackets inside each other, and those inside are ignored; take some away.",
            ),
            Self::TooLong { n_bytes } => write!(
                f,
                "only the first {n_bytes} bytes of the query are read; make it shorter."
            ),
            Self::NothingToFind => {
                f.write_str("there is no word to look for; write one with letters or digits.")
            }
            Self::UnknownColumn { column } => write!(
                f,
                "the index of this corpus has no column “{column}”, so nothing matches; choose another, or put the words in quotation marks."
            ),
            Self::UnknownValue { column, value } => write!(
                f,
                "no article has “{value}” in the column “{column}”; check how it is written."
            ),
            Self::UnknownEntity { value } => write!(
                f,
                "no entity is named “{value}”, so nothing matches; check how it is written."
            ),
        }
    }
}
