//! From a plan to the hits and articles of a block.

use super::super::ArticleSet;
use super::Hit;
use super::bits::Bits;
use super::block::ArticleBlock;
use super::cursor::{articles_of, retain_in};
use super::plan::Plan;
use super::span::one;

/// What a part of a query finds in a block.
#[derive(Debug, Default)]
pub(super) struct BlockAnswer {
    /// Hits, ascending, each once, in `articles`.
    pub(super) hits: Vec<Hit>,
    /// Articles of the block.
    pub(super) articles: ArticleSet,
}

impl Plan<'_> {
    /// What the part finds in `block`; only in `among`, if there is one. The
    /// plan was made for articles.
    pub(super) fn found(
        &self,
        block: &ArticleBlock<'_>,
        among: Option<&ArticleSet>,
    ) -> BlockAnswer {
        match self {
            Self::Span(span, titles) => {
                let hits = span.hits(block, among);
                let mut articles = articles_of(&hits, block);
                if let Some(titles) = titles {
                    let mut titles = block.part_of(titles);
                    if let Some(among) = among {
                        titles.intersect(among);
                    }
                    articles.unite(&titles);
                }
                BlockAnswer { hits, articles }
            }
            Self::All(parts) if is_thick(parts, block) => found_all(parts, block, among),
            Self::All(parts) => {
                let mut articles = among.cloned();
                let mut lists = Vec::with_capacity(parts.len());
                for part in parts {
                    let found = part.found(block, articles.as_ref());
                    lists.push(found.hits);
                    let is_over = found.articles.is_empty();
                    articles = Some(found.articles);
                    if is_over {
                        break;
                    }
                }
                let articles = articles.unwrap_or_else(|| ArticleSet::all(block.n_articles()));
                for hits in &mut lists {
                    retain_in(hits, &articles, block);
                }
                BlockAnswer {
                    hits: merged(lists),
                    articles,
                }
            }
            Self::Any(parts) => {
                let mut articles = ArticleSet::none(block.n_articles());
                let mut lists = Vec::with_capacity(parts.len());
                for part in parts {
                    let found = part.found(block, among);
                    articles.unite(&found.articles);
                    lists.push(found.hits);
                }
                BlockAnswer {
                    hits: merged(lists),
                    articles,
                }
            }
            Self::Not(part) => {
                let mut articles = part.found(block, among).articles;
                articles.complement();
                if let Some(among) = among {
                    articles.intersect(among);
                }
                BlockAnswer {
                    hits: Vec::new(),
                    articles,
                }
            }
            Self::Near(near) => {
                let hits = near.hits(block, among);
                let articles = articles_of(&hits, block);
                BlockAnswer { hits, articles }
            }
            Self::Where(articles) => {
                let mut articles = block.part_of(articles);
                if let Some(among) = among {
                    articles.intersect(among);
                }
                BlockAnswer {
                    hits: Vec::new(),
                    articles,
                }
            }
        }
    }

    /// The hits alone of what the part finds in `block`; only in `among`, if
    /// there is one.
    pub(super) fn hits(&self, block: &ArticleBlock<'_>, among: Option<&ArticleSet>) -> Vec<Hit> {
        match self {
            Self::Span(span, _) => span.hits(block, among),
            Self::Any(parts) => merged(parts.iter().map(|part| part.hits(block, among)).collect()),
            Self::Near(near) => near.hits(block, among),
            Self::All(_) => self.found(block, among).hits,
            Self::Not(_) | Self::Where(_) => Vec::new(),
        }
    }
}

/// Whether the hits of `parts` are all those of words, and lie thick in `block`.
fn is_thick(parts: &[Plan<'_>], block: &ArticleBlock<'_>) -> bool {
    let n_articles = block.index.n_articles().max(1);
    let share = |cost: usize| cost.saturating_mul(block.n_articles()) / n_articles;
    let mut is_rarest = true;
    parts.iter().all(|part| match part {
        Plan::Span(span, _) => {
            // Rare words leave few articles in which the others are looked for.
            let is_thick = !is_rarest || Bits::pay(share(span.cost()), block);
            is_rarest = false;
            span.is_word() && is_thick
        }
        Plan::Not(_) | Plan::Where(_) => true,
        Plan::All(_) | Plan::Any(_) | Plan::Near(_) => false,
    })
}

/// What all `parts` together find, their hits gathered as bits.
fn found_all(
    parts: &[Plan<'_>],
    block: &ArticleBlock<'_>,
    among: Option<&ArticleSet>,
) -> BlockAnswer {
    let all = || ArticleSet::all(block.n_articles());
    let mut articles = among.cloned().unwrap_or_else(all);
    let mut bits = Bits::none(block);
    for part in parts {
        let Plan::Span(span, titles) = part else {
            articles = part.found(block, Some(&articles)).articles;
            continue;
        };
        let own = span.bits(block);
        let titles = titles.as_ref().map(|titles| block.part_of(titles));
        articles.retain(|id| {
            let is_title = titles.as_ref().is_some_and(|titles| titles.contains(id));
            is_title || own.has_in(block.positions_of(id))
        });
        bits.unite(&own);
    }
    let mut hits = Vec::new();
    for id in articles.iter() {
        bits.each_in(block.positions_of(id), |position| hits.push(one(position)));
    }
    BlockAnswer { hits, articles }
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
