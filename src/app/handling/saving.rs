//! Saves lines, tables and plots.

use crate::analysis::concordance::export::{
    Columns, Export as LineExport, ExportError, Head, Origin,
};
use crate::app::command::Export;
use crate::app::export::save;
use crate::app::lines::Shown;
use crate::app::state::AppState;
use crate::base::Cancelled;
use crate::jobs::{Outcome, Task};
use std::path::PathBuf;
use std::sync::Arc;

impl AppState {
    /// Asks where to save something.
    pub(super) fn ask_where(&mut self, what: Export) {
        let Export::Lines(format) = what;
        let name = format!("{}.{}", self.search.text.trim(), format.extension());
        self.requests.save_as = Some(file_name(&name));
        self.to_save = Some(what);
    }

    /// Saves it, off the window's thread.
    pub(super) fn save_to(&mut self, path: PathBuf) {
        let Some(Export::Lines(format)) = self.to_save.take() else {
            return;
        };
        let Some(shown) = self.lines.shown.clone() else {
            return;
        };
        let marks = Arc::clone(&self.lines.marks);
        let head = self.line_head(&shown);
        let work = move |progress: &_, cancel: &_| {
            let saved = save(&path, |out| {
                let export = LineExport {
                    of: shown.of(),
                    concordance: &shown.concordance,
                    marks: &marks,
                    head: Some(&head),
                    format,
                    columns: Columns::All,
                    lines: None,
                };
                match export.write(out, progress, cancel) {
                    Ok(()) => Ok(Ok(())),
                    Err(ExportError::Cancelled) => Ok(Err(Cancelled)),
                    Err(ExportError::Io(error)) => Err(error),
                }
            });
            match saved {
                Ok(Ok(())) => Ok(Ok(path)),
                Ok(Err(Cancelled)) => Err(Cancelled),
                Err(error) => Ok(Err(error)),
            }
        };
        self.saving = Some(Task::start(&self.executor, "save", work));
    }

    /// Query, settings and counts, for the head of a file of lines.
    fn line_head(&self, shown: &Shown) -> Head {
        let periods = self
            .filter
            .labels()
            .map(|period| period.map_or("undated", |p| p.as_str()));
        let matching = &self.search.matching;
        let mut filter: Vec<String> = periods.map(|p| format!("period:{p}")).collect();
        filter.extend(
            matching
                .unticked
                .iter()
                .map(|form| format!("without:{form}")),
        );
        let origin = Origin {
            program: concat!("warraq ", env!("CARGO_PKG_VERSION")).to_owned(),
            corpus: self.corpus.name.clone(),
            exported: crate::corpus::today(),
            query: self.search.text.clone(),
            level: matching.level.name().to_owned(),
            folds: matching.folds.names().map(str::to_owned).collect(),
            filter: filter.join(" "),
            n_words: shown.n_words,
        };
        Head::new(&shown.concordance, origin)
    }

    pub(super) fn collect_saved(&mut self) {
        let Some(outcome) = self.saving.as_mut().and_then(Task::poll) else {
            return;
        };
        self.saving = None;
        if let Outcome::Done(saved) = outcome {
            self.saved = Some(saved);
        }
    }
}

/// `name` without what the names of files cannot hold.
fn file_name(name: &str) -> String {
    let is_bad = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c);
    name.chars()
        .map(|c| if is_bad(c) { '-' } else { c })
        .collect()
}
