//! The directions of the letters of a line, as far as the order of its words
//! hangs on them (UAX #9).

use crate::text::is_right_to_left;
use unicode_segmentation::UnicodeSegmentation as _;

/// What a grapheme does to the order around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Force {
    /// Runs from left to right: a letter of class L, or what a rule made L.
    Left,
    /// Runs from right to left: a letter of class R or AL, or what a rule made so.
    Right,
    /// An Arabic-Indic digit (AN), which N1 counts as R.
    ArabicDigit,
    /// A European digit (EN): takes the direction of the letter before it (W2, W7).
    Digit,
    /// A sign such as `%` that goes with the digit beside it (ET, W5).
    Sign,
    /// A bracket, which goes with its partner (N0).
    Bracket(char),
    /// Anything else: takes the direction of its neighbours if they agree (N1).
    Neutral,
}

/// A grapheme of a line.
#[derive(Debug, Clone)]
pub(super) struct LineGrapheme {
    /// Its first byte in its part of the line.
    pub(super) start: usize,
    /// The byte after it.
    pub(super) end: usize,
    /// Its direction.
    pub(super) force: Force,
}

/// The graphemes of `text` with the directions that they have by themselves.
pub(super) fn units(text: &str) -> impl Iterator<Item = LineGrapheme> + '_ {
    text.grapheme_indices(true)
        .map(|(start, grapheme)| LineGrapheme {
            start,
            end: start + grapheme.len(),
            force: grapheme.chars().next().map_or(Force::Neutral, force),
        })
}

fn force(c: char) -> Force {
    match c {
        '0'..='9' | '\u{06F0}'..='\u{06F9}' => Force::Digit,
        // AN: Arabic-Indic digits and their separators.
        '\u{0660}'..='\u{0669}' | '\u{066B}' | '\u{066C}' => Force::ArabicDigit,
        '\u{066A}' | '#' | '$' | '%' | '£' | '€' | '°' | '‰' => Force::Sign,
        '(' | ')' | '[' | ']' | '{' | '}' => Force::Bracket(c),
        '\u{200F}' | '\u{061C}' => Force::Right,
        '\u{200E}' => Force::Left,
        // Arabic punctuation lies in the blocks of the letters.
        '\u{060C}' | '\u{0606}'..='\u{0607}' | '\u{060E}'..='\u{060F}' => Force::Neutral,
        _ if is_right_to_left(c) => Force::Right,
        _ if c.is_alphabetic() => Force::Left,
        _ => Force::Neutral,
    }
}

/// Gives digits (W2, W7), their signs (W5) and brackets (N0) the direction that
/// they get in a paragraph of direction `base`, which is left or right.
pub(super) fn resolve(units: &mut [LineGrapheme], base: Force) {
    signs(units);
    let mut strong = base;
    for unit in &mut *units {
        match unit.force {
            Force::Left | Force::Right => strong = unit.force,
            // W7 makes it L after Latin letters; as EN or AN, N1 counts it as R.
            Force::Digit if strong == Force::Left => unit.force = Force::Left,
            Force::Digit | Force::ArabicDigit => unit.force = Force::Right,
            _ => {}
        }
    }
    brackets(units, base);
}

/// W5: signs beside a digit are digits.
fn signs(units: &mut [LineGrapheme]) {
    let mut beside = false;
    for unit in units.iter_mut() {
        beside = matches!(unit.force, Force::Digit) || (beside && unit.force == Force::Sign);
        if beside {
            unit.force = Force::Digit;
        }
    }
    for unit in units.iter_mut().rev() {
        beside = matches!(unit.force, Force::Digit) || (beside && unit.force == Force::Sign);
        if beside {
            unit.force = Force::Digit;
        }
    }
}

/// N0: a pair takes the direction of the paragraph if something inside has it;
/// else, if something inside runs against it, that of the letter before the
/// pair; without letters inside it is neutral, as is a bracket without partner.
fn brackets(units: &mut [LineGrapheme], base: Force) {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut pairs = Vec::new();
    for (i, unit) in units.iter().enumerate() {
        let Force::Bracket(c) = unit.force else {
            continue;
        };
        match partner(c) {
            Some(closing) => open.push((i, closing)),
            None => {
                if let Some(depth) = open.iter().rposition(|(_, closing)| *closing == c)
                    && let Some((start, _)) = open.get(depth).copied()
                {
                    pairs.push((start, i));
                    open.truncate(depth);
                }
            }
        }
    }
    pairs.sort_unstable();
    for (start, end) in pairs {
        let strong = |unit: &&LineGrapheme| matches!(unit.force, Force::Left | Force::Right);
        let inside = units.get(start + 1..end).unwrap_or_default();
        let mut strongs = inside.iter().filter(strong).peekable();
        if strongs.peek().is_none() {
            continue;
        }
        let force = if strongs.any(|unit| unit.force == base) {
            base
        } else {
            let before = units.get(..start).unwrap_or_default();
            before
                .iter()
                .rev()
                .find(strong)
                .map_or(base, |unit| unit.force)
        };
        for i in [start, end] {
            if let Some(unit) = units.get_mut(i) {
                unit.force = force;
            }
        }
    }
}

/// The bracket that closes `c`, if `c` opens.
const fn partner(c: char) -> Option<char> {
    match c {
        '(' => Some(')'),
        '[' => Some(']'),
        '{' => Some('}'),
        _ => None,
    }
}
