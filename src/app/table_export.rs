//! The numbers of the statistics as files.

use super::counting::{Counted, What};
use super::statistics::{Scope, StatisticsKind};
use crate::analysis::statistics::{
    Cell, Counted as CountedTokens, TableExport, TableFormat, TimeCounts, Unit, Value, export,
};
use std::io::{self, Write};

/// How was counted, as pairs of names and values.
pub(super) fn table_head(shown: &Counted) -> Vec<(String, String)> {
    let options = &shown.options;
    let mut head = vec![
        ("statistics", shown.kind.name().to_owned()),
        (
            "articles_of",
            match options.scope {
                Scope::All => "corpus",
                Scope::Found => "search",
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
pub(super) fn write_table(
    shown: &Counted,
    rows: &[u32],
    head: Vec<(String, String)>,
    format: TableFormat,
    mut out: &mut dyn Write,
) -> io::Result<()> {
    let index = &shown.indexed.index;
    match &shown.what {
        What::Words(table) => export(table, index, rows, head).write(format, &mut out),
        What::Ngrams(table) => export(table, index, rows, head).write(format, &mut out),
        What::Collocates(table) => export(table, index, rows, head).write(format, &mut out),
        What::Dispersion(_) => dispersion(shown, head).write(format, &mut out),
        What::Time(..) => time(shown, head).write(format, &mut out),
    }
}

fn count(n: usize) -> Cell {
    Cell::Number(Value::Count(n as u64))
}

/// A row for each hit: its article, and the tokens before it.
fn dispersion(shown: &Counted, head: Vec<(String, String)>) -> TableExport<Vec<Vec<Cell>>> {
    let columns = [
        "file",
        "title",
        "date",
        "period",
        "tokens",
        "hit",
        "tokens_before",
    ];
    let mut rows = Vec::new();
    if let (What::Dispersion(plot), Some(found)) = (&shown.what, &shown.found) {
        for id in &plot.articles {
            let Some(article) = shown.indexed.corpus.article(*id) else {
                continue;
            };
            let positions = shown.indexed.index.positions_of(*id);
            let date = article.date.map(|date| date.to_string());
            let period = article.period.as_deref().unwrap_or_default();
            for (n, hit) in (1..).zip(found.answer.hits_of(*id)) {
                rows.push(vec![
                    Cell::Text(article.file.to_string()),
                    Cell::Text(article.title.to_string()),
                    Cell::Text(date.clone().unwrap_or_default()),
                    Cell::Text(period.to_owned()),
                    count(positions.len()),
                    count(n),
                    Cell::Number(Value::from(hit.start - positions.start)),
                ]);
            }
        }
    }
    TableExport {
        head,
        columns: columns.map(str::to_owned).to_vec(),
        rows,
    }
}

/// A row for each step, and one without a name for articles of no step.
fn time(shown: &Counted, head: Vec<(String, String)>) -> TableExport<Vec<Vec<Cell>>> {
    let columns = [
        "step",
        "hits",
        "tokens",
        "per_million",
        "articles",
        "articles_with_hits",
    ];
    let row = |name: String, counts: &TimeCounts| {
        vec![
            Cell::Text(name),
            Cell::Number(Value::Count(counts.hits)),
            Cell::Number(Value::Count(counts.tokens)),
            Cell::Number(counts.per_million().into()),
            Cell::Number(counts.articles.into()),
            Cell::Number(counts.articles_with_hits.into()),
        ]
    };
    let mut rows = Vec::new();
    if let What::Time(timeline, _) = &shown.what {
        let steps = timeline.steps.iter();
        rows.extend(steps.map(|(key, counts)| row(key.to_string(), counts)));
        if timeline.undated.articles > 0 {
            rows.push(row(String::new(), &timeline.undated));
        }
    }
    TableExport {
        head,
        columns: columns.map(str::to_owned).to_vec(),
        rows,
    }
}
