//! The article list: filtered, sorted, grouped.

use super::ArticleSet;
use crate::arabic::fold;
use crate::base::{ArticleId, listed};
use crate::corpus::{Article, Corpus, Facet};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeSet;

listed! {
    /// What the list is sorted by, as the menu lists it.
    #[derive(Default, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum SortBy {
        /// Period and date, newest first; undated articles last.
        #[default]
        #[serde(rename = "newest-first")]
        Newest,
        /// Period and date, oldest first; undated articles last.
        #[serde(rename = "oldest-first")]
        Oldest,
        /// Title, in the order of the folded alphabet.
        Title,
        /// Words, longest first.
        Length,
        /// Outlet, then date.
        Outlet,
        /// Path in the folder.
        File,
    }
}

/// The periods that are shown; none chosen means all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PeriodFilter(BTreeSet<Option<Facet>>);

impl PeriodFilter {
    /// Whether nothing is filtered.
    #[must_use]
    pub fn is_off(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether `period` is one of those chosen; `None` stands for undated articles.
    #[must_use]
    pub fn has(&self, period: Option<&Facet>) -> bool {
        self.0.contains(&period.cloned())
    }

    /// Chooses `period`, or takes it back.
    pub fn toggle(&mut self, period: Option<Facet>) {
        if !self.0.remove(&period) {
            self.0.insert(period);
        }
    }

    /// The periods chosen; `None` stands for undated articles.
    pub fn labels(&self) -> impl Iterator<Item = Option<&Facet>> {
        self.0.iter().map(Option::as_ref)
    }

    /// Shows everything.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The articles of `corpus` that are shown; `None` if nothing is filtered.
    #[must_use]
    pub fn articles(&self, corpus: &Corpus) -> Option<ArticleSet> {
        let shows = |id| {
            let article = corpus.article(id);
            article.is_some_and(|article| self.shows(article.period.as_ref()))
        };
        (!self.is_off()).then(|| ArticleSet::from_fn(corpus.articles.len(), shows))
    }

    /// Whether an article of `period` is shown.
    #[must_use]
    pub fn shows(&self, period: Option<&Facet>) -> bool {
        self.is_off() || self.has(period)
    }
}

/// What the articles under a heading have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GroupKey {
    /// The period; `None` for undated articles.
    Period(Option<Facet>),
    /// The outlet; `None` where it is not known.
    Outlet(Option<Facet>),
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListRow {
    /// A heading over `n` articles.
    Heading {
        /// What they have in common.
        group: GroupKey,
        /// How many follow.
        n: usize,
    },
    /// An article.
    Article(ArticleId),
}

/// The rows of the list from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    /// Headings and articles.
    pub rows: Vec<ListRow>,
    /// How many rows are articles.
    pub n_articles: usize,
}

/// The articles of a corpus in one order. Filters and searches keep it, so it is
/// found once and not for every change of the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Order {
    sort: SortBy,
    articles: Vec<ArticleId>,
}

impl Order {
    /// Sorts the articles of `corpus`.
    #[must_use]
    pub fn new(corpus: &Corpus, sort: SortBy) -> Self {
        let mut articles: Vec<&Article> = corpus.articles.iter().collect();
        sort_articles(&mut articles, sort);
        let articles = articles.into_iter().map(|article| article.id).collect();
        Self { sort, articles }
    }

    /// What it is sorted by.
    #[must_use]
    pub fn sort(&self) -> SortBy {
        self.sort
    }
}

impl Listing {
    /// Lists the articles of `corpus` in `order` that `filter` shows and, after
    /// a search, that it has found.
    #[must_use]
    pub fn new(
        corpus: &Corpus,
        order: &Order,
        filter: &PeriodFilter,
        found: Option<&ArticleSet>,
    ) -> Self {
        let articles: Vec<&Article> = order
            .articles
            .iter()
            .filter(|id| found.is_none_or(|found| found.contains(**id)))
            .filter_map(|id| corpus.article(*id))
            .filter(|article| filter.shows(article.period.as_ref()))
            .collect();
        Self::grouped(&articles, order.sort)
    }

    fn grouped(articles: &[&Article], sort: SortBy) -> Self {
        let group_of = |article: &Article| match sort {
            SortBy::Newest | SortBy::Oldest => Some(GroupKey::Period(article.period.clone())),
            SortBy::Outlet => Some(GroupKey::Outlet(article.source.clone())),
            SortBy::Title | SortBy::Length | SortBy::File => None,
        };
        let mut rows = Vec::with_capacity(articles.len() + 8);
        for chunk in articles.chunk_by(|a, b| group_of(a) == group_of(b)) {
            if let Some(group) = chunk.first().and_then(|article| group_of(article)) {
                rows.push(ListRow::Heading {
                    group,
                    n: chunk.len(),
                });
            }
            rows.extend(chunk.iter().map(|article| ListRow::Article(article.id)));
        }
        Self {
            rows,
            n_articles: articles.len(),
        }
    }

