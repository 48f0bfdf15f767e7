//! Queries answered by reading the texts, without any index.

use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization as _;
use warraq::analysis::query::{Column, Level, Node, Term, Wanted};
use warraq::arabic::{Folds, bases, ends_in_teh_marbuta, fold, fold_with, stem_into, tokens};
use warraq::corpus::PartialDate;

/// A text with what is known of it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Doc {
    pub(crate) text: String,
    /// Empty where the title stands in the text.
    pub(crate) title: String,
    pub(crate) period: Option<&'static str>,
    pub(crate) source: Option<&'static str>,
    pub(crate) city: Option<&'static str>,
    pub(crate) date: Option<PartialDate>,
}

/// How a query is taken.
#[derive(Debug, Clone)]
pub(crate) struct Rules {
    pub(crate) level: Level,
    pub(crate) folds: Folds,
    /// Forms of the texts that are no hits; titles with them do not match.
    pub(crate) excluded: Vec<String>,
}

/// A hit: an article, and tokens of it.
pub(crate) type Place = (usize, usize, usize);

/// Hits in order, and articles.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Found {
    pub(crate) hits: BTreeSet<Place>,
    pub(crate) articles: BTreeSet<usize>,
}

/// The entity that the tests know, and the articles that mention it.
pub(crate) const ENTITY: &str = "ناتو";

pub(crate) fn mentions_entity(article: usize) -> bool {
    article % 3 == 1
}

/// The words of `text`, in order.
pub(crate) fn words_of(text: &str) -> Vec<&str> {
    tokens(text).map(|token| token.span.slice(text)).collect()
}

/// What `node` finds in `docs`.
pub(crate) fn evaluate(node: &Node, docs: &[Doc], rules: &Rules) -> Found {
    match node {
        Node::Word(term) => phrase(std::slice::from_ref(term), docs, rules),
        Node::Phrase(terms) => phrase(terms, docs, rules),
        Node::All(parts) => {
            let found: Vec<Found> = parts.iter().map(|p| evaluate(p, docs, rules)).collect();
            let articles: BTreeSet<usize> = (0..docs.len())
                .filter(|n| found.iter().all(|part| part.articles.contains(n)))
                .collect();
            let hits = found.into_iter().flat_map(|part| part.hits);
            Found {
                hits: hits.filter(|hit| articles.contains(&hit.0)).collect(),
                articles,
            }
        }
        Node::Any(parts) => {
            let mut all = Found::default();
            for part in parts {
                let found = evaluate(part, docs, rules);
                all.hits.extend(found.hits);
                all.articles.extend(found.articles);
            }
            all
        }
        Node::Not(part) => {
            let rules = Rules {
                excluded: Vec::new(),
                ..rules.clone()
            };
            let found = evaluate(part, docs, &rules);
            Found {
                hits: BTreeSet::new(),
                articles: (0..docs.len())
                    .filter(|n| !found.articles.contains(n))
                    .collect(),
            }
        }
        Node::Near(near) => {
            let others = evaluate(&near.other, docs, rules).hits;
            let n = near.distance as usize;
            let hits: BTreeSet<Place> = evaluate(&near.node, docs, rules)
                .hits
                .into_iter()
                .filter(|hit| {
                    others
                        .iter()
                        .any(|other| distance(*hit, *other).is_some_and(|d| d <= n))
                })
                .collect();
            Found {
                articles: hits.iter().map(|hit| hit.0).collect(),
                hits,
            }
        }
        Node::Where(restriction) => {
            let belongs = |n: &usize| {
                restriction
                    .values
                    .iter()
                    .any(|value| has_value(&restriction.column, &value.wanted, *n, &docs[*n]))
            };
            Found {
                hits: BTreeSet::new(),
                articles: (0..docs.len()).filter(belongs).collect(),
            }
        }
    }
}

/// Tokens from the one to the other; none if they share one, or lie in two
/// articles.
fn distance(a: Place, b: Place) -> Option<usize> {
    if a.0 != b.0 {
        None
    } else if a.2 <= b.1 {
        Some(b.1 - (a.2 - 1))
    } else if b.2 <= a.1 {
        Some(a.1 - (b.2 - 1))
    } else {
        None
    }
}

fn has_value(column: &Column, wanted: &Wanted, n: usize, doc: &Doc) -> bool {
    let same = |value: Option<&str>, wanted: &str| value.is_some_and(|v| fold(v) == fold(wanted));
    match (column, wanted) {
        (Column::Period, Wanted::Text(text)) => {
            same(doc.period, text) || (doc.period.is_none() && &**text == "undated")
        }
        (Column::Source, Wanted::Text(text)) => same(doc.source, text),
        (Column::Other(header), Wanted::Text(text)) => {
            fold(header) == fold("المدينة") && same(doc.city, text)
        }
        (Column::Entity, Wanted::Text(text)) => &**text == ENTITY && mentions_entity(n),
        (Column::Date, Wanted::Dates { from, to }) => doc.date.is_some_and(|date| {
            let days = days_of(date);
            from.is_none_or(|from| days_of(from).0 <= days.0)
                && to.is_none_or(|to| days.1 <= days_of(to).1)
        }),
        _ => false,
    }
}

