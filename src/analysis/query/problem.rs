//! What cannot be understood in a query, or is not in the corpus.

use crate::base::messages;
use std::ops::Range;

/// One trouble with a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryProblem {
    /// What is wrong.
    pub kind: QueryProblemKind,
    /// Where, in bytes of the text of the query; half-open, on characters.
    pub at: Range<usize>,
}

messages! {
    /// What is wrong. The rest of the query counts as if that part were not
    /// there, unless the sentence says otherwise.
    #[derive(Debug, Clone, PartialEq, Eq)]
    #[expect(missing_docs, reason = "the text of each code says what it is")]
    pub enum QueryProblemKind {
        OpenQuote => Error "open-quote",
        OpenBracket => Error "open-bracket",
        ExtraBracket => Error "extra-bracket",
        OpenRegex => Error "open-regex",
        BadRegex { reason: String } => Error "bad-regex",
        MissingOperand { operator: &'static str } => Error "missing-operand",
        OperatorAsWord { word: String } => Note "operator-as-word",
        NearDistance { value: String, used: u32 } => Error "near-distance",
        NearWithoutWords => Error "near-without-words",
        OnlyStars => Error "only-stars",
        MissingValue { column: String } => Error "missing-value",
        BadDate { value: String } => Error "bad-query-date",
        DatesReversed => Error "dates-reversed",
        TooDeep => Error "too-deep",
        TooLong { n_bytes: usize } => Error "too-long",
        NothingToFind => Error "nothing-to-find",
        UnknownColumn { column: String } => Error "unknown-column",
        UnknownValue { column: String, value: String } => Error "unknown-value",
        UnknownEntity { value: String } => Error "unknown-entity",
    }
}

impl QueryProblemKind {
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
                | Self::OperatorAsWord { .. }
                | Self::MissingValue { .. }
        )
    }
}
