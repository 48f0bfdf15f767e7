//! Comma-separated values.

use super::input::ExportedArticle;
use super::layouts::StreamLayout;
use super::placed::PlacedMention;
use super::record::{MentionRecord, TOLD};
use ::csv::{Terminator, WriterBuilder};
use std::borrow::Cow;
use std::io::{self, Write};

/// What stands in the cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CsvCells {
    /// The text as it is, for programs.
    Exact,
    /// For spreadsheets: an apostrophe before a cell that one would take for a
    /// formula (`=`, `+`, `-`, `@`, tab or carriage return at its beginning)
    /// and before a cell that begins with an apostrophe. So who takes one
    /// apostrophe off has the text as it is.
    Guarded,
}

impl CsvCells {
    fn cell(self, cell: Cow<'_, str>) -> Cow<'_, str> {
        let is_risky = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\'']);
        match self {
            Self::Guarded if is_risky => format!("'{cell}").into(),
            _ => cell,
        }
    }
}

/// RFC 4180 with a byte order mark, without which spreadsheets take UTF-8 for
/// something else.
pub(super) struct Csv(pub(super) CsvCells);

/// What is told of every mention, before what `Told` names.
const NAMES: [&str; 11] = [
    "file", "start", "end", "text", "type", "entity", "ar", "en", "title", "date", "source",
];

impl StreamLayout for Csv {
    fn start(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all("\u{FEFF}".as_bytes())?;
        let names = NAMES.into_iter().chain(TOLD);
        write_rows(out, |rows| Ok(rows.write_record(names)?))
    }

    fn article(&mut self, article: &ExportedArticle<'_>, out: &mut dyn Write) -> io::Result<()> {
        let date = article
            .date
            .map_or_else(String::new, |date| date.to_string());
        write_rows(out, |rows| {
            for placed in &PlacedMention::of_article(article) {
                let MentionRecord {
                    start, end, told, ..
                } = MentionRecord::new(article.file, placed);
                let mention = placed.mention;
                let cells: [Cow<'_, str>; NAMES.len()] = [
                    article.file.into(),
                    start.to_string().into(),
                    end.to_string().into(),
                    placed.words.into(),
                    mention.kind.tag().into(),
                    told.entity.as_deref().unwrap_or_default().into(),
                    mention.ar.unwrap_or_default().into(),
                    mention.en.unwrap_or_default().into(),
                    article.title.into(),
                    date.as_str().into(),
                    article.source.unwrap_or_default().into(),
                ];
                let cells = cells.into_iter().chain(told.values());
                let cells = cells.map(|cell| self.0.cell(cell));
                for cell in cells {
                    rows.write_field(cell.as_bytes())?;
                }
                rows.write_record(None::<&[u8]>)?;
            }
            Ok(())
        })
    }

    fn end(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

type Rows<'a> = ::csv::Writer<&'a mut dyn Write>;

fn write_rows(
    out: &mut dyn Write,
    write: impl FnOnce(&mut Rows<'_>) -> io::Result<()>,
) -> io::Result<()> {
    let mut rows = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(out);
    write(&mut rows)?;
    rows.flush()
}
