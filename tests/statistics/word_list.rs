//! Word lists.

use crate::statistics::naive::{
    Key, build, counted, key, key_of, read, set, texts, unit, with_threads,
};
use proptest::prelude::*;
use std::collections::BTreeMap;
use warraq::analysis::index::{Index, TypeId};
use warraq::analysis::statistics::{
    Counted, Measure, Subcorpus, Table, TableOrder, Unit, Units, Value, WordList, all_rows,
    matching, sorted,
};
use warraq::arabic::fold;
use warraq::base::{ArticleId, CancelToken};
use warraq::statistics::{deviation_of_proportions, normalised_deviation};

fn list(index: &Index, units: &Units, subcorpus: &Subcorpus) -> WordList {
    WordList::new(index, units, subcorpus, &CancelToken::default()).unwrap()
}

/// What a naive reader knows of a word.
#[derive(Debug, Default)]
struct Row {
    /// Occurrences in each article of the subcorpus.
    counts: Vec<u64>,
    parts: [u32; 2],
    forms: BTreeMap<String, u32>,
}

fn assert_close(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "{found} {expected}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn rows_are_those_of_a_naive_reader(
        texts in texts(), bits in any::<u64>(), part_bits in any::<[u64; 2]>(),
        unit in unit(), counted in counted(),
    ) {
        let index = build(&texts);
        let filter = set(&index, bits);
        let parts = part_bits.map(|bits| set(&index, bits));
        let units = Units::new(&index, unit, counted);
        let subcorpus = Subcorpus::new(&index, Some(&filter), &parts);
        let found = list(&index, &units, &subcorpus);

        let n_articles = filter.len();
        let mut sizes = vec![0_u64; n_articles];
        let mut rows: BTreeMap<Key, Row> = BTreeMap::new();
        for (n, id) in filter.iter().enumerate() {
            for word in read(&texts[id.index()]) {
                if !word.is_counted(counted) {
                    continue;
                }
                sizes[n] += 1;
                let row = rows.entry(key(&word.form, unit)).or_default();
                row.counts.resize(n_articles, 0);
                row.counts[n] += 1;
                for (sum, part) in row.parts.iter_mut().zip(&parts) {
                    *sum += u32::from(part.contains(id));
                }
                *row.forms.entry(word.form).or_default() += 1;
            }
        }

        prop_assert_eq!(found.n_rows(), rows.len());
        prop_assert_eq!(found.size, sizes.iter().sum::<u64>());
        // An article without counted tokens is no part of the corpus.
        let is_used: Vec<bool> = sizes.iter().map(|size| *size > 0).collect();
        let used = |column: &[u64]| -> Vec<u64> {
            let cells = column.iter().zip(&is_used);
            cells.filter(|(_, used)| **used).map(|(cell, _)| *cell).collect()
        };
        for (n, (key, row)) in (0_u32..).zip(&rows) {
            let at = n as usize;
            let shown = TypeId(found.shown[at]);
            prop_assert_eq!(&key_of(&index, shown, unit), key);
            let most = row.forms.values().max().unwrap();
            let first = row.forms.iter().find(|(_, count)| *count == most).unwrap().0;
            prop_assert_eq!(index.form(shown), first);
            prop_assert_eq!(u64::from(found.freq[at]), row.counts.iter().sum::<u64>());
            let range = row.counts.iter().filter(|count| **count > 0).count();
            prop_assert_eq!(found.range[at] as usize, range);
            for (part, count) in row.parts.iter().enumerate() {
                prop_assert_eq!(found.parts.counts[part][at], *count);
            }
            let (sizes, counts) = (used(&sizes), used(&row.counts));
            assert_close(found.dp[at], deviation_of_proportions(&sizes, &counts).unwrap());
            match (found.value(n, Measure::DpNorm), normalised_deviation(&sizes, &counts)) {
                (Value::Missing, None) => {}
                (Value::Real(found), Some(expected)) => assert_close(found, expected),
                other => panic!("{other:?}"),
            }
        }
        prop_assert_eq!(&found.parts.sizes, &subcorpus.part_sizes(&units));
    }

    #[test]
    fn a_filter_and_its_complement_add_up(
        texts in texts(), bits in any::<u64>(), unit in unit(), counted in counted(),
    ) {
        let index = build(&texts);
        let units = Units::new(&index, unit, counted);
        let inside = set(&index, bits);
        let mut outside = inside.clone();
        outside.complement();
        let both = Subcorpus::new(&index, None, &[inside.clone(), outside.clone()]);
        let whole = list(&index, &units, &both);
        let mut sums: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
        for (part, filter) in [inside, outside].iter().enumerate() {
            let half = list(&index, &units, &Subcorpus::new(&index, Some(filter), &[]));
            prop_assert_eq!(half.size, whole.parts.sizes[part]);
            for (row, unit) in half.units.iter().enumerate() {
                let sum = sums.entry(*unit).or_default();
                sum.0 += half.freq[row];
                sum.1 += half.range[row];
            }
        }
        let expected: Vec<(u32, (u32, u32))> = sums.into_iter().collect();
        let found = whole.units.iter().zip(whole.freq.iter().zip(&whole.range));
        let found: Vec<_> = found.map(|(unit, (freq, range))| (*unit, (*freq, *range))).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn orders_and_searches_are_those_of_a_naive_reader(
        texts in texts(), unit in unit(), search in "[اوقل]{0,2}",
    ) {
        let index = build(&texts);
        let units = Units::new(&index, unit, Counted::Words);
        let table = list(&index, &units, &Subcorpus::whole(&index));
        let rows = all_rows(&table);
        let mut expected = rows.clone();
        expected.sort_by_key(|row| std::cmp::Reverse(table.freq[*row as usize]));
        prop_assert_eq!(sorted(&table, TableOrder::Descending(Measure::Freq), &rows), expected);
        let mut expected = rows.clone();
        expected.sort_by(|a, b| table.dp[*a as usize].total_cmp(&table.dp[*b as usize]));
        prop_assert_eq!(sorted(&table, TableOrder::Ascending(Measure::Dp), &rows), expected);
        let mut expected = rows.clone();
        expected.retain(|row| {
            let mut shown = String::new();
            table.push_shown(&index, *row, &mut shown);
            fold(&shown).contains(&fold(&search))
        });
        prop_assert_eq!(matching(&table, &index, &search), expected);
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let texts: Vec<String> = (0..700)
        .map(|n| format!("كلمة {n} وكلمات {} أخرى {}", "قال ".repeat(n % 5), n % 3))
        .collect();
    let index = build(&texts);
    let units = Units::new(&index, Unit::Stem, Counted::WordsAndNumbers);
    let parts = [set(&index, 0x5555), set(&index, 0x0F0F)];
    let subcorpus = Subcorpus::new(&index, Some(&set(&index, 0xFFFF_FFF0)), &parts);
    let one = with_threads(1, || list(&index, &units, &subcorpus));
    assert!(one.n_rows() > 100);
    assert!(
        [2, 7].map(|n| with_threads(n, || list(&index, &units, &subcorpus))) == [one.clone(), one]
    );
}

#[test]
fn the_example_of_gries_in_five_articles() {
    // The words of Gries 2008, one article for each part: DP 0.18 and DPnorm
    // 0.2195 for "a", and his D of 0.785, for five articles are five sectors.
    let texts = [
        "b a m n i b e u p",
        "b a s a t b e w q n",
        "b c a g a b e s t a",
        "b a g h a b e a a t",
        "b a h a a b e a x a t",
    ];
    let index = build(&texts.map(str::to_owned));
    let units = Units::new(&index, Unit::Type, Counted::Words);
    let table = list(&index, &units, &Subcorpus::whole(&index));
    let unit = units.unit_of(index.type_of("a").unwrap()).unwrap();
    let row = table.units.iter().position(|n| *n == unit).unwrap();
    let row = u32::try_from(row).unwrap();
    let value = |measure| match table.value(row, measure) {
        Value::Real(x) => x,
        other => panic!("{other:?}"),
    };
    assert_eq!(table.value(row, Measure::Freq), Value::Count(15));
    assert_eq!(table.value(row, Measure::Range), Value::Count(5));
    assert!((value(Measure::Dp) - 0.18).abs() < 1e-12);
    assert!((value(Measure::DpNorm) - 0.2195).abs() < 5e-5);
    assert!((value(Measure::JuillandD) - 0.785).abs() < 5e-4);
    assert!((value(Measure::PerMillion) - 300_000.0).abs() < 1e-9);
}

#[test]
fn two_periods_are_compared() {
    // 52 in 50,000 against 57 in 75,000: + 2.65 by Rayson's calculator.
    let texts = [(52, 50_000), (57, 75_000)].map(|(n, size)| {
        let mut words = "node ".repeat(n);
        words.push_str(&"filler ".repeat(size - n));
        words
    });
    let index = build(&texts);
    let units = Units::new(&index, Unit::Fold, Counted::Words);
    let parts = [0, 1].map(|n| {
        let mut part = warraq::analysis::ArticleSet::none(2);
        part.insert(ArticleId(n));
        part
    });
    let table = list(&index, &units, &Subcorpus::new(&index, None, &parts));
    let rows = matching(&table, &index, "node");
    let Value::Real(g2) = table.value(rows[0], Measure::Keyness(0, 1)) else {
        panic!("no keyness");
    };
    assert!((g2 - 2.65).abs() < 0.005, "{g2}");
    let filler = matching(&table, &index, "filler");
    let Value::Real(g2) = table.value(filler[0], Measure::Keyness(0, 1)) else {
        panic!("no keyness");
    };
    assert!(g2 < 0.0, "rarer in the first");
}
