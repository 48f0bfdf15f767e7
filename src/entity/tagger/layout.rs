//! Where the weights of small classes stand: one table of blocks, a block
//! being one number for each label.
//!
//! Classes are few, so any two of them may be asked together by a look-up.
//! All else is asked of one word form at a time (`features.rs`).

use super::gap::Gap;
use super::hint::Hint;
use super::label::N_LABELS;
use super::word_kind::WordKind;

/// Positions of a word form relative to the token it speaks of: two before it
/// to two after it.
pub const N_OFFSETS: usize = 5;
/// The place of the token itself among the offsets.
pub const HERE: usize = 2;

const KINDS: usize = WordKind::N;
const HINTS: usize = Hint::N;

/// What one token is, as far as the tables ask.
#[derive(Debug, Clone, Copy)]
pub struct TokenFacts {
    /// What its form is.
    pub kind: WordKind,
    /// What the lists say of it there.
    pub hint: Hint,
    /// What stands before the token.
    pub gap: Gap,
}

impl TokenFacts {
    /// What stands before the first token of a sentence and after the last.
    pub const EDGE: Self = Self {
        kind: WordKind::Edge,
        hint: Hint::NONE,
        gap: Gap::Break,
    };
}

const PAIR_BEFORE: usize = 0;
const PAIR_AFTER: usize = PAIR_BEFORE + KINDS * KINDS;
const PAIR_AROUND: usize = PAIR_AFTER + KINDS * KINDS;
const PAIR_FAR: usize = PAIR_AROUND + KINDS * KINDS;
const GAP_BEFORE: usize = PAIR_FAR + KINDS * KINDS;
const GAP_AFTER: usize = GAP_BEFORE + Gap::N * KINDS;
const HINT_BEFORE: usize = GAP_AFTER + Gap::N * KINDS;
const HINT_AFTER: usize = HINT_BEFORE + HINTS * HINTS;
const HINT_KIND: usize = HINT_AFTER + HINTS * HINTS;
const HINT_KIND_BEFORE: usize = HINT_KIND + HINTS * KINDS;
const HINT_KIND_AFTER: usize = HINT_KIND_BEFORE + HINTS * KINDS;
/// First row of the transitions; a transition matrix is a row for each label
/// before.
const EDGE_GAP: usize = HINT_KIND_AFTER + HINTS * KINDS;
const EDGE_KIND: usize = EDGE_GAP + Gap::N * N_LABELS;
/// The number of blocks.
pub const N_BLOCKS: usize = EDGE_KIND + KINDS * N_LABELS;

/// Calls `add` with the blocks that speak of the label of `here`, given the
/// two tokens before it and the one after it.
#[inline]
pub fn unary_blocks(
    far: TokenFacts,
    before: TokenFacts,
    here: TokenFacts,
    after: TokenFacts,
    mut add: impl FnMut(usize),
) {
    let kind = here.kind as usize;
    add(PAIR_BEFORE + before.kind as usize * KINDS + kind);
    add(PAIR_AFTER + kind * KINDS + after.kind as usize);
    add(PAIR_AROUND + before.kind as usize * KINDS + after.kind as usize);
    add(PAIR_FAR + far.kind as usize * KINDS + before.kind as usize);
    add(GAP_BEFORE + here.gap as usize * KINDS + kind);
    add(GAP_AFTER + after.gap as usize * KINDS + kind);
    let hints = [before.hint.index(), here.hint.index(), after.hint.index()];
    if hints != [0; 3] {
        add(HINT_BEFORE + hints[0] * HINTS + hints[1]);
        add(HINT_AFTER + hints[1] * HINTS + hints[2]);
        if hints[1] != 0 {
            add(HINT_KIND + hints[1] * KINDS + kind);
            add(HINT_KIND_BEFORE + hints[1] * KINDS + before.kind as usize);
            add(HINT_KIND_AFTER + hints[1] * KINDS + after.kind as usize);
        }
    }
}

/// The first rows of the two matrices whose sum says which label follows
/// which, by the number of the gap and of the kind.
#[must_use]
pub const fn edge_rows(gap: usize, kind: usize) -> [usize; 2] {
    [EDGE_GAP + gap * N_LABELS, EDGE_KIND + kind * N_LABELS]
}

/// The rows of the matrices of gaps, of all weights: every token has one.
pub fn edges_of_gaps<T>(weights: &mut [T]) -> &mut [T] {
    weights.get_mut(EDGE_GAP..EDGE_KIND).unwrap_or_default()
}
