//! Where the reader is in a corpus: noted, kept, and returned to.

use super::LONGEST_SAVE;
use crate::analysis::PeriodFilter;
use crate::app::command::View;
use crate::app::state::{AppState, PlaceKey};
use crate::app::storage::KeptPlace;
use crate::corpus::{Corpus, Facet};
use crate::jobs::Slot as _;
use crate::ui::reading::PagePlace;
use std::path::PathBuf;

/// The periods that were chosen, as far as `corpus` has them still.
pub(super) fn periods_of(place: &KeptPlace, corpus: &Corpus) -> PeriodFilter {
    let mut filter = PeriodFilter::default();
    if place.periods.is_empty() {
        return filter;
    }
    let periods = corpus.periods();
    for wanted in &place.periods {
        let period = wanted.as_deref().map(Facet::new);
        let is_there = match &period {
            Some(period) => periods.dated.iter().any(|count| count.period == *period),
            None => periods.n_undated > 0,
        };
        if is_there && !filter.has(period.as_ref()) {
            filter.toggle(period);
        }
    }
    filter
}

impl AppState {
    /// Notes where the open article is read.
    pub(in crate::app) fn note_place(&mut self, place: PagePlace) {
        let article = self.article.and_then(|id| self.corpus.article(id));
        if let Some(article) = article {
            self.trail.note(&article.file, place, &self.search.text);
        }
    }

    /// Goes on in what was read to the article that was just opened. It stays
    /// where it was left, unless something else is searched for now.
    pub(super) fn follow_trail(&mut self) {
        let article = self.article.and_then(|id| self.corpus.article(id));
        let Some(article) = article else {
            return;
        };
        self.trail.visit(&article.file);
        self.keeps_scroll = self.trail.was_read_with(&article.file, &self.search.text);
    }

    /// Opens the article that was read before this one, or after it.
    pub(super) fn step_read(&mut self, back: bool) {
        let mut trail = std::mem::take(&mut self.trail);
        let article = trail
            .step(back, |file| self.article_of_file(file).is_some())
            .and_then(|file| self.article_of_file(file));
        self.trail = trail;
        if let Some(article) = article {
            self.show(View::Reading);
            self.select_article(article);
        }
    }

    /// Where the reader is.
    fn place(&self) -> KeptPlace {
        let label = |period: Option<&Facet>| period.map(|period| period.as_str().to_owned());
        KeptPlace {
            view: self.view.name().to_owned(),
            periods: self.filter.labels().map(label).collect(),
            search: self.search.text.clone(),
            trail: self.trail.clone(),
        }
    }

    /// The corpus that is left for another one, and where the reader is in it.
    pub(super) fn leaving(&self) -> Option<(Option<PathBuf>, KeptPlace)> {
        let is_left = self.generation > 0 && self.place_store.is_somewhere();
        is_left.then(|| (self.corpus.root.clone(), self.place()))
    }

    /// Shows what was looked at when the corpus was left, as far as it is there.
    pub(super) fn return_to(&mut self, place: KeptPlace) {
        let view = View::ALL.into_iter().find(|view| view.name() == place.view);
        self.view = view.unwrap_or(self.view);
        self.requests.search_text = Some(place.search.clone());
        self.set_query(place.search);
        self.trail = place.trail;
        let file = self.trail.here().map(str::to_owned);
        if let Some(article) = file.and_then(|file| self.article_of_file(&file)) {
            self.select_article(article);
        }
    }

    /// Searches for `text` and shows `view`, where they were asked for while the
    /// first corpus was read.
    pub(super) fn want_first(&mut self, text: String, view: View) {
        if view != View::Reading {
            self.view = view;
        }
        if !text.is_empty() {
            self.requests.search_text = Some(text.clone());
            self.set_query(text);
        }
    }

    /// Keeps where the reader is for the next start, off the window's thread,
    /// one writing after the other.
    pub(super) fn refresh_place(&mut self) -> bool {
        self.keeping_place.poll();
        let is_open = self.generation > 0 && self.loading.is_none();
        if is_open && self.place_store.is_somewhere() && self.keeping_place.is_idle() {
            let key = PlaceKey {
                opened: self.opened,
                article: self.article,
                view: self.view,
                filter: self.filter.clone(),
                search: self.search.text.clone(),
            };
            let place = self.keeping_place.of(&key).is_none().then(|| self.place());
            self.keeping_place
                .want(&self.executor, "keep-place", key, || {
                    let (store, root) = (self.place_store.clone(), self.corpus.root.clone());
                    move |_: &_, _: &_| {
                        if let Some(place) = place {
                            // That it cannot be kept costs the place, not the work.
                            let _ = store.save(root.as_deref(), &place);
                        }
                        Ok(())
                    }
                });
        }
        false
    }

    /// Keeps where the reader is: the window is being closed.
    pub(super) fn finish_keeping_place(&mut self) {
        self.keeping_place.wait(LONGEST_SAVE);
        if let Some((root, place)) = self.leaving() {
            let _ = self.place_store.save(root.as_deref(), &place);
        }
    }
}
