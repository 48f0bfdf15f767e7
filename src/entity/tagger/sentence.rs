//! A text as the model sees it: tokens with what stands between them.

use super::gap::Gap;
use crate::arabic::Token;

/// What stands before token `at` of `tokens`.
#[must_use]
pub fn gap_before(text: &str, tokens: &[Token], at: usize) -> Gap {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let (Some(before), Some(here)) = (before, tokens.get(at)) else {
        return Gap::Break;
    };
    text.get(before.span.end as usize..here.span.start as usize)
        .map_or(Gap::Break, Gap::of)
}
