//! The numbers of the statistics as files.

use crate::analysis::statistics::{
    Counted as CountedTokens, DispersionPlot, Field, TableFormat, TimeCounts, Timeline, Unit,
};
use crate::app::command::statistics::{StatisticsKind, StatisticsScope};
use crate::app::state::statistics::{CountedStatistics, TableOrPlot};
use crate::app::tables::{ListedColumn, ListedTable, MeasureTable, all_rows, write_table};
use crate::corpus::Article;
use crate::statistics::Formula;
use std::io::{self, Write};

/// How was counted, as pairs of names and values.
pub(in crate::app) fn table_head(shown: &CountedStatistics) -> Vec<(String, String)> {
    let options = &shown.options;
    let mut head = vec![
        ("statistics", shown.kind.as_str().to_owned()),
        (
            "articles_of",
            match options.scope {
                StatisticsScope::All => "corpus",
                StatisticsScope::Found => "search",
            }
            .to_owned(),
        ),
        ("articles", shown.n_articles.to_string()),
        ("tokens", shown.n_tokens.to_string()),
    ];
    if let Some(n_types) = shown.n_types {
        head.push(("types", n_types.to_string()));
    }
    if shown.kind.is_table() {
        let unit = match options.unit {
            Unit::Type => "form",
            Unit::Fold => "folded",
            Unit::Stem => "stem",
        };
        let counted = match options.counted {
            CountedTokens::Words => "words",
            CountedTokens::WordsAndNumbers => "words and numbers",
        };
        head.push(("unit", unit.to_owned()));
        head.push(("counted", counted.to_owned()));
    }
    match shown.kind {
        StatisticsKind::Ngrams => {
            head.push(("length", options.length.get().to_string()));
            head.push(("min_freq", options.least.to_string()));
            head.push(("across_sentences", options.across_sentences.to_string()));
        }
        StatisticsKind::Collocates => {
            head.push(("tokens_before", options.window.before.to_string()));
            head.push(("tokens_after", options.window.after.to_string()));
            head.push(("min_freq", options.least_near.to_string()));
        }
        StatisticsKind::Words | StatisticsKind::Dispersion | StatisticsKind::Time => {}
    }
    let head = head
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value));
    let periods = (1..).zip(&shown.periods);
    let periods = periods.map(|(n, period)| (format!("part_{n}"), format!("period:{period}")));
    head.chain(periods).collect()
}

/// Writes a table, or the numbers of a plot.
///
/// # Errors
/// When `out` cannot be written.
pub(in crate::app) fn write_statistics(
    shown: &CountedStatistics,
    rows: &[u32],
    mut head: Vec<(String, String)>,
    format: TableFormat,
    out: &mut dyn Write,
) -> io::Result<()> {
    match &shown.what {
        TableOrPlot::Dispersion(plot) => write_hits(shown, plot, head, format, out),
        TableOrPlot::Time(timeline, _) => write_steps(timeline, head, format, out),
        TableOrPlot::Words(_) | TableOrPlot::Ngrams(_) | TableOrPlot::Collocates(_) => {
            let columns = shown.written().into_iter();
            head.extend(columns.filter_map(|(name, measure)| {
                let Formula { formula, source } = measure?.formula()?;
                Some((name, format!("{formula} ({source})")))
            }));
            write_table(shown, rows.iter().copied(), head, format, out)
        }
    }
}

/// A hit as a row: its article, the tokens of that, its number there, and the
/// tokens before it.
type HitRow<'a> = (&'a Article, usize, u64, u32);

fn write_hits(
    shown: &CountedStatistics,
    plot: &DispersionPlot,
    head: Vec<(String, String)>,
    format: TableFormat,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut rows: Vec<HitRow<'_>> = Vec::new();
    if let Some(found) = &shown.found {
        for id in &plot.articles {
            let Some(article) = shown.indexed.corpus.article(*id) else {
                continue;
            };
            let positions = shown.indexed.index.positions_of(*id);
            let hits = (1..).zip(found.answer.hits_of(*id));
            rows.extend(
                hits.map(|(n, hit)| (article, positions.len(), n, hit.start - positions.start)),
            );
        }
    }
    let columns: [ListedColumn<(), HitRow<'_>>; 7] = [
        ListedColumn::file("file", |(), row| Field::text(&*row.0.file)),
        ListedColumn::file("title", |(), row| Field::text(&*row.0.title)),
        ListedColumn::file("date", |(), row| {
            let date = row.0.date.map(|date| date.to_string());
            Field::text(date.unwrap_or_default())
        }),
        ListedColumn::file("period", |(), row| {
            Field::text(row.0.period.as_deref().unwrap_or_default())
        }),
        ListedColumn::file("tokens", |(), row| (row.1 as u64).into()),
        ListedColumn::file("hit", |(), row| row.2.into()),
        ListedColumn::file("tokens_before", |(), row| row.3.into()),
    ];
    write_listed(&columns, &rows, head, format, out)
}

/// A row for each step, and one without a name for articles of no step.
fn write_steps(
    timeline: &Timeline,
    head: Vec<(String, String)>,
    format: TableFormat,
    out: &mut dyn Write,
) -> io::Result<()> {
    let steps = timeline.steps.iter();
    let mut rows: Vec<(String, TimeCounts)> = steps
        .map(|(key, counts)| (key.to_string(), *counts))
        .collect();
    if timeline.undated.articles > 0 {
        rows.push((String::new(), timeline.undated));
    }
    let columns: [ListedColumn<(), (String, TimeCounts)>; 6] = [
        ListedColumn::file("step", |(), row| Field::text(&*row.0)),
        ListedColumn::file("hits", |(), row| row.1.hits.into()),
        ListedColumn::file("tokens", |(), row| row.1.tokens.into()),
        ListedColumn::file("per_million", |(), row| row.1.per_million().into()),
        ListedColumn::file("articles", |(), row| row.1.articles.into()),
        ListedColumn::file("articles_with_hits", |(), row| {
            row.1.articles_with_hits.into()
        }),
    ];
    write_listed(&columns, &rows, head, format, out)
}

fn write_listed<R>(
    columns: &[ListedColumn<(), R>],
    rows: &[R],
    head: Vec<(String, String)>,
    format: TableFormat,
    out: &mut dyn Write,
) -> io::Result<()> {
    let table = ListedTable {
        of: &(),
        rows,
        columns,
        stripe: None,
    };
    write_table(&table, all_rows(&table), head, format, out)
}
