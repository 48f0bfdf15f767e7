//! N-grams.

use crate::statistics::naive::{
    Key, Word, build, counted, key, read, set, texts, unit, with_threads,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use warraq::analysis::index::Index;
use warraq::analysis::statistics::{
    Breaks, Counted, NgramLength, NgramOptions, Ngrams, Subcorpus, Table, Unit, Units,
};
use warraq::base::{ByteSpan, CancelToken, Cancelled, Progress};

fn ngrams(
    index: &Index,
    units: &Units,
    subcorpus: &Subcorpus,
    options: NgramOptions<'_>,
) -> Ngrams {
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    let found = Ngrams::new(index, units, subcorpus, options, &progress, &cancel).unwrap();
    assert!(
        progress
            .total()
            .is_none_or(|total| progress.done() == total)
    );
    found
}

fn length(n: u8) -> NgramLength {
    NgramLength::new(n).unwrap()
}

/// Whether a sentence ends between two words, by the characters between them.
fn is_break(text: &str, a: &Word, b: &Word) -> bool {
    let gap = ByteSpan::new(a.span.end, b.span.start).slice(text);
    gap.contains(['\n', '!', '?', '؟', '۔', '…']) || (gap.contains('.') && gap != ".")
}

#[derive(Debug, Default)]
struct Row {
    freq: u32,
    articles: BTreeSet<usize>,
    part: u32,
    forms: BTreeMap<Vec<String>, u32>,
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn rows_are_those_of_a_naive_reader(
        texts in texts(), bits in any::<u64>(), part_bits in any::<u64>(),
        unit in unit(), counted in counted(),
        n in 1_u8..=5, min_freq in 0_u32..4, within_sentences in any::<bool>(),
    ) {
        let index = build(&texts);
        let units = Units::new(&index, unit, counted);
        let (filter, part) = (set(&index, bits), set(&index, part_bits));
        let subcorpus = Subcorpus::new(&index, Some(&filter), std::slice::from_ref(&part));
        let breaks = Breaks::new(&index, |id| &texts[id.index()]);
        let options = NgramOptions {
            length: length(n),
            min_freq,
            breaks: within_sentences.then_some(&breaks),
        };
        let found = ngrams(&index, &units, &subcorpus, options);

        let mut rows: BTreeMap<Vec<Key>, Row> = BTreeMap::new();
        for id in filter.iter() {
            let text = &texts[id.index()];
            for words in read(text).windows(usize::from(n)) {
                let is_broken = words.windows(2).any(|two| is_break(text, &two[0], &two[1]));
                if (within_sentences && is_broken) || !words.iter().all(|w| w.is_counted(counted)) {
                    continue;
                }
                let keys = words.iter().map(|word| key(&word.form, unit)).collect();
                let row = rows.entry(keys).or_default();
                row.freq += 1;
                row.articles.insert(id.index());
                row.part += u32::from(part.contains(id));
                let forms = words.iter().map(|word| word.form.clone()).collect();
                *row.forms.entry(forms).or_default() += 1;
            }
        }
        rows.retain(|_, row| row.freq >= min_freq);

        prop_assert_eq!(found.n_rows(), rows.len());
        for (n, row) in (0_u32..).zip(rows.values()) {
            let at = n as usize;
            prop_assert_eq!(found.freq[at], row.freq);
            prop_assert_eq!(found.range[at] as usize, row.articles.len());
            prop_assert_eq!(found.parts.counts[0][at], row.part);
            let mut shown = String::new();
            found.push_shown(&index, n, &mut shown);
            let most = row.forms.values().max().unwrap();
            let first = row.forms.iter().find(|(_, count)| *count == most).unwrap().0;
            prop_assert_eq!(shown, first.join(" "));
            prop_assert_eq!(found.units_of(n).len(), usize::from(options.length.get()));
        }
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let texts: Vec<String> = (0..300)
        .map(|n| "قال الوزير إن الوزارة قالت ".repeat(n % 7 + 1))
        .collect();
    let index = build(&texts);
    let units = Units::new(&index, Unit::Fold, Counted::Words);
    let subcorpus = Subcorpus::new(&index, None, &[set(&index, 0x3333)]);
    for n in [2, 5] {
        let options = NgramOptions {
            length: length(n),
            min_freq: 2,
            breaks: None,
        };
        let run = |threads| with_threads(threads, || ngrams(&index, &units, &subcorpus, options));
        let one = run(1);
        assert_eq!(one.n_rows(), 5);
        assert!(one == run(2) && one == run(7));
    }
}

#[test]
fn a_sentence_ends_at_points_but_not_inside_abbreviations() {
    let texts = ["قال في U.S اليوم. وقال غدا؟ نعم\nلا".to_owned()];
    let index = build(&texts);
    let breaks = Breaks::new(&index, |id| &texts[id.index()]);
    let before: Vec<&str> = (0..index.n_tokens())
        .filter(|at| breaks.is_before(*at))
        .map(|at| index.span(at).slice(&texts[0]))
        .collect();
    assert_eq!(before, ["وقال", "نعم", "لا"]);
}

#[test]
fn lengths_are_one_to_five() {
    assert_eq!((NgramLength::new(0), NgramLength::new(6)), (None, None));
    assert_eq!(NgramLength::new(5), Some(NgramLength::MAX));
}

#[test]
fn cancelled_counting_gives_nothing() {
    let index = build(&["كلمة وكلمة".to_owned()]);
    let units = Units::new(&index, Unit::Fold, Counted::Words);
    let cancel = CancelToken::default();
    cancel.cancel();
    let options = NgramOptions {
        length: length(2),
        min_freq: 1,
        breaks: None,
    };
    let whole = Subcorpus::whole(&index);
    let found = Ngrams::new(
        &index,
        &units,
        &whole,
        options,
        &Progress::default(),
        &cancel,
    );
    assert_eq!(found, Err(Cancelled));
}
