//! A corpus with everything that a query looks at.

use super::Facets;
use super::index::{BuildError, Index};
use crate::base::{CancelToken, Progress};
use crate::corpus::{Article, Corpus};
use std::sync::Arc;

/// A corpus and its indices.
#[derive(Debug, Clone)]
pub struct IndexedCorpus {
    /// The corpus.
    pub corpus: Arc<Corpus>,
    /// The index of the texts of its articles.
    pub index: Arc<Index>,
    /// The index of the titles that do not stand in their texts: an "article"
    /// for each article of the corpus, empty where the title is in the text.
    pub titles: Index,
    /// The columns of `INDEX.md` over the articles.
    pub facets: Facets,
}

impl IndexedCorpus {
    /// Indexes `corpus` on all cores. `progress` counts articles.
    ///
    /// # Errors
    /// As [`Index::build`].
    pub fn build(
        corpus: Arc<Corpus>,
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<Self, BuildError> {
        let index = Index::of_corpus(&corpus, progress, cancel)?;
        Self::new(corpus, Arc::new(index), cancel)
    }

    /// `corpus` with `index`, which was built of it before.
    ///
    /// # Errors
    /// As [`Index::build`].
    pub fn new(
        corpus: Arc<Corpus>,
        index: Arc<Index>,
        cancel: &CancelToken,
    ) -> Result<Self, BuildError> {
        let titles = corpus.articles.iter().map(title_outside);
        let titles = Index::build(titles, &Progress::default(), cancel)?;
        Ok(Self {
            facets: Facets::new(&corpus),
            corpus,
            index,
            titles,
        })
    }
}

/// The title of an article, unless it stands in its text.
fn title_outside(article: &Article) -> &str {
    match article.title_span {
        Some(_) => "",
        None => &article.title,
    }
}
