//! From a folder that is asked for to a corpus that is shown, and its names.

use crate::analysis::Order;
use crate::analysis::cache::{Opened, Origin, open_cached};
use crate::analysis::query::Query;
use crate::app::command::Source;
use crate::app::repairs::Repairs;
use crate::app::state::{AppState, Failure, Loading, Names, Read};
use crate::app::storage::{Layers, MentionsCache};
use crate::base::{ArticleId, Cancelled};
use crate::corpus::{Corpus, LoadError, LoadOptions, TextEncoding, embedded};
use crate::entity::Annotations;
use crate::jobs::{Outcome, Task};
use std::sync::Arc;

impl AppState {
    /// Starts to read a corpus; one that is being read is given up.
    pub(in crate::app) fn open(&mut self, source: Source, keeps_place: bool) {
        self.failure = None;
        if !keeps_place {
            self.encodings.clear();
        }
        let (what, sort, place) = (source.clone(), self.sort, self.cache.clone());
        let marks = self.marks_store.clone();
        let options = self.load_options();
        let task = Task::start(&self.executor, "read-corpus", move |progress, cancel| {
            let opened = match &what {
                Source::Embedded => Ok(Opened::whole(embedded::open())),
                Source::Folder(path) => open_cached(path, &options, &place, progress, cancel),
            };
            match opened {
                Err(LoadError::Cancelled) => Err(Cancelled),
                Err(error) => Ok(Err(error)),
                Ok(opened) => Ok(Ok(Read {
                    order: Order::new(&opened.corpus, sort),
                    must_save: opened.origin != Origin::Cache && what != Source::Embedded,
                    marks: marks.load(opened.corpus.root.as_deref()),
                    corpus: opened.corpus,
                    plan: opened.plan,
                })),
            }
        });
        self.loading = Some(Loading {
            source,
            task,
            keeps_place,
        });
    }

