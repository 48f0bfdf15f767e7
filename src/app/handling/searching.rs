//! The search, and the list of articles that it leaves.

use crate::analysis::{Listing, Order, Query};
use crate::app::state::AppState;
use crate::jobs::Task;
use std::sync::Arc;

impl AppState {
    pub(super) fn set_query(&mut self, text: String) {
        self.query = Query::parse(&text);
        self.query_text = text;
        self.start_search();
        self.mark();
    }

    pub(super) fn start_search(&mut self) {
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
    pub(super) fn reorder(&mut self) {
        let (corpus, sort) = (Arc::clone(&self.corpus), self.sort);
        let work = move |_: &_, _: &_| Ok(Order::new(&corpus, sort));
        self.ordering = Some(Task::start(&self.executor, "sort", work));
    }

    pub(super) fn relist(&mut self) {
        let search = self.search.as_deref();
        self.listing = Listing::new(&self.corpus, &self.order, &self.filter, search);
        self.listing_revision += 1;
        self.requests.reveal_row = true;
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
