//! What the file said before each writing of this program, byte for byte.

use crate::entity::repair::NamesFile;
use std::collections::VecDeque;

/// Texts that are remembered.
const MOST: usize = 100;

/// The states of the file that our own writings led away from. A repair that
/// is undone leads back to one of them; a patch alone would not: it cannot
/// know the line break that the file did not end with, nor the comment beside
/// what was taken out.
#[derive(Debug, Default)]
pub(super) struct Written {
    /// Each state, and whether there was a file.
    before: VecDeque<(NamesFile, bool)>,
    /// What was written last.
    last: Option<String>,
}

impl Written {
    /// Forgets everything if the file does not say what was written last:
    /// then others wrote between.
    pub(super) fn follow(&mut self, on_disk: &str) {
        if self.last.as_deref().is_some_and(|last| last != on_disk) {
            *self = Self::default();
        }
    }

    /// The state that says what `wanted` says, if the file was in it: its text,
    /// and whether there was a file. What came after it is forgotten.
    pub(super) fn back_to(&mut self, wanted: &NamesFile) -> Option<(String, bool)> {
        let at = self.before.iter().rposition(|(state, _)| state == wanted)?;
        let (state, was_there) = self.before.get(at)?;
        let text = (state.source().to_owned(), *was_there);
        self.before.truncate(at);
        self.last = Some(text.0.clone());
        Some(text)
    }

    /// Notes that `text` was written over the state `before`.
    pub(super) fn note(&mut self, before: NamesFile, was_there: bool, text: &str) {
        if self.before.len() == MOST {
            self.before.pop_front();
        }
        self.before.push_back((before, was_there));
        self.last = Some(text.to_owned());
    }
}
