//! The lines of the concordance, and what the reader does with them.

use crate::analysis::concordance::{Concordance, HitKey, HitMark, Indexed, Sample};
use crate::analysis::query::Hit;
use crate::app::command::{LineCommand, View};
use crate::app::state::AppState;
use crate::app::state::chosen::Chosen;
use crate::app::state::concordance::{LinesKey, MarksToKeep, ShownLines};
use crate::base::CancelToken;
use crate::jobs::{Same, Slot as _};
use std::sync::Arc;

use super::LONGEST_SAVE;

impl AppState {
    pub(super) fn handle_line(&mut self, command: LineCommand) {
        let settings = &mut self.lines.settings;
        match command {
            LineCommand::ToggleKey(key) => self.lines.toggle_key(key),
            LineCommand::SortBy(sort) => settings.sort = sort,
            LineCommand::Group(group) => settings.group = group,
            LineCommand::Sample(sample) => settings.sample = sample,
            LineCommand::AnotherSample => {
                if let Some(Sample { seed, .. }) = &mut settings.sample {
                    *seed += 1;
                }
            }
            LineCommand::OnlyTicked(only) => settings.only_ticked = only,
            LineCommand::Collapse(group) => self.collapse(group),
            LineCommand::Select(hit) => self.lines.selected = Some(hit),
            LineCommand::Open(hit) => self.open_hit(hit),
            LineCommand::Tick(hit) => {
                self.mark_line(hit, |mark| mark.ticked = !mark.ticked);
                self.lines.remarked += u64::from(self.lines.settings.only_ticked);
            }
            LineCommand::Remove(hit) => {
                self.mark_line(hit, |mark| mark.removed = true);
                self.lines.remarked += 1;
            }
            LineCommand::Copy => self.copy_lines(),
            LineCommand::RestoreAll => {
                Arc::make_mut(&mut self.lines.marks).restore_all();
                self.keep_marks();
                self.lines.remarked += 1;
            }
            LineCommand::Note(hit, note) => self.note_line(hit, note),
        }
    }

    /// Makes the lines of the answer, off the window's thread, if they are
    /// looked at; keeps the marks that were changed.
    pub(super) fn refresh_lines(&mut self) -> bool {
        self.refresh_kept_marks();
        if self.view == View::Concordance {
            self.want_lines();
        }
        if !self.lines.made.poll() {
            return false;
        }
        self.lines.number += 1;
        self.lines.revision += 1;
        let restored = self.lines.shown().cloned().zip(self.lines.restore.take());
        if let Some((shown, key)) = restored
            && let Some(line) = shown.concordance.line_at(shown.of(), &key)
        {
            self.lines.selected = shown.concordance.hit(line);
            self.requests.reveal_line = shown.concordance.row_of(line);
        }
        true
    }

    fn want_lines(&mut self) {
        let Some(found) = self.search.found() else {
            // Lines that are about to come take the place of those shown.
            if self.search.query.is_none() || self.search.answer.failed().is_some() {
                self.lines.made.forget();
            }
            return;
        };
        let once = self.statistics.once(self.generation);
        let key = LinesKey {
            found: Same::of(found),
            settings: self.lines.settings.clone(),
            filter: self.filter.clone(),
            once: once.map(Same::of),
            remarked: self.lines.remarked,
        };
        let marks = &self.lines.marks;
        self.lines
            .made
            .want(&self.executor, "concordance", key.clone(), || {
                let marks = Arc::clone(marks);
                move |_: &_, cancel: &CancelToken| {
                    let found = key.found.0;
                    let (corpus, index) = (&found.indexed.corpus, &found.indexed.index);
                    let chosen = Chosen {
                        filter: key.filter,
                        once: key.once.map(|once| once.0),
                    };
                    let articles = chosen.articles(corpus, None);
                    let hits: Arc<[Hit]> = match &articles {
                        None => found.answer.hits.as_slice().into(),
                        Some(articles) => found.answer.hits_in(articles).into(),
                    };
                    let n_words = match &articles {
                        None => u64::from(index.n_tokens()),
                        Some(articles) => articles
                            .iter()
                            .map(|id| index.positions_of(id).len() as u64)
                            .sum(),
                    };
                    let of = Indexed { corpus, index };
                    let concordance = Concordance::new(of, hits, key.settings, &marks, cancel)?;
                    Ok(ShownLines {
                        found: Arc::clone(&found),
                        concordance,
                        n_words,
                    })
                }
            });
    }

