//! Input methods in a line editor.
//!
//! Compose text takes the place of the selection but is no step: only what is
//! committed can be undone. Any other operation takes it as typed.

use super::history::{EditKind, EditMoment};
use super::{LineEditor, one_line};
use crate::text::geometry::Caret;
use std::ops::Range;

/// Text that an input method is still working on; it stands in the text.
#[derive(Debug, Clone)]
pub(super) struct Compose {
    bytes: Range<usize>,
    /// The part that the next key changes.
    active: Range<usize>,
    /// What cancelling brings back.
    before: EditMoment,
}

impl LineEditor {
    /// The bytes of the compose text, while an input method is at work.
    #[must_use]
    pub fn compose(&self) -> Option<Range<usize>> {
        Some(self.compose.as_ref()?.bytes.clone())
    }

    /// The bytes of the compose text that the next key changes.
    #[must_use]
    pub fn compose_active(&self) -> Option<Range<usize>> {
        Some(self.compose.as_ref()?.active.clone())
    }

    /// Shows `text` as compose text in place of the last; an empty one cancels.
    /// `active` is the part that the next key changes, in Unicode scalar values
    /// of `text`; the caret stands at its end.
    pub fn set_compose(&mut self, text: &str, active: Option<Range<usize>>) {
        self.cancel_compose();
        if text.is_empty() {
            return;
        }
        let before = self.now.clone();
        let range = self.selection();
        let text = self.fitting(&range, &one_line(text));
        let start = range.start;
        self.splice(range, &text);
        let bytes = start..start + text.len();
        let byte_of = |chars: usize| {
            let within = text
                .char_indices()
                .nth(chars)
                .map_or(text.len(), |(at, _)| at);
            start + within
        };
        let active = active.map_or(bytes.end..bytes.end, |chars| {
            byte_of(chars.start)..byte_of(chars.end.max(chars.start))
        });
        self.now.caret = Caret::before(active.end);
        self.now.anchor = active.end;
        self.compose = Some(Compose {
            bytes,
            active,
            before,
        });
    }

    /// Types `text` in place of the compose text.
    pub fn commit(&mut self, text: &str) {
        self.cancel_compose();
        if !text.is_empty() {
            self.insert(text);
        }
    }

    /// Takes compose text back, as if it had never been.
    pub fn cancel_compose(&mut self) {
        if let Some(compose) = self.compose.take() {
            self.now = compose.before;
            self.revision += 1;
        }
    }

    /// Takes compose text as typed.
    pub fn finish_compose(&mut self) {
        if let Some(compose) = &self.compose {
            let text = self
                .now
                .text
                .get(compose.bytes.clone())
                .unwrap_or_default()
                .to_owned();
            self.commit(&text);
        }
    }

    /// Deletes so many Unicode scalar values on the two sides of the selection,
    /// and the compose text.
    pub fn delete_surrounding(&mut self, chars_before: usize, chars_after: usize) {
        self.cancel_compose();
        let Range { start, end } = self.selection();
        let before = self.now.text.get(..start).unwrap_or_default();
        let after = self.now.text.get(end..).unwrap_or_default();
        let first = match chars_before.checked_sub(1) {
            None => start,
            Some(skipped) => before
                .char_indices()
                .nth_back(skipped)
                .map_or(0, |(at, _)| at),
        };
        let last = end
            + after
                .char_indices()
                .nth(chars_after)
                .map_or(after.len(), |(at, _)| at);
        let selected = self.selected_text().to_owned();
        if first < start || last > end {
            self.replace(first..last, &selected, EditKind::Single, true);
        }
    }
}
