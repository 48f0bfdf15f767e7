//! Saves lines, tables and plots.

use crate::analysis::concordance::export::{
    Columns, ExportError, ExportOrigin, Format, Head, LineExport,
};
use crate::analysis::statistics::TableFormat;
use crate::analysis::{PeriodFilter, WireGroups};
use crate::app::command::{Export, PlotFormat};
use crate::app::state::concordance::{LinesKey, ShownLines};
use crate::app::state::search::SearchAnswer;
use crate::app::state::statistics::{CountedRows, StatisticsKey};
use crate::app::state::{AppState, Saving, Writer};
use crate::app::views::statistics::{table_head, write_plot, write_statistics};
use crate::base::{CancelToken, Cancelled, Progress};
use crate::files::{Owner, replace};
use crate::jobs::{Derived, Same, Slot as _};
use crate::texts::Texts;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

impl AppState {
    /// Asks where to save something.
    pub(super) fn ask_where(&mut self, what: Export) {
        let query = self.search.text.trim();
        let kind = self.statistics.kind.as_str();
        let name = match what {
            Export::Lines(format) => format!("{query}.{}", format.extension()),
            Export::Table(format) => format!("{kind}.{}", table_extension(format)),
            Export::Plot(format) => format!("{kind}.{}", plot_extension(format)),
            Export::Names(format) => {
                format!("{}.{}", self.names_name(), table_extension(format))
            }
            Export::NamesChart(format) => {
                format!("{}.{}", self.names_name(), plot_extension(format))
            }
            Export::Annotated(format) => format!("{}{}", self.corpus.name, format.ending()),
        };
        let name = match what {
            Export::Table(_) | Export::Plot(_) if !query.is_empty() => format!("{query} {name}"),
            _ => name,
        };
        self.requests.save_as = Some(file_name(&name));
        self.to_save = Some(what);
    }

    /// Saves it, off the window's thread.
    pub(super) fn save_to(&mut self, path: PathBuf) {
        match self.to_save.take() {
            Some(Export::Lines(format)) => self.save_lines(path, format),
            Some(Export::Table(format)) => self.save_table(path, format),
            Some(Export::Plot(format)) => self.save_plot(path, format),
            Some(Export::Names(format)) => self.save_names(path, format),
            Some(Export::NamesChart(format)) => self.save_names_chart(path, format),
            Some(Export::Annotated(format)) => self.save_annotated(path, format),
            None => {}
        }
    }

