//! No two types of one name.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{text_at, without_tests, words_of};

/// The types of `sources` that other files may see, by name: where each is
/// defined. What is private to a file, or compiled for tests alone, is its own
/// affair.
pub(crate) fn types_seen(sources: &BTreeMap<String, String>) -> BTreeMap<String, Vec<String>> {
    let read = |(path, source): (_, &String)| {
        let (words, tests) = without_tests(&words_of(source));
        (path, words, tests)
    };
    let files: Vec<(&String, _, _)> = sources.iter().map(read).collect();
    let test_places: BTreeSet<String> = files
        .iter()
        .flat_map(|(path, _, tests)| tests.iter().map(|test| beside(path, test)))
        .collect();
    let is_test = |path: &str| {
        let covers = |place: &String| {
            let rest = path.strip_prefix(place.as_str());
            rest.is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
        };
        test_places.iter().any(covers)
    };
    let mut types: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, words, _) in files.iter().filter(|(path, ..)| !is_test(path)) {
        for (i, word) in words.iter().enumerate().skip(1) {
            let is_type = matches!(
                word.text.as_str(),
                "struct" | "enum" | "trait" | "type" | "union"
            );
            // `pub` or the end of `pub(super)`.
            if is_type && matches!(text_at(words, i - 1), "pub" | ")") {
                let place = format!("{path}:{}", word.line);
                let name = text_at(words, i + 1).to_owned();
                types.entry(name).or_default().push(place);
            }
        }
    }
    types
}

/// The place of the module `name` that the file at `path` declares, without
/// an ending.
fn beside(path: &str, name: &str) -> String {
    let stem = path.strip_suffix(".rs").unwrap_or(path);
    let folder = stem.strip_suffix("/mod").or(stem.strip_suffix("/lib"));
    format!("{}/{name}", folder.unwrap_or(stem))
}

/// The names of `types` that more than one has.
pub(crate) fn name_breaches(types: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    types
        .iter()
        .filter(|(_, places)| places.len() > 1)
        .map(|(name, places)| format!("{name}: one may have the name, not {}", places.join(", ")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn types(files: &[(&str, &str)]) -> BTreeMap<String, Vec<String>> {
        let sources = files
            .iter()
            .map(|(path, text)| (String::from(*path), String::from(*text)));
        types_seen(&sources.collect())
    }

    #[test]
    fn a_name_taken_twice_is_seen() {
        let twice = types(&[
            ("src/a.rs", "pub struct Gap;"),
            ("src/b/c.rs", "tagged! { pub(super) enum Gap { A } }"),
        ]);
        let told = name_breaches(&twice);
        assert_eq!(
            told,
            ["Gap: one may have the name, not src/a.rs:1, src/b/c.rs:1"]
        );
        let alias = types(&[("src/a.rs", "pub trait A {}\npub(in crate::b) type A = u8;")]);
        assert_eq!(name_breaches(&alias).len(), 1);
    }

    #[test]
    fn a_private_name_is_nobodys_affair() {
        let private = types(&[
            (
                "src/a.rs",
                "pub struct Row; impl B for Row { type C = u8; }",
            ),
            ("src/b.rs", "struct Row; impl B for Row { type C = u8; }"),
            ("src/c.rs", "#[cfg(test)]\nmod tests { pub struct Row; }"),
            ("src/d/mod.rs", "#[cfg(test)] mod made;"),
            ("src/d/made.rs", "pub struct Row;"),
        ]);
        assert_eq!(private.keys().collect::<Vec<_>>(), ["Row"]);
        assert_eq!(name_breaches(&private), [""; 0]);
    }
}
