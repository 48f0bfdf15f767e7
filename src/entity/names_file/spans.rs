//! Where the parts of a table stand in its text, in bytes.

use std::ops::Range;

use toml_edit::{Item, Table};

/// The byte after the last value or header of `table`.
pub(super) fn end_of(table: &Table) -> usize {
    pieces(table)
        .into_iter()
        .map(|piece| piece.end)
        .max()
        .unwrap_or_default()
}

/// The header of `table` with its own values, then the same of the tables in it.
pub(super) fn pieces(table: &Table) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut own = if table.is_dotted() || table.is_implicit() {
        None
    } else {
        table.span()
    };
    for (_, item) in table {
        match item {
            Item::None => {}
            Item::Value(value) => {
                if let (Some(own), Some(span)) = (&mut own, value.span()) {
                    own.end = own.end.max(span.end);
                }
            }
            Item::Table(inner) if inner.is_dotted() => {
                if let Some(own) = &mut own {
                    own.end = own.end.max(dotted_end(inner));
                }
            }
            Item::Table(inner) => pieces.extend(self::pieces(inner)),
            Item::ArrayOfTables(inner) => pieces.extend(inner.iter().flat_map(self::pieces)),
        }
    }
    pieces.extend(own);
    pieces
}

/// The end of the last value of a table written with dotted keys.
fn dotted_end(table: &Table) -> usize {
    let ends = table.iter().map(|(_, item)| match item {
        Item::Table(inner) => dotted_end(inner),
        item => item.span().map_or(0, |span| span.end),
    });
    ends.max().unwrap_or_default()
}

/// The spans of every key, value and header in `item`.
pub(super) fn item_spans(item: &Item, found: &mut Vec<Range<usize>>) {
    match item {
        Item::None => {}
        Item::Value(value) => found.extend(value.span()),
        Item::Table(table) => table_spans(table, found),
        Item::ArrayOfTables(tables) => tables.iter().for_each(|t| table_spans(t, found)),
    }
}

fn table_spans(table: &Table, found: &mut Vec<Range<usize>>) {
    found.extend(table.span());
    for (key, item) in table {
        found.extend(table.key(key).and_then(toml_edit::Key::span));
        item_spans(item, found);
    }
}
