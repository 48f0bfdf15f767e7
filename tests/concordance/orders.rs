//! The order of lines.

use crate::concordance::fixture::{Fixture, fixture_and_hits, lines};
use proptest::prelude::*;
use std::cmp::Ordering;
use std::sync::Arc;
use warraq::analysis::concordance::{
    Concordance, ConcordanceSettings, Hit, Marks, Nth, Sort, SortDirection, SortKey, SortSpec,
};
use warraq::arabic::fold;
use warraq::base::CancelToken;

pub(crate) fn key() -> impl Strategy<Value = SortKey> {
    let nth = || prop::sample::select(Nth::ALL.to_vec());
    prop_oneof![
        Just(SortKey::Node),
        nth().prop_map(SortKey::Before),
        nth().prop_map(SortKey::After),
        Just(SortKey::Period),
        Just(SortKey::Date),
        Just(SortKey::Outlet),
        Just(SortKey::File),
        Just(SortKey::Position),
    ]
}

pub(crate) fn sort() -> impl Strategy<Value = Sort> {
    let direction = prop_oneof![
        Just(SortDirection::Ascending),
        Just(SortDirection::Descending)
    ];
    (key(), direction).prop_map(|(key, direction)| Sort { key, direction })
}

/// The folded word `n` places from the node, read from the text.
fn word(fixture: &Fixture, hit: Hit, position: i64) -> Option<String> {
    let positions = fixture
        .index
        .positions_of(fixture.index.article_of(hit.start));
    let position = u32::try_from(position)
        .ok()
        .filter(|p| positions.contains(p))?;
    Some(fold(fixture.index.span(position).slice(fixture.text(hit))))
}

/// What is not there comes last in either direction.
fn known_first<T: Ord>(a: Option<T>, b: Option<T>, direction: SortDirection) -> Ordering {
    match (a, b) {
        (None, None) => Ordering::Equal,
        (None, _) => Ordering::Greater,
        (_, None) => Ordering::Less,
        (Some(a), Some(b)) => turn(a.cmp(&b), direction),
    }
}

fn turn(ordering: Ordering, direction: SortDirection) -> Ordering {
    match direction {
        SortDirection::Ascending => ordering,
        SortDirection::Descending => ordering.reverse(),
    }
}

/// Compares two hits as the documentation of the key says, with strings.
pub(crate) fn compare(fixture: &Fixture, sort: Sort, a: Hit, b: Hit) -> Ordering {
    let Sort { key, direction } = sort;
    let of = fixture.of();
    let articles = || (of.article(a).unwrap(), of.article(b).unwrap());
    match key {
        SortKey::Node => {
            let words = |hit: Hit| -> Vec<_> {
                let places = hit.start..hit.end;
                places.map(|p| word(fixture, hit, i64::from(p))).collect()
            };
            turn(words(a).cmp(&words(b)), direction)
        }
        SortKey::Before(nth) => {
            let word = |hit: Hit| word(fixture, hit, i64::from(hit.start) - i64::from(nth.get()));
            turn(word(a).cmp(&word(b)), direction)
        }
        SortKey::After(nth) => {
            let place = |hit: Hit| i64::from(hit.end) - 1 + i64::from(nth.get());
            let word = |hit: Hit| word(fixture, hit, place(hit));
            turn(word(a).cmp(&word(b)), direction)
        }
        SortKey::Period => {
            let (a, b) = articles();
            known_first(a.period.as_ref(), b.period.as_ref(), direction)
        }
        SortKey::Date => {
            let (a, b) = articles();
            known_first(a.date, b.date, direction)
        }
        SortKey::Outlet => {
            let (a, b) = articles();
            let name = |article: &warraq::corpus::Article| {
                let source = article.source.as_deref()?;
                Some((fold(source), source.to_owned()))
            };
            known_first(name(a), name(b), direction)
        }
        SortKey::File => {
            let (a, b) = articles();
            turn(a.file.cmp(&b.file), direction)
        }
        SortKey::Position => turn(a.cmp(&b), direction),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn lines_are_in_the_order_of_their_keys(
        (fixture, picks) in fixture_and_hits(),
        keys in prop::collection::vec(sort(), 0..6),
    ) {
        let hits = fixture.hits(&picks);
        let settings = ConcordanceSettings { sort: SortSpec(keys.clone()), ..ConcordanceSettings::default() };
        let concordance = fixture.concordance(&hits, &settings);
        let mut expected = hits.to_vec();
        expected.sort_by(|a, b| {
            let keys = keys.iter().map(|sort| compare(&fixture, *sort, *a, *b));
            keys.fold(Ordering::Equal, Ordering::then)
        });
        prop_assert_eq!(lines(&concordance), expected, "{}", settings.sort);
        prop_assert_eq!(concordance.n_hits(), hits.len());
        for n in 0..concordance.n_lines() {
            let hit = concordance.hit(n).unwrap();
            prop_assert_eq!(concordance.line_of(hit), Some(n));
        }
    }

    #[test]
    fn order_depends_on_nothing_else(
        (fixture, picks) in fixture_and_hits(),
        keys in prop::collection::vec(sort(), 0..4),
    ) {
        let hits = fixture.hits(&picks);
        let settings = ConcordanceSettings { sort: SortSpec(keys), ..ConcordanceSettings::default() };
        let expected = lines(&fixture.concordance(&hits, &settings));
        let mut shuffled = hits.to_vec();
        shuffled.reverse();
        let shuffled: Arc<[Hit]> = shuffled.into();
        prop_assert_eq!(&lines(&fixture.concordance(&shuffled, &settings)), &expected);
    }
}

#[test]
fn number_of_threads_changes_nothing() {
    let words = [
        "على",
        "علي",
        "باكو",
        "وزارة",
        "الدفاع",
        "أرمينيا",
        "ارمينيا",
    ];
    let text: Vec<&str> = (0..30_000_usize)
        .map(|n| words[(n * n + n / 7) % words.len()])
        .collect();
    let fixture = Fixture::one(&text.join(" "));
    let hits: Arc<[Hit]> = (0..29_990)
        .map(|start| Hit {
            start,
            end: start + 1 + start % 3,
        })
        .collect();
    let settings = ConcordanceSettings {
        sort: "node:desc,after2,before1:desc,after1".parse().unwrap(),
        group: Some(SortKey::After(Nth::ALL[2]).into()),
        ..ConcordanceSettings::default()
    };
    let with = |n_threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(n_threads);
        let pool = pool.build().unwrap();
        lines(&pool.install(|| fixture.concordance(&hits, &settings)))
    };
    let one = with(1);
    assert!(one == with(2) && one == with(5));
    let mut sorted = one;
    sorted.sort_unstable();
    assert!(sorted == *hits);
}

#[test]
fn cancelled_sort_gives_no_concordance() {
    let fixture = Fixture::one("كلمة");
    let cancel = CancelToken::default();
    cancel.cancel();
    let made = Concordance::new(
        fixture.of(),
        [Hit { start: 0, end: 1 }].into(),
        ConcordanceSettings::default(),
        &Marks::default(),
        &cancel,
    );
    assert!(made.is_err());
}
