//! Opens a folder by its cache, as far as it has one that is still true.

use std::path::Path;
use std::time::SystemTime;

use super::container::{CORPUS, Container, IDENTITY, TEXTS};
use super::source::FileSource;
use super::{CacheFault, CachePlace, folder};
use crate::analysis::index::{self, BuildError, Index, SectionId};
use crate::base::{ArticleId, CancelToken, Progress, messages};
use crate::corpus::{Corpus, LoadError, LoadOptions, Reopened, open_folder, reopen_folder};

/// A corpus, before its index is complete.
#[derive(Debug)]
pub struct Opened {
    /// The corpus, as the folder is now.
    pub corpus: Corpus,
    /// What its index is made of.
    pub plan: IndexPlan,
    /// Where it came from.
    pub origin: OpenedFrom,
    /// Why the cache was of no use.
    pub fault: Option<CacheFault>,
}

impl Opened {
    /// A corpus that is kept nowhere.
    #[must_use]
    pub const fn whole(corpus: Corpus) -> Self {
        Self {
            corpus,
            plan: IndexPlan(Plan::Build),
            origin: OpenedFrom::Folder,
            fault: None,
        }
    }
}

/// A corpus and its index.
#[derive(Debug)]
pub struct OpenedIndex {
    /// The corpus, as the folder is now.
    pub corpus: Corpus,
    /// Its index.
    pub index: Index,
    /// Where they came from.
    pub origin: OpenedFrom,
    /// Why the cache was of no use.
    pub fault: Option<CacheFault>,
}

/// Where a corpus came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenedFrom {
    /// All of it from the cache, which need not be written again.
    Cache,
    /// From the cache, but for that many files, which were read. None, if
    /// only what describes the corpus has changed.
    Partly(usize),
    /// From the folder.
    Folder,
}

messages! {
    /// Why there is no corpus with an index.
    #[derive(Debug)]
    pub enum OpenError {
        /// There is no corpus.
        Load(fault: LoadError),
        /// There is no index.
        Build(fault: BuildError),
    }
}

/// What the index of a corpus is made of.
#[derive(Debug)]
pub struct IndexPlan(Plan);

#[derive(Debug)]
enum Plan {
    Ready(Index),
    /// An older index, and what [`Reread::kept`](crate::corpus::Reread::kept)
    /// says.
    Update(Index, Vec<Option<ArticleId>>),
    Build,
}

impl IndexPlan {
    /// Whether the index is there, and nothing remains to be done.
    #[must_use]
    pub const fn is_ready(&self) -> bool {
        matches!(self.0, Plan::Ready(_))
    }

