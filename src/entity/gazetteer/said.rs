//! What the reader says of words, ready to be asked.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::arabic::{fold, tokens};
use crate::base::EntityId;
use crate::entity::model::EntityType;
use crate::entity::names_file::NamePart;
use crate::entity::readings::Overlay;

/// What the reader says that words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::entity) enum Meant {
    /// No name.
    NoName,
    /// A name of that entity, of that type.
    Name(EntityId, EntityType),
    /// Longer than the name, which is that part of them, of that type where no
    /// list knows it.
    Part(NamePart, EntityType),
}

/// The reader's word on spellings and words.
#[derive(Debug, Default)]
pub(in crate::entity) struct Said {
    /// Spellings that are not an entity's, folded.
    denied: FxHashSet<(EntityId, Box<str>)>,
    /// What words are in every article, by their folded form.
    meant: FxHashMap<Box<str>, Meant>,
    /// What words are in single articles.
    pub(in crate::entity) readings: Overlay,
}

impl Said {
    /// Notes that `name` does not name `entity`.
    pub(in crate::entity) fn deny(&mut self, entity: EntityId, name: &str) {
        self.denied.insert((entity, folded(name)));
    }

    /// Whether the reader says that `name` does not name `entity`.
    pub(in crate::entity) fn denies(&self, entity: EntityId, name: &str) -> bool {
        !self.denied.is_empty() && self.denied.contains(&(entity, folded(name)))
    }

    /// Notes what `words` mean everywhere.
    pub(in crate::entity) fn everywhere(&mut self, words: &str, meant: Meant) {
        self.meant.insert(folded(words), meant);
    }

    /// What the reader says that `words` are in every article, if anything.
    pub(in crate::entity) fn meant(&self, words: &str) -> Option<Meant> {
        if self.meant.is_empty() {
            return None;
        }
        self.meant.get(&folded(words)).copied()
    }

    /// The same of words of a text, whose article a preposition has cut short
    /// (للأمم) if it `is_cut`.
    pub(in crate::entity) fn meant_by(&self, words: &str, is_cut: bool) -> Option<Meant> {
        if is_cut {
            self.meant(&format!("ا{words}"))
        } else {
            self.meant(words)
        }
    }
}

/// The folded words of `name` with one space between two.
fn folded(name: &str) -> Box<str> {
    let words = tokens(name).filter_map(|token| name.get(token.span.range()));
    words.map(fold).collect::<Vec<_>>().join(" ").into()
}
