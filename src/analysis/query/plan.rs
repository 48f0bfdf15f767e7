//! A query ready to be asked: its words resolved to types and places.

use super::super::ArticleSet;
use super::super::index::{Index, TypeId};
use super::ast::{Near, Node, Term};
use super::block::ArticleBlock;
use super::cursor::articles_of;
use super::nearness::{Nearness, Way, WordLookup};
use super::places::TypePlaces;
use super::resolve::types_of;
use super::restrict::articles_where;
use super::span::Span;
use super::types::Types;
use super::{Options, Searchable};

/// A part of a query over one index.
#[derive(Debug)]
pub(super) enum Plan<'a> {
    /// The hits of a word or phrase, and articles with it in their titles.
    Span(Span<'a>, Option<ArticleSet>),
    /// The cheapest part first.
    All(Vec<Plan<'a>>),
    Any(Vec<Plan<'a>>),
    Not(Box<Plan<'a>>),
    Near(Box<Nearness<'a>>),
    /// No hits, but articles.
    Where(ArticleSet),
}

/// What is asked of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// Its hits alone: which articles match does not matter.
    Hits,
    /// Hits and articles.
    Articles,
}

/// Resolves the words of a query.
#[derive(Clone, Copy)]
pub(super) struct Planner<'a> {
    pub(super) index: &'a Index,
    pub(super) ctx: &'a Searchable<'a>,
    pub(super) options: &'a Options<'a>,
}

/// A word that occurs up to this many times as often as what it is near is
/// looked up in its positions.
const SIMILAR: usize = 64;

/// The same for a word of several types, whose positions must be put in order.
const SIMILAR_TYPES: usize = 4;

/// The longest distance, in tokens, that tokens are looked through for.
const WINDOW: u32 = 32;

impl<'a> Planner<'a> {
    /// The plan of `node`. Forms that are excluded as hits still keep articles
    /// out: `is_negated` says whether a NOT stands anywhere before the node.
    pub(super) fn plan(self, node: &Node, need: Need, is_negated: bool) -> Plan<'a> {
        let part = |part: &Node, need| self.plan(part, need, is_negated);
        match node {
            Node::Word(_) => self.words(std::slice::from_ref(node), need, is_negated),
            Node::Phrase(terms) => {
                let elements: Vec<Types> = terms
                    .iter()
                    .map(|term| self.types(term, is_negated))
                    .collect();
                let titles = self.titles(terms, need, is_negated);
                Plan::Span(Span::new(&elements, self.index), titles)
            }
            Node::All(parts) => {
                let parts = parts.iter().map(|node| part(node, Need::Articles));
                let mut parts: Vec<Plan<'a>> = parts.collect();
                parts.sort_by_cached_key(Plan::cost);
                Plan::All(parts)
            }
            Node::Any(parts) if parts.iter().all(|part| matches!(part, Node::Word(_))) => {
                self.words(parts, need, is_negated)
            }
            Node::Any(parts) => Plan::Any(parts.iter().map(|node| part(node, need)).collect()),
            Node::Not(inside) => Plan::Not(Box::new(self.plan(inside, Need::Articles, true))),
            Node::Near(near) => Plan::Near(Box::new(self.nearness(near, is_negated))),
            Node::Where(restriction) => {
                Plan::Where(articles_where(restriction, self.index, self.ctx))
            }
        }
    }

    /// The types of `node` if it is a word, or words with OR between them.
    pub(super) fn types_of_words(self, node: &Node, is_negated: bool) -> Option<Types> {
        let words = match node {
            Node::Word(_) => std::slice::from_ref(node),
            Node::Any(parts) => parts,
            _ => return None,
        };
        let mut all = Types::These(Vec::new());
        for word in words {
            let Node::Word(term) = word else {
                return None;
            };
            all = all.union(self.types(term, is_negated));
        }
        Some(all)
    }

    /// Words with OR between them are like one with the types of all.
    fn words(self, words: &[Node], need: Need, is_negated: bool) -> Plan<'a> {
        let mut all = Types::These(Vec::new());
        let mut titles: Option<ArticleSet> = None;
        for word in words {
            let Node::Word(term) = word else {
                continue;
            };
            all = all.union(self.types(term, is_negated));
            let more = self.titles(std::slice::from_ref(term), need, is_negated);
            titles = match (titles, more) {
                (Some(mut titles), Some(more)) => {
                    titles.unite(&more);
                    Some(titles)
                }
                (titles, more) => titles.or(more),
            };
        }
        Plan::Span(Span::new(&[all], self.index), titles)
    }

    fn nearness(self, near: &Near, is_negated: bool) -> Nearness<'a> {
        let distance = near.distance;
        let node = self.side(&near.node, is_negated);
        let other = self.side(&near.other, is_negated);
        let (n_node, n_other) = (node.cost(self.index), other.cost(self.index));
        let way = if n_node <= n_other {
            match self.word(&other, n_other, n_node, distance) {
                Some(word) => Way::FromNode(node.plan(self.index), word),
                None => Way::Both(node.plan(self.index), other.plan(self.index)),
            }
        } else {
            match self.word(&node, n_node, n_other, distance) {
                Some(word) => Way::FromOther(word, other.plan(self.index)),
                None => Way::Both(node.plan(self.index), other.plan(self.index)),
            }
        };
        Nearness { way, distance }
    }

    fn side(self, node: &Node, is_negated: bool) -> Side<'a> {
        match self.types_of_words(node, is_negated) {
            Some(types) => Side::Words(types),
            None => Side::Other(self.plan(node, Need::Hits, is_negated)),
        }
    }

    /// How to look up `side`, which occurs `n_words` times, near something that
    /// occurs `n_driver` times; `None` if it is no word, or no way is good.
    fn word(
        self,
        side: &Side<'_>,
        n_words: usize,
        n_driver: usize,
        distance: u32,
    ) -> Option<WordLookup<'a>> {
        let Side::Words(types) = side else {
            return None;
        };
        let is_one = TypePlaces::of_one(types, self.index).is_some();
        let limit = if is_one { SIMILAR } else { SIMILAR_TYPES };
        if n_words / limit <= n_driver {
            Some(WordLookup::Places(TypePlaces::new(types, self.index)))
        } else {
            (distance <= WINDOW).then(|| WordLookup::Tokens(types.member(self.index)))
        }
    }

    fn types(self, term: &Term, is_negated: bool) -> Types {
        let mut types = types_of(term, self.index, self.options);
        types.remove(self.excluded(is_negated));
        types
    }

    /// The articles with the terms, one after another, in their titles.
    fn titles(self, terms: &[Term], need: Need, is_negated: bool) -> Option<ArticleSet> {
        let titles = self.ctx.titles.filter(|titles| titles.n_tokens() > 0)?;
        if need == Need::Hits {
            return None;
        }
        let excluded: Vec<TypeId> = self
            .excluded(is_negated)
            .iter()
            .filter_map(|id| titles.type_of(self.index.form(*id)))
            .collect();
        let elements = terms.iter().map(|term| {
            let mut types = types_of(term, titles, self.options);
            types.remove(&excluded);
            types
        });
        let span = Span::new(&elements.collect::<Vec<_>>(), titles);
        let whole = ArticleBlock::whole(titles);
        let hits = span.hits(&whole, None);
        (!hits.is_empty()).then(|| articles_of(&hits, &whole))
    }

    fn excluded(self, is_negated: bool) -> &'a [TypeId] {
        if is_negated {
            &[]
        } else {
            self.options.excluded
        }
    }
}

/// A side of a NEAR.
enum Side<'a> {
    /// A word, or words with OR between them.
    Words(Types),
    Other(Plan<'a>),
}

impl<'a> Side<'a> {
    fn cost(&self, index: &Index) -> usize {
        match self {
            Self::Words(types) => types.n_tokens(index),
            Self::Other(plan) => plan.cost(),
        }
    }

    fn plan(self, index: &'a Index) -> Plan<'a> {
        match self {
            Self::Words(types) => Plan::Span(Span::new(&[types], index), None),
            Self::Other(plan) => plan,
        }
    }
}

impl Plan<'_> {
    /// About how many positions are looked at for all of the answer.
    pub(super) fn cost(&self) -> usize {
        match self {
            Self::Span(span, _) => span.cost(),
            Self::All(parts) | Self::Any(parts) => parts.iter().map(Self::cost).sum(),
            Self::Not(part) => part.cost(),
            Self::Near(near) => near.cost(),
            Self::Where(_) => 0,
        }
    }
}
