//! The folder as it changes: read again, in part, under the reader's eyes.

use crate::analysis::cache::{CachePlace, update_index};
use crate::analysis::index::BuildError;
use crate::analysis::query::Query;
use crate::analysis::{IndexedCorpus, Order, cache};
use crate::app::command::Source;
use crate::app::search::Found;
use crate::app::state::{AppState, Failure, Renewed};
use crate::base::{ArticleId, Cancelled};
use crate::corpus::{Corpus, LoadError, Reopened, reopen_folder};
use crate::jobs::{Executor, Outcome, Task, Watch};
use std::sync::Arc;

/// Whether two readings of a folder differ in nothing but its file of names.
fn has_same_articles(a: &Corpus, b: &Corpus) -> bool {
    a.name == b.name && a.articles == b.articles && a.problems == b.problems
}

impl AppState {
    /// Watches the folder that is open, where something can be woken. All of
    /// its folders are walked for that, so not on the window's thread.
    pub(super) fn start_watching(&mut self) {
        self.watch = None;
        self.watch_fault = None;
        self.watching = None;
        let (Executor::Threads(waker), Some(root)) = (&self.executor, &self.corpus.root) else {
            return;
        };
        let (root, waker) = (root.clone(), Arc::clone(waker));
        let work = move |_: &_, _: &_| Ok(Watch::start(&root, waker));
        self.watching = Some(Task::start(&self.executor, "watch", work));
    }

    fn collect_watch(&mut self) {
        let Some(outcome) = self.watching.as_mut().and_then(Task::poll) else {
            return;
        };
        self.watching = None;
        match outcome {
            Outcome::Done(Ok(watch)) => {
                self.watch = Some(watch);
                // What has changed between reading and watching.
                self.changed = true;
            }
            Outcome::Done(Err(fault)) => self.watch_fault = Some(fault),
            Outcome::Cancelled | Outcome::Panicked(_) => {}
        }
    }

    /// Reads what has changed in the folder.
    pub(super) fn collect_changes(&mut self) {
        self.collect_watch();
        if let Some(watch) = &self.watch {
            if let Some(fault) = watch.fault() {
                self.watch_fault = Some(fault);
            }
            if watch.poll() {
                self.changed = true;
            }
        }
        let is_free = self.loading.is_none() && self.indexing.is_none() && self.renewing.is_none();
        if let Some(old) = self.indexed.clone().filter(|_| self.changed && is_free) {
            self.changed = false;
            self.renew(old);
        }
        self.collect_renewed();
    }

    /// Reads the folder again: what has changed of the one that is open.
    pub(super) fn reload(&mut self) {
        // A corpus that is being indexed is read again when that is done.
        let can_renew = self.indexed.is_some() || self.indexing.is_some();
        let is_open = self.loading.is_none() && self.failure.is_none();
        if is_open && can_renew && self.corpus.root.is_some() {
            self.changed = true;
        } else {
            self.open(self.source.clone(), true);
        }
    }

    /// Reads the folder again as far as it has changed, off the window's thread.
    fn renew(&mut self, old: Arc<IndexedCorpus>) {
        let (options, sort) = (self.load_options(), self.sort);
        let names = self.annotations.clone();
        let saved = self
            .repairs
            .follows_folder()
            .then(|| Arc::clone(&self.repairs.saved));
        let (query, matching) = (self.search.query.clone(), self.search.matching.clone());
        let work = move |progress: &_, cancel: &_| {
            let read = match reopen_folder(&old.corpus, &options, progress, cancel) {
                Ok(Reopened::Same) => return Ok(Ok(None)),
                Ok(Reopened::Read(read)) => *read,
                Err(LoadError::Cancelled) => return Err(Cancelled),
                Err(error) => return Ok(Err(error)),
            };
            let index = update_index(&old.index, &read.corpus, &read.kept, progress, cancel);
            let index = match index {
                Ok(Some(index)) => Arc::new(index),
                Ok(None) => Arc::clone(&old.index),
                Err(BuildError::Cancelled | BuildError::TooLarge) => return Err(Cancelled),
            };
            let has_same_names = read.corpus.entities_toml == old.corpus.entities_toml;
            let own = saved.as_ref().map(|saved| saved.source());
            let is_own = own.is_some() && own == read.corpus.entities_toml.as_deref();
            // What the window itself has saved changes nothing that is shown.
            let is_changed =
                read.is_changed && !(is_own && has_same_articles(&read.corpus, &old.corpus));
            // What others wrote into the file of names is taken over when the
            // articles are as they are now.
            let can_renew = is_changed && (has_same_names || saved.is_some());
            let names = match names.filter(|_| can_renew) {
                Some(names) => {
                    let kept = |id: ArticleId| read.kept.get(id.index()).copied().flatten();
                    let gazetteer = Arc::clone(names.gazetteer());
                    let new = names.renewed(&read.corpus, &gazetteer, &kept, progress, cancel)?;
                    Some((new, names))
                }
                None => None,
            };
            let order = Order::new(&read.corpus, sort);
            let corpus = Arc::new(read.corpus);
            let indexed = IndexedCorpus::new(Arc::clone(&corpus), index, cancel);
            let indexed = Arc::new(indexed.map_err(|_| Cancelled)?);
            // With the list, so that it changes once.
            let found = match query {
                None => None,
                Some(query) => {
                    let indexed = Arc::clone(&indexed);
                    let names = names.as_ref().map(|(new, _)| new);
                    let found = Found::new(&query, indexed, names, &matching, progress, cancel)?;
                    Some((query, found))
                }
            };
            Ok(Ok(Some(Renewed {
                order,
                indexed,
                found,
                names_written: !has_same_names && !is_own,
                names,
                is_changed,
            })))
        };
        self.renewing = Some(Task::start(&self.executor, "renew", work));
    }

