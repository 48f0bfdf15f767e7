//! What is known of words, as the analysis of a form asks for it.

use rustc_hash::FxHashMap;

use super::cut::WordKey;
use super::letters::Letters;
use super::lexicon::Lexicon;
use crate::arabic::fold_into;
use crate::entity::model::EntityType;

/// Word classes, letters, and the words that speak for an ambiguous name.
#[derive(Debug)]
pub(in crate::entity) struct Vocabulary {
    pub(in crate::entity) lexicon: &'static Lexicon,
    pub(super) letters: Letters,
    /// By folded word, the types it speaks for, as [`type_bit`]s.
    support: FxHashMap<Box<str>, u8>,
    /// The same of two words (لقاء مع).
    pairs: FxHashMap<(WordKey, WordKey), u8>,
}

/// The bit of a type in a set of types.
pub(in crate::entity) const fn type_bit(kind: EntityType) -> u8 {
    1 << kind as u8
}

impl Vocabulary {
    /// The tables that ship with the program, without words that support.
    pub(in crate::entity) fn embedded() -> Self {
        Self {
            lexicon: Lexicon::shared(),
            letters: Letters::embedded(),
            support: FxHashMap::default(),
            pairs: FxHashMap::default(),
        }
    }

    /// Lets `words`, one or two, speak for a name of type `kind` after them.
    pub(in crate::entity) fn add_support(&mut self, words: &str, kind: EntityType) {
        let mut folded = String::with_capacity(words.len());
        fold_into(words, &mut folded);
        let bits = match folded.split_once(' ') {
            Some((first, second)) => self
                .pairs
                .entry((WordKey::of(first), WordKey::of(second)))
                .or_default(),
            None => self.support.entry(folded.into()).or_default(),
        };
        *bits |= type_bit(kind);
    }

    /// The types that `folded` speaks for.
    pub(in crate::entity) fn support_of(&self, folded: &str) -> u8 {
        self.support.get(folded).copied().unwrap_or_default()
    }

    /// The types that two words together speak for.
    pub(in crate::entity) fn support_of_pair(&self, first: WordKey, second: WordKey) -> u8 {
        self.pairs
            .get(&(first, second))
            .copied()
            .unwrap_or_default()
    }
}
