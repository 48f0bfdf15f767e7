//! What is counted on both sides.

use crate::statistics::naive::{build, key, key_of, read, set, texts};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;
use warraq::analysis::comparison::{
    ComparedArticles, ComparedNgrams, ComparedWords, ComparisonNotice, compared_outlets,
};
use warraq::analysis::index::Index;
use warraq::analysis::statistics::{Counted, NgramLength, NgramOptions, Unit, Units};
use warraq::analysis::{ArticleSet, FacetColumn, Facets, WireGroups};
use warraq::base::{ArticleId, CancelToken, Progress};
use warraq::corpus::embedded;
use warraq::entity::study::{ComparedNames, EntityRows, StudyScope};
use warraq::entity::{Annotations, Gazetteer, Layer, Origin, parse_definitions};
use warraq::statistics::comparison::{Compared, Distributions, RowCounts, TextRun};

/// Two sets of articles, by the bits of two numbers.
fn sets(index: &Index, [a, b]: [u64; 2]) -> [ArticleSet; 2] {
    [set(index, a), set(index, b)]
}

fn counted(
    articles: &ComparedArticles,
    facets: &Facets,
    length: impl Fn(ArticleId) -> u32,
    rows: &dyn Distributions,
) -> Compared {
    let sides = articles.sides(facets, length);
    Compared::new(&sides, rows, 1, &CancelToken::default()).unwrap()
}

/// What a naive reader counts: articles and occurrences on each side.
fn plain(counts: RowCounts) -> [u32; 4] {
    [
        counts.a_texts,
        counts.b_texts,
        counts.a_count,
        counts.b_count,
    ]
}

/// The same of `items` in each article of both sides.
fn naive<K: Ord>(
    [a, b]: &[ArticleSet; 2],
    n_articles: usize,
    items: impl Fn(usize) -> Vec<K>,
) -> BTreeMap<K, [u32; 4]> {
    let mut rows: BTreeMap<K, [u32; 4]> = BTreeMap::new();
    for n in 0..n_articles {
        let id = ArticleId(u32::try_from(n).unwrap());
        let side = match (a.contains(id), b.contains(id)) {
            (true, false) => 0,
            (false, true) => 1,
            _ => continue,
        };
        let mut here: BTreeMap<K, u32> = BTreeMap::new();
        for item in items(n) {
            *here.entry(item).or_default() += 1;
        }
        for (item, count) in here {
            let row = rows.entry(item).or_default();
            row[side] += 1;
            row[2 + side] += count;
        }
    }
    rows
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn words_are_those_of_a_naive_reader(
        texts in texts(), bits in any::<[u64; 2]>(), unit in crate::statistics::naive::unit(),
    ) {
        let index = build(&texts);
        let sets = sets(&index, bits);
        let articles = ComparedArticles::new(&sets[0], &sets[1], None);
        let units = Units::new(&index, unit, Counted::Words);
        let words = ComparedWords::new(&index, &units, &articles);
        let sides = words.sides(&Facets::default());
        let found = Compared::new(&sides, &words, 1, &CancelToken::default()).unwrap();
        let items = |n: usize| {
            let words = read(&texts[n]).into_iter().filter(|word| word.is_counted(Counted::Words));
            words.map(|word| key(&word.form, unit)).collect()
        };
        let expected = naive(&sets, texts.len(), items);
        let rows = found.candidates().iter().map(|row| {
            let form = index.type_of(words.shown(*row).unwrap()).unwrap();
            (key_of(&index, form, unit), plain(found.counts(*row)))
        });
        let rows: BTreeMap<_, _> = rows.collect();
        let sum = |side: usize| expected.values().map(|row| u64::from(row[side])).sum::<u64>();
        prop_assert_eq!(sides.sizes(), (sum(2), sum(3)));
        prop_assert_eq!(rows, expected);
    }

    #[test]
    fn ngrams_are_those_of_a_naive_reader(
        texts in texts(), bits in any::<[u64; 2]>(), n in 1_u8..=4, min_texts in 1_u32..3,
    ) {
        let index = build(&texts);
        let sets = sets(&index, bits);
        let articles = ComparedArticles::new(&sets[0], &sets[1], None);
        let units = Units::new(&index, Unit::Fold, Counted::Words);
        let options = NgramOptions { length: NgramLength::new(n).unwrap(), min_freq: 1, breaks: None };
        let (progress, cancel) = (Progress::default(), CancelToken::default());
        let ngrams = ComparedNgrams::new(
            &index, &units, &articles, (options, min_texts), &progress, &cancel,
        ).unwrap();
        let sides = ComparedWords::new(&index, &units, &articles).sides(&Facets::default());
        let found = Compared::new(&sides, &ngrams, 1, &cancel).unwrap();
        let items = |article: usize| {
            let words = read(&texts[article]);
            let all = words.windows(usize::from(n));
            let counted = all.filter(|words| words.iter().all(|word| word.is_counted(Counted::Words)));
            let keys = counted.map(|words| {
                words.iter().map(|word| key(&word.form, Unit::Fold)).collect::<Vec<_>>()
            });
            keys.collect()
        };
        let mut expected = naive(&sets, texts.len(), items);
        expected.retain(|_, row| row[0] + row[1] >= min_texts);
        let rows = found.candidates().iter().map(|row| {
            let types = ngrams.types(&index, *row).map(|id| key_of(&index, id, Unit::Fold));
            (types.collect::<Vec<_>>(), plain(found.counts(*row)))
        });
        prop_assert_eq!(rows.collect::<BTreeMap<_, _>>(), expected);
    }
}

