//! Asking a query of an index: all of the answer, or its beginning.

use super::super::ArticleSet;
use super::super::index::Index;
use super::answer::Answer;
use super::ast::{Column, Node, Term, Wanted};
use super::block::ArticleBlock;
use super::evaluate::BlockAnswer;
use super::plan::{Need, Plan, Planner};
use super::problem::QueryProblemKind as Kind;
use super::span::one;
use super::types::Types;
use super::values::is_undated;
use super::{Hit, Level, Match, Options, Query, QueryProblem, Searchable};
use crate::arabic::fold;
use crate::base::{CancelToken, Cancelled, Progress, fits};
use rayon::prelude::*;

/// Positions that a thread looks at at once, about.
const STRETCH: usize = 1 << 14;

/// The most pieces that a corpus is cut into.
const MANY_PIECES: usize = 256;

/// Positions that the first look for the first hits is worth, about.
const FIRST_LOOK: usize = 1 << 11;

impl Query {
    /// What the query finds in `index`. `progress` counts pieces of the corpus.
    ///
    /// # Errors
    /// [`Cancelled`] when `cancel` asks for it.
    pub fn search(
        &self,
        index: &Index,
        ctx: &Searchable<'_>,
        options: &Options<'_>,
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<Answer, Cancelled> {
        let planner = Planner {
            index,
            ctx,
            options,
        };
        cancel.check()?;
        let plan = planner.plan(self.root(), Need::Articles, false);
        let blocks = pieces(&ArticleBlock::whole(index), &plan);
        progress.set_total(blocks.len() as u64);
        let parts = in_blocks(&blocks, cancel, |block| {
            let among = options.subcorpus.map(|set| block.part_of(set));
            let found = plan.found(block, among.as_ref());
            let matches = matches_of(&found, block);
            progress.advance(1);
            (found, matches)
        })?;
        let mut answer = Answer {
            hits: Vec::with_capacity(parts.iter().map(|(found, _)| found.hits.len()).sum()),
            matches: Vec::with_capacity(parts.iter().map(|(_, matches)| matches.len()).sum()),
            articles: ArticleSet::default(),
            notices: self.notices(ctx),
        };
        for (found, matches) in parts {
            let n_before = fits(answer.hits.len());
            answer
                .matches
                .extend(matches.into_iter().map(|found| Match {
                    first: if found.n_hits > 0 {
                        found.first.saturating_add(n_before)
                    } else {
                        0
                    },
                    ..found
                }));
            answer.hits.extend(found.hits);
            answer.articles.append(&found.articles);
        }
        Ok(answer)
    }

    /// How many hits [`search`](Self::search) would find, without putting them
    /// in a list.
    ///
    /// # Errors
    /// [`Cancelled`] when `cancel` asks for it.
    pub fn count(
        &self,
        index: &Index,
        ctx: &Searchable<'_>,
        options: &Options<'_>,
        cancel: &CancelToken,
    ) -> Result<usize, Cancelled> {
        if let Some(count) = self.count_word(index, options) {
            return Ok(count);
        }
        let planner = Planner {
            index,
            ctx,
            options,
        };
        if let Some(types) = self.only_types(planner) {
            return Ok(types.n_tokens(index));
        }
        cancel.check()?;
        let plan = planner.plan(self.root(), Need::Hits, false);
        let blocks = pieces(&ArticleBlock::whole(index), &plan);
        let counts = in_blocks(&blocks, cancel, |block| {
            let among = options.subcorpus.map(|set| block.part_of(set));
            plan.hits(block, among.as_ref()).len()
        })?;
        Ok(counts.into_iter().sum())
    }

    /// The first `n` hits that [`search`](Self::search) would find.
    ///
    /// # Errors
    /// [`Cancelled`] when `cancel` asks for it.
    pub fn first(
        &self,
        n: usize,
        index: &Index,
        ctx: &Searchable<'_>,
        options: &Options<'_>,
        cancel: &CancelToken,
    ) -> Result<Vec<Hit>, Cancelled> {
        let planner = Planner {
            index,
            ctx,
            options,
        };
        if let Some(types) = self.only_types(planner) {
            let positions = types.first_positions(n, index);
            return Ok(positions.into_iter().map(one).collect());
        }
        cancel.check()?;
        let plan = planner.plan(self.root(), Need::Hits, false);
        let mut rest = ArticleBlock::whole(index);
        let mut n_articles = rest
            .n_articles()
            .saturating_mul(FIRST_LOOK)
            .checked_div(plan.cost())
            .unwrap_or(usize::MAX);
        let mut hits = Vec::new();
        while hits.len() < n && rest.n_articles() > 0 {
            let block;
            (block, rest) = rest.split(n_articles);
            n_articles = n_articles.saturating_mul(2);
            let blocks = pieces(&block, &plan);
            let parts = in_blocks(&blocks, cancel, |block| {
                let among = options.subcorpus.map(|set| block.part_of(set));
                plan.hits(block, among.as_ref())
            })?;
            hits.extend(parts.into_iter().flatten());
        }
        hits.truncate(n);
        Ok(hits)
    }

    /// What the query names and the corpus does not have.
    #[must_use]
    pub fn notices(&self, ctx: &Searchable<'_>) -> Vec<QueryProblem> {
        let mut notices = Vec::new();
        self.root().each_restriction(&mut |restriction| {
            for value in &restriction.values {
                let Wanted::Text(text) = &value.wanted else {
                    continue;
                };
                let column = match &restriction.column {
                    Column::Period if is_undated(text) => continue,
                    Column::Period => Some(&ctx.facets.period),
                    Column::Source => Some(&ctx.facets.source),
                    Column::Other(header) => ctx.facets.other(header),
                    Column::Entity | Column::Date => None,
                };
                let name = || restriction.column.key().to_owned();
                let value_text = || text.as_ref().to_owned();
                let kind = match (&restriction.column, column) {
                    (Column::Entity, _) if (ctx.entity)(text).is_none() => Kind::UnknownEntity {
                        value: value_text(),
                    },
                    (Column::Entity | Column::Date, _) => continue,
                    (_, None) => Kind::UnknownColumn { column: name() },
                    (_, Some(column)) if column.numbers_like(text).is_empty() => {
                        Kind::UnknownValue {
                            column: name(),
                            value: value_text(),
                        }
                    }
                    _ => continue,
                };
                let at = value.at.0.clone();
                notices.push(QueryProblem { kind, at });
            }
        });
        notices
    }

    /// The count of a plain word, the question asked most often: two looks.
    fn count_word(&self, index: &Index, options: &Options<'_>) -> Option<usize> {
        let Node::Word(Term::Word(word)) = self.root() else {
            return None;
        };
        let is_plain = options.level == Level::Folded
            && options.folds.is_all()
            && options.excluded.is_empty()
            && options.subcorpus.is_none();
        is_plain.then(|| {
            let id = index.fold_id(&fold(word));
            id.map_or(0, |id| index.fold_freq(id) as usize)
        })
    }

    /// The types that alone say which hits there are, if that is all the query
    /// is: no articles are asked for.
    fn only_types(&self, planner: Planner<'_>) -> Option<Types> {
        match planner.options.subcorpus {
            Some(_) => None,
            None => planner.types_of_words(self.root(), false),
        }
    }
}

/// The pieces of `block` that threads share for `plan`.
fn pieces<'a>(block: &ArticleBlock<'a>, plan: &Plan<'_>) -> Vec<ArticleBlock<'a>> {
    let n_all = block.index.n_articles().max(1);
    let cost = plan.cost().saturating_mul(block.n_articles()) / n_all;
    block.cut((cost / STRETCH).min(MANY_PIECES))
}

/// What `look` finds in each block, looked at by all threads.
fn in_blocks<T: Send>(
    blocks: &[ArticleBlock<'_>],
    cancel: &CancelToken,
    look: impl Fn(&ArticleBlock<'_>) -> T + Sync,
) -> Result<Vec<T>, Cancelled> {
    let look = |block: &ArticleBlock<'_>| {
        cancel.check()?;
        Ok(look(block))
    };
    // Waking the threads costs more than a short look.
    match blocks {
        [block] => Ok(vec![look(block)?]),
        blocks => blocks.par_iter().map(look).collect(),
    }
}

/// The articles of `found` with the number of their hits; the first hit of the
/// block is hit 0.
fn matches_of(found: &BlockAnswer, block: &ArticleBlock<'_>) -> Vec<Match> {
    let mut n_seen = 0;
    let mut matches = Vec::with_capacity(found.articles.len());
    for id in found.articles.iter() {
        let end = block.positions_of(id).end;
        let rest = found.hits.get(n_seen..).unwrap_or_default();
        let n_hits = rest.iter().take_while(|hit| hit.start < end).count();
        let small = |n| fits(n);
        matches.push(Match {
            article: block.article(id),
            n_hits: small(n_hits),
            first: if n_hits > 0 { small(n_seen) } else { 0 },
        });
        n_seen += n_hits;
    }
    matches
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Facets;
    use crate::analysis::query::Typing;

    /// 400 articles, some empty, of a few words in ever changing order.
    fn articles() -> Vec<String> {
        let words = [
            "سلام",
            "حرب",
            "هدنة",
            "نار",
            "سلاما",
            "جبل",
            "بحر",
            "نهر",
            "قمر",
        ];
        let word = |n: usize| words[(n * n / 7 + n / 3) % words.len()];
        (0..400)
            .map(|n| (n..n + n * 13 % 31).map(word).collect::<Vec<_>>().join(" "))
            .collect()
    }

    #[test]
    fn blocks_together_find_what_the_whole_has() {
        let (progress, cancel) = (Progress::default(), CancelToken::default());
        let texts = articles();
        let texts = || texts.iter().map(String::as_str);
        let index = Index::build(texts(), &progress, &cancel).unwrap();
        let titles = texts().map(|text| text.split(' ').next().unwrap_or_default());
        let titles = Index::build(titles, &progress, &cancel).unwrap();
        let facets = Facets::default();
        let ctx = Searchable {
            facets: &facets,
            entity: &|_| None,
            titles: Some(&titles),
        };
        let options = Options::default();
        let planner = Planner {
            index: &index,
            ctx: &ctx,
            options: &options,
        };
        for text in [
            "سلام",
            "\"سلام حرب\"",
            "\"هدن* * نار\"",
            "سلام NEAR/3 حرب",
            "سل* NEAR/2 سلام",
            "نار NEAR/40 (قمر OR \"بحر نهر\")",
            "سلام جبل",
            "نار -قمر",
            "(بحر NEAR/2 نهر) OR \"جبل بحر\" OR NOT سلام",
        ] {
            let query = Query::parse(text, Typing::Done).query.unwrap();
            let plan = planner.plan(query.root(), Need::Articles, false);
            let whole = ArticleBlock::whole(&index);
            let all = plan.found(&whole, None);
            let mut hits = Vec::new();
            let mut articles = ArticleSet::default();
            for block in whole.cut(5) {
                let found = plan.found(&block, None);
                assert_eq!(found.hits, plan.hits(&block, None), "{text}");
                hits.extend(found.hits);
                articles.append(&found.articles);
            }
            assert_eq!((hits, articles), (all.hits, all.articles), "{text}");
        }
    }
}
