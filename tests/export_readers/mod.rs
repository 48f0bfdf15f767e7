//! Readers of the formats, written from their published descriptions and not
//! from the code that writes them; and the articles that are written.

#![expect(clippy::expect_used, reason = "a test fails by a panic")]

mod brat;
mod cases;
mod columns;
mod json_lines;
mod rows;
mod tei;
mod web_annotation;

pub(crate) use brat::read_brat;
pub(crate) use cases::{Case, cases, kind};
pub(crate) use columns::read_conll;
pub(crate) use json_lines::read_json_lines;
pub(crate) use rows::read_rows;
pub(crate) use tei::read_tei;
pub(crate) use web_annotation::read_annotations;

use std::collections::BTreeMap;

/// Files by their paths.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// What is told of a mention: names and values.
pub(crate) type Told = BTreeMap<String, String>;

/// A mention as a reader finds it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Found {
    pub(crate) file: String,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) text: String,
    pub(crate) tag: String,
    pub(crate) told: Told,
}

/// `start..end` of `text`, in Unicode scalar values.
pub(crate) fn slice(text: &str, start: usize, end: usize) -> String {
    text.chars().skip(start).take(end - start).collect()
}

/// The keys and values of a JSON object, as words.
pub(crate) fn told_of_json(object: &serde_json::Value) -> Told {
    let words = |value: &serde_json::Value| match value {
        serde_json::Value::String(words) => words.clone(),
        serde_json::Value::Array(values) => {
            let values = values.iter().map(|value| value.as_str().expect("a word"));
            values.collect::<Vec<_>>().join("; ")
        }
        other => other.to_string(),
    };
    let object = object.as_object().expect("an object");
    let pairs = object.iter();
    pairs
        .map(|(key, value)| (key.clone(), words(value)))
        .collect()
}
