//! Hits over articles and over time.

use crate::statistics::naive::{build, set};
use proptest::prelude::*;
use std::collections::BTreeMap;
use warraq::analysis::index::Index;
use warraq::analysis::statistics::{
    DispersionPlot, Hit, Subcorpus, TimeCounts, TimeStep, Timeline,
};
use warraq::base::ArticleId;
use warraq::corpus::{Article, Corpus, Facet, PartialDate, TextEncoding};

/// A corpus of texts with dates, and its index.
fn corpus(articles: &[(&str, &str)]) -> (Corpus, Index) {
    let texts: Vec<String> = articles
        .iter()
        .map(|(_, text)| (*text).to_owned())
        .collect();
    let articles = (0..).zip(articles).map(|(n, (date, text))| Article {
        id: ArticleId(n),
        file: format!("{n}.txt").into(),
        title: "عنوان".into(),
        title_span: None,
        text: (*text).into(),
        date: PartialDate::parse(date),
        dated_by: None,
        period: date.get(..4).map(Facet::new),
        source: None,
        url: None,
        extra: Vec::new(),
        n_words: 0,
        encoding: TextEncoding::Utf8,
    });
    let corpus = Corpus {
        articles: articles.collect(),
        ..Corpus::default()
    };
    (corpus, build(&texts))
}

/// A hit at every occurrence of a form.
fn hits_of(index: &Index, form: &str) -> Vec<Hit> {
    let positions = index.type_of(form).map_or(&[][..], |id| index.postings(id));
    let hit = |start: &u32| Hit {
        start: *start,
        end: start + 1,
    };
    positions.iter().map(hit).collect()
}

fn corpus_of_five() -> (Corpus, Index) {
    corpus(&[
        ("2021-02-03", "x a a a"),
        ("2020-12", "a x"),
        ("", "x x"),
        ("2020-12-31", "a a"),
        ("2021", "x"),
    ])
}

#[test]
fn articles_stand_in_order_of_date_and_hits_at_their_share() {
    let (corpus, index) = corpus_of_five();
    let plot = DispersionPlot::new(
        &corpus,
        &index,
        &Subcorpus::whole(&index),
        &hits_of(&index, "x"),
    );
    assert_eq!(plot.articles, [1, 3, 4, 0, 2].map(ArticleId));
    assert_eq!(plot.n_dated, 4);
    let places: Vec<&[f32]> = (0..6).map(|row| plot.places_of(row)).collect();
    let expected: [&[f32]; 6] = [&[0.5], &[], &[0.0], &[0.0], &[0.0, 0.5], &[]];
    assert_eq!(places, expected);
    let filter = set(&index, 0b101);
    let some = Subcorpus::new(&index, Some(&filter), &[]);
    let plot = DispersionPlot::new(&corpus, &index, &some, &hits_of(&index, "x"));
    assert_eq!(plot.articles, [0, 2].map(ArticleId));
    assert_eq!(plot.places, [0.0, 0.0, 0.5]);
}

#[test]
fn months_without_articles_are_gaps() {
    let (corpus, index) = corpus_of_five();
    let hits = hits_of(&index, "x");
    let whole = Subcorpus::whole(&index);
    let line = |step| {
        let line = Timeline::new(&corpus, &index, &whole, &hits, step);
        let steps = line.steps.iter();
        let steps: Vec<_> = steps
            .map(|(key, n)| {
                (
                    key.to_string(),
                    n.hits,
                    n.tokens,
                    n.articles,
                    n.articles_with_hits,
                )
            })
            .collect();
        (steps, line)
    };
    let (steps, months) = line(TimeStep::Month);
    assert_eq!(
        steps,
        [
            ("2020-12".to_owned(), 1, 4, 2, 1),
            ("2021-01".to_owned(), 0, 0, 0, 0),
            ("2021-02".to_owned(), 1, 4, 1, 1),
        ]
    );
    assert_eq!(months.steps[0].1.per_million(), Some(250_000.0));
    assert_eq!(months.steps[1].1.per_million(), None, "a gap is no zero");
    let rest = TimeCounts {
        hits: 3,
        tokens: 3,
        articles: 2,
        articles_with_hits: 2,
    };
    assert_eq!(months.undated, rest, "no date, or no month");
    let (steps, _) = line(TimeStep::Year);
    assert_eq!(
        steps,
        [
            ("2020".to_owned(), 1, 4, 2, 1),
            ("2021".to_owned(), 2, 5, 2, 2)
        ]
    );
    let (steps, periods) = line(TimeStep::Period);
    assert_eq!(
        steps,
        [
            ("2020".to_owned(), 1, 4, 2, 1),
            ("2021".to_owned(), 2, 5, 2, 2)
        ]
    );
    assert_eq!(periods.undated.articles, 1);
}

proptest! {
    #[test]
    fn steps_add_up_to_the_subcorpus(
        articles in prop::collection::vec(
            (prop::sample::select(vec!["", "2020", "2020-03", "2020-11-02", "2022-01-30"]),
             prop::sample::select(vec!["", "x", "a x", "x a x a", "a a"])),
            0..20,
        ),
        bits in any::<u64>(),
    ) {
        let (corpus, index) = corpus(&articles);
        let filter = set(&index, bits);
        let subcorpus = Subcorpus::new(&index, Some(&filter), &[]);
        let hits = hits_of(&index, "x");
        let mut expected: BTreeMap<String, (u64, u64)> = BTreeMap::new();
        for id in filter.iter() {
            let (date, text) = articles[id.index()];
            let month = PartialDate::parse(date).and_then(|date| date.month().map(|m| (date.year(), m)));
            let key = month.map_or(String::new(), |(year, month)| format!("{year}-{month:02}"));
            let sums = expected.entry(key).or_default();
            sums.0 += text.matches('x').count() as u64;
            sums.1 += text.split_whitespace().count() as u64;
        }
        let line = Timeline::new(&corpus, &index, &subcorpus, &hits, TimeStep::Month);
        let undated = expected.remove("").unwrap_or_default();
        prop_assert_eq!((line.undated.hits, line.undated.tokens), undated);
        let found = line.steps.iter().filter(|(_, counts)| counts.articles > 0);
        let found: BTreeMap<String, (u64, u64)> =
            found.map(|(key, n)| (key.to_string(), (n.hits, n.tokens))).collect();
        prop_assert_eq!(found, expected);
        prop_assert!(line.steps.is_sorted_by(|a, b| a.0 < b.0));
        let plot = DispersionPlot::new(&corpus, &index, &subcorpus, &hits);
        prop_assert_eq!(plot.articles.len(), filter.len());
        prop_assert!(plot.places.iter().all(|place| (0.0..1.0).contains(place)));
        let n_hits: u64 = line.steps.iter().map(|(_, n)| n.hits).sum::<u64>() + undated.0;
        prop_assert_eq!(plot.places.len() as u64, n_hits);
    }
}
