//! One line of a layout: its graphemes and glyphs in their places.

use super::block::{Block, Cell, Glyph};
use super::cells::share_width;
use super::fonts::FaceTable;
use super::units::is_reset_at_line_end;
use std::ops::Range;

/// What the lines of a block have in common.
pub(super) struct LineSetting<'a> {
    /// The text of the block.
    pub(super) text: &'a str,
    /// The faces of the typesetter.
    pub(super) faces: &'a FaceTable,
    /// The width between whose edges interior lines are stretched, if they are.
    pub(super) justified: Option<f32>,
}

/// A grapheme before it has a place.
struct Piece {
    bytes: Range<usize>,
    right_to_left: bool,
    advance: f32,
    /// Whether it is a space that justification widens.
    stretches: bool,
    /// Its glyphs among those of the line, placed from its left edge. The
    /// glyphs of a ligature belong to its leftmost grapheme.
    glyphs: Range<usize>,
}

/// Appends the glyphs and cells of `line` to those of `block`.
///
/// Cells are made of clusters and include the room that justification added, so
/// rectangles made of cells are exact on justified lines, where parley's own
/// selection rectangles are too short (its issue 396).
pub(super) fn push_line(block: &mut Block, setting: &LineSetting<'_>, line: &parley::Line<'_, u8>) {
    let (mut pieces, mut glyphs) = pieces_of(setting, line);
    let metrics = line.metrics();
    let mut x = metrics.offset + metrics.inline_min_coord;
    if let Some(trailing) = reset_trailing(&mut pieces, setting.text, line, block.right_to_left)
        && let Some(width) = setting.justified
        && is_interior(line)
    {
        x = stretch_again(
            &mut pieces,
            &mut glyphs,
            trailing,
            block.right_to_left,
            x,
            width,
        );
    }
    let first_cell = block.cells.len();
    // Kerning may take more than the whole advance of a letter: the next
    // glyph is placed by it, but cells do not overlap.
    let mut edge = x;
    for piece in pieces {
        for glyph in glyphs.get(piece.glyphs).unwrap_or_default() {
            block.glyphs.push(Glyph {
                x: x + glyph.x,
                ..*glyph
            });
        }
        x += piece.advance;
        let x1 = edge.max(x);
        block.cells.push(Cell {
            bytes: piece.bytes,
            x0: edge,
            x1,
            right_to_left: piece.right_to_left,
        });
        edge = x1;
    }
    if let Some(cells) = block.cells.get_mut(first_cell..) {
        share_width(cells, setting.text);
    }
}

/// Whether the paragraph goes on after `line`.
fn is_interior(line: &parley::Line<'_, u8>) -> bool {
    matches!(
        line.break_reason(),
        parley::BreakReason::Regular | parley::BreakReason::Emergency
    )
}

/// The graphemes of `line` from left to right as parley orders them, and their glyphs.
fn pieces_of(setting: &LineSetting<'_>, line: &parley::Line<'_, u8>) -> (Vec<Piece>, Vec<Glyph>) {
    let (mut pieces, mut glyphs) = (Vec::new(), Vec::new());
    let (text, baseline) = (setting.text, line.metrics().baseline);
    for run in line.runs() {
        let face = setting.faces.number_of(run.font());
        let mut ligature_left: Option<usize> = None;
        for cluster in run.visual_clusters() {
            let range = cluster.text_range();
            let bytes = range.start.min(text.len())..range.end.min(text.len());
            let first_glyph = glyphs.len();
            if !is_control(text, &bytes) {
                let mut pen = 0.0;
                for glyph in cluster.glyphs() {
                    glyphs.push(Glyph {
                        face,
                        id: u16::try_from(glyph.id).unwrap_or(0),
                        ink: cluster.style().brush,
                        size: run.font_size(),
                        x: pen + glyph.x,
                        y: baseline + glyph.y,
                        advance: glyph.advance,
                    });
                    pen += glyph.advance;
                }
            }
            let leftmost = ligature_left.unwrap_or(pieces.len());
            pieces.push(Piece {
                bytes,
                right_to_left: cluster.is_rtl(),
                advance: cluster.advance(),
                stretches: cluster.is_space_or_nbsp(),
                glyphs: 0..0,
            });
            if let Some(piece) = pieces.get_mut(leftmost)
                && first_glyph < glyphs.len()
            {
                piece.glyphs = first_glyph..glyphs.len();
            }
            // From left to right the last part of a right-to-left ligature
            // comes first; the first part has the glyphs and comes last.
            ligature_left =
                (cluster.is_rtl() && cluster.is_ligature_continuation()).then_some(leftmost);
        }
    }
    (pieces, glyphs)
}

