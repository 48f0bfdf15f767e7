//! From a folder that is asked for to a corpus that is shown, and its names.

use crate::analysis::Order;
use crate::app::command::Source;
use crate::app::state::{AppState, ArticleMarks, Failure, FailureReason, Loading, Names};
use crate::base::Cancelled;
use crate::corpus::{Corpus, LoadError, LoadOptions, TextEncoding, embedded, open_folder};
use crate::entity::{Annotations, Gazetteer};
use crate::jobs::{Outcome, Task};
use std::sync::Arc;

impl AppState {
    /// Starts to read a corpus; one that is being read is given up.
    pub(in crate::app) fn open(&mut self, source: Source, keeps_place: bool) {
        self.failure = None;
        if !keeps_place {
            self.encodings.clear();
        }
        let (what, sort) = (source.clone(), self.sort);
        let options = LoadOptions {
            encoding_override: self.encodings.clone(),
        };
        let task = Task::start(&self.executor, "read-corpus", move |progress, cancel| {
            let corpus = match &what {
                Source::Embedded => Ok(embedded::open()),
                Source::Folder(path) => open_folder(path, &options, progress, cancel),
            };
            match corpus {
                Err(LoadError::Cancelled) => Err(Cancelled),
                Err(error) => Ok(Err(error)),
                Ok(corpus) => {
                    let order = Order::new(&corpus, sort);
                    Ok(Ok((corpus, order)))
                }
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
        let reason = match outcome {
            Outcome::Done(Ok((corpus, order))) => {
                return self.install(corpus, order, source, keeps_place);
            }
            Outcome::Cancelled => return self.open_something(),
            Outcome::Done(Err(error)) => FailureReason::Load(error),
            Outcome::Panicked(message) => FailureReason::Defect(message),
        };
        self.open_something();
        self.failure = Some(Failure { source, reason });
    }

    /// At the start there is no corpus to stay with: the one that ships is shown.
    pub(super) fn open_something(&mut self) {
        if self.generation == 0 {
            self.open(Source::Embedded, false);
        }
    }

    /// Shows another corpus.
    pub(super) fn install(
        &mut self,
        corpus: Corpus,
        order: Order,
        source: Source,
        keeps_place: bool,
    ) {
        let open_file = keeps_place
            .then(|| self.open_article().map(|article| article.file.clone()))
            .flatten();
        self.periods = corpus.periods();
        self.n_words = corpus.n_words();
        self.problems = Arc::new(corpus.problems.clone());
        self.corpus = Arc::new(corpus);
        self.order = order;
        self.ordering = None;
        if self.order.sort() != self.sort {
            // The reader chose another order while the corpus was read.
            self.reorder();
        }
        self.source = source;
        self.generation += 1;
        self.names = None;
        self.annotating = None;
        self.annotations = None;
        self.entities.clear();
        self.card = None;
        self.search = None;
        self.searching = None;
        self.article = None;
        self.mention = None;
        self.set_marks(ArticleMarks::default());
        if keeps_place {
            self.start_search();
        } else {
            self.filter.clear();
            self.query_text.clear();
            self.query = None;
            self.requests.search_text = Some(String::new());
        }
        self.relist();
        self.start_naming();
        let kept = open_file.and_then(|file| {
            let mut articles = self.corpus.articles.iter();
            articles.find(|article| article.file == file).map(|a| a.id)
        });
        if let Some(article) = kept.or_else(|| self.listing.articles().next()) {
            self.select_article(article);
        }
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
        self.naming = Some(Task::start(&self.executor, "know-names", move |_, _| {
            let (gazetteer, problems) = Gazetteer::for_corpus(&corpus, is_embedded);
            Ok(Names {
                gazetteer: Arc::new(gazetteer),
                problems,
            })
        }));
    }

    pub(super) fn collect_names(&mut self) {
        if let Some(outcome) = self.naming.as_mut().and_then(Task::poll) {
            self.naming = None;
            if let Outcome::Done(names) = outcome {
                let mut problems = self.corpus.problems.clone();
                problems.extend(names.problems);
                self.problems = Arc::new(problems);
                self.names = Some(Arc::clone(&names.gazetteer));
                self.mark();
                let corpus = Arc::clone(&self.corpus);
                let work = move |progress: &_, cancel: &_| {
                    Annotations::new(&corpus, names.gazetteer, progress, cancel)
                };
                self.annotating = Some(Task::start(&self.executor, "find-names", work));
            }
        }
        if let Some(outcome) = self.annotating.as_mut().and_then(Task::poll) {
            self.annotating = None;
            if let Outcome::Done(annotations) = outcome {
                self.annotations = Some(Arc::new(annotations));
                self.recount();
            }
        }
    }
}
