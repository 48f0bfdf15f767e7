//! The only writer of the state: carries out commands and collects results.

use super::command::{Command, Source, UiCommand};
use super::state::{AppState, ArticleMarks, EntityCard, Failure, FailureReason, Loading, Names};
use crate::analysis::{Listing, Order, Query};
use crate::base::{ArticleId, Cancelled, EntityId};
use crate::corpus::{Corpus, LoadError, LoadOptions, TextEncoding, embedded, open_folder};
use crate::entity::{Annotations, Gazetteer};
use crate::jobs::{Outcome, Task};
use crate::ui::reading::MarkClass;
use crate::ui::texts::Language;
use std::sync::Arc;

/// Smallest and largest size of article text, as a multiple of the usual one.
const TEXT_SCALES: (f32, f32) = (0.7, 2.5);
/// One press of Ctrl + or Ctrl −.
const TEXT_STEP: f32 = 0.1;

impl AppState {
    /// Carries out one command.
    pub(super) fn handle(&mut self, command: Command) {
        match command {
            Command::Ui(command) => self.handle_ui(command),
            Command::Open(source) => self.open(source, false),
            Command::CancelOpen => {
                self.loading = None;
                self.open_something();
            }
            Command::NoDialog => {
                let source = self.source.clone();
                let reason = FailureReason::NoDialog;
                self.failure = Some(Failure { source, reason });
            }
            Command::DismissFailure => self.failure = None,
            Command::SelectArticle(id) => self.select_article(id),
            Command::MoveBy(steps) => self.move_by(steps),
            Command::TogglePeriod(period) => {
                self.filter.toggle(period);
                self.relist();
            }
            Command::SetQuery(text) => self.set_query(text),
            Command::Sort(sort) => {
                self.sort = sort;
                self.reorder();
            }
            Command::ToggleClass(class) => self.shown.toggle(class),
            Command::LookAt(entity) => self.look_at(entity),
            Command::LookAtMention(index) => {
                self.mention = Some(index);
                let entity = self.marks.mentions.get(index).map(|m| m.entity);
                self.look_at(entity);
            }
            Command::EntitiesOfCorpus(of_corpus) => {
                self.entities_of_corpus = of_corpus;
                self.recount();
            }
            Command::SetReadingFamily(family) => {
                self.reading_family = family;
                self.requests.change_family = true;
            }
            Command::SetEncoding(encoding) => self.set_encoding(encoding),
            Command::GoToFile(file) => {
                let id = self.corpus.articles.iter().find(|a| a.file == file);
                if let Some(id) = id.map(|article| article.id) {
                    self.select_article(id);
                }
            }
        }
    }

    fn handle_ui(&mut self, command: UiCommand) {
        match command {
            UiCommand::OpenFolder => self.requests.pick_folder = true,
            UiCommand::OpenEmbedded => self.open(Source::Embedded, false),
            UiCommand::Reload => self.open(self.source.clone(), true),
            UiCommand::FocusSearch => self.requests.focus_search = true,
            UiCommand::ClearSearch => {
                self.requests.search_text = Some(String::new());
                self.set_query(String::new());
            }
            UiCommand::ClearPeriods => {
                self.filter.clear();
                self.relist();
            }
            UiCommand::NextArticle => self.move_by(1),
            UiCommand::PreviousArticle => self.move_by(-1),
            UiCommand::NextMention => self.step_mention(true),
            UiCommand::PreviousMention => self.step_mention(false),
            UiCommand::Copy => self.requests.copy = true,
            UiCommand::SelectAll => self.requests.select_all = true,
            UiCommand::ToggleTheme => {
                self.theme = self.theme.toggled();
                self.theme_chosen = true;
            }
            UiCommand::ToggleLanguage => {
                self.language = match self.language {
                    Language::Arabic => Language::English,
                    Language::English => Language::Arabic,
                };
                self.language_chosen = true;
            }
            UiCommand::LargerText => self.scale_text(TEXT_STEP),
            UiCommand::SmallerText => self.scale_text(-TEXT_STEP),
            UiCommand::ResetText => self.text_scale = 1.0,
            UiCommand::ShowProblems => self.problems_open = !self.problems_open,
            UiCommand::Palette => self.palette_open = !self.palette_open,
            UiCommand::Quit => self.requests.quit = true,
        }
    }

    /// Changes the size of article text by `step` times the usual size.
    pub(super) fn scale_text(&mut self, step: f32) {
        let (least, most) = TEXT_SCALES;
        let tenths = ((self.text_scale + step) * 10.0).round();
        self.text_scale = (tenths / 10.0).clamp(least, most);
    }

