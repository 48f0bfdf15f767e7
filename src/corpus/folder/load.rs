//! From a folder to a [`Corpus`].

use std::path::Path;

use rayon::prelude::*;

use super::assemble::plan;
use super::fault::{LoadError, LoadOptions};
use super::previous::Previous;
use super::reading::{FileOutcome, FileReading};
use super::store::{FileEntry, Folder, FolderListing, Store};
use super::{ENTITIES_FILE, INDEX_FILE};
use crate::base::{ArticleId, CancelToken, Cancelled, Progress};
use crate::corpus::index_file::FacetInterner;
use crate::corpus::state::OtherFile;
use crate::corpus::{Corpus, Problem, ProblemKind, parse_index};

/// A corpus of which only new and changed files were read.
#[derive(Debug)]
pub struct Reread {
    /// The corpus as it is now.
    pub corpus: Corpus,
    /// For each article, the article of the previous corpus that has the same
    /// text; no two have the same.
    pub kept: Vec<Option<ArticleId>>,
    /// Files that were read as articles.
    pub n_read: usize,
    /// Whether the corpus says anything else than before.
    pub is_changed: bool,
}

/// Reads the corpus in the folder at `path`, on all cores. `progress` counts
/// files; `cancel` is heard at every file.
///
/// # Errors
/// [`LoadError`] when there is no corpus at all. What is wrong with single
/// files is in [`Corpus::problems`].
pub fn open_folder(
    path: &Path,
    options: &LoadOptions,
    progress: &Progress,
    cancel: &CancelToken,
) -> Result<Corpus, LoadError> {
    let folder = Folder::open(path)?;
    let listing = folder.list(cancel)?;
    let read = read_listing(&folder, listing, options, None, progress, cancel)?;
    Ok(named(read, &folder, path)?.corpus)
}

/// Gives the corpus of `folder`, which was asked for by `path`, its place.
pub(super) fn named(
    read: Option<Reread>,
    folder: &Folder,
    path: &Path,
) -> Result<Reread, LoadError> {
    let mut read = read.ok_or_else(|| {
        let path = path.to_path_buf();
        LoadError::NoArticles { path }
    })?;
    if read.corpus.name.is_empty() {
        let name = folder.root().file_name().unwrap_or_default();
        read.corpus.name = name.to_string_lossy().into_owned();
    }
    read.corpus.root = Some(folder.root().to_path_buf());
    Ok(read)
}

/// Files that one thread reads before another may take from its share.
const FILES_AT_LEAST: usize = 16;

/// Reads the corpus of `store`; `None` if it has neither article nor index.
pub(super) fn read_corpus(
    store: &dyn Store,
    options: &LoadOptions,
    progress: &Progress,
    cancel: &CancelToken,
) -> Result<Option<Corpus>, LoadError> {
    let listing = store.list(cancel)?;
    let read = read_listing(store, listing, options, None, progress, cancel)?;
    Ok(read.map(|read| read.corpus))
}

/// Reads the files of `listing`, but those that `previous` has already.
pub(super) fn read_listing(
    store: &dyn Store,
    listing: FolderListing,
    options: &LoadOptions,
    previous: Option<Previous<'_>>,
    progress: &Progress,
    cancel: &CancelToken,
) -> Result<Option<Reread>, LoadError> {
    let mut index_file = special_file(&listing, INDEX_FILE);
    let mut entities_file = special_file(&listing, ENTITIES_FILE);
    let reserved = [&index_file, &entities_file].map(|file| file.as_ref().map(|f| f.name.clone()));
    let reserved: Vec<&str> = reserved.iter().flatten().map(|name| &**name).collect();

    let index_name = index_file.as_ref();
    let index_name = index_name.map_or_else(|| INDEX_FILE.into(), |file| file.name.clone());
    let index_name = &*index_name;
    let reading = FileReading {
        store,
        options,
        index_name,
        previous,
    };
    let mut problems = Vec::new();
    let mut description = |file: &mut Option<FileEntry>| {
        let file = file.as_mut()?;
        reading.description(file, &mut problems)
    };
    let index_text = description(&mut index_file);
    let entities_toml = description(&mut entities_file);
    let mut index = index_text.map(|text| parse_index(&text));
    let (name, description) = index
        .as_mut()
        .map(|index| (index.name.take(), std::mem::take(&mut index.description)))
        .unwrap_or_default();
    let index = index.map(|index| (index_name, index));
    let plan = plan(listing, index, &reserved, store);
    problems.extend(plan.problems);
    if plan.candidates.is_empty() && index_file.is_none() && problems.is_empty() {
        return Ok(None);
    }

    progress.set_total(plan.candidates.len() as u64);
    let outcomes: Vec<FileOutcome> = plan
        .candidates
        .into_par_iter()
        .with_min_len(FILES_AT_LEAST)
        .map_init(Vec::new, |buffer, candidate| {
            cancel.check()?;
            let outcome = reading.article(candidate, buffer);
            progress.advance(1);
            Ok(outcome)
        })
        .collect::<Result<_, Cancelled>>()?;

    let mut read = Reread {
        corpus: Corpus {
            name: name.unwrap_or_default(),
            description,
            entities_toml: entities_toml.map(Into::into),
            ..Corpus::default()
        },
        kept: Vec::new(),
        n_read: 0,
        is_changed: true,
    };
    let Corpus {
        articles, state, ..
    } = &mut read.corpus;
    state.landmarks = plan.landmarks;
    state.overrides.clone_from(&options.encoding_override);
    let described = [index_file, entities_file].into_iter().flatten();
    state.others.extend(described.map(|file| OtherFile {
        name: file.name,
        stamp: file.stamp,
        fault: None,
    }));
    let mut interner = FacetInterner::default();
    for outcome in outcomes {
        problems.extend(outcome.problems);
        read.n_read += usize::from(outcome.is_read);
        let found = match outcome.result {
            Ok(found) => found,
            Err(refused) => {
                state.others.push(refused);
                continue;
            }
        };
        let mut article = found.article;
        article.id = ArticleId::new(articles.len())
            .filter(|id| id.0 < options.most_articles)
            .ok_or(LoadError::TooManyArticles)?;
        if let (None, Some(date)) = (&article.period, article.date) {
            article.period = Some(interner.facet(&date.year().to_string()));
        }
        articles.push(article);
        state.articles.push(found.file);
        read.kept.push(found.kept);
    }
    // A file may both describe the corpus and be listed as an article of it.
    let order = |other: &OtherFile| (other.name.clone(), other.fault.is_none());
    state.others.sort_by_key(order);
    state.others.dedup_by(|b, a| a.name == b.name);
    if articles.is_empty() {
        problems.push(Problem::of_folder(ProblemKind::NoArticles));
    }
    problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    read.corpus.problems = problems;
    Ok(Some(read))
}

/// The file of that name at the top of the corpus; if several differ only in
/// case, the one spelt exactly so.
fn special_file(listing: &FolderListing, name: &str) -> Option<FileEntry> {
    let files = &listing.files;
    let exact = files.iter().find(|file| *file.name == *name);
    exact
        .or_else(|| {
            files
                .iter()
                .find(|file| file.name.eq_ignore_ascii_case(name))
        })
        .cloned()
}
