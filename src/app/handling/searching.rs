//! The index, the search, and the list of articles that it leaves.

use crate::analysis::cache::IndexPlan;
use crate::analysis::index::BuildError;
use crate::analysis::query::{Query, Typing};
use crate::analysis::{IndexedCorpus, Listing, Order};
use crate::app::command::View;
use crate::app::search::Found;
use crate::app::state::AppState;
use crate::base::Cancelled;
use crate::jobs::{Outcome, Task};
use std::sync::Arc;

impl AppState {
    /// Indexes the corpus, off the window's thread.
    pub(super) fn start_indexing(&mut self, plan: IndexPlan) {
        let corpus = Arc::clone(&self.corpus);
        let work = move |progress: &_, cancel: &_| {
            let index = plan.complete(&corpus, progress, cancel);
            let built = index.and_then(|index| IndexedCorpus::new(corpus, Arc::new(index), cancel));
            match built {
                Err(BuildError::Cancelled) => Err(Cancelled),
                built => Ok(built),
            }
        };
        self.indexing = Some(Task::start(&self.executor, "index", work));
    }

    pub(super) fn collect_index(&mut self) {
        let Some(outcome) = self.indexing.as_mut().and_then(Task::poll) else {
            return;
        };
        self.indexing = None;
        if let Outcome::Done(Ok(indexed)) = outcome {
            self.indexed = Some(Arc::new(indexed));
            if self.search.query.is_some() {
                self.start_search();
            }
            self.start_caching();
            self.start_wire();
        }
        self.index_failed = self.indexed.is_none();
        self.start_annotating();
    }

    /// Shows another view.
    pub(super) fn show(&mut self, view: View) {
        if self.view != view {
            self.view = view;
            // Who leaves a view has done typing: the next one, and this one
            // when it comes back, stand for what is written.
            self.take_query(self.search.text.clone(), Typing::Done);
            self.start_lines();
            self.start_statistics();
            self.start_names();
        }
    }

    pub(super) fn set_query(&mut self, text: String) {
        // While one reads, beginnings of words narrow the list; lines and
        // tables stand for what is written.
        let typing = match self.view {
            View::Reading => Typing::Open,
            View::Concordance | View::Statistics | View::Names => Typing::Done,
        };
        self.take_query(text, typing);
    }

    fn take_query(&mut self, text: String, typing: Typing) {
        let parsed = Query::parse(&text, typing);
        self.search.problems = parsed.problems;
        // Forms that were taken out of one query are not out of the next.
        let unticked = &mut self.search.matching.unticked;
        let takes_back = self.search.text != text && !unticked.is_empty();
        if takes_back {
            unticked.clear();
        }
        self.search.text = text;
        if self.search.query != parsed.query || takes_back || self.search.task.is_some() {
            self.search.query = parsed.query;
            self.start_search();
        }
    }

    /// Searches, off the window's thread. The search before, if it still runs,
    /// is cancelled when it is dropped.
    pub(super) fn start_search(&mut self) {
        let Some(query) = self.search.query.clone() else {
            self.search.task = None;
            self.search.found = None;
            self.show_found();
            return;
        };
        // Once there is an index, the search starts by itself.
        let Some(indexed) = self.indexed.clone() else {
            return;
        };
        let matching = self.search.matching.clone();
        let names = self.annotations.clone();
        let work = move |progress: &_, cancel: &_| {
            Found::new(
                &query,
                indexed,
                names.as_deref(),
                &matching,
                progress,
                cancel,
            )
        };
        self.search.task = Some(Task::start(&self.executor, "search", work));
    }

    pub(super) fn collect_search(&mut self) {
        let Some(outcome) = self.search.task.as_mut().and_then(Task::poll) else {
            return;
        };
        self.search.task = None;
        if let Outcome::Done(found) = outcome {
            self.search.found = Some(Arc::new(found));
            self.show_found();
        }
    }

    /// Shows another answer in list, article and lines.
    fn show_found(&mut self) {
        self.search.revision += 1;
        self.relist();
        self.mark_hits();
        self.start_wire();
        self.start_lines();
        self.start_statistics();
        self.start_names();
    }

    /// Follows a change of the filter.
    pub(super) fn refilter(&mut self) {
        self.relist();
        self.relines();
        self.start_statistics();
        self.start_names();
    }

    pub(super) fn collect_order(&mut self) {
        let Some(outcome) = self.ordering.as_mut().and_then(Task::poll) else {
            return;
        };
        self.ordering = None;
        if let Outcome::Done(order) = outcome {
            self.order = order;
            self.relist();
        }
    }

    /// Sorts the articles anew, off the window's thread.
    pub(super) fn reorder(&mut self) {
        let (corpus, sort) = (Arc::clone(&self.corpus), self.sort);
        let work = move |_: &_, _: &_| Ok(Order::new(&corpus, sort));
        self.ordering = Some(Task::start(&self.executor, "sort", work));
    }

    /// Lists the articles anew, the open one in view.
    pub(super) fn relist(&mut self) {
        self.relist_in_place();
        self.requests.reveal_row = true;
    }

    /// Lists the articles anew; those in view stay where they are.
    pub(super) fn relist_in_place(&mut self) {
        let found = self.search.found.as_ref();
        let articles = found.map(|found| &found.answer.articles);
        self.listing = Listing::new(&self.corpus, &self.order, &self.filter, articles);
        self.listing_revision += 1;
    }

    pub(super) fn move_by(&mut self, steps: i32) {
        let row = self.article.and_then(|id| self.listing.row_of(id));
        let article = match row {
            Some(row) => self.listing.article_beside(row, steps),
            None => self.listing.articles().next(),
        };
        if let Some(article) = article {
            self.select_article(article);
        }
    }
}
