//! The figures of names as files.

use super::figures::{Figures, NamedOne, NamingFigures, TableFigures, What};
use super::{NamesLook, NamesOptions, SpellingRows};
use crate::analysis::statistics::{Cell, TableExport, TableFormat, Value};
use crate::corpus::Facet;
use crate::entity::study::{Base, Change, EdgeOrder, Graph, Unit};
use std::io::{self, Write};

/// What numbers a file has: columns and rows.
type Numbers = (Vec<String>, Vec<Vec<Cell>>);

/// Writes what `figures` show; of the table of names `rows`, in their order.
///
/// # Errors
/// When `out` cannot be written.
pub(in crate::app) fn write_names(
    figures: &Figures,
    rows: &[u32],
    (options, look): (NamesOptions, &NamesLook),
    mut head: Vec<(String, String)>,
    format: TableFormat,
    mut out: &mut dyn Write,
) -> io::Result<()> {
    let mut say = |name: &str, value: String| head.push((name.to_owned(), value));
    say("articles", figures.n_articles.to_string());
    say("words", figures.n_words.to_string());
    say("mentions", figures.n_mentions.to_string());
    if let Some(entity) = figures.of_one() {
        say("entity", figures.entity(entity).id.to_string());
    }
    let unit = match options.unit {
        Unit::Article => "article",
        Unit::Paragraph => "paragraph",
        Unit::Sentence => "sentence",
    };
    let (columns, rows) = match &figures.what {
        What::Nothing => (Vec::new(), Vec::new()),
        What::Table(table) => {
            let base = match look.base {
                Base::Words => "words",
                Base::Mentions => "mentions",
            };
            say("change_of_shares_of", base.to_owned());
            names_table(figures, table, rows, look)
        }
        What::Entity(one) => {
            say("named_together_in", unit.to_owned());
            companions(figures, one)
        }
        What::Naming(naming) => {
            let together = match options.spellings {
                SpellingRows::Folded => "variants",
                SpellingRows::Core => "common words",
                SpellingRows::Apart => "none",
            };
            say("spellings_taken_together", together.to_owned());
            spellings(figures, naming)
        }
        What::Network(graph, _) => {
            say("named_together_in", unit.to_owned());
            let order = match options.edges {
                EdgeOrder::Association => "log-likelihood",
                EdgeOrder::Count => "count",
            };
            say("edges_by", order.to_owned());
            edges(figures, graph)
        }
    };
    TableExport {
        head,
        columns,
        rows,
    }
    .write(format, &mut out)
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn number(value: impl Into<Value>) -> Cell {
    Cell::Number(value.into())
}

fn label(facet: Option<&Facet>, none: &str) -> String {
    facet.map_or_else(|| none.to_owned(), Facet::to_string)
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn names_table(
    figures: &Figures,
    table: &TableFigures,
    order: &[u32],
    look: &NamesLook,
) -> Numbers {
    let compared = figures.compared(look);
    let columns = figures.columns();
    let mut names = owned(&["id", "name_ar", "type", "mentions", "articles"]);
    for column in &columns {
        let period = figures.periods.get(*column).and_then(Option::as_ref);
        names.push(format!("mentions_{}", label(period, "undated")));
    }
    names.extend(owned(&["per_100000_words", "log_ratio", "log_likelihood"]));
    let mut rows = Vec::with_capacity(order.len());
    for row_number in order.iter().map(|row| *row as usize) {
        let Some(row) = table.rows.row(row_number) else {
            continue;
        };
        let entity = figures.entity(row.entity);
        let mut cells = vec![
            text(&entity.id),
            text(&entity.ar),
            text(row.kind.tag()),
            number(row.mentions.iter().sum::<u32>()),
            number(row.articles.iter().sum::<u32>()),
        ];
        let counts = columns.iter().map(|column| row.mentions.get(*column));
        cells.extend(counts.map(|n| number(n.copied().unwrap_or(0))));
        cells.push(number(table.rows.share(row_number, None, Base::Words)));
        let change = compared.and_then(|[a, b]| table.rows.change(row_number, a, b, look.base));
        cells.push(number(change.and_then(Change::log_ratio)));
        cells.push(number(change.and_then(Change::log_likelihood)));
        rows.push(cells);
    }
    (names, rows)
}

fn companions(figures: &Figures, one: &NamedOne) -> Numbers {
    let names = owned(&[
        "id",
        "name_ar",
        "type",
        "together",
        "expected",
        "times_chance",
        "log_likelihood",
        "npmi",
    ]);
    let rows = one.companions.rows.iter().map(|row| {
        let entity = figures.entity(row.entity);
        vec![
            text(&entity.id),
            text(&entity.ar),
            text(row.kind.tag()),
            number(row.pair.both),
            number(row.pair.expected()),
            number(row.pair.lift()),
            number(row.pair.log_likelihood()),
            number(row.pair.npmi()),
        ]
    });
    (names, rows.collect())
}

fn spellings(figures: &Figures, naming: &NamingFigures) -> Numbers {
    let mut names = owned(&["spelling", "forms", "mentions"]);
    let periods = figures.periods.iter();
    names.extend(periods.map(|p| format!("period:{}", label(p.as_ref(), "undated"))));
    let outlets = naming.outlets.iter();
    names.extend(outlets.map(|o| format!("source:{}", label(o.as_ref(), "unknown"))));
    let rows = naming.rows.iter().map(|row| {
        let forms: Vec<&str> = row.forms.iter().map(|form| form.form.as_str()).collect();
        let mut cells = vec![
            text(&row.form),
            text(&forms.join("; ")),
            number(row.total()),
        ];
        let counts = row.by_period.iter().chain(&row.by_outlet);
        cells.extend(counts.map(|n| number(*n)));
        cells
    });
    (names, rows.collect())
}

fn edges(figures: &Figures, graph: &Graph) -> Numbers {
    let names = owned(&[
        "first",
        "first_ar",
        "first_type",
        "second",
        "second_ar",
        "second_type",
        "together",
        "expected",
        "times_chance",
        "log_likelihood",
    ]);
    let rows = graph.edges.iter().map(|edge| {
        let nodes = edge.nodes.iter().filter_map(|n| graph.nodes.get(*n));
        let mut cells: Vec<Cell> = nodes
            .flat_map(|node| {
                let entity = figures.entity(node.entity);
                [text(&entity.id), text(&entity.ar), text(node.kind.tag())]
            })
            .collect();
        cells.extend([
            number(edge.pair.both),
            number(edge.pair.expected()),
            number(edge.pair.lift()),
            number(edge.pair.log_likelihood()),
        ]);
        cells
    });
    (names, rows.collect())
}
