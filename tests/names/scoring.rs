//! The rules of scoring, on texts of a few words.

use crate::score::matching::{Predicted, score};
use crate::score::record::parse_gold;

const TAGS: [&str; 5] = ["PER", "GPE", "LOC", "ORG", "NORP"];

fn predicted(start: usize, end: usize, tag: &str) -> Predicted {
    Predicted {
        start,
        end,
        tag: tag.to_owned(),
        value: None,
    }
}

fn headline(gold: &str, text: &str, predictions: &[Predicted]) -> (usize, usize, usize) {
    let (gold, bad) = parse_gold(gold);
    assert!(bad.is_empty());
    let counts = score("a", text, &gold, predictions, &TAGS).headline;
    (counts.hits, counts.false_alarms, counts.misses)
}

const BAKU: &str = r#"{"file":"a","start":1,"end":5,"type":"GPE","entity":"Baku"}"#;

#[test]
fn the_left_edge_may_be_off_by_a_proclitic_or_the_article_and_no_more() {
    for (text, start, end) in [("بباكو", 0, 5), ("بباكو", 1, 5)] {
        assert_eq!(
            headline(BAKU, text, &[predicted(start, end, "GPE")]),
            (1, 0, 0)
        );
    }
    let gold = r#"{"file":"a","start":3,"end":7,"type":"GPE","entity":"Baku"}"#;
    let whole = [predicted(0, 7, "GPE")];
    assert_eq!(headline(gold, "في باكو", &whole), (0, 1, 1));
    assert_eq!(headline(gold, "والباكو", &whole), (1, 0, 0));
    assert_eq!(headline(gold, "سينباكو", &whole), (0, 1, 1));
}

#[test]
fn places_are_one_type_in_the_headline_and_two_apart() {
    let (gold, _) = parse_gold(BAKU);
    let found = score("a", "بباكو", &gold, &[predicted(1, 5, "LOC")], &TAGS);
    assert_eq!(found.headline.hits, 1);
    assert_eq!(found.by_type["GPE"].misses, 1);
    assert_eq!(found.by_type["LOC"].false_alarms, 1);
    assert!(found.faults.is_empty());
}

#[test]
fn optional_mentions_cost_nothing_and_alternatives_count_once() {
    let text = "جيش باكو الكبير";
    let gold = r#"{"file":"a","start":0,"end":8,"type":"ORG","entity":"x","alt":[{"start":4,"end":8,"type":"GPE"}]}"#;
    let inner = predicted(4, 8, "GPE");
    assert_eq!(
        headline(gold, text, std::slice::from_ref(&inner)),
        (1, 0, 0)
    );
    let both = [predicted(0, 8, "ORG"), inner.clone()];
    assert_eq!(headline(gold, text, &both), (1, 0, 0));
    let optional = r#"{"file":"a","start":0,"end":8,"type":"ORG","entity":"x","opt":true}"#;
    assert_eq!(headline(optional, text, &[inner]), (0, 0, 0));
    assert_eq!(headline(optional, text, &[]), (0, 0, 0));
}

#[test]
fn values_are_compared_where_both_sides_have_one() {
    let (gold, _) = parse_gold(r#"{"file":"a","start":0,"end":6,"type":"NUM_CASUALTY","value":3}"#);
    let three = |value: &str| Predicted {
        value: Some(value.to_owned()),
        ..predicted(0, 6, "NUM_CASUALTY")
    };
    let wrong = |value: &str| {
        score("a", "3 قتلى", &gold, &[three(value)], &["NUM_CASUALTY"]).by_type["NUM_CASUALTY"]
            .wrong_values
    };
    assert_eq!((wrong("3"), wrong("4")), (0, 1));
}