    pub(super) fn collect_corpus(&mut self) {
        let Some(loading) = &mut self.loading else {
            return;
        };
        let Some(outcome) = loading.task.poll() else {
            return;
        };
        let Some(Loading {
            source,
            keeps_place,
            ..
        }) = self.loading.take()
        else {
            return;
        };
        let failure = match outcome {
            Outcome::Done(Ok(read)) => return self.install(read, source, keeps_place),
            Outcome::Cancelled => return self.open_something(),
            Outcome::Done(Err(error)) => Failure::Load(error),
            Outcome::Panicked(message) => Failure::Defect { message },
        };
        self.open_something();
        self.failure = Some(failure);
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
        }
    }

    /// Shows another corpus.
    fn install(&mut self, read: Read, source: Source, keeps_place: bool) {
        let open_file = keeps_place
            .then(|| self.open_article().map(|article| article.file.clone()))
            .flatten();
        self.source = source;
        self.name_problems.clear();
        self.take_over(Arc::new(read.corpus), read.order);
        self.names = None;
        self.table = None;
        self.annotating = None;
        self.annotations = None;
        self.entities.clear();
        self.card = None;
        self.indexed = None;
        self.index_failed = false;
        self.changed = false;
        self.renewing = None;
        self.search.found = None;
        self.search.task = None;
        self.statistics.clear();
        self.names_view.clear();
        self.article = None;
        self.mention = None;
        self.clear_marks();
        if !keeps_place {
            self.filter.clear();
            self.search.clear();
            self.lines.clear();
            let (marks, damaged) = read.marks;
            self.lines.marks = Arc::new(marks);
            self.damaged_marks = damaged;
            self.repairs = Repairs {
                store: self.repairs.store.clone(),
                revision: self.repairs.revision,
                ..Repairs::default()
            };
            self.requests.search_text = Some(String::new());
        }
        self.relist();
        self.must_save = read.must_save;
        self.start_indexing(read.plan);
        self.start_naming();
        self.start_watching();
        let kept = open_file.and_then(|file| self.article_of_file(&file));
        if let Some(article) = kept.or_else(|| self.listing.articles().next()) {
            self.select_article(article);
        }
    }

    /// Makes `corpus` the one that is open.
    pub(super) fn take_over(&mut self, corpus: Arc<Corpus>, order: Order) {
        self.periods = corpus.periods();
        self.n_words = corpus.n_words();
        self.corpus = corpus;
        self.gather_problems();
        self.order = order;
        self.ordering = None;
        if self.order.sort() != self.sort {
            // The reader chose another order while the corpus was read.
            self.reorder();
        }
        self.generation += 1;
    }

    /// Lists what is wrong with the corpus and with its names.
    pub(super) fn gather_problems(&mut self) {
        let problems = self.corpus.problems.iter().chain(&self.name_problems);
        self.problems = Arc::new(problems.cloned().collect());
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

    pub(super) fn start_naming(&mut self) {
        let corpus = Arc::clone(&self.corpus);
        let is_embedded = self.source == Source::Embedded;
        let (place, store) = (self.cache.clone(), self.repairs.store.clone());
        self.naming = Some(Task::start(&self.executor, "know-names", move |_, _| {
            let kept = store.open(corpus.root.as_deref());
            let layers = Layers::new(&kept, &corpus, is_embedded);
            Ok(Names {
                cache: MentionsCache::of(&place, &corpus, &layers.texts()),
                gazetteer: Arc::new(layers.gazetteer()),
                problems: layers.problems(&corpus),
                kept,
                layers,
            })
        }));
    }

    pub(super) fn collect_names(&mut self) {
        if let Some(outcome) = self.naming.as_mut().and_then(Task::poll) {
            self.naming = None;
            if let Outcome::Done(names) = outcome {
                let layers = self.take_kept(names.kept, names.layers);
                self.names = Some(if self.repairs.unsaved {
                    Arc::new(layers.gazetteer())
                } else {
                    names.gazetteer
                });
                self.repairs.layers = layers;
                self.name_problems = names.problems;
                self.gather_problems();
                self.names_cache = names.cache;
                self.mark();
                self.start_annotating();
            }
        }
        if self.keeping_names.as_mut().and_then(Task::poll).is_some() {
            self.keeping_names = None;
        }
        if let Some(outcome) = self.annotating.as_mut().and_then(Task::poll) {
            self.annotating = None;
            if let Outcome::Done(annotations) = outcome {
                self.take_annotations(annotations);
                self.start_keeping_names();
                if self
                    .search
                    .query
                    .as_ref()
                    .is_some_and(Query::names_entities)
                {
                    self.start_search();
                }
            }
        }
    }

    /// Keeps the names found for the next start, off the window's thread. That
    /// they cannot be kept costs time at the next start and nothing else, so
    /// the reader is not told.
    pub(super) fn start_keeping_names(&mut self) {
        let (Some(cache), Some(names)) = (self.names_cache.clone(), self.annotations.clone())
        else {
            return;
        };
        let corpus = Arc::clone(&self.corpus);
        let work = move |_: &_, _: &_| {
            let _ = cache.save(&corpus, &names);
            Ok(())
        };
        self.keeping_names = Some(Task::start(&self.executor, "keep-names", work));
    }

    /// Finds the names of all articles, once the names are known and the
    /// index is built: both want all cores, and a search can be needed first.
    pub(super) fn start_annotating(&mut self) {
        let (Some(names), None) = (self.names.clone(), &self.indexing) else {
            return;
        };
        if self.annotating.is_some() || self.annotations.is_some() {
            return;
        }
        let (corpus, cache) = (Arc::clone(&self.corpus), self.names_cache.clone());
        let work =
            move |progress: &_, cancel: &_| match cache.as_ref().and_then(MentionsCache::load) {
                Some(kept) => Annotations::with_kept(&corpus, &names, &kept, progress, cancel),
                None => Annotations::new(&corpus, &names, progress, cancel),
            };
        self.annotating = Some(Task::start(&self.executor, "find-names", work));
    }
}
