//! The folder as it changes: read again, in part, under the reader's eyes.

use crate::analysis::cache::{CachePlace, update_index};
use crate::analysis::index::BuildError;
use crate::analysis::{IndexedCorpus, Order, cache};
use crate::app::command::Source;
use crate::app::state::search::{SearchAnswer, SearchKey};
use crate::app::state::{AppState, Contents, Failure, Renewed};
use crate::base::{ArticleId, CancelToken, Cancelled};
use crate::corpus::{Corpus, LoadError, Reopened, reopen_folder};
use crate::jobs::{Slot as _, Watch};
use std::sync::Arc;

/// Whether two readings of a folder differ in nothing but its file of names.
fn has_same_articles(a: &Corpus, b: &Corpus) -> bool {
    a.name == b.name && a.articles == b.articles && a.problems == b.problems
}

impl AppState {
    /// Watches the folder that is open, where something can be woken. All of
    /// its folders are walked for that, so not on the window's thread.
    pub(super) fn refresh_watch(&mut self) -> bool {
        let Some((waker, root)) = self.executor.waker().zip(self.corpus.root.as_ref()) else {
            self.watching.forget();
            return false;
        };
        self.watching
            .want(&self.executor, "watch", self.opened, || {
                let root = root.clone();
                move |_: &_, _: &_| Ok(Watch::start(&root, waker))
            });
        // What has changed between reading and watching.
        let came = self.watching.poll();
        let watch = self.watching.of(&self.opened);
        let is_told = match watch.map(AsRef::as_ref) {
            Some(Ok(watch)) => watch.poll() || came,
            Some(Err(_)) | None => false,
        };
        self.changes += u64::from(is_told);
        came
    }

    /// Reads the folder again: what has changed of the one that is open.
    pub(super) fn reload(&mut self) {
        // A corpus that is being indexed is read again when that is done.
        let can_renew = self.indexed().is_some() || !self.indexing.is_idle();
        let is_open = self.loading.is_none() && self.failure.is_none();
        if is_open && can_renew && self.corpus.root.is_some() {
            self.changes += 1;
        } else {
            self.open(self.source.clone(), true);
        }
    }

    /// Reads the folder again as far as it has changed, off the window's
    /// thread; what changes meanwhile is read after that.
    pub(super) fn refresh_renewed(&mut self) -> bool {
        let is_free = self.loading.is_none() && self.indexing.is_idle() && self.renewing.is_idle();
        if is_free && self.changes > self.changes_read {
            self.renew();
        }
        self.renewing.poll();
        let Some((changes, outcome)) = self.renewing.take() else {
            return false;
        };
        self.changes_read = changes;
        match outcome {
            Ok(Some(renewed)) => self.install_renewed(renewed),
            Ok(None) => {}
            // What is on the screen stays as it was.
            Err(error) => self.failure = Some(Failure::Load(error)),
        }
        true
    }

    fn renew(&mut self) {
        let Some(old) = self.indexed().cloned() else {
            return;
        };
        let (options, sort) = (self.load_options(), self.sort);
        let names = self.annotations().cloned();
        let follows = self.repairs.follows_folder();
        let saved = follows.then(|| Arc::clone(&self.repairs.saved));
        let (query, matching) = (self.search.query.clone(), self.search.matching.clone());
        let (text, filter) = (self.search.text.clone(), self.filter.clone());
        let work = move |progress: &_, cancel: &CancelToken| {
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
                    Some((Arc::new(new), names))
                }
                None => None,
            };
            let order = Order::new(&read.corpus, sort);
            let mut contents = Contents::new(read.corpus, order, filter);
            let indexed = IndexedCorpus::new(Arc::clone(&contents.corpus), index, cancel);
            let indexed = Arc::new(indexed.map_err(|_| Cancelled)?);
            // With the list, so that it changes once.
            let found = match query {
                None => None,
                Some(query) => {
                    let indexed = Arc::clone(&indexed);
                    let names = names.as_ref().map(|(new, _)| &**new);
                    let asked = (&query, text.as_str());
                    let found =
                        SearchAnswer::new(asked, indexed, names, &matching, progress, cancel)?;
                    contents.find(&found);
                    Some((query, found))
                }
            };
            Ok(Ok(Some(Renewed {
                contents,
                indexed,
                found,
                names_written: !has_same_names && !is_own,
                names,
                is_changed,
            })))
        };
        self.renewing
            .want(&self.executor, "renew", self.changes, || work);
    }

    /// Shows the folder as it is now; what the reader looks at stays.
    fn install_renewed(&mut self, renewed: Renewed) {
        let before = self.open_article().cloned();
        let selected = self.selected_key();
        let known = self.annotations().cloned();
        self.must_save = true;
        let indexed = Arc::new(Ok(renewed.indexed));
        if !renewed.is_changed {
            // Nothing but the times of files, which are trusted now.
            self.retire_corpus();
            self.corpus = renewed.contents.corpus;
            self.indexing.put(self.generation, indexed);
            return;
        }
        let list = self.take_over(renewed.contents);
        self.indexing.put(self.generation, indexed);
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
            self.hits.leave();
            self.marks.forget();
        }
        let is_known = |old: &Arc<_>| known.as_ref().is_some_and(|k| Arc::ptr_eq(k, old));
        if let Some((names, _)) = renewed.names.filter(|(_, old)| is_known(old)) {
            self.annotating.put(self.generation, names);
            if renewed.names_written {
                self.repairs.must_save();
            }
        } else {
            self.annotating.forget();
            self.names = None;
        }
        self.search.answer.forget();
        if let Some((query, found)) = renewed.found {
            let names = self.annotations();
            let key = SearchKey::new(self.generation, &query, &found.matching, names);
            self.search.answer.put(key, Arc::new(found));
        }
        self.lines.restore = selected;
        self.keeps_list = true;
        // Its file may be gone.
        self.opens_first = self.article.is_none();
        self.bring_list(list);
    }

    /// Keeps index and names for the next start, off the window's thread.
    pub(super) fn refresh_caches(&mut self) -> bool {
        let can_cache = self.source != Source::Embedded && self.cache != CachePlace::disabled();
        if let Some(indexed) = self
            .indexed()
            .filter(|_| self.must_save && can_cache)
            .cloned()
        {
            let place = &self.cache;
            self.caching
                .want(&self.executor, "cache", self.indexing.revision(), || {
                    let place = place.clone();
                    move |_: &_, cancel: &_| match cache::save(
                        &place,
                        &indexed.corpus,
                        &indexed.index,
                        cancel,
                    ) {
                        Ok(_) => Ok(Ok(())),
                        Err(cache::SaveFault::Cancelled) => Err(Cancelled),
                        Err(fault) => Ok(Err(fault)),
                    }
                });
        }
        let came = self.caching.poll();
        self.must_save &= !came;
        // That names cannot be kept costs time at the next start and nothing
        // else, so the reader is not told.
        let names = self
            .names_cache
            .as_ref()
            .zip(self.annotating.of(&self.generation));
        if let Some((cache, names)) = names
            && self.names_to_keep > 0
            && self.keeping_names.is_idle()
        {
            let corpus = &self.corpus;
            self.keeping_names
                .want(&self.executor, "keep-names", self.names_to_keep, || {
                    let (cache, names, corpus) =
                        (cache.clone(), Arc::clone(names), Arc::clone(corpus));
                    move |_: &_, _: &_| {
                        let _ = cache.save(&corpus, &names);
                        Ok(())
                    }
                });
        }
        self.keeping_names.poll() || came
    }
}
