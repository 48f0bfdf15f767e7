//! What goes to the clipboard and can be as long as the corpus.

use super::quotation::quotation;
use crate::analysis::concordance::copy_text;
use crate::app::state::problem_words::place_of;
use crate::app::state::{AppState, Copied, Copier, Copying};
use crate::base::{ByteSpan, CancelToken};
use crate::corpus::Problem;
use crate::jobs::Derived;
use crate::texts::Texts;
use std::sync::Arc;

impl AppState {
    /// Copies the ticked lines; without any, the one that the reader is at.
    pub(super) fn copy_lines(&mut self) {
        let Some(shown) = self.lines.shown().cloned() else {
            return;
        };
        let (marks, selected) = (Arc::clone(&self.lines.marks), self.lines.selected);
        self.copy_by(Arc::new(move |cancel: &CancelToken| {
            let concordance = &shown.concordance;
            let mut lines = Vec::new();
            let n_lines = if marks.is_empty() {
                0
            } else {
                concordance.n_lines()
            };
            for n in 0..n_lines {
                cancel.check()?;
                let hit = concordance.hit(n);
                let mark = hit.and_then(|hit| marks.of(shown.of(), hit));
                lines.extend(mark.filter(|mark| mark.ticked).map(|_| n));
            }
            if lines.is_empty() {
                lines.extend(selected.and_then(|hit| concordance.line_of(hit)));
            }
            Ok(plain(copy_text(shown.of(), concordance, &lines)))
        }));
    }

    /// Copies the list of problems.
    pub(super) fn copy_problems(&mut self) {
        let (corpus, names) = (Arc::clone(&self.corpus), Arc::clone(&self.name_problems));
        let order = self.problems_by_severity();
        let language = self.language;
        self.copy_by(Arc::new(move |cancel: &CancelToken| {
            let texts = Texts::new(language);
            let mut lines = Vec::new();
            let all: Vec<&Problem> = corpus.problems.iter().chain(&*names).collect();
            for problem in order.iter().filter_map(|n| all.get(*n)) {
                cancel.check()?;
                let (place, sentence) = (place_of(&texts, problem), texts.message(&problem.kind));
                lines.push(format!("{place}\t{sentence}"));
            }
            Ok(plain(lines.join("\n")))
        }));
    }

    /// Copies the bytes `span` of the open article, and where they stand.
    pub(super) fn copy_with_source(&mut self, span: ByteSpan) {
        let Some(article) = self.article else { return };
        let (corpus, language) = (Arc::clone(&self.corpus), self.language);
        self.copy_by(Arc::new(move |_: &CancelToken| {
            let Some(article) = corpus.article(article) else {
                return Ok(plain(String::new()));
            };
            let quoted = quotation(&Texts::new(language), article, span);
            Ok(Copied {
                text: quoted.text,
                html: Some(quoted.html),
            })
        }));
    }

    /// Copies what `make` makes, off the window's thread; what was being copied
    /// is given up.
    fn copy_by(&mut self, make: Arc<Copier>) {
        let made = Derived::default();
        self.copying = Some(Copying { make, made });
    }

    pub(super) fn refresh_copied(&mut self) -> bool {
        let Some(copying) = &mut self.copying else {
            return false;
        };
        let make = &copying.make;
        copying.made.want(&self.executor, "copy", (), || {
            let make = Arc::clone(make);
            move |_: &_, cancel: &_| make(cancel)
        });
        copying.made.poll();
        let Some(((), copied)) = copying.made.take() else {
            return false;
        };
        self.copying = None;
        self.requests.copy_text = Some(copied.text).filter(|text| !text.is_empty());
        self.requests.copy_html = copied.html;
        true
    }
}

const fn plain(text: String) -> Copied {
    Copied { text, html: None }
}
