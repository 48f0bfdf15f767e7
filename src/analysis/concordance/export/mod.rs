//! How do lines leave the program for others?
//!
//! Text is never altered to please a reader: a cell that begins with `=` stays
//! as the article has it, for these are quotations (who opens them in a
//! spreadsheet should import such columns as text). Offsets count Unicode
//! scalar values in the article's text, the end exclusive.
//!
//! Knows lines and a stream to write to; no file and no window.

mod delimited;
mod head;
mod html;
mod jsonl;
mod offsets;
mod record;
mod text;

pub use head::{ExportOrigin, Head};
pub use record::Columns;

use super::{Concordance, Indexed, KwicLine, Marks};
use crate::base::{CancelToken, Cancelled, Progress};
use rayon::prelude::*;
use record::LineRecord;
use std::io::{self, Write};

/// A format for lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Aligned columns to be read by people, in a right-to-left paragraph.
    Text,
    /// Comma-separated values (RFC 4180) in UTF-8.
    Csv {
        /// Whether a byte order mark comes first. Without it, spreadsheets take
        /// UTF-8 for something else; scripts take it for part of a name.
        byte_order_mark: bool,
    },
    /// Tab-separated values in UTF-8, one line of the file for each line; cells
    /// with a quotation mark are quoted, as spreadsheets do.
    Tsv,
    /// JSON Lines: an object for each line.
    Jsonl,
    /// A page of its own for a browser.
    Html,
}

impl Format {
    /// The usual ending of a file of this format, without the dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Csv { .. } => "csv",
            Self::Tsv => "tsv",
            Self::Jsonl => "jsonl",
            Self::Html => "html",
        }
    }
}

/// What is written.
#[derive(Debug, Clone, Copy)]
pub struct LineExport<'a> {
    /// The corpus of the concordance.
    pub of: Indexed<'a>,
    /// The lines, in their order.
    pub concordance: &'a Concordance,
    /// Ticks and notes.
    pub marks: &'a Marks,
    /// The format.
    pub format: Format,
    /// Query, settings and counts at the head of the file; `None` for lines alone.
    pub head: Option<&'a Head>,
    /// What is told of each line.
    pub columns: Columns,
    /// The lines to write, by number; `None` for all.
    pub lines: Option<&'a [usize]>,
}

/// Why an export is not whole.
#[derive(Debug)]
pub enum ExportError {
    /// The work was told to stop; no failure.
    Cancelled,
    /// It cannot be written.
    Io(io::Error),
}

impl From<io::Error> for ExportError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<Cancelled> for ExportError {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

/// Lines that one thread writes at a time.
const PER_TASK: usize = 256;
/// Lines that are in memory at a time.
const PER_BATCH: usize = 32 * PER_TASK;

/// How a format writes.
trait Layout: Sync {
    /// What stands before the lines.
    fn start(&self, head: Option<&Head>, out: &mut Vec<u8>) -> io::Result<()>;
    /// Lines.
    fn lines(&self, records: &[LineRecord<'_>], out: &mut Vec<u8>) -> io::Result<()>;
    /// What stands after the lines.
    fn end(&self, out: &mut Vec<u8>) -> io::Result<()>;
}

impl LineExport<'_> {
    /// Writes to `out`, on all cores and in order; a few thousand lines are in
    /// memory at a time. `progress` counts lines.
    ///
    /// # Errors
    /// [`ExportError`]; what was written by then is not whole. `cancel` is
    /// heard every few thousand lines.
    pub fn write(
        &self,
        out: &mut dyn Write,
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<(), ExportError> {
        let (hits, order) = self.concordance.parts();
        let chosen: Vec<u32>;
        let written = match self.lines {
            None => order,
            Some(lines) => {
                let lines = lines.iter().filter_map(|n| order.get(*n).copied());
                chosen = lines.collect();
                &chosen
            }
        };
        progress.set_total(written.len() as u64);
        let starts = offsets::char_starts(self.of, hits, written, cancel)?;
        let marks = self.marks.among(self.of, hits);
        let width = self.concordance.settings().width;
        let record = |n: u32, start: u32| {
            let line = KwicLine::new(self.of, *hits.get(n as usize)?, width)?;
            let mark = marks.binary_search_by_key(&n, |(n, _)| *n).ok();
            let mark = mark.and_then(|place| marks.get(place));
            let node = self.of.node(line.hit);
            let note = self.marks.note_on(&line.article.file, node);
            let marked = (mark.map(|(_, mark)| *mark), note.map(|(_, note)| note));
            Some(LineRecord::new(line, start, marked))
        };
        let layout = self.layout(written);

        let mut start = Vec::new();
        layout.start(self.head, &mut start)?;
        out.write_all(&start)?;
        let batches = written.chunks(PER_BATCH).zip(starts.chunks(PER_BATCH));
        for (numbers, starts) in batches {
            cancel.check()?;
            let pieces = numbers
                .par_chunks(PER_TASK)
                .zip(starts.par_chunks(PER_TASK));
            let pieces: Vec<io::Result<Vec<u8>>> = pieces
                .map(|(numbers, starts)| {
                    let places = numbers.iter().zip(starts);
                    let records: Vec<LineRecord<'_>> =
                        places.filter_map(|(n, start)| record(*n, *start)).collect();
                    let mut piece = Vec::new();
                    layout.lines(&records, &mut piece)?;
                    Ok(piece)
                })
                .collect();
            for piece in pieces {
                out.write_all(&piece?)?;
            }
            progress.advance(numbers.len() as u64);
        }
        let mut end = Vec::new();
        layout.end(&mut end)?;
        out.write_all(&end)?;
        out.flush()?;
        Ok(())
    }

    fn layout(&self, written: &[u32]) -> Box<dyn Layout> {
        let columns = self.columns;
        match self.format {
            Format::Csv { byte_order_mark } => {
                Box::new(delimited::Delimited::csv(columns, byte_order_mark))
            }
            Format::Tsv => Box::new(delimited::Delimited::tsv(columns)),
            Format::Jsonl => Box::new(jsonl::Jsonl(columns)),
            Format::Html => Box::new(html::Html::new(columns)),
            Format::Text => {
                let (hits, _) = self.concordance.parts();
                let hits = written.iter().filter_map(|n| hits.get(*n as usize));
                let before = self.concordance.settings().width.chars;
                Box::new(text::AlignedText::new(
                    self.of,
                    hits.copied(),
                    before,
                    columns,
                ))
            }
        }
    }
}
