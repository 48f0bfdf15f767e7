//! Spellings by outlet and period, and their cores.

use std::collections::BTreeMap;

use proptest::prelude::*;
use warraq::base::{CancelToken, EntityId};
use warraq::corpus::Corpus;
use warraq::entity::study::{Naming, SpellingRows, naming, profile};

use crate::study::fixture::{article, corpus, drafts, in_scope};

/// The naming of Karabakh, the first entity of the fixture.
fn karabakh(corpus: &Corpus, together: SpellingRows) -> Naming {
    in_scope(
        corpus,
        |_| true,
        |scope, _| naming(scope, &[EntityId(0)], together, &CancelToken::default()).unwrap(),
    )
}

fn rows(naming: &Naming) -> Vec<(&str, u32)> {
    let rows = naming.rows.iter();
    rows.map(|row| (row.all.form.as_str(), row.all.total()))
        .collect()
}

const TEXT: &str = "خبر\nكاراباخ، كاراباخ، كاراباخ، كـاراباخ، قره باغ، قرة باغ، قَرة باغ، \
    قرة باغ، ناغورني كاراباخ، ناغورني قره باغ، وآرتساخ، أرتساخ، ارتساخ";

#[test]
fn what_is_spelt_at_will_shares_a_row() {
    let corpus = Corpus {
        articles: vec![article(0, TEXT, 0, 0, 0)],
        ..Corpus::default()
    };
    let folded = karabakh(&corpus, SpellingRows::Folded);
    assert_eq!(
        rows(&folded),
        [
            ("قرة باغ", 4),
            ("كاراباخ", 4),
            ("آرتساخ", 3),
            ("ناغورني قره باغ", 1),
            ("ناغورني كاراباخ", 1),
        ]
    );
    let forms = folded.rows[0].forms.iter();
    let forms: Vec<_> = forms.map(|f| (f.form.as_str(), f.mentions)).collect();
    assert_eq!(forms, [("قرة باغ", 2), ("قره باغ", 1), ("قَرة باغ", 1)]);
    let apart = karabakh(&corpus, SpellingRows::Apart);
    assert_eq!(apart.rows.len(), 10);
    assert_eq!(rows(&apart)[0], ("كاراباخ", 3));
    assert_eq!(apart.total(), folded.total());
}

#[test]
fn cores_are_spellings_that_stand_alone() {
    let corpus = Corpus {
        articles: vec![article(0, TEXT, 0, 0, 0)],
        ..Corpus::default()
    };
    for together in [SpellingRows::Folded, SpellingRows::Apart] {
        let naming = karabakh(&corpus, together);
        let found: Vec<(String, usize)> = naming
            .by_core()
            .into_iter()
            .map(|group| (group.all.form.clone(), group.all.total() as usize))
            .collect();
        let expected = [("قرة باغ", 5), ("كاراباخ", 5), ("آرتساخ", 3)];
        assert_eq!(found.len(), 3);
        for (form, total) in expected {
            let folded = |form: &str| warraq::arabic::fold(form);
            let group = found.iter().find(|(f, _)| folded(f) == folded(form));
            assert_eq!(group.map(|(_, total)| *total), Some(total), "{form}");
        }
    }
}

#[test]
fn an_elided_article_is_written_in_full() {
    let corpus = corpus(&[(vec![11, 10], 0, 0, 0)]);
    in_scope(
        &corpus,
        |_| true,
        |scope, annotations| {
            let kremlin = annotations.of(warraq::base::ArticleId(0))[0];
            assert!(kremlin.article_elided);
            let cancel = CancelToken::default();
            let naming = naming(scope, &[kremlin.entity], SpellingRows::Apart, &cancel).unwrap();
            assert_eq!(rows(&naming), [("الكرملين", 2)]);
        },
    );
}

/// The spellings of Karabakh and Baku in the fixture.
const SPELLINGS: [&str; 6] = [
    "ناغورني كاراباخ",
    "ناغورني قره باغ",
    "قره باغ",
    "كاراباخ",
    "آرتساخ",
    "باكو",
];

