//! The lines of the concordance, and what the reader does with them.

use crate::analysis::concordance::{Concordance, HitKey, HitMark, Indexed, Sample, copy_text};
use crate::analysis::query::Hit;
use crate::app::command::{LineCommand, View};
use crate::app::lines::Shown;
use crate::app::state::AppState;
use crate::jobs::{Outcome, Task};
use std::sync::Arc;

impl AppState {
    pub(super) fn handle_line(&mut self, command: LineCommand) {
        match command {
            LineCommand::ToggleKey(key) => {
                self.lines.toggle_key(key);
                self.relines();
            }
            LineCommand::SortBy(sort) => {
                self.lines.settings.sort = sort;
                self.relines();
            }
            LineCommand::Group(group) => {
                self.lines.settings.group = group;
                self.relines();
            }
            LineCommand::Sample(sample) => {
                self.lines.settings.sample = sample;
                self.relines();
            }
            LineCommand::AnotherSample => {
                if let Some(Sample { seed, .. }) = &mut self.lines.settings.sample {
                    *seed += 1;
                }
                self.relines();
            }
            LineCommand::OnlyTicked(only) => {
                self.lines.settings.only_ticked = only;
                self.relines();
            }
            LineCommand::Collapse(group) => self.collapse(group),
            LineCommand::Select(hit) => self.lines.selected = Some(hit),
            LineCommand::Open(hit) => self.open_hit(hit),
            LineCommand::Tick(hit) => {
                self.mark_line(hit, |mark| mark.ticked = !mark.ticked);
                if self.lines.settings.only_ticked {
                    self.relines();
                }
            }
            LineCommand::Remove(hit) => {
                self.mark_line(hit, |mark| mark.removed = true);
                self.relines();
            }
            LineCommand::Copy => self.copy_lines(),
            LineCommand::RestoreAll => {
                Arc::make_mut(&mut self.lines.marks).restore_all();
                self.keep_marks();
                self.relines();
            }
            LineCommand::Note(hit, note) => self.mark_line(hit, |mark| mark.note = note),
        }
    }

    /// Makes the lines anew, as soon as they are looked at.
    pub(super) fn relines(&mut self) {
        self.lines.wanted += 1;
        self.start_lines();
    }

    /// Makes the lines of the answer, off the window's thread, if they are
    /// looked at and not of this answer and these settings already.
    pub(super) fn start_lines(&mut self) {
        let wanted = (self.search.revision, self.lines.wanted);
        if self.view != View::Concordance || self.lines.made_of == Some(wanted) {
            return;
        }
        self.lines.made_of = Some(wanted);
        let Some(found) = self.search.found.clone() else {
            self.lines.task = None;
            self.lines.shown = None;
            self.lines.revision += 1;
            return;
        };
        let settings = self.lines.settings.clone();
        let marks = Arc::clone(&self.lines.marks);
        let chosen = self.chosen();
        let work = move |_: &_, cancel: &_| {
            let corpus = &found.indexed.corpus;
            let index = &found.indexed.index;
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
            let concordance = Concordance::new(of, hits, settings, &marks, cancel)?;
            Ok(Shown {
                found: Arc::clone(&found),
                concordance,
                n_words,
            })
        };
        self.lines.task = Some(Task::start(&self.executor, "concordance", work));
    }

    pub(super) fn collect_lines(&mut self) {
        let Some(outcome) = self.lines.task.as_mut().and_then(Task::poll) else {
            return;
        };
        self.lines.task = None;
        if let Outcome::Done(shown) = outcome {
            let key = self.lines.restore.take();
            if let Some(line) = key.and_then(|key| shown.concordance.line_at(shown.of(), &key)) {
                self.lines.selected = shown.concordance.hit(line);
                self.requests.reveal_line = shown.concordance.row_of(line);
            }
            self.lines.shown = Some(Arc::new(shown));
            self.lines.revision += 1;
        }
    }

    /// The place of the line that the reader is at, in terms that outlive the
    /// index.
    pub(super) fn selected_key(&self) -> Option<HitKey> {
        let shown = self.lines.shown.as_ref()?;
        HitKey::of(shown.of(), self.lines.selected?)
    }

    /// Copies the ticked lines; without any, the one that the reader is at.
    fn copy_lines(&mut self) {
        let Some(shown) = self.lines.shown.clone() else {
            return;
        };
        let concordance = &shown.concordance;
        let is_ticked = |n: &usize| {
            let hit = concordance.hit(*n);
            let mark = hit.and_then(|hit| self.lines.marks.of(shown.of(), hit));
            mark.is_some_and(|mark| mark.ticked)
        };
        let mut lines: Vec<usize> = if self.lines.marks.is_empty() {
            Vec::new()
        } else {
            (0..concordance.n_lines()).filter(is_ticked).collect()
        };
        if lines.is_empty() {
            let selected = self.lines.selected;
            lines.extend(selected.and_then(|hit| concordance.line_of(hit)));
        }
        if !lines.is_empty() {
            self.requests.copy_text = Some(copy_text(shown.of(), concordance, &lines));
        }
    }

    fn collapse(&mut self, group: usize) {
        let Some(shown) = &self.lines.shown else {
            return;
        };
        let mut concordance = shown.concordance.clone();
        let is_collapsed = concordance.group(group).is_some_and(|g| g.is_collapsed);
        concordance.set_collapsed(group, !is_collapsed);
        self.lines.shown = Some(Arc::new(Shown {
            found: Arc::clone(&shown.found),
            concordance,
            n_words: shown.n_words,
        }));
        self.lines.revision += 1;
    }

    /// Opens the article of a hit, the hit in view.
    fn open_hit(&mut self, hit: Hit) {
        self.lines.selected = Some(hit);
        let Some(shown) = self.lines.shown.clone() else {
            return;
        };
        let index = &shown.found.indexed.index;
        self.show(View::Reading);
        self.select_article(index.article_of(hit.start));
        self.requests.reveal_byte = Some(hit.span(index).start);
    }

    /// Keeps the marks for the next time; a small file, written at once.
    fn keep_marks(&mut self) {
        let root = self.corpus.root.as_deref();
        self.marks_lost = self.marks_store.save(root, &self.lines.marks).is_err();
    }

    fn mark_line(&mut self, hit: Hit, change: impl FnOnce(&mut HitMark)) {
        let Some(shown) = self.lines.shown.clone() else {
            return;
        };
        if let Some(key) = HitKey::of(shown.of(), hit) {
            Arc::make_mut(&mut self.lines.marks).change(key, change);
            self.lines.revision += 1;
            self.keep_marks();
        }
    }
}