/// The first and the last day as text that sorts.
fn days_of(date: PartialDate) -> (String, String) {
    let full = match date.to_string() {
        text if text.len() == 4 => (format!("{text}-01-01"), format!("{text}-12-31")),
        text if text.len() == 7 => (format!("{text}-01"), format!("{text}-31")),
        text => (text.clone(), text),
    };
    (full.0, full.1)
}

fn phrase(terms: &[Term], docs: &[Doc], rules: &Rules) -> Found {
    let mut found = Found::default();
    for (n, doc) in docs.iter().enumerate() {
        let is_at = |words: &[&str]| {
            terms.iter().zip(words).all(|(term, word)| {
                let is_out = *term != Term::Any && rules.excluded.iter().any(|out| out == word);
                !is_out && is(term, word, rules)
            })
        };
        for (start, window) in words_of(&doc.text).windows(terms.len()).enumerate() {
            if is_at(window) {
                found.hits.insert((n, start, start + terms.len()));
                found.articles.insert(n);
            }
        }
        if words_of(&doc.title).windows(terms.len()).any(is_at) {
            found.articles.insert(n);
        }
    }
    found
}

/// Whether `term` stands for `form`.
fn is(term: &Term, form: &str, rules: &Rules) -> bool {
    let nfc = |text: &str| text.nfc().collect::<String>();
    let partly = |text: &str| fold_with(text, rules.folds);
    match (term, rules.level) {
        (Term::Any, _) => true,
        (Term::Word(word), Level::Exact) => fold(word) == fold(form) && nfc(word) == nfc(form),
        (Term::Word(word), Level::Folded) => {
            fold(word) == fold(form) && partly(word) == partly(form)
        }
        (Term::Word(word), Level::Clitics) => {
            let (word, mut is_found) = (fold(word), false);
            bases(&fold(form), ends_in_teh_marbuta(form), &mut |base| {
                is_found |= base == word;
            });
            is_found
        }
        (Term::Word(word), Level::Stem) => stem(word) == stem(form),
        (Term::Prefix(start), Level::Exact) => {
            fold(form).starts_with(&fold(start)) && nfc(form).starts_with(&nfc(start))
        }
        (Term::Prefix(start), Level::Folded) => {
            fold(form).starts_with(&fold(start)) && partly(form).starts_with(&partly(start))
        }
        (Term::Prefix(start), Level::Clitics) => {
            let (start, mut is_found) = (fold(start), false);
            bases(&fold(form), ends_in_teh_marbuta(form), &mut |base| {
                is_found |= base.starts_with(&start);
            });
            is_found
        }
        (Term::Prefix(start), Level::Stem) => {
            fold(form).starts_with(&fold(start)) || stem(start) == stem(form)
        }
        (Term::Glob(glob), Level::Exact) => wild(&nfc(glob), &nfc(form)),
        (Term::Glob(glob), _) => {
            wild(&fold(glob), &fold(form)) && wild(&partly(glob), &partly(form))
        }
        (Term::Regex(pattern), Level::Exact) => whole(pattern, &nfc(form)),
        (Term::Regex(pattern), _) => {
            // The patterns of the tests have letters, escapes and signs that
            // folding leaves alone.
            whole(&fold(pattern), &fold(form)) && whole(&partly(pattern), &partly(form))
        }
    }
}

fn stem(word: &str) -> String {
    let mut stem = String::new();
    stem_into(&fold(word), &mut stem);
    stem
}

/// Whether a pattern with `*` and `?` stands for `text`.
fn wild(pattern: &str, text: &str) -> bool {
    let mut rest = pattern.chars();
    match rest.next() {
        None => text.is_empty(),
        Some('*') => {
            wild(rest.as_str(), text)
                || text
                    .chars()
                    .next()
                    .is_some_and(|c| wild(pattern, &text[c.len_utf8()..]))
        }
        Some(p) => text
            .chars()
            .next()
            .is_some_and(|c| (p == '?' || p == c) && wild(rest.as_str(), &text[c.len_utf8()..])),
    }
}

fn whole(pattern: &str, text: &str) -> bool {
    let pattern = regex::Regex::new(&format!("^(?:{pattern})$")).unwrap();
    pattern.is_match(text)
}
