//! Linking in an article, and the index beside the rule as it reads.

use super::*;
use crate::base::ByteSpan;
use crate::entity::gazetteer::Layer;
use crate::entity::model::Origin;
use crate::entity::names_file::parse_definitions;
use proptest::prelude::*;
use std::cell::Cell;
use std::sync::LazyLock;

const LISTED: &str = r#"
    [[entity]]
    id = "Ilham Aliyev"
    type = "PER"
    ar = "إلهام علييف"
    names = ["علييف"]
    [[entity]]
    id = "Zangilan"
    type = "GPE"
    ar = "زنغيلان"
    names = []
"#;

/// The names marked `[…]` in `marked` (with `*` before a listed one), all
/// of type `kind`, linked; for each its words and whom it names.
fn linked(marked: &str, kind: EntityType) -> Vec<(String, String)> {
    let (definitions, problems) = parse_definitions("entities.toml", LISTED);
    assert_eq!(problems, []);
    let gazetteer = Gazetteer::build(&[Layer {
        origin: Origin::Folder,
        definitions: &definitions,
    }]);
    let (mut text, mut spots) = (String::new(), Vec::new());
    for piece in marked.split_inclusive(['[', ']']) {
        let start = u32::try_from(text.len()).expect("short");
        if let Some(name) = piece.strip_suffix(']') {
            let bare = name.strip_prefix('*');
            text.push_str(bare.unwrap_or(name));
            let entity = bare.map(|name| gazetteer.named(name)[0]);
            spots.push(Spotted {
                span: ByteSpan::new(start, u32::try_from(text.len()).expect("short")),
                kind,
                entity,
                article_elided: false,
                basis: Basis::Model,
            });
        } else {
            text.push_str(piece.trim_end_matches('['));
        }
    }
    let linker = Linker::new(&gazetteer);
    let name = |spot: &LinkedSpot| match &spot.name {
        LinkedName::Known(id) => gazetteer.entity(*id).expect("listed").id.to_string(),
        LinkedName::Unlisted(key) => key.text.to_string(),
    };
    linker
        .link(&text, &spots, &CancelToken::default())
        .expect("nobody asks to stop")
        .iter()
        .map(|spot| (spot.spotted.span.slice(&text).to_owned(), name(spot)))
        .collect()
}

fn names(marked: &str, kind: EntityType) -> Vec<String> {
    linked(marked, kind)
        .into_iter()
        .map(|(_, name)| name)
        .collect()
}

#[test]
fn a_family_name_is_the_person_of_the_full_name_before_or_after() {
    let found = names("قال [شوقي طبيب] ثم قال [طبيب]", EntityType::Per);
    assert_eq!(found[0], found[1]);
    let found = names("[طبيب] يرد: قال [شوقي طبيب]", EntityType::Per);
    assert_eq!(found[0], found[1]);
}

#[test]
fn two_bearers_of_a_family_name_stay_two() {
    let found = names(
        "التقى [جوزيف عون] و[ميشال عون]، وقال [عون]",
        EntityType::Per,
    );
    assert_ne!(found[0], found[1]);
    assert!(found[2] != found[0] && found[2] != found[1]);
}

#[test]
fn another_bearer_in_full_takes_the_name_from_the_listed_one() {
    let found = names("[ناتق علييف] وزير، وقال [*علييف]", EntityType::Per);
    assert_eq!(found[0], found[1]);
    let both = names(
        "[ناتق علييف] مع [*إلهام علييف]، وقال [*علييف]",
        EntityType::Per,
    );
    assert_eq!(both[2], "Ilham Aliyev");
}

#[test]
fn a_spelling_that_no_list_has_leads_to_the_listed_entity() {
    assert_eq!(names("في [زانجيلان]", EntityType::Gpe), ["Zangilan"]);
    assert_eq!(
        names("في [إلهام عالييف]", EntityType::Per),
        ["Ilham Aliyev"]
    );
    // But not of another type.
    assert_ne!(names("شركة [زانجيلان]", EntityType::Org), ["Zangilan"]);
}

#[test]
fn the_second_half_of_a_compound_is_no_family_name() {
    let found = names("[محمد عبد الرحمن] و[الرحمن]", EntityType::Per);
    assert_ne!(found[0], found[1]);
}

#[test]
fn an_organisation_without_its_head_is_the_one_of_the_article() {
    let found = names("[حركة النهضة] ثم [النهضة]", EntityType::Org);
    assert_eq!(found[0], found[1]);
    let two = names("[حزب العمل] و[حركة العمل] ثم [العمل]", EntityType::Org);
    assert!(two[2] != two[0] && two[2] != two[1]);
}

/// Whether `part` is the family name of `whole`, or the name of the
/// organisation `whole` without its head.
fn is_part(linker: &Linker<'_>, part: &NameWords, whole: &NameWords, kind: EntityType) -> bool {
    let (n_part, n_whole) = (part.iter().count(), whole.iter().count());
    let mut ends = part.iter().rev().zip(whole.iter().rev());
    let is = |word: &str, class| linker.lexicon.classes(word).has(class);
    let before = whole.iter().rev().nth(n_part);
    n_part > 0
        && n_part < n_whole
        && ends.all(|(a, b)| a == b || is_article_apart(a, b))
        && if kind == EntityType::Per {
            whole.n_names(linker.lexicon) > 1
                && !before.is_some_and(|word| is(word, WordClass::Particle))
        } else {
            let head = whole.iter().next().unwrap_or_default();
            n_part + 1 == n_whole && is(head, WordClass::OrgHead)
        }
}

