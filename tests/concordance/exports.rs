//! What is written, read back by other readers.

use crate::concordance::fixture::{Fixture, Sketch, fixture_and_hits};
use crate::concordance::orders::sort;
use proptest::prelude::*;
use serde_json::Value;
use std::io::{self, Write};
use std::sync::Arc;
use warraq::analysis::concordance::export::{
    Columns, ExportError, ExportOrigin, Format, Head, LineExport,
};
use warraq::analysis::concordance::{
    Concordance, ConcordanceSettings, Hit, HitKey, Marks, Sample, SortSpec, copy_text,
};
use warraq::base::{CancelToken, Progress};

const CSV: Format = Format::Csv {
    byte_order_mark: true,
};
const FORMATS: [Format; 5] = [Format::Text, CSV, Format::Tsv, Format::Jsonl, Format::Html];

/// A concordance and how it is written.
struct Case<'a> {
    fixture: &'a Fixture,
    concordance: Concordance,
    marks: Marks,
    head: Option<Head>,
}

impl<'a> Case<'a> {
    fn new(fixture: &'a Fixture, hits: &Arc<[Hit]>, settings: &ConcordanceSettings) -> Self {
        Self {
            fixture,
            concordance: fixture.concordance(hits, settings),
            marks: Marks::default(),
            head: None,
        }
    }

    fn with_head(mut self) -> Self {
        let origin = ExportOrigin {
            program: "warraq 0.1.0".to_owned(),
            corpus: "النزاع".to_owned(),
            exported: "2024-05-01".to_owned(),
            query: "\"وزارة, الدفاع\"\n<b>".to_owned(),
            level: "folded".to_owned(),
            folds: vec!["alef".to_owned(), "teh".to_owned()],
            filter: String::new(),
            n_words: 3000,
        };
        self.head = Some(Head::new(&self.concordance, origin));
        self
    }

    fn export(&self, format: Format, columns: Columns) -> LineExport<'_> {
        LineExport {
            of: self.fixture.of(),
            concordance: &self.concordance,
            marks: &self.marks,
            format,
            head: self.head.as_ref(),
            columns,
            lines: None,
        }
    }

    fn write(&self, format: Format, columns: Columns) -> String {
        let mut bytes = Vec::new();
        let progress = Progress::default();
        self.export(format, columns)
            .write(&mut bytes, &progress, &CancelToken::default())
            .unwrap();
        assert_eq!(progress.done(), self.concordance.n_lines() as u64);
        String::from_utf8(bytes).unwrap()
    }

    /// The cells of the short columns, from the lines and the texts.
    fn expected(&self) -> Vec<Vec<String>> {
        let of = self.fixture.of();
        let lines = (0..self.concordance.n_lines()).map(|n| self.concordance.line(of, n).unwrap());
        lines
            .map(|line| {
                let text = &line.article.text;
                let start = text[..line.span.start as usize].chars().count();
                let end = text[..line.span.end as usize].chars().count();
                vec![
                    line.article.file.to_string(),
                    start.to_string(),
                    end.to_string(),
                    line.before.text.clone(),
                    line.verbatim().to_owned(),
                    line.after.text.clone(),
                ]
            })
            .collect()
    }
}

