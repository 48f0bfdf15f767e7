//! How carets move: over graphemes and words of a string, and left and right
//! over the cells of a line. Every step moves strictly or stays at the end, so
//! nothing here can loop.

use super::block::Block;
use super::geometry::{Affinity, Caret};
use std::ops::Range;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation as _};

/// A direction on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Towards the left edge.
    Left,
    /// Towards the right edge.
    Right,
}

/// The first grapheme boundary after byte `at` (UAX #29); the length of `text` at its end.
#[must_use]
pub fn next_grapheme(text: &str, at: usize) -> usize {
    let at = text.ceil_char_boundary(at.min(text.len()));
    GraphemeCursor::new(at, text.len(), true)
        .next_boundary(text, 0)
        .ok()
        .flatten()
        .unwrap_or(text.len())
}

/// The last grapheme boundary before byte `at` (UAX #29); 0 at the start.
#[must_use]
pub fn previous_grapheme(text: &str, at: usize) -> usize {
    let at = text.floor_char_boundary(at.min(text.len()));
    GraphemeCursor::new(at, text.len(), true)
        .prev_boundary(text, 0)
        .ok()
        .flatten()
        .unwrap_or(0)
}

/// The end of the word that `at` stands in or before; the length of `text` after the last.
#[must_use]
pub fn next_word(text: &str, at: usize) -> usize {
    text.unicode_word_indices()
        .map(|(start, word)| start + word.len())
        .find(|end| *end > at)
        .unwrap_or(text.len())
}

/// The start of the word that `at` stands in or after; 0 before the first.
#[must_use]
pub fn previous_word(text: &str, at: usize) -> usize {
    text.unicode_word_indices()
        .map(|(start, _)| start)
        .take_while(|start| *start < at)
        .last()
        .unwrap_or(0)
}

/// The word at byte `at`, or the run of space or punctuation that stands there
/// (word boundaries of UAX #29); empty only for an empty text.
#[must_use]
pub fn word_at(text: &str, at: usize) -> Range<usize> {
    text.split_word_bound_indices()
        .map(|(start, word)| start..start + word.len())
        .find(|word| at < word.end)
        .or_else(|| {
            text.split_word_bound_indices()
                .next_back()
                .map(|(start, word)| start..start + word.len())
        })
        .unwrap_or(0..0)
}

impl Block {
    /// The caret one grapheme to the left or right of `caret` on its line;
    /// `None` at the edge of the line.
    ///
    /// The boundaries of a line are numbered from left to right; a step goes
    /// from one number to the next that lies elsewhere, so it cannot cycle.
    #[must_use]
    pub fn step(&self, caret: Caret, direction: Direction) -> Option<Caret> {
        let line = self.lines.get(self.line_of(caret))?;
        let cells = self.cells_of(line);
        let boundary = cells.iter().enumerate().find_map(|(i, cell)| {
            let at_start = cell.bytes.start == caret.byte && caret.affinity == Affinity::After;
            let at_end = cell.bytes.end == caret.byte && caret.affinity == Affinity::Before;
            (at_start || at_end).then(|| i + usize::from(at_end != cell.right_to_left))
        });
        let boundary = boundary.or_else(|| {
            cells.iter().enumerate().find_map(|(i, cell)| {
                let at_start = cell.bytes.start == caret.byte;
                let at_end = cell.bytes.end == caret.byte;
                (at_start || at_end).then(|| i + usize::from(at_end != cell.right_to_left))
            })
        })?;
        let passed = match direction {
            Direction::Left => cells
                .get(..boundary)?
                .iter()
                .rev()
                .find(|cell| cell.x1 > cell.x0)?,
            Direction::Right => cells
                .get(boundary..)?
                .iter()
                .find(|cell| cell.x1 > cell.x0)?,
        };
        let to_end = (direction == Direction::Right) != passed.right_to_left;
        Some(if to_end {
            Caret::before(passed.bytes.end)
        } else {
            Caret::after(passed.bytes.start)
        })
    }

    /// The caret at the left or right edge of line `line`, as it is seen.
    #[must_use]
    pub fn edge(&self, line: usize, side: Direction) -> Caret {
        let Some(line) = self.lines.get(line) else {
            return Caret::default();
        };
        let mut wide = self.cells_of(line).iter().filter(|cell| cell.x1 > cell.x0);
        let cell = match side {
            Direction::Left => wide.next(),
            Direction::Right => wide.next_back(),
        };
        cell.map_or(Caret::after(line.bytes.start), |cell| {
            if (side == Direction::Left) == cell.right_to_left {
                Caret::before(cell.bytes.end)
            } else {
                Caret::after(cell.bytes.start)
            }
        })
    }
}
