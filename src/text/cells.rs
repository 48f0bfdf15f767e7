//! What the cells of a line need that the clusters of the shaper do not give.

use super::block::Cell;

/// A letter with a smaller part of its neighbour's width than this has none.
const LEAST_SHARE: f32 = 1.0 / 16.0;

/// Gives a width to Arabic letters without one, which no highlight would show
/// and no click would meet.
///
/// - Some faces (Noto Naskh Arabic) draw lam-alef as a wide lam and an alef with
///   no advance: the alef gets the left half of the lam.
/// - Some faces (Amiri) kern a letter under the arm of the next until nothing of
///   its advance is left, as reh before kaf: it gets the right half of the next.
pub(super) fn share_width(cells: &mut [Cell], text: &str) {
    for i in 1..cells.len() {
        let Some([left, right]) = cells.get_mut(i - 1..=i) else {
            continue;
        };
        let follows =
            left.right_to_left && right.right_to_left && right.bytes.end == left.bytes.start;
        if !follows {
            continue;
        }
        let is_lam_alef = starts_with(left, text, is_alef) && starts_with(right, text, is_lam);
        let shared = (is_lam_alef && is_far_narrower(left, right))
            || (starts_with(right, text, is_letter) && is_far_narrower(right, left));
        if shared {
            left.x1 = f32::midpoint(left.x0, right.x1);
            right.x0 = left.x1;
        }
    }
}

fn is_far_narrower(cell: &Cell, other: &Cell) -> bool {
    cell.x1 - cell.x0 < LEAST_SHARE * (other.x1 - other.x0)
}

fn starts_with(cell: &Cell, text: &str, is: impl Fn(char) -> bool) -> bool {
    text.get(cell.bytes.clone())
        .and_then(|grapheme| grapheme.chars().next())
        .is_some_and(is)
}

fn is_alef(c: char) -> bool {
    matches!(
        c,
        '\u{0622}' | '\u{0623}' | '\u{0625}' | '\u{0627}' | '\u{0671}'..='\u{0673}' | '\u{0675}'
    )
}

fn is_lam(c: char) -> bool {
    c == '\u{0644}'
}

fn is_letter(c: char) -> bool {
    matches!(c, '\u{0620}'..='\u{064A}' | '\u{066E}'..='\u{066F}' | '\u{0671}'..='\u{06D3}')
}
