//! From a folder that is asked for to a corpus that is shown, and its names.

use super::place::periods_of;
use crate::analysis::cache::{Opened, OpenedFrom, open_cached};
use crate::analysis::{Listing, Order, PeriodFilter};
use crate::app::command::Source;
use crate::app::repairs::Repairs;
use crate::app::state::search::SearchAnswer;
use crate::app::state::{AppState, Contents, Failure, FilteredList, Fonts, Loading, Names, Read};
use crate::app::storage::{Layers, MentionsCache};
use crate::base::{ArticleId, CancelToken, Cancelled};
use crate::corpus::{Corpus, LoadError, LoadOptions, TextEncoding, embedded};
use crate::entity::Annotations;
use crate::jobs::{Derived, Slot as _, Task};
use crate::text::FontCatalog;
use std::sync::{Arc, Mutex};

impl Contents {
    /// `corpus`, its articles in `order`, those listed that `filter` shows.
    pub(super) fn new(corpus: Corpus, order: Order, filter: PeriodFilter) -> Self {
        let list = Listing::new(&corpus, &order, &filter, None);
        Self {
            periods: corpus.periods(),
            n_words: corpus.n_words(),
            corpus: Arc::new(corpus),
            order,
            list: (filter, Arc::new(list)),
        }
    }

    /// Lists only what was found.
    pub(super) fn find(&mut self, found: &SearchAnswer) {
        let (filter, list) = &mut self.list;
        let articles = Some(&found.answer.articles);
        *list = Arc::new(Listing::new(&self.corpus, &self.order, filter, articles));
    }
}

impl AppState {
    /// Reads a corpus; one that is being read is given up.
    pub(in crate::app) fn open(&mut self, source: Source, keeps_place: bool) {
        self.failure = None;
        self.unopened = None;
        if !keeps_place {
            self.encodings.clear();
        }
        self.loading = Some(Loading {
            source,
            keeps_place,
            read: Derived::default(),
        });
    }

    pub(super) fn refresh_opened(&mut self) -> bool {
        if self.loading.is_none() {
            return false;
        }
        let options = self.load_options();
        let left = self.leaving();
        let Some(loading) = &mut self.loading else {
            return false;
        };
        let source = &loading.source;
        let (sort, cache, marks) = (self.sort, &self.cache, &self.marks_store);
        let filter = loading.keeps_place.then_some(&self.filter);
        let places = &self.place_store;
        loading.read.want(&self.executor, "read-corpus", (), || {
            let (source, cache, marks) = (source.clone(), cache.clone(), marks.clone());
            let (filter, places) = (filter.cloned(), places.clone());
            move |progress: &_, cancel: &CancelToken| {
                if let Some((root, place)) = left {
                    // That it cannot be kept costs the place, not the work.
                    let _ = places.save(root.as_deref(), &place);
                }
                let opened = match &source {
                    Source::Embedded => Ok(Opened::whole(embedded::open())),
                    Source::Folder(path) => open_cached(path, &options, &cache, progress, cancel),
                };
                match opened {
                    Err(LoadError::Cancelled) => Err(Cancelled),
                    Err(error) => Ok(Err(error)),
                    Ok(opened) => {
                        let root = opened.corpus.root.as_deref();
                        let (marks, place) = (marks.load(root), places.load(root));
                        let filter = filter.unwrap_or_else(|| periods_of(&place.0, &opened.corpus));
                        Ok(Ok(Read {
                            must_save: opened.origin != OpenedFrom::Cache
                                && source != Source::Embedded,
                            marks,
                            place,
                            plan: opened.plan,
                            contents: {
                                let order = Order::new(&opened.corpus, sort);
                                Contents::new(opened.corpus, order, filter)
                            },
                        }))
                    }
                }
            }
        });
        loading.read.poll();
        let outcome = match (loading.read.take(), loading.read.failed()) {
            (Some(((), Ok(read))), _) => Ok(read),
            (Some(((), Err(error))), _) => Err(Failure::Load(error)),
            (None, Some(failed)) => Err(Failure::Defect {
                message: failed.message.clone(),
            }),
            (None, None) => return false,
        };
        let Some(Loading {
            source,
            keeps_place,
            ..
        }) = self.loading.take()
        else {
            return false;
        };
        match outcome {
            Ok(read) => self.install(read, source, keeps_place),
            Err(failure) => {
                if source != Source::Embedded {
                    self.open_something();
                }
                self.failure = Some(failure);
                self.unopened = Some((source, keeps_place));
            }
        }
        true
    }

