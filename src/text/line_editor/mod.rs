//! What becomes of one line of text of both directions when it is edited?
//!
//! The editor holds a text, a caret, a selection and what can be undone. Its
//! operations are total: none panics, whatever the text and the order of
//! calls, and caret and anchor always lie on character boundaries. It knows
//! nothing of windows; what needs places on the screen takes the [`Block`](super::Block) that
//! the text was set in.

mod compose;
mod history;
mod moving;

use super::geometry::Caret;
use super::motion::{next_grapheme, next_word, previous_grapheme, previous_word};
use compose::Compose;
use history::{EditKind, History, Moment};
use std::ops::Range;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation as _};

/// A search text is not longer than this many Unicode scalar values, unless
/// [`LineEditor::with_limit`] says otherwise: every key lays the line out anew.
const DEFAULT_LIMIT: usize = 2_000;

/// The text of a one-line field, with caret, selection, compose text and history.
#[derive(Debug, Clone)]
pub struct LineEditor {
    now: Moment,
    compose: Option<Compose>,
    history: History,
    max_chars: usize,
    revision: u64,
}

impl Default for LineEditor {
    fn default() -> Self {
        Self::with_limit(DEFAULT_LIMIT)
    }
}

impl LineEditor {
    /// An empty editor for at most `max_chars` Unicode scalar values.
    #[must_use]
    pub fn with_limit(max_chars: usize) -> Self {
        Self {
            now: Moment::default(),
            compose: None,
            history: History::default(),
            max_chars,
            revision: 0,
        }
    }

    /// The text in logical order, compose text included.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.now.text
    }

    /// A number that changes whenever the text does.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The caret: the moving end of the selection.
    #[must_use]
    pub fn caret(&self) -> Caret {
        self.now.caret
    }

    /// The resting end of the selection, in bytes.
    #[must_use]
    pub fn anchor(&self) -> usize {
        self.now.anchor
    }

    /// The bytes that are selected.
    #[must_use]
    pub fn selection(&self) -> Range<usize> {
        let (caret, anchor) = (self.now.caret.byte, self.now.anchor);
        caret.min(anchor)..caret.max(anchor)
    }

    /// The text that is selected, in logical order.
    #[must_use]
    pub fn selected_text(&self) -> &str {
        self.now.text.get(self.selection()).unwrap_or_default()
    }
}

/// Changing the text. Line ends and other control characters become spaces;
/// what is longer than the limit is cut off after a whole grapheme.
impl LineEditor {
    /// Types `text` in place of the selection.
    pub fn insert(&mut self, text: &str) {
        self.finish_compose();
        let text = one_line(text);
        let range = self.selection();
        let before = self.now.text.get(..range.start).unwrap_or_default();
        let starts_word =
            before.ends_with(char::is_whitespace) && !text.starts_with(char::is_whitespace);
        let fresh = starts_word || !range.is_empty();
        self.replace(range, &text, EditKind::Typing, fresh);
    }

    /// Puts `text` in place of the selection, as one step.
    pub fn paste(&mut self, text: &str) {
        self.finish_compose();
        self.replace(self.selection(), &one_line(text), EditKind::Single, true);
    }

    /// Replaces the whole text, as one step; the caret stands at its end.
    pub fn set_text(&mut self, text: &str) {
        self.finish_compose();
        let text = one_line(text);
        if text != self.now.text {
            self.replace(0..self.now.text.len(), &text, EditKind::Single, true);
        }
    }

    /// Takes the selected text out; `None` if nothing is selected.
    pub fn cut(&mut self) -> Option<String> {
        self.finish_compose();
        let range = self.selection();
        let text = self.now.text.get(range.clone())?.to_owned();
        self.replace(range, "", EditKind::Single, true);
        (!text.is_empty()).then_some(text)
    }

    /// Deletes the selection, or what stands before the caret: the last mark
    /// over a letter alone, so that tashkeel can be corrected mark by mark; an
    /// emoji and its like as a whole.
    pub fn backspace(&mut self) {
        self.delete_or(EditKind::Backspace, |text, at| {
            let start = previous_grapheme(text, at);
            let grapheme = text.get(start..at).unwrap_or_default();
            let on_letter = grapheme.starts_with(char::is_alphabetic);
            match grapheme.char_indices().next_back() {
                Some((mark, _)) if on_letter => start + mark..at,
                _ => start..at,
            }
        });
    }

    /// Deletes the selection, or the grapheme after the caret.
    pub fn delete(&mut self) {
        self.delete_or(EditKind::Delete, |text, at| at..next_grapheme(text, at));
    }

    /// Deletes the selection, or back to the start of the word before the caret.
    pub fn delete_word_before(&mut self) {
        self.delete_or(EditKind::Single, |text, at| previous_word(text, at)..at);
    }

    /// Deletes the selection, or up to the end of the word after the caret.
    pub fn delete_word_after(&mut self) {
        self.delete_or(EditKind::Single, |text, at| at..next_word(text, at));
    }

    /// Takes the last step back; `false` if there is none.
    pub fn undo(&mut self) -> bool {
        self.finish_compose();
        let undone = self.history.undo(&mut self.now);
        self.revision += u64::from(undone);
        undone
    }

    /// Makes the step again that was undone last; `false` if there is none.
    pub fn redo(&mut self) -> bool {
        self.finish_compose();
        let redone = self.history.redo(&mut self.now);
        self.revision += u64::from(redone);
        redone
    }

    fn delete_or(&mut self, kind: EditKind, reach: impl Fn(&str, usize) -> Range<usize>) {
        self.finish_compose();
        let selection = self.selection();
        if selection.is_empty() {
            let range = reach(&self.now.text, self.now.caret.byte);
            self.replace(range, "", kind, false);
        } else {
            self.replace(selection, "", EditKind::Single, true);
        }
    }

    fn replace(&mut self, range: Range<usize>, new: &str, kind: EditKind, fresh: bool) {
        let new = self.fitting(&range, new);
        if !range.is_empty() || !new.is_empty() {
            self.history.record(&self.now, kind, fresh);
            self.splice(range, &new);
            if kind == EditKind::Delete {
                self.now.caret = Caret::after(self.now.caret.byte);
            }
        }
    }

    /// Replaces `range`, whose ends lie on character boundaries, and puts the
    /// caret after the new text: after the whole grapheme, if it forms one with
    /// what follows.
    fn splice(&mut self, range: Range<usize>, new: &str) {
        let end = range.start + new.len();
        self.now.text.replace_range(range, new);
        let text = &self.now.text;
        let whole = GraphemeCursor::new(end, text.len(), true).is_boundary(text, 0);
        let end = match whole {
            Ok(false) => next_grapheme(text, end),
            _ => end,
        };
        self.now.caret = Caret::before(end);
        self.now.anchor = end;
        self.revision += 1;
    }

    /// As many graphemes of `new` as the limit leaves room for without `range`.
    fn fitting(&self, range: &Range<usize>, new: &str) -> String {
        let replaced = self.now.text.get(range.clone()).unwrap_or_default();
        let kept = self.now.text.chars().count() - replaced.chars().count();
        let mut used = kept;
        new.graphemes(true)
            .take_while(|grapheme| {
                used += grapheme.chars().count();
                used <= self.max_chars
            })
            .collect()
    }
}

/// `text` without line ends and other control characters; bidi controls,
/// which are format characters, stay.
fn one_line(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let space = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.chars()
        .map(|c| if space(c) { ' ' } else { c })
        .collect()
}
