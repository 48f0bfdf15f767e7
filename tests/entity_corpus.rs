//! Recognition on whole articles: the embedded corpus, and the five press
//! articles of the development corpus where it is at hand. What is expected
//! was found by reading every mention and every name that is none.

#![expect(
    clippy::string_slice,
    reason = "a span that is not on character boundaries fails the test"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use warraq::entity::{EntityDef, Gazetteer, Layer, Origin, listed_mentions, parse_definitions};

/// The names that the articles share.
fn definitions() -> Option<Vec<EntityDef>> {
    let text = read(&["seeds", "entities.toml"])?;
    let (definitions, problems) = parse_definitions("entities.toml", &text);
    assert_eq!(problems, []);
    Some(definitions)
}

fn path(parts: &[&str]) -> PathBuf {
    let mut path = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    path.extend(parts);
    path
}

#[expect(clippy::print_stderr, reason = "a test that checks nothing says so")]
fn skipped(parts: &[&str]) {
    eprintln!("SKIPPED: {} is not here", path(parts).display());
}

/// The text of a file that need not be there.
fn read(parts: &[&str]) -> Option<String> {
    let text = std::fs::read_to_string(path(parts)).ok();
    if text.is_none() {
        skipped(parts);
    }
    text
}

fn gazetteer() -> Option<Gazetteer> {
    let definitions = definitions()?;
    Some(Gazetteer::build(&[Layer {
        origin: Origin::Embedded,
        definitions: &definitions,
    }]))
}

/// The texts of a folder, by file name.
fn articles(folder: &[&str]) -> BTreeMap<String, String> {
    let Ok(entries) = std::fs::read_dir(path(folder)) else {
        skipped(folder);
        return BTreeMap::new();
    };
    entries
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let name = path.file_name()?.to_str()?.to_owned();
            let text = std::fs::read_to_string(&path).ok()?;
            (path.extension()? == "txt").then_some((name, text))
        })
        .collect()
}

/// File name prefix, number of mentions, and of those the mentions of the
/// entities named most, and of some that are easily missed.
type Expected<'a> = (&'a str, usize, &'a [(&'a str, usize)]);

const EXPECTED: [Expected<'_>; 5] = [
    (
        "000",
        51,
        &[
            ("Nagorno-Karabakh", 9),
            ("Azerbaijan", 6),
            ("Armenia", 5),
            ("Syria", 3),
            ("Arayik Harutyunyan", 2),
            ("Artsakh National Assembly", 1),
            ("Azerbaijan Government", 1),
            ("Israeli", 2),
            ("Berd", 1),
        ],
    ),
    (
        "001",
        74,
        &[
            ("Nagorno-Karabakh", 7),
            ("Azerbaijan", 10),
            ("OSCE Minsk Group", 4),
            ("OSCE", 1),
            ("Ibrahim Kalin", 2),
            ("Interfax", 1),
            ("Getty Images", 1),
            ("Narli", 1),
            ("Armenia Ministry of Foreign Affairs", 1),
            ("Turkey Presidency", 1),
        ],
    ),
    (
        "002",
        73,
        &[
            ("Nagorno-Karabakh", 15),
            ("Armenian", 8),
            ("Vladimir Putin", 3),
            ("Kremlin", 1),
            ("UN Security Council", 2),
            ("United Nations", 1),
            ("Zangilan", 1),
            ("Russia Ministry of Foreign Affairs", 1),
            ("Armenia Government", 1),
        ],
    ),
    (
        "003",
        147,
        &[
            ("Nagorno-Karabakh", 22),
            ("Azerbaijan", 19),
            ("Nikol Pashinyan", 6),
            ("Russian peacekeeping force in Karabakh", 6),
            ("Armenpress", 3),
            ("TASS", 2),
            ("CNN", 2),
            ("X (Twitter)", 2),
            ("Lachin Corridor", 3),
            ("Artsakh Defence Army", 1),
            ("Artsakh Ministry of Foreign Affairs", 1),
            ("European Union", 1),
            ("Armenia Security Council", 1),
            ("UN General Assembly", 1),
            ("TRT", 1),
        ],
    ),
    (
        "004",
        58,
        &[
            ("Armenian", 10),
            ("Nagorno-Karabakh", 7),
            ("Baku", 4),
            ("Al Jazeera", 1),
            ("Russian peacekeeping force in Karabakh", 3),
            ("Gegham Stepanyan", 1),
            ("American", 1),
        ],
    ),
];

