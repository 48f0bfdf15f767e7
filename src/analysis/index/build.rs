//! From texts to an index.

use super::groups::Groups;
use super::lookup::Lookup;
use super::{FoldId, Index, TypeId, collect, lexicon, postings, strings};
use crate::arabic::{fold_into, stem_into};
use crate::base::{ArticleId, CancelToken, Cancelled, Progress};
use rayon::prelude::*;

/// Where the tokens of an article come from.
#[derive(Debug, Clone, Copy)]
pub enum Source<'a> {
    /// From its text.
    Text(&'a str),
    /// From the article of the old index that has the same text.
    Same(ArticleId),
}

/// Why there is no index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BuildError {
    /// The work was told to stop; no failure.
    #[error("cancelled")]
    Cancelled,
    /// Four bytes cannot number the tokens.
    #[error("the corpus has more than four thousand million words; open a part of it")]
    TooLarge,
}

impl From<Cancelled> for BuildError {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

impl Index {
    /// Indexes `texts`, the articles in the order of their ids, on all cores.
    /// The index depends on the texts alone, not on the number of threads.
    /// `progress` counts articles.
    ///
    /// # Errors
    /// [`BuildError`]; `cancel` is heard every few articles.
    pub fn build<'a>(
        texts: impl IntoIterator<Item = &'a str>,
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<Self, BuildError> {
        let sources: Vec<Source<'_>> = texts.into_iter().map(Source::Text).collect();
        Self::from_sources(None, &sources, progress, cancel)
    }

    /// The index of a corpus that shares articles with that of `self`: only
    /// the texts among `sources` are read. Equal to the index that
    /// [`Index::build`] makes.
    ///
    /// # Errors
    /// As [`Index::build`].
    pub fn update(
        &self,
        sources: &[Source<'_>],
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<Self, BuildError> {
        Self::from_sources(Some(self), sources, progress, cancel)
    }

    fn from_sources(
        old: Option<&Self>,
        sources: &[Source<'_>],
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<Self, BuildError> {
        progress.set_total(sources.len() as u64);
        let shares = collect::collect(old, sources, progress, cancel)?;
        let (forms, numbers) = lexicon::merge(&shares);
        cancel.check()?;
        let columns = postings::columns(shares, &numbers, cancel)?;
        drop(numbers);
        // The words are looked at while the tokens are put down.
        let (places, words) = rayon::join(
            || postings::postings(&columns.tokens, forms.len(), cancel),
            || {
                cancel.check()?;
                let folds = Groups::new(forms.len(), |n, head| fold_into(forms.get(n), head));
                cancel.check()?;
                let stems = Groups::new(folds.heads.len(), |n, head| {
                    stem_into(folds.heads.get(n), head);
                });
                Ok::<_, BuildError>((folds, stems))
            },
        );
        let (places, posting_starts) = places?;
        let (folds, stems) = words?;
        let mut index = Self {
            tokens: columns.tokens.into(),
            starts: columns.starts.into(),
            article_starts: columns.article_starts.into(),
            forms,
            postings: places.into(),
            posting_starts: posting_starts.into(),
            fold_lookup: Lookup::new(&folds.heads),
            folds,
            stems,
            ..Self::default()
        };
        index.fold_freqs = index.count_folds().into();
        Ok(index)
    }

    fn count_folds(&self) -> Vec<u32> {
        (0..strings::small(self.n_folds()))
            .into_par_iter()
            .map(|fold| {
                let types = self.types_of(FoldId(fold));
                types.iter().map(|n| self.freq(TypeId(*n))).sum()
            })
            .collect()
    }
}