    /// At the start there is no corpus to stay with: the one that ships is shown.
    pub(super) fn open_something(&mut self) {
        if self.generation == 0 {
            self.open(Source::Embedded, false);
        }
    }

    /// What the reader wants otherwise than found in the files.
    pub(super) fn load_options(&self) -> LoadOptions {
        LoadOptions {
            encoding_override: self.encodings.clone(),
            ..LoadOptions::default()
        }
    }

    /// Shows another corpus.
    fn install(&mut self, read: Read, source: Source, keeps_place: bool) {
        let open_file = keeps_place
            .then(|| self.open_article().map(|article| article.file.clone()))
            .flatten();
        // What was wanted before anything was open goes before what is kept.
        let wanted = (self.generation == 0).then(|| (self.search.text.clone(), self.view));
        self.source = source;
        self.opened += 1;
        self.name_problems = Arc::default();
        let list = self.take_over(read.contents);
        self.names = None;
        self.annotating.forget();
        self.entities.forget();
        self.look_at(None);
        self.hovered = None;
        self.spelt = None;
        self.indexing.forget();
        self.changes_read = self.changes;
        self.renewing.forget();
        self.search.answer.forget();
        self.statistics.clear();
        self.names_view.clear();
        self.article = None;
        self.mention = None;
        self.place = None;
        self.hits.leave();
        self.marks.forget();
        let kept = (!keeps_place).then_some(read.place);
        if kept.is_some() {
            self.filter = list.0.clone();
            self.search.clear();
            self.lines.clear();
            let (marks, damaged) = read.marks;
            self.lines.marks = Arc::new(marks);
            self.damaged = damaged;
            self.repairs = Repairs {
                store: self.repairs.store.clone(),
                ..Repairs::default()
            };
        }
        self.must_save = read.must_save;
        self.plan = Some(read.plan);
        self.opens_first = true;
        if let Some((place, damaged)) = kept {
            self.damaged = self.damaged.take().or(damaged);
            self.return_to(place);
        }
        if let Some((text, view)) = wanted {
            self.want_first(text, view);
        }
        if let Some(article) = open_file.and_then(|file| self.article_of_file(&file)) {
            self.select_article(article);
        }
        self.bring_list(list);
    }

    /// Makes `contents` the corpus that is open; returns its list, which is
    /// brought when it is settled what is searched for.
    pub(super) fn take_over(&mut self, contents: Contents) -> FilteredList {
        let names = self.annotations().cloned();
        self.retired.extend(names.map(|names| names as Arc<_>));
        self.retire_corpus();
        self.periods = contents.periods;
        self.n_words = contents.n_words;
        self.corpus = contents.corpus;
        self.generation += 1;
        let key = (self.generation, contents.order.sort());
        self.ordering.put(key, Arc::new(contents.order));
        contents.list
    }

    /// Keeps the corpus and its index until nothing is made of them any more.
    pub(super) fn retire_corpus(&mut self) {
        let indexed = self.indexed().cloned();
        self.retired.push(Arc::clone(&self.corpus) as Arc<_>);
        self.retired
            .extend(indexed.map(|indexed| indexed as Arc<_>));
    }

