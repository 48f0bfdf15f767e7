//! Parts of queries and of their answers.

use super::{Answer, Column, Hit, Node, Query};
use crate::analysis::ArticleSet;

impl Answer {
    /// The hits in the articles of `set`, in their order.
    #[must_use]
    pub fn hits_in(&self, set: &ArticleSet) -> Vec<Hit> {
        let inside = self
            .matches
            .iter()
            .filter(|found| set.contains(found.article));
        let hits = inside.filter_map(|found| {
            let first = found.first as usize;
            self.hits.get(first..first + found.n_hits as usize)
        });
        hits.flatten().copied().collect()
    }
}

impl Query {
    /// Whether the query asks for articles that mention an entity.
    #[must_use]
    pub fn names_entities(&self) -> bool {
        names_entities(self.root())
    }
}

fn names_entities(node: &Node) -> bool {
    match node {
        Node::Word(_) | Node::Phrase(_) => false,
        Node::All(parts) | Node::Any(parts) => parts.iter().any(names_entities),
        Node::Not(part) => names_entities(part),
        Node::Near(near) => names_entities(&near.node) || names_entities(&near.other),
        Node::Where(restriction) => restriction.column == Column::Entity,
    }
}