/// Those of them that stand after the first of `words`, in a longer name of
/// another: of two at one place the longer one.
fn inside<'t>(words: &[&'t str]) -> Vec<Vec<&'t str>> {
    let folded = |words: &[&str]| warraq::arabic::fold(&words.join(" "));
    let starts = |rest: &[&str]| -> usize {
        let n_words = |spelling: &&str| spelling.split(' ').count();
        let is_there = |spelling: &&str| {
            let first = rest.get(..n_words(spelling));
            first.is_some_and(|first| folded(first) == warraq::arabic::fold(spelling))
        };
        let there = SPELLINGS.iter().copied().filter(is_there);
        there.map(|spelling| n_words(&spelling)).max().unwrap_or(0)
    };
    let mut found = Vec::new();
    let mut rest = words.get(1..).unwrap_or_default();
    while !rest.is_empty() {
        let n = starts(rest);
        if n > 0 {
            found.push(rest[..n].to_vec());
        }
        rest = &rest[n.max(1)..];
    }
    found
}

#[test]
fn a_spelling_inside_a_longer_name_is_counted_and_is_no_mention() {
    let text = "خبر\nقالت وزارة خارجية آرتساخ ذلك في باكو.";
    let corpus = Corpus {
        articles: vec![article(0, text, 0, 0, 0)],
        ..Corpus::default()
    };
    assert_eq!(
        rows(&karabakh(&corpus, SpellingRows::Folded)),
        [("آرتساخ", 1)]
    );
    in_scope(
        &corpus,
        |_| true,
        |scope, _| {
            let cancel = CancelToken::default();
            let profile = profile(scope, &[EntityId(0)], None, &cancel).unwrap();
            assert_eq!((profile.mentions, profile.spellings.total()), (0, 0));
        },
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn spellings_are_what_a_recount_finds(drafts in drafts()) {
        let corpus = corpus(&drafts);
        in_scope(&corpus, |_| true, |scope, annotations| {
            let cancel = CancelToken::default();
            // Two entities as one.
            let both = [EntityId(0), EntityId(1)];
            let found = naming(scope, &both, SpellingRows::Apart, &cancel).unwrap();
            let mut expected: BTreeMap<String, Vec<u32>> = BTreeMap::new();
            let n_periods = found.periods.len();
            for article in &corpus.articles {
                let mentions = annotations.of(article.id).iter();
                let written = mentions.flat_map(|mention| {
                    let words: Vec<&str> =
                        mention.span.slice(&article.text).split_whitespace().collect();
                    if both.contains(&mention.entity) {
                        vec![words]
                    } else {
                        inside(&words)
                    }
                });
                for words in written {
                    let cells = expected
                        .entry(words.join(" "))
                        .or_insert_with(|| vec![0; n_periods + found.outlets.len()]);
                    let period = found.periods.iter().position(|p| *p == article.period);
                    let outlet = found.outlets.iter().position(|o| *o == article.source);
                    cells[period.unwrap()] += 1;
                    cells[n_periods + outlet.unwrap()] += 1;
                }
            }
            let rows: BTreeMap<String, Vec<u32>> = found
                .rows
                .iter()
                .map(|row| {
                    let cells = row.all.by_period.iter().chain(&row.all.by_outlet);
                    (row.all.form.clone(), cells.copied().collect())
                })
                .collect();
            prop_assert_eq!(rows, expected);
            let folded = naming(scope, &both, SpellingRows::Folded, &cancel).unwrap();
            prop_assert_eq!(folded.by_period(), found.by_period());
            prop_assert_eq!(folded.by_outlet(), found.by_outlet());
            // Every row is in one group.
            let groups = folded.by_core();
            let mut all: Vec<usize> = groups.iter().flat_map(|g| g.rows.clone()).collect();
            all.sort_unstable();
            prop_assert!(all.into_iter().eq(0..folded.rows.len()));
            prop_assert_eq!(groups.iter().map(|g| g.all.total()).sum::<u32>(), folded.total());
            Ok(())
        })?;
    }
}