/// The rows of a file with delimiters, its header first, its comments left out.
fn read_delimited(text: &str, delimiter: u8) -> Vec<Vec<String>> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .comment(Some(b'#'))
        .from_reader(text.as_bytes())
        .records()
        .map(|record| record.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

fn read_jsonl(text: &str) -> Vec<Value> {
    let lines = text.lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// The texts of the cells of each row of the body.
fn read_html(html: &str) -> Vec<Vec<String>> {
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        ..Default::default()
    };
    let document = roxmltree::Document::parse_with_options(html, options).unwrap();
    let bodies = document
        .descendants()
        .filter(|node| node.has_tag_name("tbody"));
    let text = |node: roxmltree::Node<'_, '_>| -> String {
        node.descendants()
            .filter(roxmltree::Node::is_text)
            .filter_map(|n| n.text())
            .collect()
    };
    bodies
        .flat_map(|body| body.children())
        .filter(|node| node.has_tag_name("tr"))
        .map(|row| {
            row.children()
                .filter(|n| n.has_tag_name("td"))
                .map(text)
                .collect()
        })
        .collect()
}

/// What an HTML reader sees of a text.
fn seen(text: &str) -> String {
    let is_refused = |c: char| {
        c.is_control() || matches!(c, '\u{FDD0}'..='\u{FDEF}') || (c as u32) & 0xFFFE == 0xFFFE
    };
    text.replace(is_refused, "\u{FFFD}")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_format_tells_the_same_lines(
        (fixture, picks) in fixture_and_hits(),
        keys in prop::collection::vec(sort(), 0..3),
        has_head: bool,
    ) {
        let settings = ConcordanceSettings { sort: SortSpec(keys), ..ConcordanceSettings::default() };
        let mut case = Case::new(&fixture, &fixture.hits(&picks), &settings);
        if has_head {
            case = case.with_head();
        }
        let expected = case.expected();
        for row in &expected {
            let of_file = fixture.corpus.articles.iter().find(|a| *a.file == *row[0]).unwrap();
            let (start, end): (usize, usize) = (row[1].parse().unwrap(), row[2].parse().unwrap());
            let node: String = of_file.text.chars().skip(start).take(end - start).collect();
            prop_assert_eq!(&node, &row[4], "offsets count scalar values");
        }
        let names = Columns::Short.names();

        let csv = case.write(CSV, Columns::Short);
        let has_mark = csv.starts_with('\u{FEFF}');
        prop_assert!(has_mark);
        let rows = read_delimited(&csv, b',');
        prop_assert_eq!(&rows[0], names);
        prop_assert_eq!(&rows[1..], &expected);

        let tsv = case.write(Format::Tsv, Columns::Short);
        let rows = read_delimited(&tsv, b'\t');
        prop_assert_eq!(&rows[0], names);
        let n_comments = tsv.lines().filter(|line| line.starts_with("# ")).count();
        prop_assert_eq!(tsv.lines().count(), n_comments + rows.len(), "a line each");
        let on_one_line: Vec<Vec<String>> = expected
            .iter()
            .map(|row| {
                let mut row = row.clone();
                row[4] = one_line(&row[4]);
                row
            })
            .collect();
        prop_assert_eq!(&rows[1..], &on_one_line);

        let objects = read_jsonl(&case.write(Format::Jsonl, Columns::Short));
        let objects = &objects[usize::from(has_head)..];
        for (object, row) in objects.iter().zip(&expected) {
            let object = object.as_object().unwrap();
            let keys: Vec<&str> = object.keys().map(String::as_str).collect();
            let mut names = names.to_vec();
            names.sort_unstable();
            prop_assert_eq!(keys, names);
            for (n, name) in Columns::Short.names().iter().enumerate() {
                let value = &object[*name];
                let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                prop_assert_eq!(&text, &row[n]);
            }
        }
        prop_assert_eq!(objects.len(), expected.len());

        let html = case.write(Format::Html, Columns::Short);
        let cells: Vec<Vec<String>> = expected
            .iter()
            .map(|row| {
                let place = format!("{} {}–{}", row[0], row[1], row[2]);
                let texts = [&row[3], &row[4], &row[5]].map(|text| seen(&one_line(text)));
                [vec![place], texts.to_vec()].concat()
            })
            .collect();
        prop_assert_eq!(read_html(&html), cells);

        let text = case.write(Format::Text, Columns::Short);
        let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with("# ")).collect();
        prop_assert_eq!(lines.len(), expected.len());
        for line in lines {
            assert_isolates_are_paired(line);
        }
    }
}

#[track_caller]
fn assert_isolates_are_paired(line: &str) {
    assert!(
        line.starts_with('\u{200F}'),
        "a right-to-left paragraph: {line:?}"
    );
    let mut is_open = false;
    for c in line.chars() {
        match c {
            '\u{2066}' | '\u{2067}' => {
                assert!(!is_open, "isolates are not nested: {line:?}");
                is_open = true;
            }
            '\u{2069}' => {
                assert!(is_open, "nothing is open: {line:?}");
                is_open = false;
            }
            c => assert!(
                !c.is_control() && !matches!(c, '\u{202A}'..='\u{202E}'),
                "{line:?}"
            ),
        }
    }
    assert!(!is_open, "an isolate stays open: {line:?}");
}

