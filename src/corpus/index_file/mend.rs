//! Small repairs of an index before it is read as Markdown, which forgives
//! less than a person does. Lines stay lines, so that their numbers hold.

use std::borrow::Cow;

use super::table_form::columns_of_line;

/// `text` as Markdown should see it:
///
/// - without bidi controls: no cell means one, and a row that starts with one
///   is no row for Markdown;
/// - with plain spaces for no-break spaces, for the same reason;
/// - with as many cells in the line below a table's header as in the header;
///   otherwise there is no table.
pub(super) fn mend(text: &str) -> String {
    let spaced = if text.contains(is_odd) {
        Cow::Owned(plain(text))
    } else {
        Cow::Borrowed(text)
    };
    let mut mended = String::with_capacity(spaced.len() + 64);
    let mut above = "";
    for line in spaced.split_inclusive('\n') {
        let n_columns = match above {
            _ if !is_delimiter_row(line) => 0,
            header => columns_of_line(header),
        };
        if n_columns > 1 && n_columns != columns_of_line(line) {
            mended.push('|');
            mended.push_str(&"---|".repeat(n_columns));
            mended.push('\n');
        } else {
            mended.push_str(line);
        }
        above = line;
    }
    mended
}

fn plain(text: &str) -> String {
    let plain = text.chars().filter(|&c| !is_bidi_control(c));
    plain.map(|c| if is_odd(c) { ' ' } else { c }).collect()
}

/// Whether Markdown should not see `c`.
fn is_odd(c: char) -> bool {
    matches!(c, '\u{00A0}' | '\u{202F}') || is_bidi_control(c)
}

fn is_bidi_control(c: char) -> bool {
    matches!(c,
        '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Whether `line` is the line between a table's header and its rows.
fn is_delimiter_row(line: &str) -> bool {
    let is_mark = |c: char| matches!(c, '|' | '-' | ':') || c.is_whitespace();
    line.chars().all(is_mark) && line.contains('|') && line.contains("--")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delimiter_rows_get_the_cells_of_the_header() {
        assert_eq!(
            mend("| a | b | c |\n|---|---|\n"),
            "| a | b | c |\n|---|---|---|\n"
        );
        assert_eq!(mend("a | b\n--|--|--\n"), "a | b\n|---|---|\n");
    }

    #[test]
    fn all_else_stays() {
        for text in [
            "",
            "a\n\n| a | b |\n|:--|--:|\n| x |\n",
            "text\n---\n",
            "a | b\ntext\n--|\n",
        ] {
            assert_eq!(mend(text), text);
        }
    }
}
