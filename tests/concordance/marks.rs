//! What the reader ticks, removes and notes.

use crate::concordance::fixture::{Fixture, Sketch, fixture_and_hits, lines};
use crate::concordance::orders::sort;
use proptest::prelude::*;
use std::sync::Arc;
use warraq::analysis::concordance::{ConcordanceSettings, Hit, HitKey, Marks, SortSpec};

fn one_word(start: u32) -> Hit {
    Hit {
        start,
        end: start + 1,
    }
}

proptest! {
    #[test]
    fn removed_lines_are_left_out_and_ticked_ones_can_be_alone(
        (fixture, picks) in fixture_and_hits(),
        marked in prop::collection::vec((any::<prop::sample::Index>(), any::<bool>()), 0..20),
        keys in prop::collection::vec(sort(), 0..3),
        only_ticked: bool,
    ) {
        let hits = fixture.hits(&picks);
        let mut marks = Marks::default();
        for (pick, removes) in marked.iter().filter(|_| !hits.is_empty()) {
            let key = HitKey::of(fixture.of(), hits[pick.index(hits.len())]).unwrap();
            marks.change(key, |mark| if *removes { mark.removed = true } else { mark.ticked = true });
        }
        let settings = ConcordanceSettings { sort: SortSpec(keys), only_ticked, ..ConcordanceSettings::default() };
        let concordance = fixture.marked(&hits, &settings, &marks);
        let is_removed = |hit: &Hit| marks.of(fixture.of(), *hit).is_some_and(|mark| mark.removed);
        let is_ticked = |hit: &Hit| marks.of(fixture.of(), *hit).is_some_and(|mark| mark.ticked);
        let kept: Vec<Hit> = hits.iter().copied().filter(|hit| !is_removed(hit)).collect();
        prop_assert_eq!(concordance.n_hits(), kept.len());
        let shown: Vec<Hit> = kept.into_iter().filter(|hit| !only_ticked || is_ticked(hit)).collect();
        let mut found = lines(&concordance);
        found.sort_unstable();
        prop_assert_eq!(found, shown);

        let json = serde_json::to_string(&marks).unwrap();
        prop_assert_eq!(serde_json::from_str::<Marks>(&json).unwrap(), marks);
    }
}

fn sketch(file: &str, text: &str) -> Sketch {
    Sketch {
        file: file.to_owned(),
        text: text.to_owned(),
        ..Sketch::default()
    }
}

#[test]
fn marks_stay_with_their_words_when_the_corpus_changes() {
    let old = Fixture::new(vec![sketch("b.txt", "قالت وزارة الدفاع")]);
    let mut marks = Marks::default();
    let key = HitKey::of(old.of(), one_word(2)).unwrap();
    marks.change(key.clone(), |mark| mark.note = "انظر".to_owned());

    let grown = vec![
        sketch("a.txt", "مقال جديد عن الدفاع"),
        sketch("b.txt", "قالت وزارة الدفاع أمس"),
    ];
    let new = Fixture::new(grown);
    let note = |hit| marks.of(new.of(), hit).map(|mark| mark.note.as_str());
    assert_eq!(note(one_word(6)), Some("انظر"));
    assert_eq!(note(one_word(3)), None);

    let changed = Fixture::new(vec![sketch("b.txt", "وقالت وزارة الدفاع")]);
    let hits: Arc<[Hit]> = (0..3).map(one_word).collect();
    assert!(
        hits.iter()
            .all(|hit| marks.of(changed.of(), *hit).is_none())
    );
    assert!(marks.get(&key).is_some(), "in case the text comes back");
}

#[test]
fn marks_that_say_nothing_are_dropped() {
    let fixture = Fixture::one("وزارة الدفاع");
    let key = HitKey::of(fixture.of(), one_word(0)).unwrap();
    let mut marks = Marks::default();
    marks.change(key.clone(), |mark| mark.ticked = true);
    marks.change(key.clone(), |mark| mark.removed = true);
    marks.restore_all();
    assert!(
        marks
            .get(&key)
            .is_some_and(|mark| mark.ticked && !mark.removed)
    );
    marks.change(key, |mark| mark.ticked = false);
    assert!(marks.is_empty());
}

#[test]
fn settings_of_another_version_read_back() {
    let marks: Marks =
        serde_json::from_str(r#"[[{"file":"a.txt","start":4},{"ticked":true}]]"#).unwrap();
    let (key, mark) = marks.iter().next().unwrap();
    assert_eq!((&*key.file, key.start), ("a.txt", 4));
    assert!(mark.ticked && mark.note.is_empty());
}