#[test]
fn the_press_articles_name_what_a_reader_finds_in_them() {
    let Some(gazetteer) = gazetteer() else { return };
    let articles = articles(&["..", "shared", "corpora", "karabakh"]);
    for (prefix, n_mentions, counts) in EXPECTED {
        let Some((name, text)) = articles.iter().find(|(name, _)| name.starts_with(prefix)) else {
            continue;
        };
        let mentions = listed_mentions(&gazetteer, text);
        for &(id, n) in counts {
            let found = mentions
                .iter()
                .filter(|m| &*gazetteer.entity(m.entity).expect("listed").id == id);
            assert_eq!(found.count(), n, "{id} in {name}");
        }
        assert_eq!(mentions.len(), n_mentions, "{name}");
    }
}

#[test]
fn spellings_of_one_place_share_its_id_in_the_press_articles() {
    let Some(gazetteer) = gazetteer() else { return };
    let articles = articles(&["..", "shared", "corpora", "karabakh"]);
    if articles.is_empty() {
        return;
    }
    let mut spellings: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for text in articles.values() {
        for mention in listed_mentions(&gazetteer, text) {
            let id = &*gazetteer.entity(mention.entity).expect("listed").id;
            spellings
                .entry(id)
                .or_default()
                .insert(&text[mention.span.range()]);
        }
    }
    let of = |id: &str| {
        spellings
            .get(id)
            .map(|set| set.iter().copied().collect::<Vec<_>>())
    };
    assert_eq!(
        of("Nagorno-Karabakh").expect("named"),
        [
            "آرتساخ",
            "أرتساخ",
            "جمهورية قره باغ",
            "جمهورية كاراباخ",
            "قره باغ",
            "كاراباخ",
            "ناجورنو كاراباخ",
            "ناغورنو كاراباخ",
            "ناغورني قره باغ",
            "ناغورني كاراباخ"
        ]
    );
    assert_eq!(of("X (Twitter)").expect("named"), ["تويتر", "موقع X"]);
    assert_eq!(of("CNN").expect("named"), ["شبكة سي إن إن", "قناة CNN"]);
    assert_eq!(
        of("Interfax").expect("named"),
        ["وكالة \"إنترفاكس\" الروسية للأنباء"]
    );
}

#[test]
fn mentions_of_the_embedded_corpus_are_of_what_it_lists_and_of_the_world_it_names() {
    const WORLD: [&str; 31] = [
        "Al Jazeera",
        "American",
        "Ankara",
        "CNN",
        "Europe",
        "European",
        "European Parliament",
        "European Union",
        "France",
        "French",
        "Iran",
        "Iranian",
        "Iraq",
        "Israel",
        "Libya",
        "Moscow",
        "NATO",
        "New York City",
        "Paris",
        "Russia",
        "Russian",
        "Syria",
        "Syrian",
        "Turkey",
        "Turkish",
        "UN General Assembly",
        "UN Security Council",
        "United States",
        "X (Twitter)",
        "United Nations",
        "Israeli",
    ];
    let Some(gazetteer) = gazetteer() else { return };
    for (name, text) in articles(&["seeds"]) {
        for mention in listed_mentions(&gazetteer, &text) {
            let entity = gazetteer.entity(mention.entity).expect("listed");
            let words = &text[mention.span.range()];
            assert!(
                entity.origin == Origin::Embedded || WORLD.contains(&&*entity.id),
                "{words} as {} in {name}",
                entity.id
            );
        }
    }
}

#[test]
fn every_listed_name_is_found_as_its_entity_when_it_stands_alone() {
    let Some(definitions) = definitions() else {
        return;
    };
    let Some(gazetteer) = gazetteer() else { return };
    for definition in &definitions {
        let names = definition.names.iter();
        for name in names.filter(|name| !definition.ambiguous.contains(name)) {
            let mentions = listed_mentions(&gazetteer, name);
            let [mention] = mentions.as_slice() else {
                panic!("{name}: {mentions:?}");
            };
            assert_eq!(
                &*gazetteer.entity(mention.entity).expect("listed").id,
                definition.id,
                "{name}"
            );
            assert_eq!(&name[mention.span.range()], name);
        }
    }
}
