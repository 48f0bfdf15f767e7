//! From a tree to hits and articles.

use super::super::ArticleSet;
use super::super::index::{Index, TypeId};
use super::ast::{Column, Node, Restriction, Term, Wanted};
use super::cursor::{articles_of, retain_in};
use super::nearness::near_hits;
use super::resolve::types_of;
use super::span::Span;
use super::types::Types;
use super::values::{is_undated, is_within};
use super::{Hit, Options, Searchable};
use crate::base::{CancelToken, Cancelled, Progress};

/// What a part of a query finds.
#[derive(Debug)]
pub(super) struct Found {
    /// Hits, ascending, each once, in `articles`.
    pub(super) hits: Vec<Hit>,
    pub(super) articles: ArticleSet,
}

/// What an evaluation looks at.
pub(super) struct Evaluation<'a> {
    pub(super) index: &'a Index,
    pub(super) ctx: &'a Searchable<'a>,
    pub(super) options: &'a Options<'a>,
    pub(super) progress: &'a Progress,
    pub(super) cancel: &'a CancelToken,
}

impl Evaluation<'_> {
    /// What `node` finds. Forms that are excluded as hits still keep articles
    /// out: `is_negated` says whether a NOT stands anywhere before the node.
    pub(super) fn evaluate(&self, node: &Node, is_negated: bool) -> Result<Found, Cancelled> {
        self.cancel.check()?;
        match node {
            Node::Word(term) => self.leaf(std::slice::from_ref(term), is_negated),
            Node::Phrase(terms) => self.leaf(terms, is_negated),
            Node::All(parts) => {
                let mut articles = ArticleSet::all(self.index.n_articles());
                let mut hits = Vec::new();
                for part in parts {
                    let found = self.evaluate(part, is_negated)?;
                    articles.intersect(&found.articles);
                    hits.push(found.hits);
                }
                for hits in &mut hits {
                    retain_in(hits, &articles, self.index);
                }
                Ok(Found {
                    hits: merged(hits),
                    articles,
                })
            }
            Node::Any(parts) => {
                let mut articles = ArticleSet::none(self.index.n_articles());
                let mut hits = Vec::new();
                for part in parts {
                    let found = self.evaluate(part, is_negated)?;
                    articles.unite(&found.articles);
                    hits.push(found.hits);
                }
                Ok(Found {
                    hits: merged(hits),
                    articles,
                })
            }
            Node::Not(part) => {
                let mut articles = self.evaluate(part, true)?.articles;
                articles.complement();
                Ok(Found {
                    hits: Vec::new(),
                    articles,
                })
            }
            Node::Near(near) => {
                let hits = self.hits(&near.node, is_negated)?;
                let others = self.hits(&near.other, is_negated)?;
                let hits = near_hits(&hits, &others, near.distance, self.index);
                let articles = articles_of(&hits, self.index);
                Ok(Found { hits, articles })
            }
            Node::Where(restriction) => Ok(Found {
                hits: Vec::new(),
                articles: self.restriction(restriction),
            }),
        }
    }

    /// The hits alone of what `node` finds. Those of a word or phrase are known
    /// without its articles.
    fn hits(&self, node: &Node, is_negated: bool) -> Result<Vec<Hit>, Cancelled> {
        let terms = match node {
            Node::Word(term) => std::slice::from_ref(term),
            Node::Phrase(terms) => terms,
            _ => return Ok(self.evaluate(node, is_negated)?.hits),
        };
        let hits = self.span(terms, is_negated).hits(self.index, self.cancel)?;
        self.progress.advance(1);
        Ok(hits)
    }

    fn leaf(&self, terms: &[Term], is_negated: bool) -> Result<Found, Cancelled> {
        let hits = self.span(terms, is_negated).hits(self.index, self.cancel)?;
        let mut articles = articles_of(&hits, self.index);
        if let Some(titles) = self.ctx.titles {
            let excluded: Vec<TypeId> = self
                .excluded(is_negated)
                .iter()
                .filter_map(|id| titles.type_of(self.index.form(*id)))
                .collect();
            let span = resolved(terms, titles, self.options, &excluded);
            let hits = span.hits(titles, self.cancel)?;
            articles.unite(&articles_of(&hits, titles));
        }
        self.progress.advance(1);
        Ok(Found { hits, articles })
    }

    /// The types of the terms of a word or phrase.
    pub(super) fn span(&self, terms: &[Term], is_negated: bool) -> Span {
        let excluded = self.excluded(is_negated);
        resolved(terms, self.index, self.options, excluded)
    }

    fn excluded(&self, is_negated: bool) -> &[TypeId] {
        if is_negated {
            &[]
        } else {
            self.options.excluded
        }
    }

    /// The articles that have one of the values.
    fn restriction(&self, restriction: &Restriction) -> ArticleSet {
        let facets = self.ctx.facets;
        let n_articles = self.index.n_articles();
        let mut articles = ArticleSet::none(n_articles);
        for value in &restriction.values {
            let (column, wanted) = match (&restriction.column, &value.wanted) {
                (Column::Date, Wanted::Dates { from, to }) => {
                    articles.unite(&ArticleSet::from_fn(n_articles, |id| {
                        let date = facets.dates.get(id.index()).copied().flatten();
                        date.is_some_and(|date| is_within(date, *from, *to))
                    }));
                    continue;
                }
                (Column::Entity, Wanted::Text(name)) => {
                    if let Some(found) = (self.ctx.entity)(name) {
                        articles.unite(&found);
                    }
                    continue;
                }
                (Column::Period, Wanted::Text(value)) => (Some(&facets.period), value),
                (Column::Source, Wanted::Text(value)) => (Some(&facets.source), value),
                (Column::Other(header), Wanted::Text(value)) => (facets.other(header), value),
                (_, Wanted::Dates { .. }) | (Column::Date, Wanted::Text(_)) => continue,
            };
            let Some(column) = column else {
                continue;
            };
            let numbers = column.numbers_like(wanted);
            let with_none = restriction.column == Column::Period && is_undated(wanted);
            articles.unite(&ArticleSet::from_fn(n_articles, |id| {
                match column.number_of(id) {
                    Some(number) => numbers.contains(&number),
                    None => with_none,
                }
            }));
        }
        articles
    }
}

fn resolved(terms: &[Term], index: &Index, options: &Options<'_>, excluded: &[TypeId]) -> Span {
    let elements = terms.iter().map(|term| {
        let mut types = types_of(term, index, options);
        types.remove(excluded);
        types
    });
    Span {
        elements: elements.collect(),
    }
}

/// The types of several words together, if each of `parts` is a word.
pub(super) fn union_of_words(parts: &[Node], evaluation: &Evaluation<'_>) -> Option<Types> {
    let mut all = Vec::new();
    for part in parts {
        let Node::Word(term) = part else {
            return None;
        };
        match evaluation
            .span(std::slice::from_ref(term), false)
            .elements
            .pop()
        {
            Some(Types::These(types)) => all.extend(types),
            _ => return None,
        }
    }
    Some(Types::new(all))
}

/// Several ascending lists as one, each hit once.
fn merged(mut lists: Vec<Vec<Hit>>) -> Vec<Hit> {
    lists.retain(|hits| !hits.is_empty());
    if lists.len() < 2 {
        return lists.pop().unwrap_or_default();
    }
    let mut hits = lists.concat();
    // Stable sorts know runs that are in order.
    hits.sort();
    hits.dedup();
    hits
}
