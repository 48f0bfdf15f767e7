//! Annotated corpora in the formats of other programs, read back.

#![expect(clippy::expect_used, reason = "a test fails by a panic")]

use crate::export_readers::{
    Case, Files, Found, cases, kind, read_annotations, read_brat, read_conll, read_json_lines,
    read_rows, read_tei, slice,
};
use proptest::prelude::*;
use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::rc::Rc;
use warraq::arabic::is_format_control;
use warraq::base::ByteSpan;
use warraq::entity::export::{
    CsvCells, ExportedArticle, ExportedMention, FilesFormat, StreamFormat,
};

fn expected(cases: &[Case]) -> Vec<Found> {
    sorted(cases.iter().flat_map(Case::expected).collect())
}

fn sorted(mut found: Vec<Found>) -> Vec<Found> {
    found.sort();
    found
}

fn stream(cases: &[Case], format: StreamFormat) -> Vec<u8> {
    let mut out = Vec::new();
    let articles = cases.iter().map(Case::article);
    format.write(articles, &mut out).expect("memory takes all");
    out
}

fn files(cases: &[Case], format: FilesFormat) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    let articles = cases.iter().map(Case::article);
    let mut take = |path: &str, bytes: &[u8]| {
        files.push((path.to_owned(), bytes.to_vec()));
        Ok(())
    };
    format.write(articles, &mut take).expect("memory takes all");
    files
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn json_lines_say_all_in_order(cases in cases()) {
        let found = read_json_lines(&stream(&cases, StreamFormat::JsonLines));
        let places = |found: &Found| (found.start, Reverse(found.end));
        let mut ordered = Vec::new();
        for case in &cases {
            let mut expected = case.expected();
            expected.sort_by_key(|found| (places(found), found.tag != "NUM_CASUALTY"));
            ordered.extend(expected);
        }
        prop_assert_eq!(found, ordered);
    }

    #[test]
    fn rows_say_all(cases in cases()) {
        for cells in [CsvCells::Exact, CsvCells::Guarded] {
            let found = read_rows(&stream(&cases, StreamFormat::Csv(cells)), cells);
            prop_assert_eq!(sorted(found), expected(&cases));
        }
    }

    #[test]
    fn web_annotations_say_all(cases in cases()) {
        let texts: Vec<_> = cases.iter().map(|case| (case.file.clone(), case.text.clone())).collect();
        let found = read_annotations(&stream(&cases, StreamFormat::WebAnnotation), &texts);
        prop_assert_eq!(sorted(found), expected(&cases));
    }

    #[test]
    fn columns_say_all(cases in cases()) {
        let texts: Vec<String> = cases.iter().map(|case| case.text.clone()).collect();
        let documents = read_conll(&stream(&cases, StreamFormat::Conll), &texts);
        prop_assert_eq!(documents.len(), cases.len());
        for (document, case) in documents.iter().zip(&cases) {
            prop_assert_eq!(&document.file, &case.file);
            let mut at = 0;
            let is_lost = |c: char| !c.is_whitespace() && !c.is_control() && !is_format_control(c);
            for row in document.sentences.iter().flatten() {
                let (start, end) = row.place();
                prop_assert_eq!(row.cell("FORM"), slice(&case.text, start, end));
                prop_assert!(!slice(&case.text, at, start).contains(is_lost));
                at = end;
            }
            prop_assert!(!slice(&case.text, at, case.text.chars().count()).contains(is_lost));
            for (start, end, word) in &document.splits {
                prop_assert!(word.contains(&slice(&case.text, *start, *end)));
            }
            prop_assert_eq!(sorted(document.found.clone()), sorted(case.expected()));
        }
    }

    #[test]
    fn brat_says_all(cases in cases()) {
        let files: Files = files(&cases, FilesFormat::Brat).into_iter().collect();
        let articles = read_brat(&files);
        prop_assert_eq!(articles.len(), cases.len());
        for ((file, text, mut found), case) in articles.into_iter().zip(&cases) {
            prop_assert_eq!((&file, &text), (&case.file, &case.text));
            for found in &mut found {
                let names = (found.told.remove("ar"), found.told.remove("en"));
                prop_assert!(names.1.is_none_or(|name| name == "@name"));
            }
            prop_assert_eq!(sorted(found), sorted(case.expected()));
        }
    }

    #[test]
    fn tei_says_all(cases in cases()) {
        let files = files(&cases, FilesFormat::Tei);
        prop_assert_eq!(files.len(), cases.len());
        let mut paths = BTreeSet::new();
        for ((path, bytes), case) in files.iter().zip(&cases) {
            prop_assert!(paths.insert(path.to_lowercase()));
            prop_assert!(path.split('/').all(|part| !part.is_empty() && part != ".."));
            prop_assert!(path.strip_suffix(".xml").is_some());
            let (file, text, found) = read_tei(bytes);
            prop_assert_eq!(&text, &case.text);
            prop_assert_eq!(&file, &case.file);
            prop_assert_eq!(sorted(found), sorted(case.expected()));
        }
    }
}