fn small() -> Fixture {
    Fixture::new(vec![
        Sketch {
            file: "001.txt".to_owned(),
            text: "قالت \"وزارة\tالدفاع\"،\nأمس".to_owned(),
            date: Some("2020-10-14"),
            source: Some("الأفق"),
        },
        Sketch {
            file: "#2.txt".to_owned(),
            text: "\u{1F600} الدفاع".to_owned(),
            ..Sketch::default()
        },
    ])
}

fn small_case(fixture: &Fixture) -> Case<'_> {
    // Articles by file: `#2.txt` comes first, with one word.
    let hits: Arc<[Hit]> = [Hit { start: 0, end: 1 }, Hit { start: 2, end: 4 }].into();
    let settings = ConcordanceSettings {
        sort: "date".parse().unwrap(),
        sample: Some(Sample { size: 9, seed: 3 }),
        ..ConcordanceSettings::default()
    };
    let mut case = Case::new(fixture, &hits, &settings).with_head();
    let key = HitKey::of(fixture.of(), hits[0]).unwrap();
    case.marks.change(key, |mark| {
        mark.ticked = true;
        mark.note.push_str("ملاحظة, \"مهمة\"\nثانية");
    });
    case
}

#[test]
fn csv_is_as_it_is_documented() {
    let fixture = small();
    let csv = small_case(&fixture).write(CSV, Columns::All);
    assert_eq!(csv.as_bytes()[..3], [0xEF, 0xBB, 0xBF]);
    let expected = "\u{FEFF}# program,warraq 0.1.0\r\n# corpus,النزاع\r\n# exported,2024-05-01\r\n\
        # query,\"\"\"وزارة, الدفاع\"\" <b>\"\r\n# level,folded\r\n# folds,\"alef, teh\"\r\n\
        # filter,none\r\n# sort,date\r\n# group,none\r\n# sample,9\r\n# seed,3\r\n\
        # only_ticked,false\r\n# hits,2\r\n# lines,2\r\n# articles,2\r\n# words,3000\r\n\
        # per_million,666.67\r\n\
        file,start,end,before,node,after,period,date,source,title,note,ticked\r\n\
        001.txt,6,18,\"قالت \"\"\",وزارة\tالدفاع,\"\"\"، أمس\",2020,2020-10-14,الأفق,عنوان 1,,false\r\n\
        \"#2.txt\",2,8,\u{1F600} ,الدفاع,,,,,عنوان 0,\"ملاحظة, \"\"مهمة\"\"\nثانية\",true\r\n";
    assert_eq!(csv, expected);
    let plain = small_case(&fixture).write(
        Format::Csv {
            byte_order_mark: false,
        },
        Columns::All,
    );
    assert_eq!(Some(plain.as_str()), csv.strip_prefix('\u{FEFF}'));
}

#[test]
fn json_lines_are_as_they_are_documented() {
    let fixture = small();
    let mut case = small_case(&fixture);
    let all = read_jsonl(&case.write(Format::Jsonl, Columns::All));
    let head = &all[0]["warraq"];
    assert_eq!(head["query"], "\"وزارة, الدفاع\"\n<b>");
    assert_eq!(head["seed"], 3);
    assert_eq!(head["per_million"], 666.67);
    assert_eq!(head["filter"], Value::Null);
    assert_eq!(all[1]["node"], "وزارة\tالدفاع");
    assert_eq!(all[1]["source"], "الأفق");
    assert_eq!(all[2]["date"], Value::Null);
    assert_eq!(all[2]["note"], "ملاحظة, \"مهمة\"\nثانية");
    assert_eq!(all[2]["ticked"], true);

    case.head = None;
    let bare = case.write(Format::Jsonl, Columns::Short);
    assert_eq!(
        bare.lines().next(),
        Some(
            r#"{"file":"001.txt","start":6,"end":18,"before":"قالت \"","node":"وزارة\tالدفاع","after":"\"، أمس"}"#
        )
    );
    assert_eq!(bare.lines().count(), 2);
}

