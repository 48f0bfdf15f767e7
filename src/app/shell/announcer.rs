//! What is said aloud without being asked: hits found, work finished.

use crate::app::panels::Panel;
use crate::ui::spoken::announce;
use egui::{Id, Rect, Ui};

/// Work that is worth a word when it is finished, as the state told of it in
/// the last frame.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Seen {
    /// The corpus, counted as they are opened.
    generation: u64,
    indexing: bool,
    naming: bool,
    counting: bool,
    /// The query, and how many hits and articles it found.
    answer: Option<(String, usize, usize)>,
}

/// Says what has come since the last frame; only the last word is kept.
#[derive(Debug, Default)]
pub(super) struct Announcer {
    seen: Seen,
    said: String,
}

impl Announcer {
    /// Says it with a node in `rect` that is not seen.
    pub(super) fn show(&mut self, ui: &Ui, rect: Rect, panel: &Panel<'_>) {
        let now = Seen::of(panel);
        if now != self.seen {
            if let Some(said) = now.news(&self.seen, panel) {
                self.said = said;
            }
            self.seen = now;
        }
        announce(ui, rect, Id::unique("announcement"), &self.said);
    }
}

impl Seen {
    fn of(panel: &Panel<'_>) -> Self {
        let state = panel.state;
        let counting = state.names_view.slot(state.names_view.part).progress();
        let found = state.search.found().filter(|_| state.is_search_done());
        Self {
            generation: state.generation,
            indexing: state.indexing.progress().is_some(),
            naming: state.annotating.progress().is_some(),
            counting: state.statistics.counted.progress().or(counting).is_some(),
            answer: found.map(|found| {
                let n_articles = state.listing().n_articles;
                (state.search.text.clone(), found.answer.n_hits(), n_articles)
            }),
        }
    }

    /// What is new since `before`; what the reader asked for comes first.
    fn news(&self, before: &Self, panel: &Panel<'_>) -> Option<String> {
        let texts = panel.texts;
        if let Some((_, n_hits, n_articles)) = &self.answer
            && self.answer != before.answer
        {
            let hits = texts.with("count-hits", &[("n", (*n_hits).into())]);
            let articles = texts.with("count-articles", &[("n", (*n_articles).into())]);
            return Some(format!("{hits} · {articles}"));
        }
        if self.generation != before.generation {
            let n = panel.state.corpus.articles.len();
            let articles = texts.with("count-articles", &[("n", n.into())]);
            return Some(format!("{} · {articles}", panel.state.corpus.name));
        }
        let finished = [
            (before.counting, self.counting, "announce-counted"),
            (before.indexing, self.indexing, "announce-indexed"),
            (before.naming, self.naming, "announce-named"),
        ];
        let key = finished
            .iter()
            .find(|(before, now, _)| *before && !*now)
            .map(|(.., key)| key)?;
        Some(texts.get(key).into_owned())
    }
}
