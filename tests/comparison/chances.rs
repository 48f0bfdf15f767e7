//! The chance of a difference, by relabelling the texts.

use crate::statistics::naive::with_threads;
use proptest::prelude::*;
use warraq::base::CancelToken;
use warraq::statistics::comparison::{
    Chances, Compared, Sides, StoredRuns, TextRun, leave_one_out,
};
use warraq::statistics::{Confidence, Keyness};

type Text = (u32, Option<u32>);

/// (f / s) / (g / r) as a fraction, none counted as half of one.
fn ratio(a: u64, size_a: u64, b: u64, size_b: u64) -> (u128, u128) {
    let twice = |n: u64| u128::from(if n == 0 { 1 } else { 2 * n });
    (twice(a) * u128::from(size_b), twice(b) * u128::from(size_a))
}

/// p by every choice of `n_a` texts, from the definition.
fn brute(texts: &[u32], counts: &[u32], n_a: u32) -> Option<f64> {
    let sums = |bits: u32| {
        let mut sums = [0_u64; 4];
        for (n, (length, count)) in texts.iter().zip(counts).enumerate() {
            let side = usize::from(bits >> n & 1 == 0);
            sums[side] += u64::from(*count);
            sums[2 + side] += u64::from(*length);
        }
        sums
    };
    let [a, b, size_a, size_b] = sums((1 << n_a) - 1);
    if a + b == 0 || size_a == 0 || size_b == 0 {
        return None;
    }
    let (over, under) = ratio(a, size_a, b, size_b);
    let (mut n, mut n_high, mut n_low) = (0_u32, 0_u32, 0_u32);
    for bits in (0..1_u32 << texts.len()).filter(|bits| bits.count_ones() == n_a) {
        let [a, b, size_a, size_b] = sums(bits);
        let here = ratio(a, size_a, b, size_b);
        n += 1;
        n_high += u32::from(here.0 * under >= over * here.1);
        n_low += u32::from(here.0 * under <= over * here.1);
    }
    Some((2.0 * f64::from(n_high.min(n_low)) / f64::from(n)).min(1.0))
}

fn sides(lengths: &[u32], n_a: usize) -> Sides {
    let texts: Vec<Text> = lengths.iter().map(|length| (*length, None)).collect();
    let (a, b) = texts.split_at(n_a);
    Sides::new(a, b)
}

/// The rows of columns of counts, one for each text.
fn stored(rows: &[Vec<u32>]) -> StoredRuns {
    let mut stored = StoredRuns::default();
    for counts in rows {
        let runs = (0..).zip(counts).filter(|(_, count)| **count > 0);
        stored.push(runs.map(|(text, count)| TextRun {
            text,
            count: *count,
        }));
    }
    stored
}

fn chances(sides: &Sides, rows: &StoredRuns, n: u32, seed: u64) -> Chances {
    let cancel = CancelToken::default();
    Chances::of((0..n).collect(), seed, sides, rows, &cancel).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn chances_are_those_of_every_arrangement(
        texts in prop::collection::vec((0_u32..40, 0_u32..7), 2..10),
        pick in any::<prop::sample::Index>(),
    ) {
        let n_a = 1 + pick.index(texts.len() - 1);
        let lengths: Vec<u32> = texts.iter().map(|(length, _)| *length).collect();
        let counts: Vec<u32> = texts.iter().map(|(length, count)| *length.min(count)).collect();
        let turned: Vec<u32> = counts.iter().rev().zip(&lengths).map(|(c, l)| *c.min(l)).collect();
        let sides = sides(&lengths, n_a);
        let rows = [counts, turned];
        let found = chances(&sides, &stored(&rows), 2, 0);
        prop_assert!(found.is_exact());
        for (row, counts) in (0..).zip(&rows) {
            let expected = brute(&lengths, counts, u32::try_from(n_a).unwrap());
            prop_assert_eq!(found.p(row), expected);
            prop_assert!(expected.is_none_or(|p| p >= sides.least_chance() - 1e-12));
        }
    }
}

/// Ten texts against eight, of which there are 43,758 arrangements, and rows
/// from plain chance to none.
fn shuffled() -> (Vec<u32>, Vec<Vec<u32>>) {
    let lengths: Vec<u32> = (0..18).map(|n| 200 + n * 37 % 150).collect();
    let row = |a: [u32; 10], b: [u32; 8]| [a.as_slice(), &b].concat();
    let rows = vec![
        row([3; 10], [3; 8]),
        row([5, 4, 6, 5, 4, 5, 7, 5, 4, 6], [0; 8]),
        row([5, 4, 0, 5, 0, 3, 2, 1, 0, 2], [1, 0, 0, 2, 1, 0, 3, 0]),
        row([0, 0, 1, 0, 2, 0, 0, 0, 1, 0], [2, 3, 0, 4, 1, 3, 0, 5]),
        row([12, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0; 8]),
    ];
    (lengths, rows)
}

