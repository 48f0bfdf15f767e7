//! The caret cells of a line, from the clusters of the shaper.

use super::block::Cell;

/// Appends the cells of `line` from left to right.
///
/// Widths include the room that justification added, so rectangles made of
/// cells are exact on justified lines, where parley's own selection rectangles
/// are too short (its issue 396).
pub(super) fn push_line_cells(cells: &mut Vec<Cell>, text: &str, line: &parley::Line<'_, u8>) {
    let first = cells.len();
    let metrics = line.metrics();
    let mut x = metrics.offset + metrics.inline_min_coord;
    for run in line.runs() {
        for cluster in run.visual_clusters() {
            let range = cluster.text_range();
            let advance = cluster.advance().max(0.0);
            cells.push(Cell {
                bytes: range.start.min(text.len())..range.end.min(text.len()),
                x0: x,
                x1: x + advance,
                right_to_left: cluster.is_rtl(),
            });
            x += advance;
        }
    }
    if let Some(line_cells) = cells.get_mut(first..) {
        share_lam_alef(line_cells, text);
    }
}

/// Some faces (Noto Naskh Arabic) draw lam-alef as a wide lam and an alef with
/// no advance: a highlight that ends inside would miss the alef. Half of the
/// lam's width is given to it.
fn share_lam_alef(cells: &mut [Cell], text: &str) {
    for i in 1..cells.len() {
        let Some([alef, lam]) = cells.get_mut(i - 1..=i) else {
            continue;
        };
        let no_width = alef.x1 - alef.x0 < 0.01;
        if no_width
            && alef.right_to_left
            && lam.bytes.end == alef.bytes.start
            && starts_with_alef(text, alef)
        {
            let middle = f32::midpoint(lam.x0, lam.x1);
            alef.x0 = lam.x0;
            alef.x1 = middle;
            lam.x0 = middle;
        }
    }
}

fn starts_with_alef(text: &str, cell: &Cell) -> bool {
    text.get(cell.bytes.clone())
        .and_then(|grapheme| grapheme.chars().next())
        .is_some_and(|c| {
            matches!(
                c,
                '\u{0627}' | '\u{0623}' | '\u{0625}' | '\u{0622}' | '\u{0671}'
            )
        })
}
