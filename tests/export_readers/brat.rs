//! brat standoff, after <https://brat.nlplab.org/standoff.html>.

use super::{Files, Found, slice, told_of_json};
use std::collections::BTreeMap;

/// The text and the mentions of each article, in the order of `files.jsonl`.
pub(crate) fn read_brat(files: &Files) -> Vec<(String, String, Vec<Found>)> {
    let text_of = |path: &str| {
        let bytes = files.get(path).unwrap_or_else(|| panic!("{path}"));
        String::from_utf8(bytes.clone()).expect("UTF-8")
    };
    let configuration = text_of("annotation.conf");
    let mut sections: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut section = "";
    for line in configuration.lines() {
        if let Some(name) = line
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            section = name;
            sections.entry(name).or_default();
        } else {
            sections.entry(section).or_default().push(line);
        }
    }
    let names: Vec<&str> = sections.keys().copied().collect();
    assert_eq!(names, ["attributes", "entities", "events", "relations"]);
    let types = &sections["entities"];

    let index = text_of("files.jsonl");
    let mut n_files = 2;
    let articles = index.lines().map(|line| {
        let record: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let txt = record["txt"].as_str().expect("a path");
        let file = record["file"].as_str().expect("a path").to_owned();
        let text = text_of(txt);
        let ann = txt.strip_suffix(".txt").expect("the ending");
        let ann = text_of(&format!("{ann}.ann"));
        n_files += 2;
        let found = read_annotations(&file, &text, &ann, types);
        (file, text, found)
    });
    let articles = articles.collect();
    assert_eq!(n_files, files.len(), "no file overwrote another");
    articles
}

fn read_annotations(file: &str, text: &str, ann: &str, types: &[&str]) -> Vec<Found> {
    let mut found: BTreeMap<&str, Found> = BTreeMap::new();
    // Python ends lines at more than line feeds, and brat reads with Python.
    let ends = |c: char| {
        ('\u{A}'..='\u{D}').contains(&c)
            || ('\u{1C}'..='\u{1E}').contains(&c)
            || matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
    };
    for line in ann.split_terminator(ends) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [id, place, words] = fields.as_slice() else {
            panic!("three fields: {line:?}");
        };
        if id.starts_with('#') {
            let target = place.strip_prefix("AnnotatorNotes ").expect("a note");
            let note = serde_json::from_str(words).expect("JSON");
            let mention = found.get_mut(target).expect("a mention");
            mention.told = told_of_json(&note);
            continue;
        }
        assert!(id.starts_with('T'), "{line:?}");
        let (tag, offsets) = place.split_once(' ').expect("offsets");
        assert!(types.contains(&tag), "{tag}");
        let fragments: Vec<(usize, usize)> = offsets
            .split(';')
            .map(|pair| {
                let (start, end) = pair.split_once(' ').expect("a pair");
                (
                    start.parse().expect("a number"),
                    end.parse().expect("a number"),
                )
            })
            .collect();
        let pieces: Vec<String> = fragments.iter().map(|(a, b)| slice(text, *a, *b)).collect();
        assert_eq!(pieces.join(" "), *words);
        let (start, end) = (fragments[0].0, fragments[fragments.len() - 1].1);
        let mention = Found {
            file: file.to_owned(),
            start,
            end,
            text: slice(text, start, end),
            tag: tag.to_owned(),
            told: BTreeMap::new(),
        };
        assert!(found.insert(id, mention).is_none(), "ids are unique");
    }
    found.into_values().collect()
}
