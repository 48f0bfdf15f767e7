//! What the lists say of a word on its own.

use rustc_hash::FxHashMap;

use super::label::TagClass;
use crate::arabic::{fold_into, tokens};
use crate::entity::gazetteer::{Gazetteer, NameCondition};
use crate::entity::words::{Classes, Lexicon, NodeId};

/// Ways in which a word stands in listed names, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Listed(u16);

impl Listed {
    const ALONE: u32 = 0;
    const AMBIGUOUS: u32 = 4;
    const FIRST: u32 = 8;
    const LATER: u32 = 12;

    fn with(self, way: u32, class: TagClass) -> Self {
        Self(self.0 | 1 << (way + class as u32))
    }

    fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn bits(self) -> u16 {
        self.0
    }

    /// The class of which the word alone is a name, and nothing else.
    pub(super) fn alone(self) -> Option<TagClass> {
        let mut classes = TagClass::ALL
            .into_iter()
            .filter(|&class| self.0 & 1 << (Self::ALONE + class as u32) != 0);
        classes.next().filter(|_| classes.next().is_none())
    }
}

/// The words inside names of several words.
#[derive(Debug, Default)]
pub(super) struct InnerWords {
    words: FxHashMap<Box<str>, Listed>,
}

impl InnerWords {
    pub(super) fn of(gazetteer: &Gazetteer) -> Self {
        let mut words = FxHashMap::default();
        let mut folded = String::new();
        for entity in gazetteer.entities() {
            let class = TagClass::from(entity.kind);
            for name in entity.names.iter().filter(|name| name.contains(' ')) {
                for (index, token) in tokens(name).enumerate() {
                    folded.clear();
                    fold_into(token.span.slice(name), &mut folded);
                    let way = if index == 0 {
                        Listed::FIRST
                    } else {
                        Listed::LATER
                    };
                    if let Some(listed) = words.get_mut(folded.as_str()) {
                        *listed = Listed::with(*listed, way, class);
                    } else {
                        let listed = Listed::default().with(way, class);
                        words.insert(folded.as_str().into(), listed);
                    }
                }
            }
        }
        Self { words }
    }
}

/// All lists that say something of a word.
#[derive(Debug)]
pub struct Lists<'l> {
    gazetteer: &'l Gazetteer,
    lexicon: &'l Lexicon,
    words: InnerWords,
}

impl<'l> Lists<'l> {
    /// The lists of `gazetteer` and `lexicon`.
    #[must_use]
    pub fn new(gazetteer: &'l Gazetteer, lexicon: &'l Lexicon) -> Self {
        Self {
            gazetteer,
            lexicon,
            words: InnerWords::of(gazetteer),
        }
    }

    /// The classes of `folded` in the lexicon.
    pub(super) fn classes(&self, folded: &str) -> Classes {
        self.lexicon.classes(folded)
    }

    /// How `folded` stands in listed names.
    pub(super) fn listed(&self, folded: &str) -> Listed {
        let trie = &self.gazetteer.trie;
        let word = trie.word(folded);
        let node = word.and_then(|word| trie.step(NodeId::ROOT, word));
        let senses = node.map_or(&[] as &[_], |node| &trie.value(node).senses);
        let inside = self.words.words.get(folded).copied().unwrap_or_default();
        senses.iter().fold(inside, |listed, sense| {
            let way = match sense.when {
                NameCondition::Always => Listed::ALONE,
                NameCondition::Supported | NameCondition::Agreeing => Listed::AMBIGUOUS,
            };
            listed.or(Listed::default().with(way, TagClass::from(sense.kind)))
        })
    }
}
