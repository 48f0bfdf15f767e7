//! Comma- and tab-separated values.

use super::super::normal::normal;
use super::{Columns, Head, Layout, LineRecord};
use csv::{Terminator, Writer, WriterBuilder};
use std::io;

/// Values with a delimiter between them.
///
/// The head is a record for each entry: `# key` and the value. So a spreadsheet
/// shows it as two columns, and a reader that knows comments passes over it
/// (`comment='#'`); a cell of a line that begins with `#` is quoted.
pub(super) struct Delimited {
    columns: Columns,
    delimiter: u8,
    terminator: Terminator,
    byte_order_mark: bool,
    /// Whether white space inside cells becomes single spaces.
    one_line: bool,
}

impl Delimited {
    /// RFC 4180.
    pub(super) fn csv(columns: Columns, byte_order_mark: bool) -> Self {
        Self {
            columns,
            delimiter: b',',
            terminator: Terminator::CRLF,
            byte_order_mark,
            one_line: false,
        }
    }

    /// No cell holds a tab or a line end. Quotation marks are doubled and the
    /// cell quoted, as spreadsheets write and read it: news are full of quotes,
    /// and a single one at the beginning of a cell would swallow lines.
    pub(super) fn tsv(columns: Columns) -> Self {
        Self {
            columns,
            delimiter: b'\t',
            terminator: Terminator::Any(b'\n'),
            byte_order_mark: false,
            one_line: true,
        }
    }

    fn writer<'a>(&self, out: &'a mut Vec<u8>, comment: Option<u8>) -> Writer<&'a mut Vec<u8>> {
        WriterBuilder::new()
            .delimiter(self.delimiter)
            .terminator(self.terminator)
            .flexible(true)
            .comment(comment)
            .from_writer(out)
    }
}

impl Layout for Delimited {
    fn start(&self, head: Option<&Head>, out: &mut Vec<u8>) -> io::Result<()> {
        if self.byte_order_mark {
            out.extend_from_slice("\u{FEFF}".as_bytes());
        }
        let mut writer = self.writer(out, None);
        for (key, value) in head.map(Head::entries).unwrap_or_default() {
            writer.write_record([&format!("# {key}"), &value])?;
        }
        writer.write_record(self.columns.names())?;
        writer.flush()
    }

    fn lines(&self, records: &[LineRecord<'_>], out: &mut Vec<u8>) -> io::Result<()> {
        let mut writer = self.writer(out, Some(b'#'));
        for record in records {
            let cells = record.cells(self.columns);
            if self.one_line {
                writer.write_record(cells.iter().map(|cell| normal_edges(cell)))?;
            } else {
                writer.write_record(cells.iter().map(|cell| cell.as_bytes()))?;
            }
        }
        writer.flush()
    }

    fn end(&self, _out: &mut Vec<u8>) -> io::Result<()> {
        Ok(())
    }
}

/// `cell` on one line; a space at its beginning or end, which context cells
/// have beside the node, is kept.
fn normal_edges(cell: &str) -> String {
    let space = |is_there| if is_there { " " } else { "" };
    let before = space(cell.starts_with(' '));
    let after = space(cell.ends_with(' '));
    format!("{before}{}{after}", normal(cell))
}
