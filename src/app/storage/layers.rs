//! The reader's definition files, as the program goes by them.

use super::{RepairsStore, StoredRepairs};
use crate::corpus::{Corpus, Problem};
use crate::entity::repair::NamesFile;
use crate::entity::{Gazetteer, names_problems};
use std::sync::Arc;

/// The definition files, the one that counts first, before what the program
/// knows besides.
#[derive(Debug, Clone)]
pub(in crate::app) struct Layers {
    /// The one that repairs go to.
    pub(in crate::app) own: Arc<NamesFile>,
    /// The one below it: that of a folder that cannot be written to, or of the
    /// embedded corpus.
    pub(in crate::app) below: Option<Arc<NamesFile>>,
    pub(in crate::app) is_embedded: bool,
}

impl Default for Layers {
    fn default() -> Self {
        Self {
            own: Arc::new(NamesFile::default()),
            below: None,
            is_embedded: false,
        }
    }
}

impl Layers {
    /// The layers for `corpus`, whose repairs are `stored`.
    pub(in crate::app) fn new(stored: &StoredRepairs, corpus: &Corpus, is_embedded: bool) -> Self {
        let shipped = || {
            let text = corpus.entities_toml.as_deref()?;
            Some(NamesFile::parse("entities.toml", text))
        };
        let below = if is_embedded {
            shipped()
        } else {
            stored.below().cloned()
        };
        Self {
            own: Arc::new(stored.names().clone()),
            below: below.map(Arc::new),
            is_embedded,
        }
    }

    /// The layers for `corpus`, with the repairs in `store`, for a program
    /// that does not repair.
    pub(in crate::app) fn read(store: &RepairsStore, corpus: &Corpus, is_embedded: bool) -> Self {
        let text = corpus.entities_toml.as_deref().unwrap_or_default();
        let of_corpus = Arc::new(NamesFile::parse("entities.toml", text));
        let (own, below) = match store.read(corpus.root.as_deref()) {
            Some(repairs) => (Arc::new(repairs), Some(of_corpus)),
            None => (of_corpus, None),
        };
        Self {
            own,
            below,
            is_embedded,
        }
    }

    /// The same with another file that repairs go to.
    pub(in crate::app) fn with(&self, own: Arc<NamesFile>) -> Self {
        Self {
            own,
            ..self.clone()
        }
    }

    fn files(&self) -> Vec<&NamesFile> {
        let below = self.below.as_deref();
        std::iter::once(&*self.own).chain(below).collect()
    }

    /// The names that they make known, with all that the program knows.
    pub(in crate::app) fn gazetteer(&self) -> Gazetteer {
        Gazetteer::of_names(&self.files(), self.is_embedded)
    }

    /// What is wrong with them, as the names of `corpus`.
    pub(in crate::app) fn problems(&self, corpus: &Corpus) -> Vec<Problem> {
        names_problems(&self.files(), corpus, self.is_embedded)
    }

    /// Their texts, on which the names found depend.
    pub(in crate::app) fn texts(&self) -> Vec<&str> {
        self.files().into_iter().map(NamesFile::source).collect()
    }
}
