//! The outlets of both sides.

use super::ComparedArticles;
use crate::analysis::Facets;
use crate::statistics::comparison::{StoredRuns, TextRun};

/// A row for each value of [`Facets::source`]: the articles of that outlet. The
/// unit is the article, so that each stands once in itself; the sides have to
/// count an article as 1, and rates are in a million articles.
#[must_use]
pub fn compared_outlets(facets: &Facets, articles: &ComparedArticles) -> StoredRuns {
    let mut of_outlets: Vec<Vec<TextRun>> = vec![Vec::new(); facets.source.values.len()];
    let all = articles.a().iter().chain(articles.b());
    for (text, article) in (0..).zip(all) {
        if let Some(outlet) = facets.source.number_of(*article) {
            of_outlets[outlet as usize].push(TextRun { text, count: 1 });
        }
    }
    let mut rows = StoredRuns::default();
    for runs in of_outlets {
        rows.push(runs);
    }
    rows
}