#[test]
fn names_are_those_of_the_table_by_period() {
    let corpus = embedded::open();
    let (definitions, _) = parse_definitions("entities.toml", embedded::ENTITIES_TOML);
    let layer = Layer {
        origin: Origin::Embedded,
        definitions: &definitions,
    };
    let gazetteer = Arc::new(Gazetteer::build(&[layer]));
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    let names = Annotations::new(&corpus, &gazetteer, &progress, &cancel).unwrap();
    let facets = Facets::new(&corpus);
    let period = |label: &str| {
        let periods = &facets.period;
        ArticleSet::from_fn(corpus.articles.len(), |id| {
            periods
                .value_of(id)
                .is_some_and(|period| period.as_str() == label)
        })
    };
    let articles = ComparedArticles::new(&period("2020"), &period("2023"), None);
    let all = [articles.a(), articles.b()].concat();
    let rows = ComparedNames::new(&names, &all, &cancel).unwrap();
    let words = |id: ArticleId| corpus.articles[id.index()].n_words;
    let found = counted(&articles, &facets, words, &rows);
    let table = EntityRows::new(&StudyScope::new(&corpus, &names, |_| true), &cancel).unwrap();
    assert!(table.len() > 20 && found.candidates().len() == table.len());
    for row in found.candidates() {
        let entity = rows.entity(*row).unwrap();
        let place = table.find(entity).unwrap();
        let expected = table.row(place).unwrap();
        let cells = |column: usize| (expected.articles[column], expected.mentions[column]);
        let ((a_texts, a_count), (b_texts, b_count)) = (cells(0), cells(1));
        assert_eq!(
            plain(found.counts(*row)),
            [a_texts, b_texts, a_count, b_count]
        );
        let change = table.change(place, 0, 1, warraq::entity::study::Base::Words);
        assert_eq!(change, Some(found.change(*row)));
    }
}

/// Five articles: the third is a copy of the first, the last of the fourth.
fn copies() -> (Index, Facets) {
    let text = |start: usize| {
        let words = (start..start + 60).map(|n| {
            format!("كلمة{}", "بتثجحخدذرزسش".chars().nth(n % 12).unwrap()) + &"ا".repeat(n / 12)
        });
        words.collect::<Vec<_>>().join(" ")
    };
    let texts = [text(0), text(100), text(0), text(200), text(200)];
    let index = build(&texts);
    let facets = Facets {
        source: FacetColumn::new([Some("أ"), Some("ب"), None, Some("أ"), Some("ج")]),
        ..Facets::default()
    };
    (index, facets)
}

