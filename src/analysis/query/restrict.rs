//! The articles that a restriction names.

use super::super::ArticleSet;
use super::super::index::Index;
use super::Searchable;
use super::ast::{Column, Restriction, Wanted};
use super::values::{is_undated, is_within};

/// The articles of `index` that have one of the values of `restriction`.
pub(super) fn articles_where(
    restriction: &Restriction,
    index: &Index,
    ctx: &Searchable<'_>,
) -> ArticleSet {
    let facets = ctx.facets;
    let n_articles = index.n_articles();
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
                if let Some(found) = (ctx.entity)(name) {
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