/// An article with the kinds of mentions where their words stand first.
fn article<'a>(text: &'a str, mentions: &[(&str, usize)]) -> ExportedArticle<'a> {
    let mentions = mentions.iter().map(|(words, n)| {
        let start = text.find(words).expect("the words");
        let small = |n: usize| u32::try_from(n).expect("short");
        ExportedMention {
            span: ByteSpan::new(small(start), small(start + words.len())),
            ..kind(*n).0
        }
    });
    ExportedArticle {
        file: "01.txt",
        title: "عنوان",
        text,
        date: None,
        source: None,
        mentions: mentions.collect(),
    }
}

fn written(format: StreamFormat, article: ExportedArticle<'_>) -> String {
    let mut out = Vec::new();
    format.write([article], &mut out).expect("memory takes all");
    String::from_utf8(out).expect("UTF-8")
}

#[test]
fn a_word_is_split_where_a_name_begins_and_a_comment_says_so() {
    let article = article("قال لأرمينيا. ثم", &[("أرمينيا", 3)]);
    let lines = written(StreamFormat::Conll, article);
    let lines: Vec<&str> = lines.lines().skip(3).collect();
    let expected = [
        "# split = 2-3 لأرمينيا",
        "قال\tO\t_\tO\t0\t3\t_",
        "ل\tO\t_\tO\t4\t5\t_",
        "أرمينيا\tB-ORG\t_\tO\t5\t12\tbasis=list:%20world",
        ".\tO\t_\tO\t12\t13\t_",
        "",
        "ثم\tO\t_\tO\t14\t16\t_",
        "",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn casualties_nest_in_tei_where_they_can_and_are_spans_where_they_cross() {
    let body = |mentions: &[(&str, usize)]| {
        let mut content = String::new();
        let mut take = |_: &str, bytes: &[u8]| {
            content = String::from_utf8_lossy(bytes).into_owned();
            Ok(())
        };
        let article = article("مقتل 27 من الأرمن في", mentions);
        FilesFormat::Tei.write([article], &mut take).expect("taken");
        let body = content.split_once("<body xml:space=\"preserve\">");
        let (body, _) = body
            .and_then(|(_, rest)| rest.split_once("</body>"))
            .expect("a body");
        body.to_owned()
    };
    assert_eq!(
        body(&[("الأرمن", 3), ("27 من الأرمن", 9)]),
        "<p>مقتل <num type=\"num_casualty\" value=\"27\" ana=\"#told-1 #told-2 #told-3\">27 من \
         <orgName type=\"org\" ana=\"#told-1\">الأرمن</orgName></num> في</p>"
    );
    assert_eq!(
        body(&[("الأرمن في", 3), ("27 من الأرمن", 9)]),
        "<p>مقتل <anchor xml:id=\"span-1-start\"/>27 من \
         <orgName type=\"org\" ana=\"#told-1\">الأرمن<anchor xml:id=\"span-1-end\"/> في</orgName></p>"
    );
}

#[test]
fn brat_breaks_a_mention_at_a_line_end() {
    let mut files = Files::new();
    let mut take = |path: &str, bytes: &[u8]| {
        files.insert(path.to_owned(), bytes.to_vec());
        Ok(())
    };
    let article = article("في قره\nباغ", &[("قره\nباغ", 3)]);
    FilesFormat::Brat
        .write([article], &mut take)
        .expect("taken");
    assert_eq!(
        String::from_utf8_lossy(&files["01.ann"]),
        "T1\tORG 3 6;7 10\tقره باغ\n#1\tAnnotatorNotes T1\t{\"basis\":\"list: world\"}\n"
    );
}

/// A place that many may look at while one writes.
#[derive(Clone, Default)]
struct Shared(Rc<RefCell<Vec<u8>>>);

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn an_article_is_written_before_the_next_is_asked_for() {
    let formats = [
        StreamFormat::Csv(CsvCells::Exact),
        StreamFormat::JsonLines,
        StreamFormat::WebAnnotation,
        StreamFormat::Conll,
    ];
    for format in formats {
        let out = Shared::default();
        let mut before = 0;
        let articles = (0..3).map(|_| {
            let now = out.0.borrow().len();
            assert!(now > before || format == StreamFormat::JsonLines && now == before);
            before = now;
            article("قال", &[("قال", 0)])
        });
        format
            .write(articles, &mut out.clone())
            .expect("memory takes all");
    }
}

#[test]
fn what_cannot_be_written_is_told() {
    struct Full;
    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    for format in [
        StreamFormat::Csv(CsvCells::Guarded),
        StreamFormat::JsonLines,
    ] {
        let written = format.write([article("قال", &[("قال", 0)])], &mut Full);
        assert_eq!(
            written.expect_err("full").kind(),
            io::ErrorKind::StorageFull
        );
    }
    for format in [FilesFormat::Brat, FilesFormat::Tei] {
        let mut take = |_: &str, _: &[u8]| Err(io::ErrorKind::StorageFull.into());
        let written = format.write([article("قال", &[])], &mut take);
        assert_eq!(
            written.expect_err("full").kind(),
            io::ErrorKind::StorageFull
        );
    }
}
