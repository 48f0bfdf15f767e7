//! Text after layout: plain data in points.

use super::FaceId;
use std::ops::Range;

/// One laid-out paragraph.
///
/// Coordinates are points from the top left corner of the block; `y` grows
/// downwards. Byte offsets refer to the text that was set.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Block {
    /// Lines from top to bottom; at least one.
    pub lines: Vec<Line>,
    /// Glyphs of all lines, line by line.
    pub glyphs: Vec<Glyph>,
    /// Caret cells of all lines, line by line, from left to right.
    pub cells: Vec<Cell>,
    /// Width of the measure; without one, width of the widest line.
    pub width: f32,
    /// Height of all lines.
    pub height: f32,
    /// Length of the text in bytes.
    pub text_len: usize,
    /// Whether the paragraph runs from right to left.
    pub right_to_left: bool,
}

/// One line of a [`Block`].
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The bytes of the text that stand on this line.
    pub bytes: Range<usize>,
    /// Index range of the line's glyphs in [`Block::glyphs`].
    pub glyphs: Range<usize>,
    /// Index range of the line's cells in [`Block::cells`].
    pub cells: Range<usize>,
    /// Top of the line box.
    pub top: f32,
    /// Bottom of the line box.
    pub bottom: f32,
    /// The baseline.
    pub baseline: f32,
    /// Top of the letters: the baseline less the ascent of the face.
    pub ink_top: f32,
    /// Bottom of the letters: the baseline and the descent of the face.
    pub ink_bottom: f32,
}

/// One glyph in its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    /// The face that it belongs to.
    pub face: FaceId,
    /// Glyph index in the face.
    pub id: u16,
    /// Which of the colours asked for; 0 is the colour of the whole text.
    pub ink: u8,
    /// Size of the face in points.
    pub size: f32,
    /// Horizontal place of the origin.
    pub x: f32,
    /// The baseline, moved by the glyph's own offset.
    pub y: f32,
    /// Advance width, for comparison with other shapers.
    pub advance: f32,
}

/// The place of one grapheme on its line: what a caret can stand before and after.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// The bytes of the grapheme.
    pub bytes: Range<usize>,
    /// Left edge.
    pub x0: f32,
    /// Right edge; not less than `x0`.
    pub x1: f32,
    /// Whether the grapheme stands in a right-to-left run.
    pub right_to_left: bool,
}

impl Block {
    /// The cells of line `line`, from left to right.
    #[must_use]
    pub fn cells_of(&self, line: &Line) -> &[Cell] {
        self.cells.get(line.cells.clone()).unwrap_or_default()
    }

    /// The glyphs of line `line`.
    #[must_use]
    pub fn glyphs_of(&self, line: &Line) -> &[Glyph] {
        self.glyphs.get(line.glyphs.clone()).unwrap_or_default()
    }
}
