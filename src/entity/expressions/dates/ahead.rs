//! Whether a sentence tells of what is to come.

use super::super::grammar::{Grammar, Separator};
use super::super::markers::Marker;

/// How many tokens before a date are looked at.
const WINDOW: usize = 14;

impl Grammar<'_> {
    /// Whether a future verb or word stands before token `at` in its sentence.
    pub(in super::super) fn looks_ahead(&self, at: usize) -> bool {
        let from = at.saturating_sub(WINDOW);
        for before in (from..at).rev() {
            if matches!(self.gap(before + 1), Separator::Break | Separator::Point) {
                return false;
            }
            if self.marks(before, Marker::Future) || self.is_future_verb(before) {
                return true;
            }
        }
        false
    }

    /// Whether token `at` is a verb with the mark of the future: سيعقد.
    fn is_future_verb(&self, at: usize) -> bool {
        let word = self.folded(at);
        let verb = word.strip_prefix(['و', 'ف']).unwrap_or(word);
        (verb.starts_with("سي") || verb.starts_with("ست"))
            && verb.chars().nth(4).is_some()
            && !self.marks(at, Marker::NoFuture)
    }
}
