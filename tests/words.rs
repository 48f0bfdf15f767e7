//! The tables of words in `assets`: every word can be met in a text, stands
//! once in its class, and every class is asked for. That each line is read is
//! for the tests beside the readers, which hold that no line is a problem.

#![expect(clippy::expect_used, reason = "a test fails by a panic")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use warraq::arabic::{fold, tokens};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The tables whose lines are a class, a tab, and words with `|` between.
fn tables() -> BTreeMap<String, String> {
    let words = fs::read_dir(root().join("assets/words")).expect("assets/words");
    let paths = words.map(|entry| entry.expect("a file").path());
    let gazetteer = root().join("assets/gazetteer");
    let all = paths.chain([gazetteer.join("cues.tsv"), gazetteer.join("words.tsv")]);
    let tables = all.filter(|path| path.extension().is_some_and(|ending| ending == "tsv"));
    tables
        .map(|path| (path.display().to_string(), read(&path)))
        .collect()
}

/// The classes of a table with their words, folded, without the signs before
/// and after them that the table explains.
fn classes(table: &str) -> impl Iterator<Item = (&str, Vec<String>)> {
    let lines = table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| {
        let (class, words) = line.split_once('\t').unwrap_or_else(|| panic!("{line}"));
        (class, words.split('|').map(fold).collect())
    })
}

/// Whether a text can have the folded `word`: the tokens of it, which may be
/// several, are it, and it is as folding leaves the words of a text.
fn can_be_met(word: &str) -> bool {
    let plain = word.trim_matches(['*', '+', '?']);
    let words: Vec<_> = tokens(plain).map(|token| token.span.slice(plain)).collect();
    !plain.is_empty() && words.join(" ") == plain && fold(plain) == plain
}

#[test]
fn every_word_can_be_met() {
    let tables = tables();
    assert!(tables.len() > 5);
    for (path, table) in &tables {
        for (class, words) in classes(table) {
            let dead: Vec<_> = words.iter().filter(|word| !can_be_met(word)).collect();
            assert!(dead.is_empty(), "{path}: {class}: {dead:?}");
        }
    }
}

#[test]
fn words_that_no_text_has_are_seen() {
    for word in ["", "مؤسسه", "كـتاب", "كتابٌ", "أب", "اب.", "اب  ام", "5ا"]
    {
        assert!(!can_be_met(word), "{word}");
    }
    assert!(can_be_met("*موسسه") && can_be_met("علي الاقل") && can_be_met("?ماي"));
}

#[test]
fn no_word_stands_twice_in_its_class() {
    for (path, table) in tables() {
        let mut seen = BTreeSet::new();
        // Made by a script, whose lists of forms may meet.
        if path.ends_with("gazetteer/words.tsv") {
            continue;
        }
        for (class, words) in classes(&table) {
            for word in words {
                assert!(
                    seen.insert((class, word.clone())),
                    "{path}: {class}: {word}"
                );
            }
        }
    }
}

/// The names of `enum_name` that no file of `folder` but its own and `readers`
/// asks for; `source` is where the enum stands.
fn unasked(folder: &str, source: &str, enum_name: &str, readers: &[&str]) -> Vec<String> {
    let mut waiting = vec![root().join(folder)];
    let mut others = String::new();
    let mut own = String::new();
    while let Some(at) = waiting.pop() {
        for entry in fs::read_dir(&at).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().and_then(|name| name.to_str());
            match name {
                _ if path.is_dir() => waiting.push(path),
                Some(name) if name == source => own = read(&path),
                Some(name) if !readers.contains(&name) => others += &read(&path),
                _ => {}
            }
        }
    }
    let after = format!("enum {enum_name} {{");
    let (_, body) = own.split_once(&after).unwrap_or_else(|| panic!("{after}"));
    let (body, _) = body.split_once("\n    }").unwrap_or((body, ""));
    let (body, _) = body.split_once("\n}").unwrap_or((body, ""));
    let names = body.lines().map(str::trim).filter_map(|line| {
        let end = line.find(|c: char| !c.is_alphanumeric())?;
        let is_name = line.starts_with(|c: char| c.is_ascii_uppercase());
        is_name.then(|| line.get(..end))?
    });
    let names: Vec<&str> = names.collect();
    assert!(names.len() > 10, "{enum_name} has {names:?}");
    let is_asked = |name: &str| {
        let asked = format!("{enum_name}::{name}");
        others.match_indices(&asked).any(|(at, _)| {
            let rest = others.get(at + asked.len()..).unwrap_or_default();
            !rest.starts_with(char::is_alphanumeric)
        })
    };
    names
        .into_iter()
        .filter(|name| !is_asked(name))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_class_is_asked_for() {
    let expressions = "src/entity/expressions";
    let none: [&str; 0] = [];
    assert_eq!(unasked(expressions, "markers.rs", "Marker", &[]), none);
    assert_eq!(
        unasked(expressions, "sense.rs", "Sense", &["lexicon.rs"]),
        none
    );
    assert_eq!(unasked("src/entity", "words.rs", "RuleWord", &[]), none);
    let missing = unasked(expressions, "markers.rs", "Marker", &["reach.rs"]);
    assert!(
        missing.contains(&"Oblique".to_owned()),
        "it can fail: {missing:?}"
    );
}
