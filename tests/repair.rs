//! What the reader says of names, from `entities.toml` to the mentions of a
//! corpus.

#![expect(clippy::expect_used, reason = "a test fails by a panic")]

use std::fs;
use std::sync::Arc;

use warraq::base::{CancelToken, Progress};
use warraq::corpus::{Corpus, LoadOptions, open_folder};
use warraq::entity::repair::{Meaning, NamesFile, Repair, Scope, write};
use warraq::entity::{Annotations, Basis, EntityType, Gazetteer};

const A: &str = "زار الرئيس فلاديمير بوتين باكو. وقال بوتين إن موسكو تدعم باكو.";
const B: &str = "في الجمعة صلى الناس. وتقع الجمعة جنوب المدينة. وقالت موسكو إن باكو بعيدة.";

fn corpus(names: &str) -> Corpus {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.txt"), A).expect("written");
    fs::write(folder.path().join("b.txt"), B).expect("written");
    fs::write(folder.path().join("entities.toml"), names).expect("written");
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    open_folder(folder.path(), &LoadOptions::default(), &progress, &cancel).expect("a corpus")
}

fn annotate(names: &str) -> (Corpus, Annotations) {
    let corpus = corpus(names);
    let (gazetteer, problems) = Gazetteer::for_corpus(&corpus, false);
    assert_eq!(problems, []);
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    let found = Annotations::new(&corpus, &Arc::new(gazetteer), &progress, &cancel);
    (corpus, found.expect("whole"))
}

/// Every mention as `file words TYPE id`, with `!` where the reader said so.
fn mentions(names: &str) -> Vec<String> {
    let (corpus, found) = annotate(names);
    let mut lines = Vec::new();
    for article in &corpus.articles {
        for mention in found.of(article.id) {
            let id = &found.table().get(mention.entity).expect("an entity").id;
            let said = if mention.basis == Basis::Reader {
                "!"
            } else {
                ""
            };
            let words = mention.span.slice(&article.text);
            let tag = mention.kind.tag();
            lines.push(format!("{} {words} {tag} {id}{said}", article.file));
        }
    }
    lines
}

fn with(names: &str, line: &str) -> usize {
    mentions(names)
        .iter()
        .filter(|found| *found == line)
        .count()
}

/// `names` after `repair`, as the program writes it.
fn repaired(names: &str, repair: &Repair) -> String {
    let (_, found) = annotate(names);
    let file = NamesFile::parse("entities.toml", names);
    let patch = repair.patch(&file, &**found.table()).expect("sense");
    write(names, &patch).expect("written")
}

#[test]
fn words_are_marked_everywhere_in_an_article_or_here() {
    let mark = |scope| Repair::Mark {
        text: "الجمعة".to_owned(),
        scope,
        meaning: Meaning::OfType(EntityType::Gpe),
    };
    let file = || "b.txt".to_owned();
    let everywhere = repaired("", &mark(Scope::Everywhere));
    let found = |names: &str| {
        let lines = mentions(names);
        lines
            .iter()
            .filter(|line| line.contains("الجمعة GPE"))
            .count()
    };
    assert_eq!(found(&everywhere), 2, "{:?}", mentions(&everywhere));
    let article = repaired("", &mark(Scope::Article { file: file() }));
    assert_eq!(found(&article), 2);
    let other = repaired(
        "",
        &mark(Scope::Article {
            file: "a.txt".into(),
        }),
    );
    let (_, problems) = Gazetteer::for_corpus(&corpus(&other), false);
    assert_eq!(
        problems.len(),
        1,
        "the words do not stand there: {problems:?}"
    );
    let (before, _) = B.rsplit_once("الجمعة").expect("there");
    let start = u32::try_from(before.chars().count()).expect("short");
    let here = repaired(
        "",
        &mark(Scope::Here {
            file: file(),
            start,
        }),
    );
    assert_eq!(found(&here), 1 + found("").min(1));
}