#[test]
fn pages_load_nothing_and_isolate_every_text() {
    let fixture = small();
    let html = small_case(&fixture).write(Format::Html, Columns::All);
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">"));
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        ..Default::default()
    };
    let document = roxmltree::Document::parse_with_options(&html, options).unwrap();
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        for attribute in ["src", "href", "onload"] {
            assert!(!node.has_attribute(attribute), "{node:?}");
        }
    }
    assert!(!html.contains("url(") && !html.contains("@import"));
    let isolates = document.descendants().filter(|node| {
        let is_cell = |name| node.attribute("class") == Some(name) && node.has_tag_name("td");
        is_cell("before") || is_cell("node") || is_cell("after")
    });
    let mut n_cells = 0;
    for cell in isolates {
        let inner: Vec<_> = cell.children().collect();
        assert_eq!(inner.len(), 1, "nothing stands outside the isolate");
        assert!(inner[0].has_tag_name("bdi"));
        assert_eq!(inner[0].attribute("dir"), Some("rtl"));
        n_cells += 1;
    }
    assert_eq!(n_cells, 6);
    assert!(html.contains("<title>&quot;وزارة, الدفاع&quot; &lt;b&gt;</title>"));
}

#[test]
fn text_is_aligned_for_the_eye() {
    let fixture = small();
    let mut case = small_case(&fixture);
    case.head = None;
    case.concordance
        .set_width(warraq::analysis::concordance::Width { words: 3, chars: 8 });
    let text = case.write(Format::Text, Columns::Short);
    let expected = "\u{200F}\u{2066}001.txt:6\u{2069}       \
        \u{0020}\u{0020}\u{0020}\u{0020}\u{2067}قالت \"\u{2069}  \
        \u{2067}وزارة الدفاع\u{2069}  \u{2067}\"، أمس\u{2069}\n\
        \u{200F}\u{2066}#2.txt:2\u{2069}        \
        \u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{2067}\u{1F600}\u{2069}  \
        \u{2067}الدفاع\u{2069}        \u{2067}\u{2069}  # \u{2067}ملاحظة, \"مهمة\" ثانية\u{2069}\n";
    assert_eq!(text, expected);
}

#[test]
fn selected_lines_are_copied() {
    let fixture = small();
    let case = small_case(&fixture);
    let of = fixture.of();
    assert_eq!(
        copy_text(of, &case.concordance, &[1, 0, 7]),
        "#2.txt\t\u{1F600}\tالدفاع\t\n001.txt\tقالت \"\tوزارة الدفاع\t\"، أمس\n"
    );
}

#[test]
fn long_exports_are_whole_and_in_order() {
    let words: Vec<String> = (0..25_000).map(|n| format!("كلمة{n}")).collect();
    let fixture = Fixture::one(&words.join(" "));
    let hits: Arc<[Hit]> = (0..20_000)
        .map(|n| Hit {
            start: n,
            end: n + 2 + n % 3,
        })
        .collect();
    let settings = ConcordanceSettings {
        sort: "position:desc".parse().unwrap(),
        ..ConcordanceSettings::default()
    };
    let case = Case::new(&fixture, &hits, &settings);
    let rows = read_delimited(&case.write(CSV, Columns::Short), b',');
    assert!(rows[1..] == case.expected()[..]);
}

/// Fails after so many bytes, as a full disk does.
struct FullDisk(usize);

impl Write for FullDisk {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let n = bytes.len().min(self.0);
        self.0 -= n;
        match n {
            0 => Err(io::ErrorKind::StorageFull.into()),
            n => Ok(n),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn failures_and_cancels_are_told() {
    let fixture = small();
    let case = small_case(&fixture);
    for format in FORMATS {
        let export = case.export(format, Columns::All);
        let cancel = CancelToken::default();
        let mut disk = FullDisk(40);
        let full = export.write(&mut disk, &Progress::default(), &cancel);
        assert!(
            matches!(full, Err(ExportError::Io(error)) if error.kind() == io::ErrorKind::StorageFull)
        );
        cancel.cancel();
        let mut out = Vec::new();
        let cancelled = export.write(&mut out, &Progress::default(), &cancel);
        assert!(
            matches!(cancelled, Err(ExportError::Cancelled)),
            "{format:?}"
        );
        assert!(out.is_empty());
    }
}
