//! Counts of casualties in sentences of the press, in tables: `[words|count]`
//! marks what is expected; whatever is not marked is no count.

use warraq::corpus::PartialDate;
use warraq::entity::{ExpressionFinder, ExpressionValue};

/// `text` with the counts of casualties marked. A comparison that is not exact
/// stands before the kind; of a vague count only the words.
fn mark(finder: &mut ExpressionFinder, text: &str) -> String {
    let mut found = Vec::new();
    finder.find(text, PartialDate::parse("2020-10-14"), &mut found);
    let mut out = String::new();
    let mut at = 0;
    for expression in found {
        let ExpressionValue::Casualty(count) = expression.value else {
            continue;
        };
        let span = expression.span.range();
        out.push_str(text.get(at..span.start).unwrap_or_default());
        let words = expression.span.slice(text);
        let says = match (count.vague, count.cmp.as_str()) {
            (true, _) => "vague".to_owned(),
            (_, "exact") => format!("{} {}", count.value, count.kind.as_str()),
            (_, cmp) => format!("{} {cmp} {}", count.value, count.kind.as_str()),
        };
        out.extend(["[", words, "|", &says, "]"]);
        at = span.end;
    }
    out + text.get(at..).unwrap_or_default()
}

/// `marked` without its marks.
fn plain(marked: &str) -> String {
    let mut out = String::new();
    for part in marked.split('[') {
        match part.split_once(']') {
            Some((mention, rest)) => {
                out.push_str(mention.split('|').next().unwrap_or_default());
                out.push_str(rest);
            }
            None => out.push_str(part),
        }
    }
    out
}

#[track_caller]
fn check(table: &str) {
    let mut finder = ExpressionFinder::new();
    let wrong: Vec<_> = table
        .lines()
        .filter(|line| !line.is_empty())
        .filter_map(|line| {
            let got = mark(&mut finder, &plain(line));
            (got != line).then(|| format!("want {line}\n got {got}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn accidents_and_disasters() {
    check(include_str!("casualties/disasters.txt"));
}

#[test]
fn violence_prisoners_and_flight() {
    check(include_str!("casualties/violence.txt"));
}

#[test]
fn other_counts_are_no_casualties() {
    check(include_str!("casualties/none.txt"));
}