#[test]
fn shuffles_come_near_every_arrangement() {
    let (lengths, rows) = shuffled();
    let sides = sides(&lengths, 10);
    let found = chances(&sides, &stored(&rows), 5, 7);
    assert!(!found.is_exact());
    for (row, counts) in (0..).zip(&rows) {
        let (found, exact) = (found.p(row).unwrap(), brute(&lengths, counts, 10).unwrap());
        // Fifty as extreme, or 32,768 shuffles, of which so many are meant.
        let meant = (exact / 2.0 * 32_768.0).clamp(1.0, 50.0);
        let deviation = exact / meant.sqrt() + 2.0 / 32_769.0;
        assert!(
            (found - exact).abs() < 5.0 * deviation,
            "{row}: {found} {exact}"
        );
    }
    // A name twelve times in one of many texts shows nothing.
    assert!(found.p(4).unwrap() > 0.3 && found.p(1).unwrap() < 0.001);
}

#[test]
fn chances_depend_on_the_seed_and_not_on_the_threads() {
    let (lengths, rows) = shuffled();
    let (sides, rows) = (sides(&lengths, 10), stored(&rows));
    let one = with_threads(1, || chances(&sides, &rows, 5, 3));
    assert_eq!(with_threads(3, || chances(&sides, &rows, 5, 3)), one);
    assert_ne!(chances(&sides, &rows, 5, 4), one);
}

#[test]
fn a_stop_is_heard_and_leaves_the_chances_as_they_were() {
    let (lengths, rows) = shuffled();
    let (sides, rows) = (sides(&lengths, 10), stored(&rows));
    let mut found = Chances::new((0..5).collect(), 3);
    let go_on = CancelToken::default();
    assert_eq!(found.step(&sides, &rows, &go_on), Ok(true));
    let before = found.clone();
    assert!(found.step(&sides, &rows, &CancelToken::after(2)).is_err());
    assert_eq!(found, before);
    assert!(Compared::new(&sides, &rows, 1, &CancelToken::after(2)).is_err());
}

#[test]
fn rows_are_ordered_by_what_they_show() {
    let (lengths, rows) = shuffled();
    let (sides, rows) = (sides(&lengths, 10), stored(&rows));
    let cancel = CancelToken::default();
    let compared = Compared::new(&sides, &rows, 1, &cancel).unwrap();
    let chances = chances(&sides, &rows, 5, 0);
    let order = compared.ordered(&chances, &cancel).unwrap();
    assert_eq!(order[0], 1);
    // Of five articles, that which stands in most of them.
    let few = sides_of_five();
    let rows = stored(&[
        vec![9, 0, 0, 0, 0],
        vec![1, 1, 1, 1, 0],
        vec![2, 0, 0, 0, 2],
    ]);
    let compared = Compared::new(&few, &rows, 1, &cancel).unwrap();
    let found = Chances::of(vec![0, 1, 2], 0, &few, &rows, &cancel).unwrap();
    assert_eq!(compared.ordered(&found, &cancel).unwrap(), [1, 2, 0]);
    let rates = compared.false_discovery_rates(&found);
    assert!(
        (0..3)
            .zip(rates)
            .all(|(row, q)| found.p(row) >= Some(0.2) && q >= Some(0.2))
    );
}

fn sides_of_five() -> Sides {
    Sides::new(
        &[(100, Some(0)), (100, Some(1)), (100, Some(0))],
        &[(120, Some(1)), (80, None)],
    )
}

#[test]
fn a_row_says_what_was_counted() {
    let (few, cancel) = (sides_of_five(), CancelToken::default());
    let rows = stored(&[vec![4, 1, 2, 3, 5], vec![0; 5]]);
    let compared = Compared::new(&few, &rows, 0, &cancel).unwrap();
    assert_eq!(compared.candidates(), [0]);
    let counts = compared.counts(0);
    assert_eq!((counts.a_texts, counts.b_texts), (3, 2));
    assert_eq!((counts.a_count, counts.b_count), (7, 8));
    assert_eq!(
        (compared.largest_text(0), compared.largest_group(0)),
        (Some(5.0 / 15.0), Some(6.0 / 15.0))
    );
    let (a, b) = compared.per_million(0);
    assert!((a.unwrap() - 7e6 / 300.0).abs() < 1e-6 && b == Some(40_000.0));
    let change = Keyness {
        first: 8,
        first_size: 200,
        second: 7,
        second_size: 300,
    };
    assert_eq!(compared.change(0), change);
    assert_eq!(
        compared.log_ratio_interval(0),
        change.log_ratio_interval(Confidence::USUAL)
    );
    assert_eq!(compared.conservative_log_ratio_of_texts(0), Some(0.0));
}

#[test]
fn leaving_an_outlet_out_is_counting_the_others() {
    let few = sides_of_five();
    let counts = [4, 1, 2, 3, 5];
    let runs: Vec<TextRun> = (0..)
        .zip(counts)
        .map(|(text, count)| TextRun { text, count })
        .collect();
    let left = leave_one_out(&few, &runs);
    assert_eq!(
        left.iter().map(|left| left.group).collect::<Vec<_>>(),
        [0, 1]
    );
    for left in left {
        let (rest, places) = few.without(left.group);
        let kept = runs.iter().filter_map(|run| {
            let text = places[run.text as usize]?;
            Some(TextRun { text, ..*run })
        });
        let mut rows = StoredRuns::default();
        rows.push(kept);
        let compared = Compared::new(&rest, &rows, 1, &CancelToken::default()).unwrap();
        assert_eq!(compared.change(0).log_ratio(), left.log_ratio);
    }
}
