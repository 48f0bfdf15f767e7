//! Lines for the clipboard.

use super::export::{Columns, Export, Format};
use super::{Concordance, Indexed, Marks};
use crate::base::{CancelToken, Progress};

/// The lines of those numbers as text: file, before, node and after with tabs
/// between them, for a spreadsheet or a letter.
#[must_use]
pub fn copy_text(of: Indexed<'_>, concordance: &Concordance, lines: &[usize]) -> String {
    let lines = lines.iter().filter_map(|n| concordance.line(of, *n));
    let mut text = String::new();
    for line in lines {
        let cells = [
            &*line.article.file,
            line.before.text.trim(),
            &line.node,
            line.after.text.trim(),
        ];
        text.push_str(&cells.join("\t"));
        text.push('\n');
    }
    text
}

/// The lines of those numbers as an HTML table, for a word processor.
#[must_use]
pub fn copy_html(of: Indexed<'_>, concordance: &Concordance, lines: &[usize]) -> String {
    let export = Export {
        of,
        concordance,
        marks: &Marks::default(),
        format: Format::HtmlFragment,
        head: None,
        columns: Columns::Short,
        lines: Some(lines),
    };
    let mut bytes = Vec::new();
    // Writing to memory does not fail, and nobody cancels it.
    let written = export.write(&mut bytes, &Progress::default(), &CancelToken::default());
    let html = written.ok().and_then(|()| String::from_utf8(bytes).ok());
    html.unwrap_or_default()
}
