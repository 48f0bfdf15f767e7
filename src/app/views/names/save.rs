//! The figures and charts of names as files.

use super::company_tables::companion_table;
use super::mentions_chart::{draw_mentions, mentions_title};
use super::names_table::NamesTable;
use super::network_chart::{draw_network, network_name};
use super::shares_chart::{draw_shares, shares_name};
use super::spelling_table::SpellingTable;
use crate::analysis::statistics::{Field, TableExport, TableFormat};
use crate::app::command::PlotFormat;
use crate::app::command::names::{NamesLook, NamesOptions};
use crate::app::panels::chart_file::write_chart;
use crate::app::state::names::{Figures, NamesContent};
use crate::app::tables::{all_rows, write_table};
use crate::entity::study::{Base, Graph, PairOrder, SpellingRows, Stretch};
use crate::texts::Texts;
use crate::ui::chart::{Sheet, shares_height};
use egui::{Vec2, vec2};
use std::io::{self, Write};

/// Size of a picture in a file, in points.
const FILE: Vec2 = vec2(960.0, 520.0);

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
        Stretch::Article => "article",
        Stretch::Paragraph => "paragraph",
        Stretch::Sentence => "sentence",
    };
    match &figures.what {
        NamesContent::Nothing => {
            let (columns, rows) = (Vec::new(), Vec::new());
            let nothing = TableExport::<Vec<Vec<Field>>> {
                head,
                columns,
                rows,
            };
            nothing.write(format, &mut out)
        }
        NamesContent::Table(table) => {
            let base = match look.base {
                Base::Words => "words",
                Base::Mentions => "mentions",
            };
            say("change_of_shares_of", base.to_owned());
            let table = NamesTable {
                figures,
                table,
                look,
            };
            write_table(&table, rows.iter().copied(), head, format, out)
        }
        NamesContent::Entity(one) => {
            say("named_together_in", unit.to_owned());
            let table = companion_table(figures, one);
            write_table(&table, all_rows(&table), head, format, out)
        }
        NamesContent::Naming(naming) => {
            let together = match options.spellings {
                SpellingRows::Folded => "variants",
                SpellingRows::Core => "common words",
                SpellingRows::Apart => "none",
            };
            say("spellings_taken_together", together.to_owned());
            let table = SpellingTable::new(figures, &naming.naming, None);
            write_table(&table, all_rows(&table), head, format, out)
        }
        NamesContent::Network(graph, _) => {
            say("named_together_in", unit.to_owned());
            let order = match options.edges {
                PairOrder::LogLikelihood => "log-likelihood",
                PairOrder::Count => "count",
            };
            say("edges_by", order.to_owned());
            edges(figures, graph, head).write(format, &mut out)
        }
    }
}

/// The pairs of a network, which the window shows as a list.
fn edges(
    figures: &Figures,
    graph: &Graph,
    head: Vec<(String, String)>,
) -> TableExport<Vec<Vec<Field>>> {
    let columns = [
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
    ];
    let rows = graph.edges.iter().map(|edge| {
        let nodes = edge.nodes.iter().filter_map(|n| graph.nodes.get(*n));
        let mut fields: Vec<Field> = nodes
            .flat_map(|node| {
                let entity = figures.entity(node.entity);
                [&*entity.id, &*entity.ar, node.kind.tag()].map(Field::text)
            })
            .collect();
        fields.extend([
            edge.pair.observed().into(),
            edge.pair.expected().into(),
            edge.pair.lift().into(),
            edge.pair.log_likelihood().into(),
        ]);
        fields
    });
    TableExport {
        head,
        columns: columns.map(str::to_owned).to_vec(),
        rows: rows.collect(),
    }
}

/// Writes the chart that is shown; nothing for a table.
///
/// # Errors
/// When `out` cannot be written.
pub(in crate::app) fn write_names_chart(
    figures: &Figures,
    look: &NamesLook,
    texts: &Texts,
    format: PlotFormat,
    out: &mut dyn Write,
) -> io::Result<()> {
    let of = (FILE, texts);
    match &figures.what {
        NamesContent::Nothing | NamesContent::Table(_) => Ok(()),
        NamesContent::Entity(one) => {
            let name = mentions_title(figures, one.entity, texts);
            let draw = |sheet: &mut Sheet<'_>| draw_mentions(sheet, figures, one, texts, true);
            write_chart(of, |sheet| (draw(sheet), name), format, out)
        }
        NamesContent::Naming(naming) => {
            let name = shares_name(figures, naming, look, texts);
            let draw = |sheet: &mut Sheet<'_>| draw_shares(sheet, figures, naming, look, texts).0;
            // As high as its rows are, and no higher.
            let table = SpellingTable::new(figures, &naming.naming, Some(look.by));
            let size = vec2(FILE.x, shares_height(table.columns(look.by).len()));
            write_chart((size, texts), |sheet| (draw(sheet), name), format, out)
        }
        NamesContent::Network(graph, _) => {
            let size = vec2(FILE.x, FILE.x * 0.75);
            let name = network_name(graph, texts);
            let draw = |sheet: &mut Sheet<'_>| {
                let places = (&mut None, None);
                let drawn = draw_network(sheet, figures, graph, (texts, Some(&name)), places);
                (drawn.drawing, name)
            };
            write_chart((size, texts), draw, format, out)
        }
    }
}