    /// The articles listed, from top to bottom.
    pub fn articles(&self) -> impl Iterator<Item = ArticleId> + '_ {
        self.rows.iter().filter_map(|row| match row {
            ListRow::Article(id) => Some(*id),
            ListRow::Heading { .. } => None,
        })
    }

    /// The row of `article`, if it is listed.
    #[must_use]
    pub fn row_of(&self, article: ArticleId) -> Option<usize> {
        self.rows
            .iter()
            .position(|row| *row == ListRow::Article(article))
    }

    /// The article `steps` articles below row `row` (above it, if negative), or
    /// the last one on the way there; `None` if there is none that way.
    #[must_use]
    pub fn article_beside(&self, row: usize, steps: i32) -> Option<ArticleId> {
        let article = |row: &ListRow| match row {
            ListRow::Article(id) => Some(*id),
            ListRow::Heading { .. } => None,
        };
        let n = steps.unsigned_abs() as usize;
        if steps > 0 {
            let below = self.rows.get(row + 1..)?;
            below.iter().filter_map(article).take(n).last()
        } else {
            let above = self.rows.get(..row)?;
            above.iter().rev().filter_map(article).take(n).last()
        }
    }
}

fn sort_articles(articles: &mut [&Article], sort: SortBy) {
    // Ids follow the paths of the files, so they settle every tie.
    match sort {
        SortBy::Newest => {
            articles.sort_by_key(|a| (a.period.is_none(), Reverse((&a.period, a.date)), a.id));
        }
        SortBy::Oldest => {
            articles.sort_by_key(|a| (a.period.is_none(), &a.period, a.date, a.id));
        }
        SortBy::Title => articles.sort_by_cached_key(|a| (fold(&a.title), a.id)),
        SortBy::Length => articles.sort_by_key(|a| (Reverse(a.n_words), a.id)),
        SortBy::Outlet => articles.sort_by_key(|a| {
            (
                a.source.is_none(),
                &a.source,
                Reverse((&a.period, a.date)),
                a.id,
            )
        }),
        SortBy::File => articles.sort_by_key(|a| a.id),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::embedded;

    fn listing(filter: &PeriodFilter, sort: SortBy) -> (Corpus, Listing) {
        let corpus = embedded::open();
        let listing = Listing::new(&corpus, &Order::new(&corpus, sort), filter, None);
        (corpus, listing)
    }

    #[test]
    fn newest_comes_first_under_the_heading_of_its_period() {
        let (corpus, listing) = listing(&PeriodFilter::default(), SortBy::Newest);
        let headings: Vec<(GroupKey, usize)> = listing
            .rows
            .iter()
            .filter_map(|row| match row {
                ListRow::Heading { group, n } => Some((group.clone(), *n)),
                ListRow::Article(_) => None,
            })
            .collect();
        let period = |label| GroupKey::Period(Some(Facet::new(label)));
        assert_eq!(headings, [(period("2023"), 2), (period("2020"), 3)]);
        let dates: Vec<_> = listing
            .articles()
            .filter_map(|id| corpus.article(id)?.date)
            .collect();
        assert!(dates.is_sorted_by(|a, b| a >= b), "{dates:?}");
    }

    #[test]
    fn a_filter_keeps_the_order() {
        let mut filter = PeriodFilter::default();
        let (_, all) = listing(&filter, SortBy::Length);
        filter.toggle(Some(Facet::new("2020")));
        let (corpus, some) = listing(&filter, SortBy::Length);
        let kept: Vec<ArticleId> = all
            .articles()
            .filter(|id| corpus.article(*id).unwrap().period.as_deref() == Some("2020"))
            .collect();
        assert_eq!(some.articles().collect::<Vec<_>>(), kept);
        assert_eq!(some.n_articles, 3);
    }

    #[test]
    fn steps_pass_over_headings_and_stop_at_the_ends() {
        let (_, listing) = listing(&PeriodFilter::default(), SortBy::Newest);
        let ids: Vec<ArticleId> = listing.articles().collect();
        let row = |i: usize| listing.row_of(ids[i]).unwrap();
        assert_eq!(
            listing.article_beside(row(1), 1),
            Some(ids[2]),
            "over a heading"
        );
        assert_eq!(listing.article_beside(row(2), -1), Some(ids[1]));
        assert_eq!(
            listing.article_beside(row(0), i32::MAX),
            ids.last().copied()
        );
        assert_eq!(
            listing.article_beside(row(4), i32::MIN),
            ids.first().copied()
        );
        assert_eq!(listing.article_beside(row(4), 1), None);
        assert_eq!(listing.article_beside(row(0), -1), None);
    }
}