    /// Lets go of what nobody else holds any more, off the window's thread.
    pub(super) fn refresh_retired(&mut self) -> bool {
        let is_left = |value: &mut Arc<_>| Arc::strong_count(value) == 1;
        let left: Vec<_> = self.retired.extract_if(.., is_left).collect();
        if !left.is_empty() {
            let let_go = move |_: &_, _: &_| {
                drop(left);
                Ok(())
            };
            drop(Task::start(&self.executor, "let-go", let_go));
        }
        false
    }

    /// The article in the file of that path inside the corpus.
    pub(in crate::app) fn article_of_file(&self, file: &str) -> Option<ArticleId> {
        // Articles are sorted by file.
        let articles = &self.corpus.articles;
        let place = articles.binary_search_by(|article| (*article.file).cmp(file));
        place.ok().and_then(|n| articles.get(n)).map(|a| a.id)
    }

    pub(super) fn set_encoding(&mut self, encoding: Option<TextEncoding>) {
        let Some(file) = self.open_article().map(|article| article.file.to_string()) else {
            return;
        };
        match encoding {
            Some(encoding) => self.encodings.insert(file, encoding),
            None => self.encodings.remove(&file),
        };
        self.open(self.source.clone(), true);
    }

    pub(super) fn refresh_names(&mut self) -> bool {
        if self.generation > 0 && self.names.is_none() {
            self.naming
                .want(&self.executor, "know-names", self.generation, || {
                    let corpus = Arc::clone(&self.corpus);
                    let is_embedded = self.source == Source::Embedded;
                    let (place, store) = (self.cache.clone(), self.repairs.store.clone());
                    move |_: &_, _: &_| {
                        let kept = store.open(corpus.root.as_deref());
                        let layers = Layers::new(&kept, &corpus, is_embedded);
                        Ok(Names {
                            cache: MentionsCache::of(&place, &corpus, &layers.texts()),
                            gazetteer: Arc::new(layers.gazetteer()),
                            problems: layers.problems(&corpus),
                            kept: Arc::new(Mutex::new(kept)),
                            layers,
                        })
                    }
                });
        }
        self.naming.poll();
        let Some((_, names)) = self.naming.take() else {
            return false;
        };
        let layers = self.take_kept(names.kept, names.layers);
        self.names = Some(if self.repairs.is_saved() {
            names.gazetteer
        } else {
            Arc::new(layers.gazetteer())
        });
        self.repairs.layers = layers;
        self.name_problems = Arc::new(names.problems);
        self.names_cache = names.cache;
        true
    }

    /// Finds the names of all articles, once the names are known and the
    /// index is built: both want all cores, and a search can be needed first.
    pub(super) fn refresh_annotations(&mut self) -> bool {
        if let Some(names) = &self.names
            && self.indexing.is_idle()
        {
            self.annotating
                .want(&self.executor, "find-names", self.generation, || {
                    let (corpus, names) = (Arc::clone(&self.corpus), Arc::clone(names));
                    let cache = self.names_cache.clone();
                    move |progress: &_, cancel: &_| match cache
                        .as_ref()
                        .and_then(MentionsCache::load)
                    {
                        Some(kept) => {
                            Annotations::with_kept(&corpus, &names, &kept, progress, cancel)
                        }
                        None => Annotations::new(&corpus, &names, progress, cancel),
                    }
                });
        }
        let came = self.annotating.poll();
        self.names_to_keep += u64::from(came);
        came
    }

    /// Lists the faces of the system, once they are wanted.
    pub(super) fn refresh_fonts(&mut self) -> bool {
        if self.wants_fonts {
            self.fonts.want(&self.executor, "list-fonts", (), || {
                |_: &_, _: &_| {
                    let mut catalog = FontCatalog::bundled();
                    catalog.add_system_fonts();
                    let families = catalog.arabic_families();
                    Ok(Fonts { catalog, families })
                }
            });
        }
        self.fonts.poll()
    }
}
