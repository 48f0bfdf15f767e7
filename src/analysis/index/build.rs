//! From texts to an index.

use super::groups::Groups;
use super::lookup::Lookup;
use super::{FoldId, Index, TypeId, collect, lexicon, postings, strings};
use crate::arabic::{count_words, fold_into, stem_into};
use crate::base::{ArticleId, CancelToken, Cancelled, Progress, messages};
use crate::corpus::{Article, Corpus};
use rayon::prelude::*;

/// Where the tokens of an article come from.
#[derive(Debug, Clone, Copy)]
pub enum TokenSource<'a> {
    /// From its text.
    Text {
        /// The text.
        text: &'a str,
        /// Its tokens as [`count_words`] counts them, which is how many the
        /// index makes room for.
        n_tokens: u32,
    },
    /// From the article of the old index that has the same text.
    Same(ArticleId),
}

impl<'a> TokenSource<'a> {
    /// The source of an article that is known by its text alone.
    #[must_use]
    pub fn of_text(text: &'a str) -> Self {
        let n_tokens = count_words(text);
        Self::Text { text, n_tokens }
    }
}

impl<'a> From<&'a Article> for TokenSource<'a> {
    fn from(article: &'a Article) -> Self {
        Self::Text {
            text: &article.text,
            n_tokens: article.n_words,
        }
    }
}

messages! {
    /// Why there is no index.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum BuildError {
        /// The work was told to stop; no failure.
        Cancelled => Note "cancelled",
        /// Four bytes cannot number the tokens.
        TooLarge => Error "too-many-words",
    }
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
        let sources: Vec<TokenSource<'_>> = texts.into_iter().map(TokenSource::of_text).collect();
        Self::from_sources(None, &sources, progress, cancel)
    }

    /// Indexes the articles of `corpus`; see [`Index::build`].
    ///
    /// # Errors
    /// As [`Index::build`].
    pub fn of_corpus(
        corpus: &Corpus,
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<Self, BuildError> {
        let sources: Vec<TokenSource<'_>> = corpus.articles.iter().map(TokenSource::from).collect();
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
        sources: &[TokenSource<'_>],
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<Self, BuildError> {
        Self::from_sources(Some(self), sources, progress, cancel)
    }

    fn from_sources(
        old: Option<&Self>,
        sources: &[TokenSource<'_>],
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<Self, BuildError> {
        progress.set_total(sources.len() as u64);
        let article_starts = collect::article_starts(old, sources)?;
        let n_tokens = article_starts.last().map_or(0, |end| *end as usize);
        let (mut tokens, mut starts) = (vec![0; n_tokens], vec![0; n_tokens]);
        let columns = (&mut *tokens, &mut *starts);
        let shares = collect::collect(old, sources, &article_starts, columns, progress, cancel)?;
        let (forms, numbers) = lexicon::merge(&shares);
        cancel.check()?;
        postings::renumber(shares, &numbers);
        drop(numbers);
        // The words are looked at while the tokens are put down.
        let (places, words) = rayon::join(
            || postings::postings(&tokens, forms.len(), cancel),
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
            tokens: tokens.into(),
            starts: starts.into(),
            article_starts: article_starts.into(),
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