    fn save_lines(&mut self, path: PathBuf, format: Format) {
        let (Some(_), Some((key, shown))) = (self.lines.shown(), self.lines.made.last()) else {
            return;
        };
        let (head, shown) = (line_head(key, shown), Arc::clone(shown));
        let marks = Arc::clone(&self.lines.marks);
        self.start_saving(path, move |out, progress, cancel| {
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
    }

    fn save_table(&mut self, path: PathBuf, format: TableFormat) {
        let statistics = &self.statistics;
        let (Some(_), Some((key, made))) = (statistics.shown(), statistics.counted.last()) else {
            return;
        };
        let (shown, rows) = (Arc::clone(&made.counted), statistics.rows());
        let head = statistics_head(key, made);
        self.start_saving(path, move |out, _, _| {
            write_statistics(&shown, &rows, head.clone(), format, out).map(Ok)
        });
    }

    fn save_plot(&mut self, path: PathBuf, format: PlotFormat) {
        let Some(shown) = self.statistics.shown().cloned() else {
            return;
        };
        let language = self.language;
        self.start_saving(path, move |out, _, _| {
            let texts = Texts::new(language);
            write_plot(&shown, &texts, format, out).map(Ok)
        });
    }

    /// Saves at `path` what `write` writes; again, if that must be.
    pub(super) fn start_saving(
        &mut self,
        path: PathBuf,
        write: impl Fn(&mut dyn Write, &Progress, &CancelToken) -> io::Result<Result<(), Cancelled>>
        + Send
        + Sync
        + 'static,
    ) {
        self.save_by(Arc::new(move |progress: &_, cancel: &_| {
            let saved = replace(&path, Owner::Reader, |out| write(out, progress, cancel));
            match saved {
                Ok(Ok(())) => Ok(Ok(path.clone())),
                Ok(Err(Cancelled)) => Err(Cancelled),
                Err(error) => Ok(Err(error)),
            }
        }));
    }

    /// Saves something off the window's thread; what was being saved is given
    /// up.
    pub(super) fn save_by(&mut self, write: Arc<Writer>) {
        let done = Derived::default();
        self.saving = Some(Saving { write, done });
    }

    pub(super) fn refresh_saved(&mut self) -> bool {
        let Some(saving) = &mut self.saving else {
            return false;
        };
        let write = &saving.write;
        saving.done.want(&self.executor, "save", (), || {
            let write = Arc::clone(write);
            move |progress: &_, cancel: &_| write(progress, cancel)
        });
        saving.done.poll();
        let Some(((), saved)) = saving.done.take() else {
            return false;
        };
        self.saved = Some(saved);
        self.saving = None;
        true
    }

    /// Takes the message about what was saved away.
    pub(super) fn dismiss_saved(&mut self) {
        self.saved = None;
        self.damaged = None;
        let has_failed = |saving: &Saving| saving.done.failed().is_some();
        if self.saving.as_ref().is_some_and(has_failed) {
            self.saving = None;
        }
    }
}

/// What every head of a file begins with.
pub(super) fn program() -> String {
    concat!("warraq ", env!("CARGO_PKG_VERSION")).to_owned()
}

/// Query, settings and counts that lines were made with, for the head of a
/// file of them.
fn line_head(key: &LinesKey, shown: &ShownLines) -> Head {
    let found = &shown.found;
    let origin = ExportOrigin {
        program: program(),
        corpus: found.indexed.corpus.name.clone(),
        exported: crate::corpus::today(),
        query: found.text.clone(),
        level: found.matching.level.as_str().to_owned(),
        folds: found.matching.folds.names().map(str::to_owned).collect(),
        filter: filter_text(&key.filter, Some(found), key.once.as_ref()),
        n_words: shown.n_words,
    };
    Head::new(&shown.concordance, origin)
}

/// The periods that something was made of, the forms that were left out, and
/// whether near-copies counted once, for the head of a file.
pub(super) fn filter_text(
    filter: &PeriodFilter,
    found: Option<&SearchAnswer>,
    once: Option<&Same<WireGroups>>,
) -> String {
    let periods = filter.labels();
    let periods = periods.map(|period| period.map_or("undated", |p| p.as_str()));
    let mut filter: Vec<String> = periods.map(|p| format!("period:{p}")).collect();
    let unticked = found.into_iter().flat_map(|found| &found.matching.unticked);
    filter.extend(unticked.map(|form| format!("without:{form}")));
    if once.is_some() {
        filter.push("near-copies:once".to_owned());
    }
    filter.join(" ")
}

/// What the numbers of the statistics mean, for the head of a file.
fn statistics_head(key: &StatisticsKey, made: &CountedRows) -> Vec<(String, String)> {
    let shown = &made.counted;
    let found = shown.found.as_deref();
    let mut head = vec![
        ("program", program()),
        ("corpus", shown.indexed.corpus.name.clone()),
        ("exported", crate::corpus::today()),
        ("filter", filter_text(&key.filter, found, key.once.as_ref())),
    ];
    if let Some(found) = found {
        head.push(("query", shown.query.clone()));
        head.push(("level", found.matching.level.as_str().to_owned()));
        let folds: Vec<_> = found.matching.folds.names().collect();
        head.push(("folds", folds.join(" ")));
    }
    let head = head.into_iter();
    let head = head.map(|(name, value)| (name.to_owned(), value));
    head.chain(table_head(shown)).collect()
}

const fn table_extension(format: TableFormat) -> &'static str {
    match format {
        TableFormat::Csv => "csv",
        TableFormat::Tsv => "tsv",
        TableFormat::JsonLines => "jsonl",
    }
}

const fn plot_extension(format: PlotFormat) -> &'static str {
    match format {
        PlotFormat::Svg => "svg",
        PlotFormat::Png => "png",
    }
}

/// `name` without what the names of files cannot hold.
fn file_name(name: &str) -> String {
    let is_bad = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c);
    name.chars()
        .map(|c| if is_bad(c) { '-' } else { c })
        .collect()
}