/// Whom `spots` name, each looked at beside each, as the rule reads.
fn linked_by_pairs(linker: &Linker<'_>, text: &str, spots: &[Spotted]) -> Vec<LinkedName> {
    let alone: Vec<LinkedSpot> = spots.iter().map(|s| linker.alone(text, *s)).collect();
    let words: Vec<NameWords> = spots.iter().map(|s| words_of(text, *s)).collect();
    let asked = |kind| {
        spots
            .iter()
            .any(|s| s.kind == kind && (s.entity.is_none() || kind == EntityType::Per))
    };
    let whom = |(spot, part): (&LinkedSpot, &NameWords)| {
        let kind = spot.spotted.kind;
        let is_full = kind == EntityType::Per && part.n_names(linker.lexicon) > 1;
        let is_said = spot.spotted.basis == Basis::Reader && spot.spotted.entity.is_some();
        if !asked(kind) || is_said || is_full {
            return spot.name.clone();
        }
        let others = alone.iter().zip(&words);
        let wholes = others.filter(|(other, whole)| {
            other.spotted.kind == kind
                && is_part(linker, part, whole, kind)
                && !matches!(other.name, LinkedName::Known(entity)
                    if linker.gazetteer.said.denies(entity, &part.folded))
        });
        let wholes: Vec<&LinkedName> = wholes.map(|(other, _)| &other.name).collect();
        match wholes.split_first() {
            Some((first, rest)) if rest.iter().all(|name| name == first) => (*first).clone(),
            _ => spot.name.clone(),
        }
    };
    alone.iter().zip(&words).map(whom).collect()
}

const WORDS: [&str; 16] = [
    "محمد",
    "علي",
    "أسد",
    "الأسد",
    "الاسد",
    "عبد",
    "الله",
    "بن",
    "حركة",
    "النهضة",
    "نهضة",
    "حزب",
    "العمل",
    "علييف",
    "ناتق",
    "الالعمل",
];

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let denied = format!("{LISTED}not = [\"الأسد\"]\n");
    let (definitions, problems) = parse_definitions("entities.toml", &denied);
    assert_eq!(problems, []);
    Gazetteer::build(&[Layer {
        origin: Origin::Folder,
        definitions: &definitions,
    }])
});

/// Names of some words each, with their places: is the first of a person or an
/// organisation, is it listed, does the reader say so.
fn article() -> impl Strategy<Value = (String, Vec<Spotted>)> {
    let name = prop::collection::vec(prop::sample::select(&WORDS[..]), 1..5);
    let flags = (any::<bool>(), 0..6_u32, 0..8_u32);
    prop::collection::vec((name, flags), 0..24).prop_map(|names| {
        let (mut text, mut spots) = (String::new(), Vec::new());
        for (words, (is_person, listed, said)) in names {
            let start = u32::try_from(text.len()).expect("short");
            text.push_str(&words.join(" "));
            spots.push(Spotted {
                span: ByteSpan::new(start, u32::try_from(text.len()).expect("short")),
                kind: if is_person {
                    EntityType::Per
                } else {
                    EntityType::Org
                },
                entity: (listed < 2).then_some(EntityId(listed)),
                article_elided: false,
                basis: if said == 0 {
                    Basis::Reader
                } else {
                    Basis::Model
                },
            });
            text.push_str("، ");
        }
        (text, spots)
    })
}

proptest! {
    #[test]
    fn the_index_links_as_a_look_at_all_pairs((text, spots) in article()) {
        let linker = Linker::new(&GAZETTEER);
        let linked = linker.link(&text, &spots, &CancelToken::default());
        let linked: Vec<_> = linked.expect("whole").into_iter().map(|spot| spot.name).collect();
        prop_assert_eq!(linked, linked_by_pairs(&linker, &text, &spots));
    }
}

#[test]
fn a_part_meets_a_few_wholes_however_long_the_article() {
    let names: Vec<Vec<String>> = (0..2_000)
        .map(|n| vec![format!("name{n}"), "طبيب".to_owned()])
        .collect();
    let keys: Vec<LinkedName> = (0..2_000).map(|n| LinkedName::Known(EntityId(n))).collect();
    let names: Vec<Vec<&str>> = names
        .iter()
        .map(|words| words.iter().map(String::as_str).collect())
        .collect();
    let mut endings = Endings::default();
    for (words, key) in names.iter().zip(&keys) {
        endings.add(&words[1..], key);
    }
    let linker = Linker::new(&GAZETTEER);
    let looks = Cell::new(0);
    for own in &keys {
        let wholes = endings
            .wholes_of(&["طبيب"])
            .inspect(|_| looks.set(looks.get() + 1));
        assert_eq!(linker.only_whole("طبيب", own, wholes), None);
    }
    assert!(looks.get() <= 3 * keys.len(), "{}", looks.get());
}
