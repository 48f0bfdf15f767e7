//! The five articles that the project is measured on, and the corpus that
//! ships with it.

#![expect(
    clippy::expect_used,
    clippy::print_stderr,
    reason = "a test fails by a panic and says when it is skipped"
)]

use std::path::{Path, PathBuf};

use warraq::base::{CancelToken, Progress, Severity};
use warraq::corpus::{Corpus, DatedBy, LoadOptions, embedded, furniture_lines, open_folder};

/// The reference corpus; it does not ship with the source.
fn karabakh() -> Option<PathBuf> {
    let path = Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/corpora/karabakh"
    ));
    let found = path.is_dir().then(|| path.to_path_buf());
    if found.is_none() {
        eprintln!("SKIPPED: {} is absent", path.display());
    }
    found
}

fn open(path: &Path) -> Corpus {
    open_folder(
        path,
        &LoadOptions::default(),
        &Progress::default(),
        &CancelToken::default(),
    )
    .expect("corpus")
}

#[test]
fn indexed_articles_are_all_dated_by_the_index() {
    let Some(path) = karabakh() else { return };
    let corpus = open(&path);
    assert_eq!(corpus.problems, []);
    assert_eq!(corpus.articles.len(), 5);
    assert!(
        corpus
            .articles
            .iter()
            .all(|a| a.dated_by == Some(DatedBy::Index))
    );
    let dates: Vec<_> = corpus
        .articles
        .iter()
        .filter_map(|a| a.date)
        .map(|d| d.to_string())
        .collect();
    assert_eq!(
        dates,
        [
            "2020-10",
            "2020-10-14",
            "2020-10",
            "2023-09-20",
            "2023-09-20"
        ]
    );
    let periods = corpus.periods();
    let counts: Vec<_> = periods
        .dated
        .iter()
        .map(|p| (p.period.as_str(), p.n_articles))
        .collect();
    assert_eq!(counts, [("2020", 3), ("2023", 2)]);
    assert!(
        corpus.articles.iter().all(|a| a.extra.len() == 1),
        "the note column"
    );
}

#[test]
fn raw_articles_are_dated_by_their_datelines_alone() {
    let Some(path) = karabakh() else { return };
    let raw = tempfile::tempdir().expect("folder");
    for entry in std::fs::read_dir(path).expect("listing") {
        let entry = entry.expect("entry");
        if entry.path().extension().is_some_and(|e| e == "txt") {
            std::fs::copy(entry.path(), raw.path().join(entry.file_name())).expect("copy");
        }
    }
    let corpus = open(raw.path());
    assert_eq!(corpus.problems, []);
    let dated: Vec<_> = corpus
        .articles
        .iter()
        .filter_map(|a| Some((&*a.file, a.date?.to_string(), a.dated_by?)))
        .collect();
    let expected = (
        "001_f1e24f1ac4e8d5b6.txt",
        "2020-10-14".to_owned(),
        DatedBy::Text,
    );
    assert_eq!(dated, [expected]);
    assert_eq!(corpus.periods().n_undated, 4);
}

#[test]
fn page_furniture_of_the_articles_is_found() {
    let Some(path) = karabakh() else { return };
    let corpus = open(&path);
    let lines: Vec<_> = corpus
        .articles
        .iter()
        .flat_map(|a| {
            furniture_lines(&a.text)
                .into_iter()
                .map(|s| s.slice(&a.text))
        })
        .collect();
    assert_eq!(
        lines,
        [
            "+ الخط -",
            "المساهمون",
            "شاركها.",
            "اترك تعليقاً",
            "Exit mobile version"
        ]
    );
}

#[test]
fn embedded_corpus_is_whole_and_without_errors() {
    let corpus = embedded::open();
    assert_eq!(corpus.articles.len(), 5);
    assert_eq!(corpus.root, None);
    assert!(!corpus.name.is_empty() && corpus.entities_toml.is_some());
    assert!(corpus.articles.iter().all(|a| a.period.is_some()));
    assert!(
        corpus
            .problems
            .iter()
            .all(|p| p.severity() != Severity::Error)
    );
}
