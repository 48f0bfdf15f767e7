//! The names of all entities as one trie over folded words.

use crate::base::fits;
use rustc_hash::FxHashMap;

/// The position of a folded word in [`Trie::word`]'s table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::entity) struct WordId(u32);

/// A place in the trie: the words read so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::entity) struct NodeId(u32);

impl NodeId {
    /// Nothing read yet.
    pub(in crate::entity) const ROOT: Self = Self(0);
}

/// A trie whose edges are folded words and whose nodes may carry a value.
#[derive(Debug)]
pub(in crate::entity) struct Trie<T> {
    words: FxHashMap<Box<str>, WordId>,
    edges: FxHashMap<(NodeId, WordId), NodeId>,
    values: Vec<T>,
}

impl<T: Default> Trie<T> {
    /// A trie that is expected to hold about `n_names` names.
    pub(in crate::entity) fn with_capacity(n_names: usize) -> Self {
        Self {
            words: FxHashMap::with_capacity_and_hasher(n_names, rustc_hash::FxBuildHasher),
            edges: FxHashMap::with_capacity_and_hasher(n_names * 2, rustc_hash::FxBuildHasher),
            values: vec![T::default()],
        }
    }

    /// The value at the end of `words`, which are folded; made if new. `None`
    /// if there is no word.
    pub(in crate::entity) fn entry<'w>(
        &mut self,
        words: impl IntoIterator<Item = &'w str>,
    ) -> Option<&mut T> {
        let mut node = NodeId::ROOT;
        for word in words {
            let word = self.intern(word);
            let next = NodeId(fits(self.values.len()));
            let found = *self.edges.entry((node, word)).or_insert(next);
            if found == next {
                self.values.push(T::default());
            }
            node = found;
        }
        (node != NodeId::ROOT).then(|| &mut self.values[node.0 as usize])
    }

    fn intern(&mut self, word: &str) -> WordId {
        if let Some(&id) = self.words.get(word) {
            return id;
        }
        let id = WordId(fits(self.words.len()));
        self.words.insert(word.into(), id);
        id
    }
}

impl<T> Trie<T> {
    /// The word that `folded` is in some name.
    #[inline]
    pub(in crate::entity) fn word(&self, folded: &str) -> Option<WordId> {
        self.words.get(folded).copied()
    }

    /// The node after `word` at `node`.
    #[inline]
    pub(in crate::entity) fn step(&self, node: NodeId, word: WordId) -> Option<NodeId> {
        self.edges.get(&(node, word)).copied()
    }

    /// The value at `node`.
    #[inline]
    pub(in crate::entity) fn value(&self, node: NodeId) -> &T {
        // Nodes come from `step` alone, so they are in the table.
        &self.values[node.0 as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_share_words_share_nodes() {
        let mut trie: Trie<u8> = Trie::with_capacity(2);
        *trie.entry(["قره", "باغ"]).expect("a name") = 1;
        *trie.entry(["قره"]).expect("a name") = 2;
        assert!(trie.entry([]).is_none());
        let qara = trie
            .word("قره")
            .and_then(|w| trie.step(NodeId::ROOT, w))
            .expect("node");
        assert_eq!(*trie.value(qara), 2);
        let bagh = trie.word("باغ").expect("word");
        assert_eq!(trie.step(qara, bagh).map(|n| *trie.value(n)), Some(1));
        assert_eq!(trie.step(NodeId::ROOT, bagh), None);
        assert_eq!(trie.word("باكو"), None);
    }
}
