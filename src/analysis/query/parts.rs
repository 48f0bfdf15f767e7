//! The words and phrases that a query spells out, and others beside them.

use super::{Node, Query, Term};

impl Query {
    /// The words and phrases that bring hits and are written letter by letter,
    /// in the order of the query; each as its words.
    #[must_use]
    pub fn spelt_parts(&self) -> Vec<Vec<&str>> {
        let mut parts = Vec::new();
        each_part(self.root(), &mut |node| parts.extend(spelt(node)));
        parts
    }

    /// The query that also takes each of `others` for the part that is spelt as
    /// the words `part`.
    #[must_use]
    pub fn with_beside(&self, part: &[&str], others: &[Node]) -> Self {
        Self::new(beside(self.root(), part, others))
    }

    /// Whether the whole query is words and phrases of which one will do, so
    /// that another can be written after them.
    #[must_use]
    pub fn is_choice(&self) -> bool {
        match self.root() {
            Node::Any(parts) => parts.iter().all(|part| spelt(part).is_some()),
            root => spelt(root).is_some(),
        }
    }
}

fn each_part<'a>(node: &'a Node, see: &mut impl FnMut(&'a Node)) {
    match node {
        Node::Word(_) | Node::Phrase(_) => see(node),
        Node::All(parts) | Node::Any(parts) => parts.iter().for_each(|part| each_part(part, see)),
        Node::Near(near) => each_part(&near.node, see),
        Node::Not(_) | Node::Where(_) => {}
    }
}

/// The words of a word or phrase without patterns. A beginning is a word that
/// may be whole.
fn spelt(node: &Node) -> Option<Vec<&str>> {
    let terms = match node {
        Node::Word(term) => std::slice::from_ref(term),
        Node::Phrase(terms) => terms.as_slice(),
        _ => return None,
    };
    let words = terms.iter().map(|term| match term {
        Term::Word(word) | Term::Prefix(word) => Some(&**word),
        _ => None,
    });
    words.collect()
}

fn beside(node: &Node, part: &[&str], others: &[Node]) -> Node {
    let each = |nodes: &[Node]| {
        nodes
            .iter()
            .map(|node| beside(node, part, others))
            .collect()
    };
    match node {
        Node::Word(_) | Node::Phrase(_) if spelt(node).is_some_and(|words| words == part) => {
            let mut choice = vec![node.clone()];
            choice.extend_from_slice(others);
            Node::Any(choice)
        }
        Node::Any(parts) => {
            // A choice among choices is one.
            let flat = parts
                .iter()
                .flat_map(|node| match beside(node, part, others) {
                    Node::Any(more) => more,
                    other => vec![other],
                });
            Node::Any(flat.collect())
        }
        Node::All(parts) => Node::All(each(parts)),
        Node::Near(near) => {
            let mut near = near.clone();
            near.node = beside(&near.node, part, others);
            Node::Near(near)
        }
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Typing;
    use super::*;

    fn query(text: &str) -> Query {
        Query::parse(text, Typing::Done).query.expect("a query")
    }

    #[test]
    fn another_spelling_goes_where_the_first_stands() {
        let other = [Node::Phrase(vec![
            Term::Word("قره".into()),
            Term::Word("باغ".into()),
        ])];
        for (text, with) in [
            ("كاراباخ", "كاراباخ OR \"قره باغ\""),
            ("كاراباخ OR باكو", "كاراباخ OR \"قره باغ\" OR باكو"),
            ("كاراباخ هدنة", "(كاراباخ OR \"قره باغ\") هدنة"),
            (
                "كاراباخ NEAR/5 هدنة",
                "(كاراباخ OR \"قره باغ\") NEAR/5 هدنة",
            ),
            ("NOT كاراباخ باكو", "NOT كاراباخ باكو"),
            ("كارا* باكو", "كارا* باكو"),
        ] {
            let with_other = query(text).with_beside(&["كاراباخ"], &other);
            assert_eq!(with_other.to_string(), with, "{text}");
        }
    }

    #[test]
    fn parts_are_those_that_bring_hits_and_have_no_pattern() {
        let parts = query("باكو \"وقف إطلاق\" قصف* NOT يريفان");
        assert_eq!(parts.spelt_parts(), [vec!["باكو"], vec!["وقف", "إطلاق"]]);
        assert!(!parts.is_choice());
        assert!(query("باكو OR \"وقف إطلاق\"").is_choice());
        assert!(!query("باكو OR قصف*").is_choice());
    }
}
