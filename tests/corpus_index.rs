//! `INDEX.md` in all its forms, read as text alone.

use proptest::prelude::*;
use warraq::base::Message as _;
use warraq::corpus::{IndexFile, IndexRow, parse_index};

/// Path, title, date, period, source.
type Row<'a> = (&'a str, &'a str, &'a str, &'a str, &'a str);

#[track_caller]
fn has_rows(index: &IndexFile, expected: &[Row<'_>]) {
    let text = |value: Option<&str>| value.unwrap_or_default().to_owned();
    let found: Vec<_> = index
        .rows
        .iter()
        .map(|row: &IndexRow| {
            let date = row.date.map(|date| date.to_string());
            (
                row.paths[0].to_string(),
                text(row.title.as_deref()),
                date.unwrap_or_default(),
                text(row.period.as_deref()),
                text(row.source.as_deref()),
            )
        })
        .collect();
    let found: Vec<Row<'_>> = found
        .iter()
        .map(|(a, b, c, d, e)| (a.as_str(), b.as_str(), c.as_str(), d.as_str(), e.as_str()))
        .collect();
    assert_eq!(found, expected);
    assert_eq!(index.problems, []);
}

#[test]
fn table_form() {
    let index = parse_index(
        "# Name\n\n| File | Headline | Published | Outlet |\n|---|---|---|---|\n\
         | [a](a.txt) | T \\| U | 2020-10-14 | AFP |\n| `b.txt` | | ٢٠٢٣ | |\n| c.txt\n",
    );
    has_rows(
        &index,
        &[
            ("a.txt", "T | U", "2020-10-14", "2020", "AFP"),
            ("b.txt", "", "2023", "2023", ""),
            ("c.txt", "", "", "", ""),
        ],
    );
}

#[test]
fn table_without_outer_pipes_with_crlf_and_marks() {
    let index = parse_index(
        "\u{FEFF}# اسم\r\n\r\n\u{200F}الملف | العنوان | السنة\r\n\u{200F}--- | --- | ---\r\n\
         \u{2068}a.txt\u{2069} | \u{200F}عنوان\u{200F} | ٢٠٢٠\r\n",
    );
    assert_eq!(index.name.as_deref(), Some("اسم"));
    has_rows(&index, &[("a.txt", "عنوان", "", "2020", "")]);
    assert_eq!(index.rows[0].line, 5);
}

#[test]
fn header_line_with_too_few_cells_still_makes_a_table() {
    let index = parse_index("| file | title | date |\n|---|---|\n\u{00A0}| a.txt | T | 2020 |\n");
    has_rows(&index, &[("a.txt", "T", "2020", "2020", "")]);
    assert_eq!(index.rows[0].line, 3);
}

#[test]
fn first_table_with_a_file_column_is_the_index() {
    let index = parse_index(
        "| key | value |\n|-|-|\n| x | y |\n\nوصف.\n\n| file |\n|-|\n| a.txt |\n\n| file |\n|-|\n| b.txt |\n",
    );
    has_rows(&index, &[("a.txt", "", "", "", "")]);
    assert_eq!(index.description, "وصف.");
}

#[test]
fn table_under_a_heading_takes_its_period() {
    let index = parse_index("# Name\n\n## ٢٠٢٠\n\n| file |\n|-|\n| a.txt |\n");
    has_rows(&index, &[("a.txt", "", "", "2020", "")]);
}

#[test]
fn list_form_under_headings() {
    let index = parse_index(
        "# Name\n\nAbout.\n\n## 2020\n\n- [عنوان أول](a.txt)، وكالة، 14 أكتوبر 2020\n\
         - [Two](sub/b.txt), AFP, October 2, 2020\n\n## حرب ٢٠٢٣\n\n* `c.txt`: رويترز\n\
         * d.txt — AFP — 2023-09\n* [site](https://example.org/a.txt)\n* a remark\n",
    );
    assert_eq!(index.description, "About.");
    has_rows(
        &index,
        &[
            ("a.txt", "عنوان أول", "2020-10-14", "2020", "وكالة"),
            ("sub/b.txt", "Two", "2020-10-02", "2020", "AFP"),
            ("c.txt", "", "", "حرب ٢٠٢٣", "رويترز"),
            ("d.txt", "", "2023-09", "2023", "AFP"),
        ],
    );
}

#[test]
fn heading_without_a_year_is_no_period() {
    let index = parse_index("# Name\n\n## 2020\n\n## The 12 articles\n\n- [A](a.txt)\n");
    has_rows(&index, &[("a.txt", "A", "", "", "")]);
}

#[test]
fn loose_and_nested_lists() {
    let index = parse_index("- [A](a.txt), AFP\n\n  - [B](b.txt)\n\n- [C](c.txt), 2020\n");
    has_rows(
        &index,
        &[
            ("a.txt", "A", "", "", "AFP"),
            ("b.txt", "B", "", "", ""),
            ("c.txt", "C", "2020", "2020", ""),
        ],
    );
}

#[test]
fn list_is_ignored_beside_a_table() {
    let index = parse_index("- [B](b.txt)\n\n| file |\n|-|\n| a.txt |\n");
    has_rows(&index, &[("a.txt", "", "", "", "")]);
}

#[test]
fn problems_carry_their_lines() {
    let index = parse_index("| file | date |\n|-|-|\n| a.txt | soon |\n| | 2020 |\n");
    let problems: Vec<_> = index
        .problems
        .iter()
        .map(|(line, kind)| (*line, kind.code()))
        .collect();
    assert_eq!(problems, [(3, "bad-date"), (4, "no-file-name")]);
    let index = parse_index("- [A](a.txt), 2020-99\n");
    assert_eq!(index.problems[0].0, 1);
}

/// Pieces of Markdown, so that tables and lists come about often.
fn markdown() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("| file | date |\n|-|-|\n".to_owned()),
        Just("| a.txt | 2020 |\n".to_owned()),
        Just("- [a](b.txt), 2020\n".to_owned()),
        Just("## 2020\n".to_owned()),
        Just("\\|".to_owned()),
        Just("\u{200F}".to_owned()),
        Just("\r\n".to_owned()),
        "[ -~]{0,8}",
        "\\PC{0,8}",
        any::<String>(),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_read_with_lines_in_range(text in markdown()) {
        let index = parse_index(&text);
        let n_lines = text.matches('\n').count() + 1;
        let lines = index.rows.iter().map(|row| row.line);
        for line in lines.chain(index.problems.iter().map(|(line, _)| *line)) {
            prop_assert!(line >= 1 && line as usize <= n_lines);
        }
        for row in &index.rows {
            prop_assert!(!row.paths.is_empty());
        }
    }
}
