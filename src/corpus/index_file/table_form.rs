//! The index as a table: one row, one article.

use super::rows::{FacetInterner, IndexRow, InlineCell, date_of, is_blank, period_of};
use crate::arabic::fold;
use crate::corpus::{Facet, ProblemKind};

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Column {
    File,
    Title,
    Date,
    Period,
    Source,
    Url,
    Other(Facet),
}

/// The columns of the index, one of which is the file.
#[derive(Debug, Clone)]
pub(super) struct IndexColumns(Vec<Column>);

/// The header words of each column, folded.
const HEADERS: [(Column, &[&str]); 6] = [
    (Column::File, &["file", "path", "document", "الملف", "ملف"]),
    (Column::Title, &["title", "headline", "العنوان", "عنوان"]),
    (Column::Date, &["date", "published", "التاريخ", "تاريخ"]),
    (
        Column::Period,
        &["period", "year", "الفتره", "السنه", "فتره", "سنه"],
    ),
    (
        Column::Source,
        &["source", "outlet", "publisher", "المصدر", "مصدر"],
    ),
    (Column::Url, &["url", "link", "الرابط", "رابط"]),
];

impl IndexColumns {
    /// The columns that `header` names; `None` if none of them is the file.
    /// Of two columns with the same meaning the first counts, the second is
    /// kept as any other column.
    pub(super) fn of_header(header: &[InlineCell<'_>]) -> Option<Self> {
        let mut columns = Vec::with_capacity(header.len());
        for cell in header {
            let text = cell.text();
            let word = fold(&text);
            let known = HEADERS
                .into_iter()
                .find(|(_, words)| words.contains(&word.as_str()))
                .map(|(column, _)| column)
                .filter(|column| !columns.contains(column));
            columns.push(known.unwrap_or_else(|| Column::Other(Facet::new(&text))));
        }
        columns.contains(&Column::File).then_some(Self(columns))
    }

    /// The number of columns.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The row that `cells` in line `line` make; `None` for a blank row and
    /// for one without a file, which is a problem.
    pub(super) fn row(
        &self,
        cells: &[InlineCell<'_>],
        line: u32,
        heading: Option<&str>,
        interner: &mut FacetInterner,
        problems: &mut Vec<(u32, ProblemKind)>,
    ) -> Option<IndexRow> {
        let mut row = IndexRow {
            line,
            paths: Vec::new(),
            title: None,
            date: None,
            period: None,
            source: None,
            url: None,
            extra: Vec::new(),
        };
        let mut period = None;
        let mut is_blank_row = true;
        for (column, cell) in self.0.iter().zip(cells) {
            let text = cell.text();
            if text.is_empty() && cell.link.is_none() {
                continue;
            }
            is_blank_row = false;
            match column {
                Column::File => row.paths = cell.paths(),
                Column::Date => row.date = date_of(&text, line, problems),
                Column::Period => period = Some(text),
                Column::Url => row.url = Some(cell.link.clone().unwrap_or(text).into()),
                _ if is_blank(&text) => {}
                Column::Title => row.title = Some(text.into()),
                Column::Source => row.source = Some(interner.facet(&text)),
                Column::Other(header) => row.extra.push((header.clone(), text.into())),
            }
        }
        if row.paths.iter().all(|path| path.is_empty()) {
            if !is_blank_row {
                problems.push((line, ProblemKind::NoFileName));
            }
            return None;
        }
        row.period = period_of(period.as_deref(), row.date, heading, interner);
        Some(row)
    }
}

/// The number of cells of a table row in Markdown, empty ones at its end left
/// out. Unlike a Markdown parser it counts those beyond the last column.
pub(super) fn cells_of_line(line: &str) -> usize {
    let (mut n_cells, mut n_filled) = (1, 0);
    for c in cell_signs(line) {
        match c {
            '|' => n_cells += 1,
            _ if !c.is_whitespace() => n_filled = n_cells,
            _ => {}
        }
    }
    n_filled
}

/// The number of columns of a table whose header is `line`.
pub(super) fn columns_of_line(line: &str) -> usize {
    let n_pipes = cell_signs(line).filter(|&c| c == '|').count();
    let is_closed = cell_signs(line.trim_end()).last() == Some('|');
    n_pipes + usize::from(!is_closed)
}

/// The characters of a row after its opening pipe, escaped pipes left out.
fn cell_signs(line: &str) -> impl Iterator<Item = char> {
    let line = line.trim_start();
    let line = line.strip_prefix('|').unwrap_or(line);
    let mut is_escaped = false;
    line.chars().filter(move |&c| {
        let is_sign = !(c == '|' && is_escaped);
        is_escaped = c == '\\' && !is_escaped;
        is_sign
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn header_words_are_folded() {
        for word in HEADERS.into_iter().flat_map(|(_, words)| words) {
            assert_eq!(fold(word), **word);
        }
    }

    #[test]
    fn cells_are_counted_as_written() {
        assert_eq!(cells_of_line("| a | b |"), 2);
        assert_eq!(cells_of_line("a | b"), 2);
        assert_eq!(cells_of_line("| a \\| b | c"), 2);
        assert_eq!(cells_of_line("| a | | |"), 1);
        assert_eq!(columns_of_line("| a | | |"), 3);
        assert_eq!(columns_of_line("a | b \\|"), 2);
    }
}
