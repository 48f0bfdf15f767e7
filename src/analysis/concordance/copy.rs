//! Lines for the clipboard.

use super::{Concordance, Indexed};

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
