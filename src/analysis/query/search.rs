//! Asking a query of an index: all of the answer, or its beginning.

use super::super::index::Index;
use super::answer::Answer;
use super::ast::{Column, Node, Term, Wanted};
use super::cursor::{Cursor, retain_in};
use super::evaluate::{Evaluation, union_of_words};
use super::problem::QueryProblemKind as Kind;
use super::span::Span;
use super::values::is_undated;
use super::{Hit, Level, Match, Options, Query, QueryProblem, Searchable};
use crate::arabic::fold;
use crate::base::{CancelToken, Cancelled, Progress};

impl Query {
    /// What the query finds in `index`. `progress` counts words and phrases.
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
        let evaluation = Evaluation {
            index,
            ctx,
            options,
            progress,
            cancel,
        };
        progress.set_total(self.root().n_spans());
        let mut found = evaluation.evaluate(self.root(), false)?;
        if let Some(subcorpus) = options.subcorpus {
            found.articles.intersect(subcorpus);
        }
        retain_in(&mut found.hits, &found.articles, index);
        let mut matches: Vec<Match> = found
            .articles
            .iter()
            .map(|article| Match {
                article,
                n_hits: 0,
                first: 0,
            })
            .collect();
        count_hits(&mut matches, &found.hits, index);
        Ok(Answer {
            hits: found.hits,
            matches,
            articles: found.articles,
            notices: self.notices(ctx),
        })
    }

    /// How many hits [`search`](Self::search) would find, without putting them
    /// in a list where that is not needed.
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
        let progress = Progress::default();
        match self.only_span(index, ctx, options, &progress, cancel) {
            Some(span) => span.count(index, cancel),
            None => Ok(self
                .search(index, ctx, options, &progress, cancel)?
                .n_hits()),
        }
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
        let progress = Progress::default();
        if let Some(span) = self.only_span(index, ctx, options, &progress, cancel) {
            return Ok(span.first(n, index));
        }
        let mut hits = self.search(index, ctx, options, &progress, cancel)?.hits;
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

    /// The word or phrase that alone says which hits there are, if that is all
    /// the query is: no articles are asked for.
    fn only_span<'a>(
        &self,
        index: &'a Index,
        ctx: &'a Searchable<'a>,
        options: &'a Options<'a>,
        progress: &'a Progress,
        cancel: &'a CancelToken,
    ) -> Option<Span> {
        if options.subcorpus.is_some() {
            return None;
        }
        let evaluation = Evaluation {
            index,
            ctx,
            options,
            progress,
            cancel,
        };
        match self.root() {
            Node::Word(term) => Some(evaluation.span(std::slice::from_ref(term), false)),
            Node::Phrase(terms) => Some(evaluation.span(terms, false)),
            Node::Any(parts) => Some(Span {
                elements: vec![union_of_words(parts, &evaluation)?],
            }),
            _ => None,
        }
    }
}

/// Fills in how many of `hits`, which are in the articles of `matches`, each
/// article has.
fn count_hits(matches: &mut [Match], hits: &[Hit], index: &Index) {
    let mut cursor = Cursor::new(index);
    let mut place = 0;
    let mut n_seen = 0;
    while let Some(hit) = hits.get(n_seen) {
        let article = cursor.article_of(hit.start);
        let end = cursor.end();
        while matches.get(place).is_some_and(|m| m.article < article) {
            place += 1;
        }
        let rest = hits.get(n_seen..).unwrap_or_default();
        let n = rest.iter().take_while(|hit| hit.start < end).count();
        if let Some(found) = matches.get_mut(place) {
            found.first = u32::try_from(n_seen).unwrap_or(u32::MAX);
            found.n_hits = u32::try_from(n).unwrap_or(u32::MAX);
        }
        n_seen += n.max(1);
    }
}