/// Faces have no glyph for control characters: a tab in the text would be a box.
fn is_control(text: &str, bytes: &Range<usize>) -> bool {
    text.get(bytes.clone())
        .and_then(|grapheme| grapheme.chars().next())
        .is_some_and(char::is_control)
}

/// Moves the blank end of a line to the edge where the line ends, which rule L1
/// of UAX #9 asks for and parley 0.12 leaves out: the space after `New` of `The
/// New York Times` would stand before `The` where an Arabic line is broken there.
///
/// parley still counts that space when it looks for the place to break.
///
/// Returns the number of graphemes in the blank end if any had to be moved.
fn reset_trailing(
    pieces: &mut Vec<Piece>,
    text: &str,
    line: &parley::Line<'_, u8>,
    right_to_left: bool,
) -> Option<usize> {
    let content = text
        .get(line.text_range())?
        .trim_end_matches(is_reset_at_line_end);
    let from = line.text_range().start + content.len();
    let count = pieces
        .iter()
        .filter(|piece| piece.bytes.start >= from)
        .count();
    let at_edge = if right_to_left {
        pieces.get(..count)?
    } else {
        pieces.get(pieces.len() - count..)?
    };
    let in_place = at_edge
        .iter()
        .all(|piece| piece.bytes.start >= from && piece.right_to_left == right_to_left);
    if in_place {
        return None;
    }
    let (mut blank, mut rest): (Vec<_>, Vec<_>) = pieces
        .drain(..)
        .partition(|piece| piece.bytes.start >= from);
    for piece in &mut blank {
        piece.right_to_left = right_to_left;
    }
    blank.sort_by_key(|piece| piece.bytes.start);
    if right_to_left {
        blank.reverse();
        blank.append(&mut rest);
        *pieces = blank;
    } else {
        rest.append(&mut blank);
        *pieces = rest;
    }
    Some(count)
}

/// Gives the room of the blank end of a justified line, `trailing` graphemes
/// that hang now, to the other spaces. `left` is where the line began; returns
/// where it begins now.
fn stretch_again(
    pieces: &mut [Piece],
    glyphs: &mut [Glyph],
    trailing: usize,
    right_to_left: bool,
    left: f32,
    width: f32,
) -> f32 {
    let content = if right_to_left {
        pieces.get_mut(trailing..)
    } else {
        pieces.get_mut(..pieces.len().saturating_sub(trailing))
    };
    let Some(content) = content else { return left };
    let room = width - content.iter().map(|piece| piece.advance).sum::<f32>();
    let spaces = content.iter().filter(|piece| piece.stretches).count();
    if spaces == 0 || room <= 0.0 {
        return left;
    }
    #[expect(
        clippy::cast_precision_loss,
        reason = "a line has fewer spaces than f32 counts exactly"
    )]
    let share = room / spaces as f32;
    for piece in content.iter_mut().filter(|piece| piece.stretches) {
        piece.advance += share;
        if let Some(glyph) = glyphs
            .get_mut(piece.glyphs.clone())
            .and_then(<[Glyph]>::last_mut)
        {
            glyph.advance += share;
        }
    }
    if right_to_left {
        width - pieces.iter().map(|piece| piece.advance).sum::<f32>()
    } else {
        left
    }
}
