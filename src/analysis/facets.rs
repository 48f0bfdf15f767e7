//! What articles share, as columns: periods, outlets, and every other column
//! of the corpus' index.

use crate::arabic::fold;
use crate::base::ArticleId;
use crate::corpus::{Article, Corpus, Facet, PartialDate};
use std::collections::{BTreeMap, BTreeSet};

/// The facets of a corpus: for each article its period, outlet, date and the
/// values of the other columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facets {
    /// The periods.
    pub period: FacetColumn,
    /// The outlets.
    pub source: FacetColumn,
    /// The other columns by their headers, in the order of the headers.
    pub others: Vec<(Facet, FacetColumn)>,
    /// The date of each article.
    pub dates: Vec<Option<PartialDate>>,
}

/// One column: a value for each article, kept as its number among the values.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FacetColumn {
    /// Each value once, sorted.
    pub values: Vec<Facet>,
    /// For each article the number of its value, or [`FacetColumn::NONE`].
    pub of: Vec<u32>,
}

impl FacetColumn {
    /// The number that stands for no value.
    pub const NONE: u32 = u32::MAX;

    /// The column of `values`, one for each article.
    #[must_use]
    pub fn new<'a>(values: impl IntoIterator<Item = Option<&'a str>> + Clone) -> Self {
        let sorted: BTreeSet<&str> = values.clone().into_iter().flatten().collect();
        let numbers: BTreeMap<&str, u32> = sorted.iter().copied().zip(0..).collect();
        let of = values
            .into_iter()
            .map(|value| {
                value
                    .and_then(|value| numbers.get(value).copied())
                    .unwrap_or(Self::NONE)
            })
            .collect();
        Self {
            values: sorted.into_iter().map(Facet::new).collect(),
            of,
        }
    }

    /// The number of an article's value; `None` if it has none.
    #[must_use]
    pub fn number_of(&self, article: ArticleId) -> Option<u32> {
        let number = *self.of.get(article.index())?;
        (number != Self::NONE).then_some(number)
    }

    /// An article's value.
    #[must_use]
    pub fn value_of(&self, article: ArticleId) -> Option<&Facet> {
        self.values.get(self.number_of(article)? as usize)
    }

    /// The numbers of the values that are the same as `value` when both are
    /// folded.
    #[must_use]
    pub fn numbers_like(&self, value: &str) -> Vec<u32> {
        let folded = fold(value.trim());
        (0..)
            .zip(&self.values)
            .filter(|(_, value)| fold(value.trim()) == folded)
            .map(|(number, _)| number)
            .collect()
    }
}

impl Facets {
    /// The facets of `corpus`.
    #[must_use]
    pub fn new(corpus: &Corpus) -> Self {
        Self::of_articles(&corpus.articles)
    }

    /// The facets of `articles`, in the order of their ids.
    #[must_use]
    pub fn of_articles(articles: &[Article]) -> Self {
        let headers: BTreeSet<&Facet> = articles
            .iter()
            .flat_map(|article| article.extra.iter().map(|(header, _)| header))
            .collect();
        let others = headers.into_iter().map(|header| {
            let values = articles.iter().map(|article| {
                let mut cells = article.extra.iter();
                cells
                    .find(|(other, _)| other == header)
                    .map(|(_, value)| &**value)
            });
            (header.clone(), FacetColumn::new(values))
        });
        Self {
            period: FacetColumn::new(articles.iter().map(|a| a.period.as_deref())),
            source: FacetColumn::new(articles.iter().map(|a| a.source.as_deref())),
            others: others.collect(),
            dates: articles.iter().map(|article| article.date).collect(),
        }
    }

    /// The other column whose header is the same as `header` when both are
    /// folded.
    #[must_use]
    pub fn other(&self, header: &str) -> Option<&FacetColumn> {
        let folded = fold(header.trim());
        self.others
            .iter()
            .find(|(other, _)| fold(other.trim()) == folded)
            .map(|(_, column)| column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_sorted_and_found_by_folded_form() {
        let column = FacetColumn::new([Some("وكالة"), None, Some("أنباء"), Some("وكالة")]);
        assert_eq!(column.values.len(), 2);
        assert_eq!(column.of, [1, FacetColumn::NONE, 0, 1]);
        assert_eq!(column.value_of(ArticleId(2)).unwrap().as_str(), "أنباء");
        assert_eq!(column.value_of(ArticleId(1)), None);
        assert_eq!(column.numbers_like("انباء "), [0]);
        assert!(column.numbers_like("رويترز").is_empty());
    }

    #[test]
    fn facets_of_the_embedded_corpus_say_what_its_articles_say() {
        let corpus = crate::corpus::embedded::open();
        let facets = Facets::new(&corpus);
        for article in &corpus.articles {
            assert_eq!(facets.period.value_of(article.id), article.period.as_ref());
            assert_eq!(facets.source.value_of(article.id), article.source.as_ref());
            for (header, value) in &article.extra {
                let column = facets.other(header).unwrap();
                assert_eq!(column.value_of(article.id).unwrap().as_str(), &**value);
            }
        }
        assert!(!facets.period.values.is_empty());
    }
}
