//! What one must know before one reads a comparison.

use crate::base::messages;

messages! {
    /// What the sizes of two sides can show, and what misleads about them.
    #[derive(Debug, Clone, PartialEq, Eq)]
    #[expect(missing_docs, reason = "the text of each code says what it is")]
    pub enum ComparisonNotice {
        EmptySide { side: &'static str } => Error "compare-empty-side",
        OnlyDescribes { n_a: usize, n_b: usize } => Warning "compare-only-describes",
        CanShow { n_a: usize, n_b: usize, least: String } => Note "compare-can-show",
        InBoth { n: usize } => Warning "compare-in-both",
        CopiesLeftOut { n: usize } => Note "compare-copies",
        NoSharedOutlet => Warning "compare-no-shared-outlet",
        OneSidedOutlets { n: usize, all: usize } => Warning "compare-one-sided",
    }
}
