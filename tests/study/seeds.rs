//! The embedded corpus, five articles on two wars, against its annotation by
//! hand (`tests/names/subject/seeds.jsonl`).

use std::sync::Arc;

use warraq::base::{ArticleId, CancelToken, EntityId};
use warraq::corpus::{Corpus, embedded};
use warraq::entity::study::{
    CompanionOptions, Naming, SpellingRows, Step, Stretch, StudyScope, companions, naming, profile,
};
use warraq::entity::{Annotations, Gazetteer, Layer, Origin, parse_definitions};

use crate::study::fixture::annotations;

fn seeds() -> (Corpus, Annotations, Arc<Gazetteer>) {
    let corpus = embedded::open();
    let (definitions, _) = parse_definitions("entities.toml", embedded::ENTITIES_TOML);
    let layer = Layer {
        origin: Origin::Embedded,
        definitions: &definitions,
    };
    let gazetteer = Arc::new(Gazetteer::build(&[layer]));
    let annotations = annotations(&corpus, &gazetteer);
    (corpus, annotations, gazetteer)
}

fn id(gazetteer: &Gazetteer, name: &str) -> EntityId {
    gazetteer.find(name).unwrap()
}

/// Form and counts of 2020, 2023 and undated.
type Row<'a> = (&'a str, [u32; 3]);

fn rows(naming: &Naming) -> Vec<Row<'_>> {
    let rows = naming.rows.iter().map(|row| &row.all);
    rows.map(|all| (all.form.as_str(), *all.by_period.first_chunk().unwrap()))
        .collect()
}

#[test]
fn the_spellings_of_karabakh_by_period() {
    let (corpus, annotations, gazetteer) = seeds();
    let scope = StudyScope::new(&corpus, &annotations, |_| true);
    let karabakh = [id(&gazetteer, "Nagorno-Karabakh")];
    let cancel = CancelToken::default();
    let naming = naming(&scope, &karabakh, SpellingRows::Folded, &cancel).unwrap();
    let mut found = rows(&naming);
    found.sort_unstable();
    let mut expected = [
        ("قره باغ", [4, 4, 0]),
        // One each in برلمان كاراباخ and جيش كاراباخ.
        ("كاراباخ", [3, 4, 0]),
        ("ناغورني قره باغ", [2, 2, 0]),
        ("ناغورنو كاراباخ", [1, 2, 0]),
        ("ناجورنو كاراباخ", [0, 3, 0]),
        ("جمهورية كاراباخ", [2, 0, 0]),
        ("جمهورية قره باغ", [1, 0, 0]),
        ("ناغورنو قره باغ", [1, 0, 0]),
        ("ناغورني كاراباخ", [1, 0, 0]),
        // That of 2023 in خارجية آرتساخ.
        ("آرتساخ", [1, 1, 0]),
    ];
    expected.sort_unstable();
    assert_eq!(found, expected);
    // كاراباخ is the name of 2023.
    let cores = naming.by_core().into_iter().map(|group| {
        let counts: [u32; 3] = *group.all.by_period.first_chunk().unwrap();
        (group.all.form, counts, group.rows.len())
    });
    assert_eq!(
        cores.collect::<Vec<_>>(),
        [
            ("كاراباخ".to_owned(), [7, 9, 0], 5),
            ("قره باغ".to_owned(), [8, 6, 0], 4),
            ("آرتساخ".to_owned(), [1, 1, 0], 1),
        ]
    );
}

#[test]
fn karabakh_over_time() {
    let (corpus, annotations, gazetteer) = seeds();
    let scope = StudyScope::new(&corpus, &annotations, |_| true);
    let karabakh = [id(&gazetteer, "Nagorno-Karabakh")];
    let profile = profile(&scope, &karabakh, None, &CancelToken::default()).unwrap();
    // Two of five articles are dated to the month only.
    let timeline = &profile.timeline;
    assert_eq!((timeline.step, timeline.steps.len()), (Step::Month, 36));
    let named = timeline.steps.iter().filter(|(_, c)| c.mentions > 0);
    let named = named.map(|(month, c)| (month.to_string(), c.mentions, c.articles));
    assert_eq!(
        named.collect::<Vec<_>>(),
        [("2020-10".to_owned(), 15, 3), ("2023-09".to_owned(), 14, 2)]
    );
    assert_eq!(profile.mentions, 29);
    let ends = [profile.first, profile.last].map(|end| {
        let (date, article) = end.unwrap();
        (date.to_string(), article)
    });
    assert_eq!(ends[0], ("2020-10".to_owned(), ArticleId(0)));
    assert_eq!(ends[1], ("2023-09-20".to_owned(), ArticleId(4)));
}

#[test]
fn who_is_named_with_putin() {
    let (corpus, annotations, gazetteer) = seeds();
    let scope = StudyScope::new(&corpus, &annotations, |_| true);
    let [putin, macron] = ["Vladimir Putin", "Emmanuel Macron"].map(|name| id(&gazetteer, name));
    let options = CompanionOptions {
        unit: Stretch::Paragraph,
        least: 2,
    };
    let found = companions(&scope, &[putin], &options, &CancelToken::default()).unwrap();
    let row = found.rows.iter().find(|row| row.entity == macron).unwrap();
    let pair = row.pair;
    assert_eq!((pair.observed(), pair.row(), pair.column()), (2, 3, 2));
    // Of 57 paragraphs with names, by hand; the lift is a third of them.
    assert!(pair.lift() > Some(15.0) && pair.npmi() > Some(0.8));
    assert!(found.rows.iter().all(|row| row.pair.observed() >= 2));
}
