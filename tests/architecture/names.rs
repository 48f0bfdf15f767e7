//! No two types of one name, unless they mean one thing.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{text_at, without_tests, words_of};

/// Names that more than one type may have: how many, and why.
pub(crate) const SHARED: [(&str, usize, &str); 15] = [
    ("Cell", 3, "of a table, a laid-out line, the tagger's table"),
    ("Direction", 2, "of a caret; of a sort"),
    ("Export", 2, "the command; what it writes of a concordance"),
    ("Index", 2, "of a corpus's words; of its files"),
    ("Indexed", 2, "a corpus with its index, owned or lent"),
    ("Line", 2, "of a laid-out text; of a concordance"),
    ("Measure", 2, "a printer's and a statistician's word"),
    ("Origin", 3, "of an entity, a corpus, an export"),
    ("Scope", 3, "of a reading, a study, a count"),
    ("Settings", 2, "the user's; of a concordance"),
    ("Source", 2, "what is opened; what an index is made of"),
    ("Table", 2, "of numbers; the same on the screen"),
    ("TakeFile", 2, "one thing, in layers that do not meet"),
    ("Value", 2, "of a measure; of a restriction"),
    ("Width", 2, "of a context; of a column"),
];

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

/// The names of `types` that are neither one type's nor `shared` by so many.
pub(crate) fn name_breaches(
    types: &BTreeMap<String, Vec<String>>,
    shared: &[(&str, usize, &str)],
) -> Vec<String> {
    let allowed = |name: &str| {
        let found = shared.iter().find(|(shared, ..)| *shared == name);
        found.map_or(1, |(_, n, _)| *n)
    };
    let listed = shared.iter().map(|(name, ..)| *name);
    let names: BTreeSet<&str> = types.keys().map(String::as_str).chain(listed).collect();
    let places = |name: &str| types.get(name).map_or(&[][..], Vec::as_slice);
    names
        .into_iter()
        .filter(|name| places(name).len() != allowed(name))
        .map(|name| {
            let (places, n) = (places(name).join(", "), allowed(name));
            format!("{name}: {n} may have the name, not {places}")
        })
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
        let told = name_breaches(&twice, &[]);
        assert_eq!(
            told,
            ["Gap: 1 may have the name, not src/a.rs:1, src/b/c.rs:1"]
        );
        let alias = types(&[("src/a.rs", "pub trait A {}\npub(in crate::b) type A = u8;")]);
        assert_eq!(name_breaches(&alias, &[]).len(), 1);
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
        assert_eq!(name_breaches(&private, &[]), [""; 0]);
    }

    #[test]
    fn a_shared_name_is_shared_by_so_many() {
        let twice = types(&[("a.rs", "pub struct Line;"), ("b.rs", "pub enum Line {}")]);
        assert_eq!(name_breaches(&twice, &[("Line", 2, "")]), [""; 0]);
        assert_eq!(name_breaches(&twice, &[("Line", 3, "")]).len(), 1);
        let gone = [("Line", 2, ""), ("Cell", 2, "")];
        assert_eq!(name_breaches(&twice, &gone).len(), 1);
    }
}