    /// The place of the line that the reader is at, in terms that outlive the
    /// index.
    pub(super) fn selected_key(&self) -> Option<HitKey> {
        let shown = self.lines.shown()?;
        HitKey::of(shown.of(), self.lines.selected?)
    }

    fn collapse(&mut self, group: usize) {
        let Some((key, shown)) = self.lines.made.last() else {
            return;
        };
        let mut concordance = shown.concordance.clone();
        let is_collapsed = concordance.group(group).is_some_and(|g| g.is_collapsed);
        concordance.set_collapsed(group, !is_collapsed);
        let shown = ShownLines {
            found: Arc::clone(&shown.found),
            concordance,
            n_words: shown.n_words,
        };
        let key = key.clone();
        self.lines.made.put(key, Arc::new(shown));
        self.lines.revision += 1;
    }

    /// Opens the article of a hit, the hit in view.
    fn open_hit(&mut self, hit: Hit) {
        self.lines.selected = Some(hit);
        let Some(shown) = self.lines.shown().cloned() else {
            return;
        };
        let index = &shown.found.indexed.index;
        self.show(View::Reading);
        self.select_article(index.article_of(hit.start));
        self.go_to_hit(hit.span(index));
    }

    /// Keeps the marks for the next time.
    fn keep_marks(&mut self) {
        let number = self.lines.to_keep.as_ref().map_or(0, |last| last.number) + 1;
        self.lines.to_keep = Some(MarksToKeep {
            number,
            root: self.corpus.root.clone(),
            marks: Arc::clone(&self.lines.marks),
        });
    }

    /// Writes the marks as they are now, one writing after the other.
    fn refresh_kept_marks(&mut self) {
        self.lines.keeping.poll();
        let Some(marks) = &self.lines.to_keep else {
            return;
        };
        if self.lines.keeping.is_idle() {
            self.lines
                .keeping
                .want(&self.executor, "keep-marks", marks.number, || {
                    let (store, root) = (self.marks_store.clone(), marks.root.clone());
                    let marks = Arc::clone(&marks.marks);
                    move |_: &_, _: &_| Ok(store.save(root.as_deref(), &marks))
                });
            self.lines.keeping.poll();
        }
    }

    /// Waits until the marks are kept: the window is being closed.
    pub(super) fn finish_keeping_marks(&mut self) {
        for _ in 0..2 {
            self.refresh_kept_marks();
            self.lines.keeping.wait(LONGEST_SAVE);
        }
    }

    /// Notes something at byte `start` of the open article, where a word begins:
    /// it stands beside the lines of whatever query finds the word.
    pub(super) fn note_at(&mut self, start: u32, note: String) {
        let file = self.open_article().map(|article| article.file.clone());
        if let Some(file) = file {
            self.change_mark(HitKey { file, start }, |mark| mark.note = note);
        }
    }

    fn note_line(&mut self, hit: Hit, note: String) {
        let Some(shown) = self.lines.shown().cloned() else {
            return;
        };
        let of = shown.of();
        if let Some(article) = of.article(hit) {
            let marks = &self.lines.marks;
            let place = marks.place_of_note(&article.file, of.node(hit));
            self.change_mark(place, |mark| mark.note = note);
        }
    }

    fn mark_line(&mut self, hit: Hit, change: impl FnOnce(&mut HitMark)) {
        let Some(shown) = self.lines.shown().cloned() else {
            return;
        };
        if let Some(key) = HitKey::of(shown.of(), hit) {
            self.change_mark(key, change);
        }
    }

    fn change_mark(&mut self, key: HitKey, change: impl FnOnce(&mut HitMark)) {
        Arc::make_mut(&mut self.lines.marks).change(key, change);
        self.lines.revision += 1;
        self.keep_marks();
    }
}