    /// The index of `corpus`, for which this plan was made. `progress` counts
    /// articles.
    ///
    /// # Errors
    /// As [`Index::build`].
    pub fn complete(
        self,
        corpus: &Corpus,
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<Index, BuildError> {
        match self.0 {
            Plan::Ready(index) => Ok(index),
            Plan::Update(old, kept) => {
                let new = update_index(&old, corpus, &kept, progress, cancel)?;
                Ok(new.unwrap_or(old))
            }
            Plan::Build => Index::of_corpus(corpus, progress, cancel),
        }
    }
}

/// The index of `corpus`, whose articles have the texts of those `kept` of
/// the corpus of `old`; `None` if it is `old` itself.
///
/// # Errors
/// As [`Index::build`].
pub fn update_index(
    old: &Index,
    corpus: &Corpus,
    kept: &[Option<ArticleId>],
    progress: &Progress,
    cancel: &CancelToken,
) -> Result<Option<Index>, BuildError> {
    let is_same = |(place, id): (u32, &Option<ArticleId>)| *id == Some(ArticleId(place));
    if kept.len() == old.n_articles() && (0..).zip(kept).all(is_same) {
        return Ok(None);
    }
    let sources: Vec<index::TokenSource<'_>> = corpus
        .articles
        .iter()
        .zip(kept)
        .map(|(article, kept)| match kept {
            Some(id) => index::TokenSource::Same(*id),
            None => index::TokenSource::from(article),
        })
        .collect();
    old.update(&sources, progress, cancel).map(Some)
}

/// Opens the corpus in the folder at `path` by its cache: only files that
/// have changed since are read. The corpus is what
/// [`open_folder`](crate::corpus::open_folder) gives.
///
/// # Errors
/// As [`open_folder`](crate::corpus::open_folder). What is wrong with the
/// cache is in [`Opened::fault`].
pub fn open_cached(
    path: &Path,
    options: &LoadOptions,
    place: &CachePlace,
    progress: &Progress,
    cancel: &CancelToken,
) -> Result<Opened, LoadError> {
    let (old, index) = match read(path, place) {
        Ok(cached) => cached,
        Err(fault) => {
            return Ok(Opened {
                corpus: open_folder(path, options, progress, cancel)?,
                plan: IndexPlan(Plan::Build),
                origin: OpenedFrom::Folder,
                fault: Some(fault),
            });
        }
    };
    let (corpus, plan, origin) = match reopen_folder(&old, options, progress, cancel)? {
        Reopened::Same => (old, Plan::Ready(index), OpenedFrom::Cache),
        Reopened::Read(read) => {
            let read = *read;
            let origin = OpenedFrom::Partly(read.n_read);
            (read.corpus, Plan::Update(index, read.kept), origin)
        }
    };
    Ok(Opened {
        corpus,
        plan: IndexPlan(plan),
        origin,
        fault: None,
    })
}

/// Opens the corpus in the folder at `path` with its index: both from its
/// cache, as far as that is still true.
///
/// # Errors
/// As [`open_cached`] and [`Index::build`].
pub fn open_indexed(
    path: &Path,
    options: &LoadOptions,
    place: &CachePlace,
    progress: &Progress,
    cancel: &CancelToken,
) -> Result<OpenedIndex, OpenError> {
    let opened = open_cached(path, options, place, progress, cancel)?;
    let index = opened.plan.complete(&opened.corpus, progress, cancel)?;
    Ok(OpenedIndex {
        corpus: opened.corpus,
        index,
        origin: opened.origin,
        fault: opened.fault,
    })
}

/// The corpus and the index in the cache of the folder at `path`, as they
/// were when it was written.
fn read(path: &Path, place: &CachePlace) -> Result<(Corpus, Index), CacheFault> {
    let root = path.canonicalize()?;
    let file = place.file_of(&root).ok_or(CacheFault::Absent)?;
    let file = folder::open(&file)?;
    // It counts as used; where that is refused, it is only removed sooner.
    let _ = file.set_modified(SystemTime::now());
    parse(&file, &root)
}

/// The corpus and the index in the bytes of a cache of the folder `root`.
///
/// # Errors
/// [`CacheFault`] for bytes that are anything else, whatever they are.
pub fn parse_cache(bytes: &[u8], root: &Path) -> Result<(Corpus, Index), CacheFault> {
    parse(&bytes, root)
}

fn parse(source: &impl FileSource, root: &Path) -> Result<(Corpus, Index), CacheFault> {
    let container = Container::read(source)?;
    let section = |id: SectionId| {
        let section = container.section(id);
        section.ok_or(CacheFault::Missing { section: id })
    };
    if section(IDENTITY)? != root.as_os_str().as_encoded_bytes() {
        return Err(CacheFault::OtherFolder);
    }
    let (stored, texts) = (section(CORPUS)?, section(TEXTS)?);
    let (corpus, index) = rayon::join(
        || Corpus::from_stored(&stored, &texts),
        || Index::from_sections(|id| container.section(id)),
    );
    let mut corpus = corpus.map_err(CacheFault::Corpus)?;
    let index = index.map_err(CacheFault::Index)?;
    let (n_indexed, n_articles) = (index.n_articles(), corpus.articles.len());
    if n_indexed != n_articles {
        return Err(CacheFault::OtherCorpus {
            n_indexed,
            n_articles,
        });
    }
    corpus.root = Some(root.to_path_buf());
    Ok((corpus, index))
}
