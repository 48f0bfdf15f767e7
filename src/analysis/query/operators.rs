//! The Arabic words that join the parts of a query: «أو», «ليس», «قرب/5».
//!
//! Each is a word of ordinary texts, too. It is an operator only exactly as the
//! table has it and only between two parts of a query: quoted, alone, first or
//! last, it is a word.

use super::lex::{Lexeme, LexemeKind};
use crate::arabic::{each_word, fold};
use crate::base::asset_table;
use std::sync::LazyLock;

/// What a word may say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Or,
    Not,
    Near,
}

impl Operator {
    fn of(class: &str) -> Option<Self> {
        match class {
            "or" => Some(Self::Or),
            "not" => Some(Self::Not),
            "near" => Some(Self::Near),
            _ => None,
        }
    }
}

static WORDS: LazyLock<Vec<(Operator, Box<str>)>> = LazyLock::new(|| {
    let (mut words, mut problems) = (Vec::new(), Vec::new());
    let table = asset_table!("words/operators.tsv");
    each_word(table, &mut problems, Operator::of, |operator, word, _| {
        words.push((operator, word.into()));
        Some(())
    });
    debug_assert!(problems.is_empty(), "{problems:?}");
    words
});

/// What `word`, a stretch of a query between gaps, says where it stands between
/// two parts; with NEAR goes the distance that is typed after a `/`.
pub(super) fn operator_of(word: &str) -> Option<(Operator, &str)> {
    let (name, distance) = word.split_once('/').unwrap_or((word, ""));
    let (operator, _) = WORDS.iter().find(|(_, known)| **known == *name)?;
    let is_number = !distance.is_empty() && fold(distance).bytes().all(|b| b.is_ascii_digit());
    let has_distance = word.len() > name.len();
    let is_whole = match operator {
        Operator::Near => is_number,
        Operator::Or | Operator::Not => !has_distance,
    };
    is_whole.then_some((*operator, distance))
}

/// Whether `word` alone, between two words, would be read as an operator.
pub(super) fn is_operator(word: &str) -> bool {
    operator_of(word).is_some()
}

/// A word of a query that is an operator if it stands between two parts.
pub(super) struct MaybeOperator {
    /// Its place among the lexemes, where it stands as a word.
    pub(super) at: usize,
    pub(super) operator: Operator,
    /// The lexeme that it is as an operator.
    pub(super) read: LexemeKind,
}

/// Makes those of `candidates`, in the order of their places, operators that
/// stand between two parts; the others stay words. Returns the places of those
/// at the end: whoever writes one there may have meant the operator.
pub(super) fn settle(found: &mut [Lexeme], candidates: Vec<MaybeOperator>) -> Vec<usize> {
    let mut at_end = Vec::new();
    let what = |found: &[Lexeme], at: Option<usize>| {
        let lexeme = at.and_then(|at| found.get(at));
        lexeme.map_or(Neighbour::None, |lexeme| match lexeme.what {
            LexemeKind::Node(_) | LexemeKind::Where(..) => Neighbour::Part,
            LexemeKind::Open => Neighbour::Open,
            LexemeKind::Close => Neighbour::Close,
            LexemeKind::Not => Neighbour::Not,
            LexemeKind::Or | LexemeKind::And => Neighbour::Joint,
            LexemeKind::Near(_) => Neighbour::None,
        })
    };
    for MaybeOperator { at, operator, read } in candidates {
        let before = what(found, at.checked_sub(1));
        let after = what(found, Some(at + 1));
        let is_after_part = matches!(before, Neighbour::Part | Neighbour::Close);
        let is_before_part = matches!(after, Neighbour::Part | Neighbour::Open);
        let is_between = match operator {
            Operator::Or => is_after_part && (is_before_part || after == Neighbour::Not),
            Operator::Not => (is_after_part || before == Neighbour::Joint) && is_before_part,
            Operator::Near => is_after_part && is_before_part,
        };
        if is_after_part && at + 1 == found.len() {
            at_end.push(at);
        }
        if let Some(lexeme) = found.get_mut(at).filter(|_| is_between) {
            lexeme.what = read;
        }
    }
    at_end
}

/// What stands beside a candidate.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Neighbour {
    None,
    Part,
    Open,
    Close,
    Not,
    Joint,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operators_are_told_as_they_are_written() {
        assert_eq!(operator_of("أو"), Some((Operator::Or, "")));
        assert_eq!(operator_of("ليس"), Some((Operator::Not, "")));
        assert_eq!(operator_of("قرب/٥"), Some((Operator::Near, "٥")));
        for word in ["او", "وأو", "أوْ", "أو/2", "ليست", "قرب", "قرب/", "قرب/بعد"]
        {
            assert_eq!(operator_of(word), None, "{word}");
        }
        assert_eq!(WORDS.len(), 3);
    }
}
