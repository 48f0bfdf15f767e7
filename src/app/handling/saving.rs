//! Saves lines, tables and plots.

use crate::analysis::concordance::export::{
    Columns, Export as LineExport, ExportError, Format, Head, Origin,
};
use crate::analysis::statistics::TableFormat;
use crate::app::command::{Export, PlotFormat};
use crate::app::lines::Shown;
use crate::app::state::AppState;
use crate::app::views::statistics::Counted;
use crate::app::views::statistics::write_plot;
use crate::app::views::statistics::{table_head, write_statistics};
use crate::base::{CancelToken, Cancelled, Progress};
use crate::files::{Owner, replace};
use crate::jobs::{Outcome, Task};
use crate::texts::Texts;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

impl AppState {
    /// Asks where to save something.
    pub(super) fn ask_where(&mut self, what: Export) {
        let query = self.search.text.trim();
        let kind = self.statistics.kind.name();
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
        let Some(shown) = self.lines.shown.clone() else {
            return;
        };
        let marks = Arc::clone(&self.lines.marks);
        let head = self.line_head(&shown);
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
        let Some(shown) = self.statistics.shown.clone() else {
            return;
        };
        let rows = Arc::clone(&self.statistics.rows);
        let head = self.statistics_head(&shown);
        self.start_saving(path, move |out, _, _| {
            write_statistics(&shown, &rows, head, format, out).map(Ok)
        });
    }

    fn save_plot(&mut self, path: PathBuf, format: PlotFormat) {
        let Some(shown) = self.statistics.shown.clone() else {
            return;
        };
        let (language, theme) = (self.language, self.theme);
        self.start_saving(path, move |out, _, _| {
            let texts = Texts::new(language);
            write_plot(&shown, (&texts, theme), format, out).map(Ok)
        });
    }

    pub(super) fn start_saving(
        &mut self,
        path: PathBuf,
        write: impl FnOnce(&mut dyn Write, &Progress, &CancelToken) -> io::Result<Result<(), Cancelled>>
        + Send
        + 'static,
    ) {
        let work = move |progress: &_, cancel: &_| {
            let saved = replace(&path, Owner::Reader, |out| write(out, progress, cancel));
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
        let matching = &self.search.matching;
        let origin = Origin {
            program: concat!("warraq ", env!("CARGO_PKG_VERSION")).to_owned(),
            corpus: self.corpus.name.clone(),
            exported: crate::corpus::today(),
            query: self.search.text.clone(),
            level: matching.level.name().to_owned(),
            folds: matching.folds.names().map(str::to_owned).collect(),
            filter: self.filter_text(),
            n_words: shown.n_words,
        };
        Head::new(&shown.concordance, origin)
    }

    /// The filter, and the forms that are left out, for the head of a file.
    pub(super) fn filter_text(&self) -> String {
        let periods = self.filter.labels();
        let periods = periods.map(|period| period.map_or("undated", |p| p.as_str()));
        let mut filter: Vec<String> = periods.map(|p| format!("period:{p}")).collect();
        let unticked = self.search.matching.unticked.iter();
        filter.extend(unticked.map(|form| format!("without:{form}")));
        if self.statistics.wire.counts_once {
            filter.push("near-copies:once".to_owned());
        }
        filter.join(" ")
    }

    /// What the numbers of the statistics mean, for the head of a file.
    fn statistics_head(&self, shown: &Counted) -> Vec<(String, String)> {
        let matching = &self.search.matching;
        let mut head = vec![
            (
                "program",
                concat!("warraq ", env!("CARGO_PKG_VERSION")).to_owned(),
            ),
            ("corpus", self.corpus.name.clone()),
            ("exported", crate::corpus::today()),
            ("filter", self.filter_text()),
        ];
        if shown.found.is_some() {
            head.push(("query", shown.query.clone()));
            head.push(("level", matching.level.name().to_owned()));
            head.push((
                "folds",
                matching.folds.names().collect::<Vec<_>>().join(" "),
            ));
        }
        let head = head.into_iter();
        let head = head.map(|(name, value)| (name.to_owned(), value));
        head.chain(table_head(shown)).collect()
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