#[test]
fn what_is_no_name_is_not_marked() {
    assert_eq!(with("", "a.txt باكو GPE Baku"), 2);
    let not = |scope| Repair::NotAName {
        text: "باكو".to_owned(),
        scope,
    };
    let everywhere = repaired("", &not(Scope::Everywhere));
    assert_eq!(with(&everywhere, "a.txt باكو GPE Baku"), 0);
    assert_eq!(with(&everywhere, "b.txt باكو GPE Baku"), 0);
    let article = repaired(
        "",
        &not(Scope::Article {
            file: "a.txt".into(),
        }),
    );
    assert_eq!(with(&article, "a.txt باكو GPE Baku"), 0);
    assert_eq!(with(&article, "b.txt باكو GPE Baku"), 1);
}

#[test]
fn merged_entities_are_one_under_the_id_kept() {
    let merge = Repair::Merge {
        from: "Baku".to_owned(),
        into: "Moscow".to_owned(),
    };
    let merged = repaired("", &merge);
    assert_eq!(with(&merged, "a.txt باكو GPE Moscow"), 2);
    assert_eq!(with(&merged, "a.txt موسكو GPE Moscow"), 1);
    let (_, found) = annotate(&merged);
    assert_eq!(found.table().find("Baku"), found.table().find("Moscow"));
}

#[test]
fn a_spelling_is_taken_from_an_entity_and_given_to_another() {
    let split = Repair::Split {
        entity: "Vladimir Putin".to_owned(),
        spellings: vec!["بوتين".to_owned()],
        into: "Another Putin".to_owned(),
    };
    let names = repaired("", &split);
    assert_eq!(with(&names, "a.txt فلاديمير بوتين PER Vladimir Putin"), 1);
    assert_eq!(
        with(&names, "a.txt بوتين PER Another Putin"),
        1,
        "{:?}",
        mentions(&names)
    );
}

#[test]
fn names_shown_and_notes_come_from_the_file() {
    let rename = Repair::Rename {
        entity: "Baku".to_owned(),
        ar: Some("مدينة باكو".to_owned()),
        en: Some("City of Baku".to_owned()),
    };
    let names = repaired("", &rename);
    let note = Repair::SetNote {
        entity: "Baku".to_owned(),
        note: "العاصمة".to_owned(),
    };
    let names = repaired(&names, &note);
    let (_, found) = annotate(&names);
    let baku = found.table().find("Baku").expect("known");
    let entity = found.table().get(baku).expect("an entity");
    assert_eq!(&*entity.ar, "مدينة باكو");
    assert_eq!(entity.en.as_deref(), Some("City of Baku"));
    assert_eq!(entity.note.as_deref(), Some("العاصمة"));
    assert_eq!(found.count(baku).total(), 3);
}

#[test]
fn what_is_said_of_words_in_an_article_leaves_longer_names_alone() {
    let names = repaired(
        "",
        &Repair::NotAName {
            text: "بوتين".to_owned(),
            scope: Scope::Article {
                file: "a.txt".into(),
            },
        },
    );
    assert_eq!(with(&names, "a.txt فلاديمير بوتين PER Vladimir Putin"), 1);
    assert_eq!(with(&names, "a.txt بوتين PER Vladimir Putin"), 0);
}

#[test]
fn readings_that_lead_nowhere_and_ids_that_nobody_knows_are_told() {
    let names = r#"
        [[reading]]
        text = "باكو"
        file = "a.txt"
        entity = "Nobody at all"
        [[reading]]
        text = "يريفان"
        file = "a.txt"
        name = false
        [[reading]]
        text = "باكو"
        file = "gone.txt"
        name = false
        [[entity]]
        id = "Baku"
        type = "GPE"
        same_as = "Moscow"
    "#;
    let (_, problems) = Gazetteer::for_corpus(&corpus(names), false);
    let lines: Vec<_> = problems.iter().map(|problem| problem.line).collect();
    // Moscow and Baku are known to the world.
    assert_eq!(lines, [Some(2), Some(6), Some(10)], "{problems:#?}");
}
