//! What `warraq compare` prints, read back.

use super::table::COLUMNS;
use super::*;
use crate::corpus::embedded;
use clap::Parser;
use std::collections::BTreeMap;

#[derive(Debug, Parser)]
struct Line {
    #[command(flatten)]
    arguments: CompareArguments,
}

/// What the command prints of the built-in corpus, and its exit code.
fn printed(line: &str) -> (String, ExitCode) {
    let arguments = Line::parse_from(["compare"].into_iter().chain(line.split(' ')));
    let arguments = arguments.arguments;
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    let corpus = Arc::new(embedded::open());
    let indexed = Arc::new(IndexedCorpus::build(corpus, &progress, &cancel).unwrap());
    let names = (arguments.what == What::Names).then(|| {
        let gazetteer = Arc::new(names_of(&indexed.corpus, true).gazetteer());
        Annotations::new(&indexed.corpus, &gazetteer, &progress, &cancel).unwrap()
    });
    let sets = [&arguments.a, &arguments.b].map(|text| {
        let query = query_of(text).unwrap();
        let set = found(&query, text, &indexed, names.as_ref(), &arguments);
        set.map_err(|_| "no set").unwrap()
    });
    let mut out = Vec::new();
    let code = print(&mut out, &indexed, names.as_ref(), &sets, &arguments);
    let code = code.map_err(|_| "no rows").unwrap();
    (String::from_utf8(out).unwrap(), code)
}

/// The rows of CSV and of JSON Lines as texts by column.
fn read(line: &str) -> [Vec<BTreeMap<String, String>>; 2] {
    let (csv, _) = printed(&format!("{line} --format csv"));
    let mut reader = csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_reader(csv.as_bytes());
    let rows = reader.deserialize().map(Result::unwrap).collect();
    let (json, _) = printed(&format!("{line} --format jsonl"));
    let lines = json.lines().map(|line| {
        let row: BTreeMap<String, Json> = serde_json::from_str(line).unwrap();
        let text = |value: Json| match value {
            Json::Null => String::new(),
            Json::String(text) => text,
            number => number.to_string(),
        };
        row.into_iter()
            .map(|(key, value)| (key, text(value)))
            .collect()
    });
    [rows, lines.collect()]
}

#[test]
fn both_forms_say_the_same_and_as_the_corpus_has_it() {
    for what in ["words", "names", "ngrams", "outlets"] {
        let [csv, json] = read(&format!("--a period:2020 --b period:2023 --what {what}"));
        assert_eq!(csv.len(), json.len(), "{what}");
        assert!(csv.len() > 1, "{what}");
        for (row, other) in csv.iter().zip(&json) {
            assert_eq!(row.len(), COLUMNS.len());
            for column in COLUMNS {
                let (here, there) = (&row[column], &other[column]);
                let same = here.parse::<f64>().ok().zip(there.parse::<f64>().ok());
                assert!(
                    here == there || same.is_some_and(|(a, b)| (a - b).abs() < 1e-12),
                    "{column}: {here} {there}"
                );
            }
            // Three against two: nothing can be significant.
            assert!(row["p"].parse::<f64>().unwrap() >= 0.2);
            assert!(row["q"].parse::<f64>().unwrap() >= row["p"].parse::<f64>().unwrap());
        }
        let articles = |row: &BTreeMap<String, String>| {
            let n = |column: &str| row[column].parse::<u32>().unwrap();
            n("a_articles") + n("b_articles")
        };
        assert!(
            csv.is_sorted_by(|a, b| articles(a) >= articles(b)),
            "{what}"
        );
    }
}

#[test]
fn a_row_counts_what_stands_in_the_texts() {
    let [rows, _] = read("--a period:2020 --b period:2023");
    let corpus = embedded::open();
    let row = rows
        .iter()
        .find(|row| crate::arabic::fold(&row["item"]) == crate::arabic::fold("باكو"));
    let row = row.unwrap();
    for (side, period) in [("a", "2020"), ("b", "2023")] {
        let of_side = corpus
            .articles
            .iter()
            .filter(|article| article.period.as_deref() == Some(period));
        let counts: Vec<usize> = of_side
            .map(|article| {
                let words = crate::arabic::folded_words(&article.text);
                words
                    .iter()
                    .filter(|word| **word == crate::arabic::fold("باكو"))
                    .count()
            })
            .collect();
        assert_eq!(
            row[&format!("{side}_count")],
            counts.iter().sum::<usize>().to_string()
        );
        let n = counts.iter().filter(|count| **count > 0).count();
        assert_eq!(row[&format!("{side}_articles")], n.to_string());
    }
}

#[test]
fn the_head_says_what_was_asked() {
    let line = "--a period:2020 --b period:2023 --no-function-words --head";
    let (json, code) = printed(&format!("{line} --format jsonl"));
    assert_eq!(code, ExitCode::SUCCESS);
    let head: Json = serde_json::from_str(json.lines().next().unwrap()).unwrap();
    let head = &head["warraq"];
    assert_eq!(
        (&head["a"], &head["b"]),
        (&Json::from("period:2020"), &Json::from("period:2023"))
    );
    assert_eq!(
        (&head["a_articles"], &head["b_articles"]),
        (&Json::from(3), &Json::from(2))
    );
    assert_eq!(
        (&head["least_p"], &head["function_words"]),
        (&Json::from(0.2), &Json::from(false))
    );
    assert!(head["candidates"].as_u64() > u64::try_from(json.lines().count()).ok());
    assert!(!json.contains("\"item\":\"في\""));
    let (csv, _) = printed(&format!("{line} --format csv"));
    assert!(csv.starts_with("# program,") && csv.contains("\r\n# seed,0\r\n"));
}

#[test]
fn an_empty_side_is_no_result() {
    let (out, code) = printed("--a period:2020 --b period:1999");
    assert_eq!((out.as_str(), code), ("", ExitCode::from(2)));
}
