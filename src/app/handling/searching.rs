//! The index, the search, and the list of articles that it leaves.

use crate::analysis::index::{BuildError, Index};
use crate::analysis::query::{Query, Typing};
use crate::analysis::{ArticleSet, IndexedCorpus, Listing, Order};
use crate::app::command::View;
use crate::app::state::beside::{BesideKey, offers};
use crate::app::state::search::{SearchAnswer, SearchKey};
use crate::app::state::{AppState, FilteredList, ListKey};
use crate::base::{CancelToken, Cancelled};
use crate::jobs::{Same, Slot as _};
use std::sync::Arc;

impl AppState {
    /// Indexes the corpus, off the window's thread.
    pub(super) fn refresh_index(&mut self) -> bool {
        if self.generation > 0 {
            let plan = &mut self.plan;
            self.indexing
                .want(&self.executor, "index", self.generation, || {
                    let corpus = Arc::clone(&self.corpus);
                    let plan = plan.take();
                    move |progress: &_, cancel: &CancelToken| {
                        let index = match plan {
                            Some(plan) => plan.complete(&corpus, progress, cancel),
                            // The plan went with a task that failed.
                            None => Index::of_corpus(&corpus, progress, cancel),
                        };
                        let built = index
                            .and_then(|index| IndexedCorpus::new(corpus, Arc::new(index), cancel));
                        match built {
                            Err(BuildError::Cancelled) => Err(Cancelled),
                            built => Ok(built.map(Arc::new)),
                        }
                    }
                });
        }
        self.indexing.poll()
    }

    /// Shows another view.
    pub(super) fn show(&mut self, view: View) {
        if self.view != view {
            self.view = view;
            self.repairs.done = None;
            // Who leaves a view has done typing: the next one, and this one
            // when it comes back, stand for what is written.
            self.take_query(self.search.text.clone(), Typing::Done);
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
        if self.search.text != text {
            self.search.matching.unticked.clear();
            self.keeps_scroll = false;
            self.hits.leave();
        }
        self.search.text = text;
        self.search.query = parsed.query;
    }

    /// Searches, off the window's thread, once there is an index.
    pub(super) fn refresh_search(&mut self) -> bool {
        let Some(query) = &self.search.query else {
            let before = self.search.answer.revision();
            self.search.answer.forget();
            return self.search.answer.revision() != before;
        };
        let Some(indexed) = self.indexed().cloned() else {
            return false;
        };
        let names = self.annotations().cloned();
        let (text, matching) = (&self.search.text, &self.search.matching);
        let key = SearchKey::new(self.generation, query, matching, names.as_ref());
        self.search.answer.want(&self.executor, "search", key, || {
            let (query, text, matching) = (query.clone(), text.clone(), matching.clone());
            move |progress: &_, cancel: &_| {
                let names = names.as_deref();
                SearchAnswer::new((&query, &text), indexed, names, &matching, progress, cancel)
            }
        });
        self.search.answer.poll()
    }

    /// Looks for what the search leaves out, off the window's thread, where it
    /// is offered.
    pub(super) fn refresh_beside(&mut self) -> bool {
        let (Some(query), Some(found)) = (&self.search.query, self.search.found()) else {
            self.search.beside.forget();
            return false;
        };
        if matches!(self.view, View::Reading | View::Concordance) {
            let key = BesideKey {
                found: Same::of(found),
                names: self.names.as_ref().map(Same::of),
            };
            let wanted = key.clone();
            self.search
                .beside
                .want(&self.executor, "other-spellings", wanted, || {
                    let query = query.clone();
                    move |_: &_, cancel: &_| {
                        let names = key.names.map(|names| names.0);
                        offers(&query, &key.found.0, names, cancel)
                    }
                });
        }
        self.search.beside.poll()
    }

    /// Sorts the articles, off the window's thread.
    pub(super) fn refresh_order(&mut self) -> bool {
        if self.generation == 0 {
            return false;
        }
        let key = (self.generation, self.sort);
        self.ordering.want(&self.executor, "sort", key, || {
            let (corpus, sort) = (Arc::clone(&self.corpus), self.sort);
            move |_: &_, _: &_| Ok(Order::new(&corpus, sort))
        });
        self.ordering.poll()
    }

    /// What the list depends on now.
    fn list_key(&self) -> ListKey {
        ListKey {
            generation: self.generation,
            order: self.ordering.revision(),
            answer: self.search.answer.revision(),
            filter: self.filter.clone(),
        }
    }

    /// Shows the list that came with a corpus, unless the reader has filtered
    /// otherwise meanwhile: so none is seen without its list.
    pub(super) fn bring_list(&mut self, (filter, list): FilteredList) {
        if filter == self.filter {
            self.list.put(self.list_key(), list);
            self.follow_list();
        }
    }

    /// Lists the articles, off the window's thread.
    pub(super) fn refresh_list(&mut self) -> bool {
        let Some((_, order)) = self.ordering.last() else {
            return false;
        };
        let (key, search) = (self.list_key(), &self.search);
        self.list.want(&self.executor, "list", key, || {
            let (corpus, order) = (Arc::clone(&self.corpus), Arc::clone(order));
            let (filter, found) = (self.filter.clone(), search.found().cloned());
            // An answer that failed finds nothing.
            let none = search
                .answer
                .failed()
                .map(|_| ArticleSet::none(corpus.articles.len()));
            move |_: &_, _: &_| {
                let articles = found.as_ref().map(|found| &found.answer.articles);
                Ok(Listing::new(
                    &corpus,
                    &order,
                    &filter,
                    articles.or(none.as_ref()),
                ))
            }
        });
        let came = self.list.poll();
        if came {
            self.follow_list();
        }
        came
    }

    /// Follows a list that has come, the open article in view unless the list
    /// must not move.
    fn follow_list(&mut self) {
        self.requests.reveal_row |= !std::mem::take(&mut self.keeps_list);
        let first = self.listing().articles().next();
        if std::mem::take(&mut self.opens_first)
            && self.article.is_none()
            && let Some(first) = first
        {
            self.select_article(first);
        }
    }

    pub(super) fn move_by(&mut self, steps: i32) {
        let row = self.article.and_then(|id| self.listing().row_of(id));
        let article = match row {
            Some(row) => self.listing().article_beside(row, steps),
            None => self.listing().articles().next(),
        };
        if let Some(article) = article {
            self.select_article(article);
        }
    }
}
