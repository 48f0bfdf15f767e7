//! The annotated sets, and how good the program is on them.

use crate::score::matching::{Predicted, Score, score};
use crate::score::record::{Gold, parse_gold};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use warraq::base::{CancelToken, CharIndex, Progress};
use warraq::corpus::{Article, Corpus, LoadOptions, embedded, open_folder};
use warraq::entity::{
    Annotations, DateKind, Expression, ExpressionFinder, ExpressionValue, Gazetteer,
};

/// The types of names.
pub(crate) const NAMES: [&str; 5] = ["PER", "GPE", "LOC", "ORG", "NORP"];

/// Annotated articles.
pub(crate) struct Set {
    /// What it is called in tables.
    pub(crate) name: &'static str,
    corpus: Corpus,
    gazetteer: Arc<Gazetteer>,
    gold: Vec<Gold>,
}

/// All sets: the subject (the articles that ship with the program, and those
/// of the press where they are at hand), general news that errors were looked
/// at in, and general news that nobody who wrote lists, rules or features saw.
pub(crate) fn sets() -> Vec<Set> {
    let here = |part: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join(part);
    let mut sets = vec![
        set(
            "seeds",
            embedded::open(),
            true,
            &here("tests/names/subject/seeds.jsonl"),
        ),
        folder("general", &here("tests/names/general")),
        folder("held-out", &here("tests/names/held-out")),
    ];
    let press = here("../shared/corpora/karabakh");
    if press.is_dir() {
        let gold = here("tests/names/subject/karabakh.jsonl");
        sets.insert(1, set("press", open(&press), false, &gold));
    } else {
        eprintln!("SKIPPED: {} is not there", press.display());
    }
    sets
}

fn folder(name: &'static str, path: &Path) -> Set {
    set(name, open(path), false, &path.join("mentions.jsonl"))
}

fn open(path: &Path) -> Corpus {
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    open_folder(path, &LoadOptions::default(), &progress, &cancel).expect("a corpus")
}

fn set(name: &'static str, corpus: Corpus, is_embedded: bool, gold: &PathBuf) -> Set {
    let gold = std::fs::read_to_string(gold).expect("annotations");
    let (gold, bad_lines) = parse_gold(&gold);
    assert_eq!(bad_lines, [0; 0], "{name}");
    let gazetteer = Arc::new(Gazetteer::for_corpus(&corpus, is_embedded).0);
    let set = Set {
        name,
        corpus,
        gazetteer,
        gold,
    };
    // Annotations of another text would count for nothing, or worse.
    for mention in &set.gold {
        let chars = set.text_of(&mention.file).chars();
        let words: String = chars
            .skip(mention.start)
            .take(mention.end - mention.start)
            .collect();
        assert_eq!(
            words, mention.text,
            "{name}: {} {}",
            mention.file, mention.start
        );
    }
    set
}

impl Set {
    /// The text of an article.
    pub(crate) fn text_of(&self, file: &str) -> &str {
        let article = self.corpus.articles.iter().find(|a| &*a.file == file);
        article.map_or("", |article| &article.text)
    }

    /// How good names are found.
    pub(crate) fn names(&self) -> Score {
        let (progress, cancel) = (Progress::default(), CancelToken::default());
        let found = Annotations::new(&self.corpus, &self.gazetteer, &progress, &cancel);
        let found = found.expect("nobody cancels");
        self.scored(&NAMES, |article| {
            let mut chars = CharIndex::new(&article.text);
            let mentions = found.of(article.id).iter();
            mentions
                .map(|mention| Predicted {
                    start: chars.char_of(mention.span.range().start),
                    end: chars.char_of(mention.span.range().end),
                    tag: mention.kind.tag().to_owned(),
                    value: None,
                })
                .collect()
        })
    }

    /// How good expressions of the type `tag` are found, and their values.
    pub(crate) fn expressions(&self, tag: &str) -> Score {
        let mut finder = ExpressionFinder::new();
        self.scored(&[tag], |article| {
            let mut found = Vec::new();
            finder.find(&article.text, article.date, &mut found);
            let mut chars = CharIndex::new(&article.text);
            let counted = found.iter().filter(|expression| !is_optional(expression));
            counted
                .map(|expression| Predicted {
                    start: chars.char_of(expression.span.range().start),
                    end: chars.char_of(expression.span.range().end),
                    tag: tag_of(expression).to_owned(),
                    value: value_of(expression),
                })
                .collect()
        })
    }

    fn scored(&self, tags: &[&str], mut find: impl FnMut(&Article) -> Vec<Predicted>) -> Score {
        let mut total = Score::default();
        for article in &self.corpus.articles {
            let found = find(article);
            total.add(score(
                &article.file,
                &article.text,
                &self.gold,
                &found,
                tags,
            ));
        }
        total
    }
}

/// Whether the guidelines never count it against a system.
fn is_optional(expression: &Expression) -> bool {
    match &expression.value {
        ExpressionValue::Date(date) => date.sub == DateKind::Duration,
        ExpressionValue::Casualty(count) => count.vague,
        ExpressionValue::Time(_) => false,
    }
}

fn tag_of(expression: &Expression) -> &'static str {
    match expression.value {
        ExpressionValue::Date(_) => "DATE",
        ExpressionValue::Time(_) => "TIME",
        ExpressionValue::Casualty(_) => "NUM_CASUALTY",
    }
}

fn value_of(expression: &Expression) -> Option<String> {
    match &expression.value {
        ExpressionValue::Date(date) => {
            let dates: Vec<String> = date.iso.iter().map(ToString::to_string).collect();
            Some(dates.join("; "))
        }
        ExpressionValue::Time(time) => time.clock.map(|(h, m)| format!("{h:02}:{m:02}")),
        ExpressionValue::Casualty(count) => Some(count.value.to_string()),
    }
}
