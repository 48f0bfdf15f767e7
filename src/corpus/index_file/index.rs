//! `INDEX.md`: from Markdown text to rows. Pure: reads no file.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::list_form::list_row;
use super::mend::mend;
use super::rows::{FacetInterner, IndexRow, InlineCell, heading_period};
use super::table_form::{IndexColumns, cells_of_line};
use crate::base::fits;
use crate::corpus::ProblemKind;

/// What an index says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IndexFile {
    /// The first heading of level 1.
    pub name: Option<String>,
    /// The paragraphs before the first row, with an empty line between two.
    pub description: String,
    /// The rows in their order.
    pub rows: Vec<IndexRow>,
    /// What is wrong, with the line, from 1.
    pub problems: Vec<(u32, ProblemKind)>,
    /// Whether there is a table with a file column, or a list of files.
    pub has_rows: bool,
}

/// Reads an index: the first table with a file column, else the items of
/// bullet lists that name text files.
#[must_use]
pub fn parse_index(text: &str) -> IndexFile {
    let text = mend(text);
    let mut reader = Reader::new(&text);
    for (event, range) in Parser::new_ext(&text, Options::ENABLE_TABLES).into_offset_iter() {
        reader.event(event, range);
    }
    reader.finish()
}

/// Follows the events of one index.
struct Reader<'a> {
    text: &'a str,
    /// Byte offsets of the line feeds.
    line_feeds: Vec<usize>,
    /// Open pieces of inline text, innermost last: a heading, a paragraph, a
    /// table cell, or an item of a list with items inside it.
    open: Vec<InlineCell<'a>>,
    /// Whether the paragraph that is open is one of `open`.
    paragraph_is_open: bool,
    table: Table,
    cells: Vec<InlineCell<'a>>,
    period: Option<String>,
    name: Option<String>,
    /// Paragraphs, with the byte offsets at which they start.
    paragraphs: Vec<(usize, String)>,
    from_table: Found,
    from_lists: Found,
    interner: FacetInterner,
}

/// Which table the reader is in.
enum Table {
    /// None, or one that is no index.
    NoIndex,
    /// The index.
    Index(IndexColumns),
    /// After the index: later tables are the reader's own notes.
    Done,
}

/// What one form of index gives.
#[derive(Default)]
struct Found {
    /// Byte offset of the first.
    start: Option<usize>,
    rows: Vec<IndexRow>,
    problems: Vec<(u32, ProblemKind)>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            line_feeds: memchr::memchr_iter(b'\n', text.as_bytes()).collect(),
            open: Vec::new(),
            paragraph_is_open: false,
            table: Table::NoIndex,
            cells: Vec::new(),
            period: None,
            name: None,
            paragraphs: Vec::new(),
            from_table: Found::default(),
            from_lists: Found::default(),
            interner: FacetInterner::default(),
        }
    }

    /// The line, from 1, of a byte offset.
    fn line_of(&self, offset: usize) -> u32 {
        let before = self.line_feeds.partition_point(|&feed| feed < offset);
        fits(before + 1)
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, &range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => self.push(|cell| cell.push_text(&text)),
            Event::Code(code) => self.push(|cell| cell.push_code(&code)),
            Event::SoftBreak | Event::HardBreak | Event::InlineHtml(_) => {
                self.push(|cell| cell.push_text(" "));
            }
            _ => {}
        }
    }

    fn push(&mut self, add: impl FnOnce(&mut InlineCell<'a>)) {
        if let Some(cell) = self.open.last_mut() {
            add(cell);
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Paragraph if self.open.is_empty() => {
                self.paragraph_is_open = true;
                self.open.push(InlineCell::default());
            }
            Tag::Heading { .. } | Tag::Item => self.open.push(InlineCell::default()),
            Tag::TableCell => {
                let source = self.text.get(range.clone()).unwrap_or_default();
                self.open.push(InlineCell::from_source(source));
            }
            Tag::Link { dest_url, .. } => self.push(|cell| cell.start_link(dest_url)),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Link => self.push(InlineCell::end_link),
            TagEnd::Paragraph if self.paragraph_is_open => {
                self.paragraph_is_open = false;
                if let Some(cell) = self.open.pop() {
                    self.paragraphs.push((range.start, cell.text()));
                }
            }
            TagEnd::Paragraph => self.push(|cell| cell.push_text(" ")),
            TagEnd::Heading(level) => {
                if let Some(cell) = self.open.pop() {
                    self.heading(level, cell.text());
                }
            }
            TagEnd::Item => {
                if let Some(cell) = self.open.pop() {
                    self.item(&cell, range.start);
                }
            }
            TagEnd::TableCell => self.cells.extend(self.open.pop()),
            TagEnd::TableHead => self.table_head(range.start),
            TagEnd::TableRow => self.table_row(range),
            TagEnd::Table => {
                if matches!(self.table, Table::Index(_)) {
                    self.table = Table::Done;
                }
            }
            _ => {}
        }
    }

    fn heading(&mut self, level: HeadingLevel, text: String) {
        if level == HeadingLevel::H1 && self.name.is_none() {
            self.name = Some(text).filter(|name| !name.is_empty());
        } else {
            self.period = heading_period(&text);
        }
    }

    fn item(&mut self, cell: &InlineCell<'_>, start: usize) {
        let line = self.line_of(start);
        let period = self.period.as_deref();
        let problems = &mut self.from_lists.problems;
        if let Some(row) = list_row(cell, line, period, &mut self.interner, problems) {
            self.from_lists.start.get_or_insert(start);
            self.from_lists.rows.push(row);
        }
    }

    fn table_head(&mut self, start: usize) {
        let cells = std::mem::take(&mut self.cells);
        if matches!(self.table, Table::NoIndex)
            && let Some(columns) = IndexColumns::of_header(&cells)
        {
            self.table = Table::Index(columns);
            self.from_table.start = Some(start);
        }
    }

    fn table_row(&mut self, range: Range<usize>) {
        let cells = std::mem::take(&mut self.cells);
        let line = self.line_of(range.start);
        let Table::Index(columns) = &self.table else {
            return;
        };
        let problems = &mut self.from_table.problems;
        let source = self.text.get(range).unwrap_or_default();
        let n_cells = cells_of_line(source);
        if n_cells > columns.len() {
            let kind = ProblemKind::ExtraCells {
                n_cells: fits(n_cells),
                n_columns: fits(columns.len()),
            };
            problems.push((line, kind));
        }
        let period = self.period.as_deref();
        let row = columns.row(&cells, line, period, &mut self.interner, problems);
        self.from_table.rows.extend(row);
    }

    fn finish(self) -> IndexFile {
        let mut found = if self.from_table.start.is_some() {
            self.from_table
        } else {
            self.from_lists
        };
        // An item ends after the items inside it.
        found.rows.sort_by_key(|row| row.line);
        let before = found.start.unwrap_or(usize::MAX);
        let description: Vec<String> = self
            .paragraphs
            .into_iter()
            .filter(|(start, text)| *start < before && !text.is_empty())
            .map(|(_, text)| text)
            .collect();
        IndexFile {
            name: self.name,
            description: description.join("\n\n"),
            rows: found.rows,
            problems: found.problems,
            has_rows: found.start.is_some(),
        }
    }
}
