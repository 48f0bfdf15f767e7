//! Words that hold a sentence together and say nothing of its matter.

use crate::arabic::{fold, words_of};
use crate::base::asset_table;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What may stand before a word of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FunctionWord {
    /// و: with ف, prepositions become other words (فعلي).
    AfterWaw,
    /// و or ف.
    AfterBoth,
}

impl FunctionWord {
    fn of(class: &str) -> Option<Self> {
        match class {
            "preposition" => Some(Self::AfterWaw),
            "conjunction" | "pronoun" | "demonstrative" | "relative" | "particle" | "auxiliary"
            | "question" | "quantity" => Some(Self::AfterBoth),
            _ => None,
        }
    }
}

static WORDS: LazyLock<FxHashMap<Box<str>, FunctionWord>> = LazyLock::new(|| {
    let mut problems = Vec::new();
    let table = asset_table!("words/function.tsv");
    let words = words_of(table, &mut problems, FunctionWord::of);
    debug_assert!(problems.is_empty(), "{problems:?}");
    words
        .into_iter()
        .map(|(class, word)| (word, class))
        .collect()
});

/// Whether `word`, in any spelling, is a function word: one of the table, or
/// one of them after و or ف.
#[must_use]
pub fn is_function_word(word: &str) -> bool {
    let folded = fold(word);
    let is_after = |letter: char| folded.strip_prefix(letter).and_then(|rest| WORDS.get(rest));
    WORDS.contains_key(&*folded)
        || is_after('و').is_some()
        || is_after('ف').is_some_and(|class| *class == FunctionWord::AfterBoth)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn function_words_are_known_in_every_spelling() {
        for word in [
            "في",
            "فى",
            "من",
            "وفي",
            "فإن",
            "الذي",
            "والتي",
            "إلى",
            "الى",
            "هٰذا",
            "عليه",
            "لها",
        ] {
            assert!(is_function_word(word), "{word}");
        }
        for word in [
            "باكو",
            "وزير",
            "حرب",
            "فقير",
            "ولاية",
            "مناطق",
            "ولي",
            "فعلي",
            "",
            "و",
        ] {
            assert!(!is_function_word(word), "{word}");
        }
    }
}