    /// Starts to read a corpus; one that is being read is given up.
    pub(super) fn open(&mut self, source: Source, keeps_place: bool) {
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

    /// Collects the results of tasks that have ended.
    pub(super) fn collect(&mut self) {
        self.collect_corpus();
        self.collect_names();
        if let Some(outcome) = self.searching.as_mut().and_then(Task::poll) {
            self.searching = None;
            if let Outcome::Done(result) = outcome {
                self.search = Some(Arc::new(result));
                self.relist();
            }
        }
        if let Some(outcome) = self.ordering.as_mut().and_then(Task::poll) {
            self.ordering = None;
            if let Outcome::Done(order) = outcome {
                self.order = order;
                self.relist();
            }
        }
        if let Some(outcome) = self.marking.as_mut().and_then(Task::poll) {
            self.marking = None;
            if let Outcome::Done(marks) = outcome {
                self.set_marks(marks);
            }
        }
    }

    fn collect_corpus(&mut self) {
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
    fn open_something(&mut self) {
        if self.generation == 0 {
            self.open(Source::Embedded, false);
        }
    }

    fn collect_names(&mut self) {
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

    /// Shows another corpus.
    fn install(&mut self, corpus: Corpus, order: Order, source: Source, keeps_place: bool) {
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

    fn set_encoding(&mut self, encoding: Option<TextEncoding>) {
        let Some(file) = self.open_article().map(|article| article.file.to_string()) else {
            return;
        };
        match encoding {
            Some(encoding) => self.encodings.insert(file, encoding),
            None => self.encodings.remove(&file),
        };
        self.open(self.source.clone(), true);
    }

    fn start_naming(&mut self) {
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

    fn set_query(&mut self, text: String) {
        self.query = Query::parse(&text);
        self.query_text = text;
        self.start_search();
        self.mark();
    }

    fn start_search(&mut self) {
        let Some(query) = self.query.clone() else {
            self.searching = None;
            self.search = None;
            self.relist();
            return;
        };
        let corpus = Arc::clone(&self.corpus);
        // The search before, if it still runs, is cancelled when it is dropped.
        self.searching = Some(Task::start(
            &self.executor,
            "search",
            move |progress, cancel| query.search(&corpus, progress, cancel),
        ));
    }

    /// Sorts the articles anew, off the window's thread.
    fn reorder(&mut self) {
        let (corpus, sort) = (Arc::clone(&self.corpus), self.sort);
        let work = move |_: &_, _: &_| Ok(Order::new(&corpus, sort));
        self.ordering = Some(Task::start(&self.executor, "sort", work));
    }

    fn relist(&mut self) {
        let search = self.search.as_deref();
        self.listing = Listing::new(&self.corpus, &self.order, &self.filter, search);
        self.listing_revision += 1;
        self.requests.reveal_row = true;
    }

    fn select_article(&mut self, id: ArticleId) {
        if self.article == Some(id) {
            return;
        }
        self.article = Some(id);
        self.mention = None;
        self.requests.reveal_row = true;
        self.set_marks(ArticleMarks::default());
        self.mark();
        self.recount();
    }

    fn move_by(&mut self, steps: i32) {
        let row = self.article.and_then(|id| self.listing.row_of(id));
        let article = match row {
            Some(row) => self.listing.article_beside(row, steps),
            None => self.listing.articles().next(),
        };
        if let Some(article) = article {
            self.select_article(article);
        }
    }

    /// Finds what is marked in the open article, off the window's thread.
    fn mark(&mut self) {
        let Some(article) = self.article else {
            return;
        };
        let corpus = Arc::clone(&self.corpus);
        let gazetteer = self.names.clone();
        let query = self.query.clone();
        self.marking = Some(Task::start(&self.executor, "mark-article", move |_, _| {
            let text = corpus.article(article).map_or("", |article| &article.text);
            Ok(ArticleMarks {
                mentions: gazetteer
                    .map(|names| names.mentions(text))
                    .unwrap_or_default(),
                hits: query.map(|query| query.hits(text)).unwrap_or_default(),
            })
        }));
    }

    fn set_marks(&mut self, marks: ArticleMarks) {
        let first_hit = marks.hits.first().map(|hit| hit.start);
        let had_hits = !self.marks.hits.is_empty();
        self.marks = marks;
        self.marks_revision += 1;
        if !had_hits && let Some(byte) = first_hit {
            self.requests.reveal_byte = Some(byte);
        }
    }

    fn recount(&mut self) {
        let Some(annotations) = self.annotations.clone() else {
            return;
        };
        self.entities = match self.article {
            Some(article) if !self.entities_of_corpus => {
                annotations.entities_of(&self.corpus, article)
            }
            _ => annotations.entities(),
        };
    }

    fn look_at(&mut self, entity: Option<EntityId>) {
        self.card = entity.map(|entity| EntityCard {
            entity,
            spellings: self
                .annotations
                .as_ref()
                .map(|annotations| annotations.spellings(&self.corpus, entity))
                .unwrap_or_default(),
        });
    }

    /// Goes to the next mention of the entity looked at, or of any that is
    /// shown; around the ends of the article.
    fn step_mention(&mut self, forwards: bool) {
        let entity = self.card.as_ref().map(|card| card.entity);
        let candidates: Vec<usize> = self
            .marks
            .mentions
            .iter()
            .enumerate()
            .filter(|(_, m)| match entity {
                Some(entity) => m.entity == entity,
                None => self.shown.has(MarkClass::of(m.kind)),
            })
            .map(|(index, _)| index)
            .collect();
        let next = match (self.mention, forwards) {
            (Some(at), true) => candidates.iter().find(|i| **i > at).or(candidates.first()),
            (Some(at), false) => {
                let before = candidates.iter().rev().find(|i| **i < at);
                before.or(candidates.last())
            }
            (None, true) => candidates.first(),
            (None, false) => candidates.last(),
        };
        if let Some(index) = next.copied() {
            self.mention = Some(index);
            self.requests.reveal_byte = self.marks.mentions.get(index).map(|m| m.span.start);
        }
    }
}
