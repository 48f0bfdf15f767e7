//! The reader's files of names, as the program goes by them.

use super::names_store::Kept;
use crate::corpus::{Corpus, Problem};
use crate::entity::repair::NamesFile;
use crate::entity::{Gazetteer, names_problems};
use std::sync::Arc;

/// The files of names, the one that counts first, before what the program
/// knows besides.
#[derive(Debug, Clone)]
pub(super) struct Layers {
    /// The one that repairs go to.
    pub(super) own: Arc<NamesFile>,
    /// The one below it: that of a folder that cannot be written to, or of the
    /// embedded corpus.
    pub(super) below: Option<Arc<NamesFile>>,
    pub(super) is_embedded: bool,
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
    /// The layers for `corpus`, whose repairs `kept` keeps.
    pub(super) fn new(kept: &Kept, corpus: &Corpus, is_embedded: bool) -> Self {
        let shipped = || {
            let text = corpus.entities_toml.as_deref()?;
            Some(NamesFile::parse("entities.toml", text))
        };
        let below = if is_embedded {
            shipped()
        } else {
            kept.below().cloned()
        };
        Self {
            own: Arc::new(kept.names().clone()),
            below: below.map(Arc::new),
            is_embedded,
        }
    }

    /// The same with another file that repairs go to.
    pub(super) fn with(&self, own: Arc<NamesFile>) -> Self {
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
    pub(super) fn gazetteer(&self) -> Gazetteer {
        Gazetteer::of_names(&self.files(), self.is_embedded)
    }

    /// What is wrong with them, as the names of `corpus`.
    pub(super) fn problems(&self, corpus: &Corpus) -> Vec<Problem> {
        names_problems(&self.files(), corpus, self.is_embedded)
    }

    /// Their texts, on which the names found depend.
    pub(super) fn texts(&self) -> Vec<&str> {
        self.files().into_iter().map(NamesFile::source).collect()
    }
}
