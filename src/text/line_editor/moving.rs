//! Moving the caret of a line editor, and selecting.

use super::LineEditor;
use crate::text::block::Block;
use crate::text::geometry::Caret;
use crate::text::motion::{Direction, next_word, previous_word, word_at};
use std::ops::Range;

/// With `extend`, the selection grows or shrinks with the caret.
impl LineEditor {
    /// The caret as it stands in `block`, which the text was set in: a caret
    /// inside a cell stands after it.
    #[must_use]
    pub fn caret_on(&self, block: &Block) -> Caret {
        on_cell(block, self.now.caret)
    }

    /// Puts the caret at `caret`, or at the nearest place there is in the text.
    pub fn place_caret(&mut self, caret: Caret, extend: bool) {
        self.finish_compose();
        self.history.close_group();
        let byte = self.now.text.floor_char_boundary(caret.byte);
        self.now.caret = Caret { byte, ..caret };
        if !extend {
            self.now.anchor = byte;
        }
    }

    /// One grapheme to the left or right on the screen. A selection that is not
    /// extended gives way to a caret at its left or right end.
    pub fn move_visually(&mut self, block: &Block, direction: Direction, extend: bool) {
        self.finish_compose();
        let selection = self.selection();
        if !extend && !selection.is_empty() {
            let start = on_cell(block, Caret::after(selection.start));
            let end = on_cell(block, Caret::before(selection.end));
            let start_is_left = block.caret_x(start).1 <= block.caret_x(end).1;
            let to_start = start_is_left == (direction == Direction::Left);
            self.place_caret(if to_start { start } else { end }, false);
        } else if let Some(caret) = block.step(self.caret_on(block), direction) {
            self.place_caret(caret, extend);
        }
    }

    /// One word to the left or right as the paragraph runs: in a right-to-left
    /// paragraph, left is onwards.
    pub fn move_by_word(&mut self, right_to_left: bool, direction: Direction, extend: bool) {
        self.finish_compose();
        let (text, at) = (&self.now.text, self.now.caret.byte);
        let onwards = (direction == Direction::Left) == right_to_left;
        let caret = if onwards {
            Caret::before(next_word(text, at))
        } else {
            Caret::after(previous_word(text, at))
        };
        self.place_caret(caret, extend);
    }

    /// To the start of the text.
    pub fn move_to_start(&mut self, extend: bool) {
        self.place_caret(Caret::after(0), extend);
    }

    /// To the end of the text.
    pub fn move_to_end(&mut self, extend: bool) {
        self.place_caret(Caret::before(self.now.text.len()), extend);
    }

    /// Selects the whole text.
    pub fn select_all(&mut self) {
        self.move_to_start(false);
        self.move_to_end(true);
    }

    /// Selects the word at byte `at`, and gives back its bytes.
    pub fn select_word_at(&mut self, at: usize) -> Range<usize> {
        let word = word_at(&self.now.text, at);
        self.extend_by_words(word.clone(), at);
        word
    }

    /// Selects from the word `origin` to the word at byte `at`, both whole.
    pub fn extend_by_words(&mut self, origin: Range<usize>, at: usize) {
        let word = word_at(&self.now.text, at);
        if word.start < origin.start {
            self.place_caret(Caret::before(origin.end), false);
            self.place_caret(Caret::after(word.start), true);
        } else {
            self.place_caret(Caret::after(origin.start), false);
            self.place_caret(Caret::before(word.end.max(origin.end)), true);
        }
    }
}

/// `caret`, or the end of the cell that it is inside.
fn on_cell(block: &Block, caret: Caret) -> Caret {
    block
        .cells
        .iter()
        .find(|cell| cell.bytes.start < caret.byte && caret.byte < cell.bytes.end)
        .map_or(caret, |cell| Caret::before(cell.bytes.end))
}
