//! What is told of a line.

use super::super::column::small;
use super::super::{HitMark, KwicLine};
use std::borrow::Cow;

/// What is told of each line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Columns {
    /// `file, start, end, before, node, after`.
    Short,
    /// These and `period, date, source, title, note, ticked`.
    All,
}

/// The names of the columns; the short ones come first.
const NAMES: [&str; 12] = [
    "file", "start", "end", "before", "node", "after", "period", "date", "source", "title", "note",
    "ticked",
];
/// How many columns are short ones.
const N_SHORT: usize = 6;

impl Columns {
    /// Their names.
    #[must_use]
    pub fn names(self) -> &'static [&'static str] {
        match self {
            Self::Short => NAMES.get(..N_SHORT).unwrap_or_default(),
            Self::All => &NAMES,
        }
    }
}

/// A line with what only an export tells.
pub(super) struct LineRecord<'a> {
    pub(super) line: KwicLine<'a>,
    /// The first Unicode scalar value of the node in the article's text.
    pub(super) start: u32,
    /// The first one after the node.
    pub(super) end: u32,
    mark: Option<&'a HitMark>,
    note: &'a str,
}

impl<'a> LineRecord<'a> {
    pub(super) fn new(
        line: KwicLine<'a>,
        start: u32,
        (mark, note): (Option<&'a HitMark>, Option<&'a str>),
    ) -> Self {
        let end = start + small(line.verbatim().chars().count());
        Self {
            line,
            start,
            end,
            mark,
            note: note.unwrap_or_default(),
        }
    }

    /// The date, as precisely as it is known; empty for undated articles.
    pub(super) fn date(&self) -> String {
        let date = self.line.article.date;
        date.map_or_else(String::new, |date| date.to_string())
    }

    pub(super) fn period(&self) -> Option<&str> {
        self.line.article.period.as_deref()
    }

    pub(super) fn source(&self) -> Option<&str> {
        self.line.article.source.as_deref()
    }

    /// What was noted; empty for nothing.
    pub(super) const fn note(&self) -> &str {
        self.note
    }

    pub(super) fn is_ticked(&self) -> bool {
        self.mark.is_some_and(|mark| mark.ticked)
    }

    /// The cells of the columns. The node is exactly what stands at its offsets.
    pub(super) fn cells(&self, columns: Columns) -> Vec<Cow<'_, str>> {
        let line = &self.line;
        let mut cells: Vec<Cow<'_, str>> = vec![
            Cow::Borrowed(&line.article.file),
            self.start.to_string().into(),
            self.end.to_string().into(),
            Cow::Borrowed(&line.before.text),
            Cow::Borrowed(line.verbatim()),
            Cow::Borrowed(&line.after.text),
        ];
        if columns == Columns::All {
            cells.extend([
                Cow::Borrowed(self.period().unwrap_or_default()),
                self.date().into(),
                Cow::Borrowed(self.source().unwrap_or_default()),
                Cow::Borrowed(&*line.article.title),
                Cow::Borrowed(self.note()),
                Cow::Borrowed(if self.is_ticked() { "true" } else { "false" }),
            ]);
        }
        cells
    }
}
