//! W3C Web Annotation.

use super::{Found, slice, told_of_json};

/// The mentions; `texts` are paths and texts of the articles.
pub(crate) fn read_annotations(bytes: &[u8], texts: &[(String, String)]) -> Vec<Found> {
    let collection: serde_json::Value = serde_json::from_slice(bytes).expect("JSON");
    assert_eq!(collection["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(collection["type"], "AnnotationCollection");
    let page = &collection["first"];
    assert_eq!(page["type"], "AnnotationPage");
    let items = page["items"].as_array().expect("items");
    assert_eq!(collection["total"], items.len());
    let mut ids: Vec<&str> = items
        .iter()
        .filter_map(|item| item["id"].as_str())
        .collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), items.len(), "ids are unique");
    let decode = |iri: &str| {
        let bytes = percent_encoding::percent_decode_str(iri);
        bytes.decode_utf8().expect("UTF-8").into_owned()
    };
    let found = items.iter().map(|item| {
        let target = &item["target"];
        let file = decode(target["source"]["id"].as_str().expect("a source"));
        let [position, quote] = target["selector"].as_array().expect("selectors").as_slice() else {
            panic!("two selectors");
        };
        assert_eq!(position["type"], "TextPositionSelector");
        assert_eq!(quote["type"], "TextQuoteSelector");
        let number = |name: &str| {
            usize::try_from(position[name].as_u64().expect("a number")).expect("small")
        };
        let (start, end) = (number("start"), number("end"));
        let word = |name: &str| quote[name].as_str().expect("words").to_owned();
        let (before, text, after) = (word("prefix"), word("exact"), word("suffix"));
        let around = format!("{before}{text}{after}");
        let from = start - before.chars().count();
        let is_there = texts.iter().any(|(of, text)| {
            *of == file && slice(text, from, from + around.chars().count()) == around
        });
        assert!(is_there, "{around:?} stands where it says");

        let bodies = item["body"].as_array().expect("bodies");
        let body = |purpose: &str, kind: &str| {
            let is = |body: &&serde_json::Value| body["purpose"] == purpose && body["type"] == kind;
            bodies.iter().find(is)
        };
        let value = |purpose| body(purpose, "TextualBody").and_then(|body| body["value"].as_str());
        let details = value("describing").expect("details");
        let told = told_of_json(&serde_json::from_str(details).expect("JSON"));
        if let Some(entity) = body("identifying", "SpecificResource") {
            let iri = entity["source"].as_str().expect("an IRI");
            let id = decode(iri.strip_prefix("#entity-").expect("a fragment"));
            assert_eq!(Some(&id), told.get("entity"));
        }
        let tag = value("classifying").expect("a type").to_owned();
        Found {
            file,
            start,
            end,
            text,
            tag,
            told,
        }
    });
    found.collect()
}
