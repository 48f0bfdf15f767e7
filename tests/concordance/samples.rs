//! Samples stay the same.

use crate::concordance::fixture::{Fixture, Sketch, fixture_and_hits, lines};
use crate::concordance::orders::sort;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;
use warraq::analysis::concordance::{ConcordanceSettings, Hit, HitKey, Marks, Sample, SortSpec};

fn sampled(size: u32, seed: u64) -> ConcordanceSettings {
    ConcordanceSettings {
        sample: Some(Sample { size, seed }),
        ..ConcordanceSettings::default()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn sample_is_a_subset_of_its_size_in_any_order(
        (fixture, picks) in fixture_and_hits(),
        size in 0..40_u32,
        seed: u64,
        keys in prop::collection::vec(sort(), 0..3),
    ) {
        let hits = fixture.hits(&picks);
        let settings = sampled(size, seed);
        let concordance = fixture.concordance(&hits, &settings);
        let taken = lines(&concordance);
        prop_assert_eq!(taken.len(), hits.len().min(size as usize));
        prop_assert_eq!(concordance.n_hits(), hits.len());
        prop_assert!(taken.is_sorted_by(|a, b| a < b), "each once, in order of place");
        prop_assert!(taken.iter().all(|hit| hits.contains(hit)));

        let resorted = ConcordanceSettings { sort: SortSpec(keys), ..settings };
        let mut again = lines(&fixture.concordance(&hits, &resorted));
        again.sort_unstable();
        prop_assert_eq!(&again, &taken);

        let smaller = lines(&fixture.concordance(&hits, &sampled(size / 2, seed)));
        prop_assert!(smaller.iter().all(|hit| taken.contains(hit)));
    }
}

fn article(file: &str, n_words: usize) -> Sketch {
    Sketch {
        file: file.to_owned(),
        text: "كلمة ".repeat(n_words),
        ..Sketch::default()
    }
}

fn places(fixture: &Fixture, size: u32) -> BTreeSet<HitKey> {
    let hits: Arc<[Hit]> = (0..fixture.index.n_tokens())
        .map(|start| Hit {
            start,
            end: start + 1,
        })
        .collect();
    lines(&fixture.concordance(&hits, &sampled(size, 7)))
        .into_iter()
        .map(|hit| HitKey::of(fixture.of(), hit).unwrap())
        .collect()
}

#[test]
fn hits_leave_the_sample_of_a_growing_corpus_only_for_new_ones() {
    let old = Fixture::new(vec![article("b.txt", 300), article("d.txt", 200)]);
    let grown = vec![
        article("a.txt", 100),
        article("b.txt", 300),
        article("c.txt", 150),
        article("d.txt", 200),
    ];
    let new = Fixture::new(grown);
    let (before, after) = (places(&old, 50), places(&new, 50));
    assert_eq!((before.len(), after.len()), (50, 50));
    let is_old = |key: &&HitKey| matches!(&*key.file, "b.txt" | "d.txt");
    let stayed: BTreeSet<&HitKey> = after.iter().filter(is_old).collect();
    assert!(stayed.iter().all(|key| before.contains(key)));
    assert!(stayed.len() < 50, "new articles have their share");
}

#[test]
fn every_place_has_the_same_chance() {
    let fixture = Fixture::new(
        (0..100)
            .map(|n| article(&format!("{n}.txt"), 100))
            .collect(),
    );
    let hits: Arc<[Hit]> = (0..10_000)
        .map(|start| Hit {
            start,
            end: start + 1,
        })
        .collect();
    let mut tenths = [0_u32; 10];
    for seed in 0..50 {
        for hit in lines(&fixture.concordance(&hits, &sampled(200, seed))) {
            tenths[hit.start as usize / 1000] += 1;
        }
    }
    // 1,000 expected; the standard deviation of a tenth is 30.
    assert!(tenths.iter().all(|n| (850..1150).contains(n)), "{tenths:?}");
}

#[test]
fn removing_a_line_brings_no_other_into_the_sample() {
    let fixture = Fixture::one(&"كلمة ".repeat(100));
    let hits: Arc<[Hit]> = (0..100)
        .map(|start| Hit {
            start,
            end: start + 1,
        })
        .collect();
    let mut expected = lines(&fixture.concordance(&hits, &sampled(10, 1)));
    let removed = expected.remove(4);
    let mut marks = Marks::default();
    let key = HitKey::of(fixture.of(), removed).unwrap();
    marks.change(key, |mark| mark.removed = true);
    let concordance = fixture.marked(&hits, &sampled(10, 1), &marks);
    assert_eq!(lines(&concordance), expected);
    assert_eq!(concordance.n_hits(), 99);
}
