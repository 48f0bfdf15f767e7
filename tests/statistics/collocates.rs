//! Collocates.

use crate::statistics::naive::{
    Key, build, counted, key, key_of, read, set, texts, unit, with_threads,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use warraq::analysis::index::{Index, TypeId};
use warraq::analysis::statistics::{
    CollocateOptions, Collocates, Counted, Hit, Measure, Subcorpus, Table, TypeCounts, Unit, Units,
    Value, Window, all_rows, matching,
};
use warraq::base::{ArticleId, CancelToken, Cancelled};

fn collocates(
    index: &Index,
    units: &Units,
    subcorpus: &Subcorpus,
    hits: &[Hit],
    options: CollocateOptions,
) -> Collocates {
    let counts = TypeCounts::new(index, subcorpus);
    let cancel = CancelToken::default();
    Collocates::new(index, units, (subcorpus, &counts), hits, options, &cancel).unwrap()
}

/// Every place of a word, as hits of `n` tokens where the article has as many.
fn hits_of(index: &Index, folded: &str, n: u32) -> Vec<Hit> {
    let fold = index.fold_id(folded);
    let types = fold.map_or(&[][..], |fold| index.types_of(fold));
    let positions = types.iter().flat_map(|n| index.postings(TypeId(*n)));
    let mut hits: Vec<Hit> = positions
        .map(|start| Hit {
            start: *start,
            end: (start + n).min(index.positions_of(index.article_of(*start)).end),
        })
        .collect();
    hits.sort_unstable();
    hits
}

#[derive(Debug, Default, PartialEq)]
struct Row {
    before: u32,
    after: u32,
    freq: u32,
    articles: BTreeSet<ArticleId>,
    part: u32,
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn rows_are_those_of_a_naive_reader(
        texts in texts(), bits in any::<u64>(), part_bits in any::<u64>(),
        unit in unit(), counted in counted(),
        before in 0_u32..5, after in 0_u32..5, n in 1_u32..3, min_freq in 0_u32..3,
    ) {
        let index = build(&texts);
        let units = Units::new(&index, unit, counted);
        let (filter, part) = (set(&index, bits), set(&index, part_bits));
        let subcorpus = Subcorpus::new(&index, Some(&filter), std::slice::from_ref(&part));
        let hits = hits_of(&index, "قال", n);
        let options = CollocateOptions { window: Window { before, after }, min_freq };
        let found = collocates(&index, &units, &subcorpus, &hits, options);

        let mut rows: BTreeMap<Key, Row> = BTreeMap::new();
        let (mut near, mut size) = (0_u64, 0_u64);
        for id in filter.iter() {
            let positions = index.positions_of(id);
            let here: Vec<&Hit> = hits.iter().filter(|hit| positions.contains(&hit.start)).collect();
            for (at, word) in positions.zip(read(&texts[id.index()])) {
                let is_node = here.iter().any(|hit| (hit.start..hit.end).contains(&at));
                if is_node || !word.is_counted(counted) {
                    continue;
                }
                size += 1;
                let row = rows.entry(key(&word.form, unit)).or_default();
                row.freq += 1;
                let to_next = here.iter().filter(|hit| hit.start > at).map(|hit| hit.start - at).min();
                let to_last = here.iter().filter(|hit| hit.end <= at).map(|hit| at - hit.end + 1).min();
                let to_next = to_next.filter(|distance| *distance <= before);
                let to_last = to_last.filter(|distance| *distance <= after);
                match (to_last, to_next) {
                    (None, None) => continue,
                    (Some(last), Some(next)) if next < last => row.before += 1,
                    (None, Some(_)) => row.before += 1,
                    (Some(_), _) => row.after += 1,
                }
                near += 1;
                row.articles.insert(id);
                row.part += u32::from(part.contains(id));
            }
        }
        rows.retain(|_, row| row.before + row.after >= min_freq.max(1));

        prop_assert_eq!((found.near, found.size), (near, size));
        let n_hits = hits.iter().filter(|hit| filter.contains(index.article_of(hit.start))).count();
        prop_assert_eq!(found.n_hits, n_hits as u64);
        prop_assert_eq!(found.n_rows(), rows.len());
        for (at, (key, row)) in rows.iter().enumerate() {
            prop_assert_eq!(&key_of(&index, TypeId(found.shown[at]), unit), key);
            prop_assert_eq!((found.before[at], found.after[at]), (row.before, row.after));
            prop_assert_eq!((found.freq[at], found.range[at] as usize), (row.freq, row.articles.len()));
            prop_assert_eq!(found.parts.counts[0][at], row.part);
        }
        for row in all_rows(&found) {
            prop_assert!(found.contingency(row).is_some(), "no cell is negative");
            for measure in found.measures() {
                if let Value::Real(x) = found.value(row, measure) {
                    prop_assert!(x.is_finite(), "{measure:?}");
                }
            }
        }
    }
}

#[test]
fn every_measure_of_a_small_text() {
    // Ten tokens around two nodes, one token each side.
    let texts = ["alpha node beta gamma delta alpha node gamma epsilon alpha zeta eta".to_owned()];
    let index = build(&texts);
    let units = Units::new(&index, Unit::Type, Counted::Words);
    let hits = hits_of(&index, "node", 1);
    let options = CollocateOptions {
        window: Window {
            before: 1,
            after: 1,
        },
        min_freq: 1,
    };
    let table = collocates(&index, &units, &Subcorpus::whole(&index), &hits, options);
    assert_eq!((table.n_hits, table.near, table.size), (2, 4, 10));
    let rows = matching(&table, &index, "alpha");
    // O11 2, R1 4, C1 3, N 10. By hand: E 1.2; the rest by
    // python3 -c 'from math import *
    // o=((2,1.2),(2,2.8),(1,1.8),(5,4.2))
    // print(log2(2/1.2),(2-1.2)/sqrt(2),2*sum(x*log(x/e) for x,e in o),14+log2(4/5))'
    let value = |measure| match table.value(rows[0], measure) {
        Value::Real(x) => x,
        Value::Count(n) => f64::from(u32::try_from(n).unwrap()),
        Value::Missing => panic!("{measure:?}"),
    };
    for (measure, expected) in [
        (Measure::Freq, 2.0),
        (Measure::Before, 2.0),
        (Measure::After, 0.0),
        (Measure::Range, 1.0),
        (Measure::CollocateFreq, 3.0),
        (Measure::Expected, 1.2),
        (Measure::MutualInformation, 0.736_965_594_166_206_2),
        (Measure::TScore, 0.565_685_424_949_238),
        (Measure::LogLikelihood, 1.265_374_090_222_651),
        (Measure::LogDice, 13.678_071_905_112_637),
    ] {
        let found = value(measure);
        assert!((found - expected).abs() < 1e-9, "{measure:?} {found}");
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let texts: Vec<String> = (0..4000)
        .map(|n| {
            format!(
                "قال الوزير {} إن الوزارة قال قال {}",
                n % 7,
                "كلمة ".repeat(n % 11)
            )
        })
        .collect();
    let index = build(&texts);
    let units = Units::new(&index, Unit::Fold, Counted::WordsAndNumbers);
    let parts = [set(&index, 0x5555), set(&index, 0x0F0F)];
    let subcorpus = Subcorpus::new(&index, Some(&set(&index, !0xF0)), &parts);
    let hits = hits_of(&index, "قال", 1);
    let options = CollocateOptions {
        window: Window::default(),
        min_freq: 1,
    };
    let run = |n| with_threads(n, || collocates(&index, &units, &subcorpus, &hits, options));
    let one = run(1);
    assert!(one.n_rows() >= 10 && one.n_hits > 10_000);
    assert!(one == run(2) && one == run(7));
}

#[test]
fn cancelled_counting_gives_nothing() {
    let index = build(&["قال الوزير".to_owned()]);
    let units = Units::new(&index, Unit::Fold, Counted::Words);
    let whole = Subcorpus::whole(&index);
    let counts = TypeCounts::new(&index, &whole);
    let options = CollocateOptions {
        window: Window::default(),
        min_freq: 1,
    };
    let cancel = CancelToken::default();
    cancel.cancel();
    let hits = hits_of(&index, "قال", 1);
    let found = Collocates::new(&index, &units, (&whole, &counts), &hits, options, &cancel);
    assert_eq!(found, Err(Cancelled));
}