#[test]
fn what_is_left_out_is_told() {
    let (index, facets) = copies();
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    let groups = WireGroups::of_index(&index, &progress, &cancel).unwrap();
    assert_eq!(groups.len(), 2);
    let of = |bits: u64| set(&index, bits);
    let articles = ComparedArticles::new(&of(0b00111), &of(0b11010), Some(&groups));
    assert_eq!(
        (articles.a(), articles.b()),
        (&[ArticleId(0)][..], &[ArticleId(3)][..])
    );
    assert_eq!(articles.text_of(ArticleId(3)), Some(1));
    assert_eq!(articles.text_of(ArticleId(1)), None);
    let notices = articles.notices(&articles.sides(&facets, |_| 60));
    assert_eq!(
        notices,
        [
            ComparisonNotice::OnlyDescribes { n_a: 1, n_b: 1 },
            ComparisonNotice::InBoth { n: 1 },
            ComparisonNotice::CopiesLeftOut { n: 2 },
        ]
    );
    // With the copies, and an outlet of its own on each side.
    let articles = ComparedArticles::new(&of(0b00011), &of(0b11000), None);
    let notices = articles.notices(&articles.sides(&facets, |_| 60));
    assert!(notices.contains(&ComparisonNotice::OneSidedOutlets { n: 2, all: 3 }));
    let articles = ComparedArticles::new(&of(0b00011), &of(0b10000), None);
    let notices = articles.notices(&articles.sides(&facets, |_| 60));
    assert!(notices.contains(&ComparisonNotice::NoSharedOutlet));
    let articles = ComparedArticles::new(&of(0), &of(1), None);
    let notices = articles.notices(&articles.sides(&facets, |_| 60));
    assert_eq!(notices[0], ComparisonNotice::EmptySide { side: "A" });
}

#[test]
fn outlets_are_counted_by_articles() {
    let (index, facets) = copies();
    let of = |bits: u64| set(&index, bits);
    let articles = ComparedArticles::new(&of(0b00111), &of(0b11000), None);
    let rows = compared_outlets(&facets, &articles);
    let found = counted(&articles, &facets, |_| 1, &rows);
    let outlets = found.candidates().iter().map(|row| {
        let outlet = facets.source.values[*row as usize].as_str();
        (outlet, plain(found.counts(*row)))
    });
    let expected = [
        ("أ", [1, 1, 1, 1]),
        ("ب", [1, 0, 1, 0]),
        ("ج", [0, 1, 0, 1]),
    ];
    assert_eq!(outlets.collect::<Vec<_>>(), expected);
    let mut runs = Vec::new();
    rows.push_runs(0, &mut runs);
    let places: Vec<_> = runs
        .iter()
        .map(|run: &TextRun| articles.article_of(*run))
        .collect();
    assert_eq!(places, [Some(ArticleId(0)), Some(ArticleId(3))]);
}

#[test]
fn function_words_are_told_from_others() {
    let texts = ["في باكو على الطريق", "وفي يريفان"].map(str::to_owned);
    let index = build(&texts);
    let units = Units::new(&index, Unit::Fold, Counted::Words);
    let all = |n: u64| set(&index, n);
    let articles = ComparedArticles::new(&all(1), &all(2), None);
    let words = ComparedWords::new(&index, &units, &articles);
    let mut flagged: Vec<&str> = (0..words.n_rows())
        .filter(|row| words.is_function_word(*row))
        .filter_map(|row| words.shown(row))
        .collect();
    flagged.sort_unstable();
    assert_eq!(flagged, ["على", "في", "وفي"]);
}