    fn collect_renewed(&mut self) {
        let Some(outcome) = self.renewing.as_mut().and_then(Task::poll) else {
            return;
        };
        self.renewing = None;
        match outcome {
            Outcome::Done(Ok(Some(renewed))) => self.install_renewed(renewed),
            // What is on the screen stays as it was.
            Outcome::Done(Err(error)) => self.failure = Some(Failure::Load(error)),
            Outcome::Done(Ok(None)) | Outcome::Cancelled | Outcome::Panicked(_) => {}
        }
    }

    /// Shows the folder as it is now; what the reader looks at stays.
    fn install_renewed(&mut self, renewed: Renewed) {
        let before = self.open_article().cloned();
        let selected = self.selected_key();
        let corpus = Arc::clone(&renewed.indexed.corpus);
        self.indexed = Some(renewed.indexed);
        self.must_save = true;
        self.start_caching();
        if !renewed.is_changed {
            // Nothing but the times of files, which are trusted now.
            self.corpus = corpus;
            return;
        }
        self.take_over(corpus, renewed.order);
        self.start_wire();
        let known = self.annotations.take();
        self.article = before
            .as_ref()
            .and_then(|article| self.article_of_file(&article.file));
        let is_same = self
            .open_article()
            .zip(before.as_ref())
            .is_some_and(|(now, before)| now.has_same_content(before));
        if !is_same {
            self.article_revision += 1;
            self.mention = None;
            self.clear_marks();
        }
        self.search.task = None;
        self.search.found = None;
        let is_asked = |query: &Query| self.search.query.as_ref() == Some(query);
        match renewed.found.filter(|(query, _)| is_asked(query)) {
            Some((_, found)) => self.search.found = Some(Arc::new(found)),
            None if self.search.query.is_some() => self.start_search(),
            None => {}
        }
        self.lines.restore = selected;
        self.search.revision += 1;
        self.relist_in_place();
        self.mark_hits();
        self.start_lines();
        self.start_statistics();
        let is_known = |old: &Arc<_>| known.as_ref().is_some_and(|k| Arc::ptr_eq(k, old));
        if let Some((names, _)) = renewed.names.filter(|(_, old)| is_known(old)) {
            self.take_annotations(names);
            self.repairs.unsaved |= renewed.names_written;
        } else {
            self.names = None;
            self.start_naming();
        }
        if self.article.is_none() {
            // Its file is gone.
            let first = self.listing.articles().next();
            if let Some(first) = first {
                self.select_article(first);
            }
        } else if !is_same {
            self.mark();
        }
    }

    /// Keeps the corpus and its index for the next start, off the window's
    /// thread.
    pub(super) fn start_caching(&mut self) {
        let (true, Some(indexed)) = (self.must_save, self.indexed.clone()) else {
            return;
        };
        if self.source == Source::Embedded || self.cache == CachePlace::disabled() {
            return;
        }
        self.must_save = false;
        let place = self.cache.clone();
        let work = move |_: &_, cancel: &_| match cache::save(
            &place,
            &indexed.corpus,
            &indexed.index,
            cancel,
        ) {
            Ok(_) => Ok(Ok(())),
            Err(cache::SaveFault::Cancelled) => Err(Cancelled),
            Err(fault) => Ok(Err(fault)),
        };
        self.caching = Some(Task::start(&self.executor, "cache", work));
    }

    pub(super) fn collect_cached(&mut self) {
        let Some(outcome) = self.caching.as_mut().and_then(Task::poll) else {
            return;
        };
        self.caching = None;
        self.cache_fault = match outcome {
            Outcome::Done(Err(fault)) => Some(fault),
            Outcome::Done(Ok(())) | Outcome::Cancelled | Outcome::Panicked(_) => None,
        };
    }
}
