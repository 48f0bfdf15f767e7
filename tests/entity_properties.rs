//! The recognizer against a plain one that tries every name at every place.

#![expect(
    clippy::string_slice,
    reason = "a span that is not on character boundaries fails the test"
)]

use proptest::prelude::*;
use std::sync::LazyLock;
use warraq::arabic::fold;
use warraq::entity::{
    Gazetteer, Layer, Origin, Recognizer, World, listed_mentions, parse_definitions,
};

/// Names that are prefixes, suffixes and clitic look-alikes of each other.
const NAMES: [&str; 14] = [
    "باكو",
    "كو",
    "لبنان",
    "بنان",
    "البنان",
    "قره",
    "قره باغ",
    "باغ قره باغ",
    "وباغ",
    "النار",
    "كالن",
    "لاتشين",
    "اتشين قره",
    "فنار",
];
const FILLERS: [&str; 6] = ["قال", "نار", "و", "ل", "في", "لبنانيون"];
const PROCLITICS: [&str; 12] = [
    "", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك",
];
const GAPS: [&str; 8] = [" ", " ", " ", "\n", "\n\n", "، ", "-", " \u{200F}"];

/// One name in the text: byte span, index of the name, article elided.
type Found = (usize, usize, usize, bool);

fn plain(text: &str) -> Vec<Found> {
    let letter = |c: char| c.is_alphabetic() || ('\u{64B}'..='\u{652}').contains(&c) || c == 'ـ';
    let mut words: Vec<(usize, usize)> = Vec::new();
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        match words.last_mut() {
            Some(word) if letter(c) && word.1 == at => word.1 = end,
            _ if letter(c) => words.push((at, end)),
            _ => {}
        }
    }
    let joins = |next: usize| {
        let gap = &text[words[next - 1].1..words[next].0];
        gap == "-"
            || (gap.matches('\n').count() < 2
                && gap.chars().all(|c| c.is_whitespace() || c == '\u{200F}'))
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let mut best: Option<(usize, Found)> = None;
        // Fewest letters peeled first, so that of equal lengths it wins.
        let mut order: Vec<&str> = PROCLITICS.to_vec();
        order.sort_by_key(|clitic| clitic.chars().count());
        for clitic in order {
            for elided in [false, true] {
                for (index, name) in NAMES.iter().enumerate() {
                    let name = fold(name);
                    let n = name.split(' ').count();
                    if at + n > words.len() || (1..n).any(|i| !joins(at + i)) {
                        continue;
                    }
                    let written: Vec<String> = (0..n)
                        .map(|i| fold(&text[words[at + i].0..words[at + i].1]))
                        .collect();
                    let expected = match (elided, name.strip_prefix("ال")) {
                        (false, _) => format!("{clitic}{name}"),
                        (true, Some(stem)) if clitic.ends_with('ل') => format!("{clitic}ل{stem}"),
                        (true, _) => continue,
                    };
                    if written.join(" ") == expected
                        && best.as_ref().is_none_or(|(most, _)| n > *most)
                    {
                        let start = skip(text, words[at].0, clitic.chars().count());
                        best = Some((n, (start, words[at + n - 1].1, index, elided)));
                    }
                }
            }
        }
        at += best.map_or(1, |(n, _)| n);
        found.extend(best.map(|(_, found)| found));
    }
    found
}

/// The byte after `n` letters, and the marks on them, from byte `at` on.
fn skip(text: &str, at: usize, n: usize) -> usize {
    let mut letters = 0;
    for (i, c) in text[at..].char_indices() {
        if !fold(&c.to_string()).is_empty() {
            if letters == n {
                return at + i;
            }
            letters += 1;
        }
    }
    text.len()
}

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let entries = (0..).zip(NAMES).map(|(i, name): (u32, _)| {
        format!("[[entity]]\nid = \"{i}\"\ntype = \"GPE\"\nnames = [\"{name}\"]\n")
    });
    let (definitions, problems) = parse_definitions("t", &entries.collect::<String>());
    assert_eq!(problems, []);
    let layer = Layer {
        origin: Origin::Folder,
        definitions: &definitions,
    };
    Gazetteer::with_world(&[layer], &World::default())
});

fn word() -> impl Strategy<Value = String> {
    let stem = prop_oneof![
        prop::sample::select(&NAMES[..]),
        prop::sample::select(&FILLERS[..])
    ];
    let before = prop_oneof![
        prop::sample::select(&PROCLITICS[..]),
        Just("لل"),
        Just("وَلـ"),
    ];
    (before, stem, any::<bool>()).prop_map(|(before, stem, elide)| {
        let stem = stem.strip_prefix("ال").filter(|_| elide).unwrap_or(stem);
        format!("{before}{stem}")
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn the_recognizer_finds_what_the_plain_one_finds(
        words in prop::collection::vec((word(), prop::sample::select(&GAPS[..])), 0..14)
    ) {
        let text: String = words.iter().flat_map(|(word, gap)| [word.as_str(), *gap]).collect();
        let found: Vec<Found> = listed_mentions(&GAZETTEER, &text)
            .iter()
            .map(|m| {
                let entity = GAZETTEER.entity(m.entity).expect("listed");
                let name = entity.id.parse().expect("a number");
                (m.span.range().start, m.span.range().end, name, m.article_elided)
            })
            .collect();
        prop_assert_eq!(found, plain(&text), "{:?}", text);
    }

    #[test]
    fn mentions_are_sorted_disjoint_and_on_character_boundaries(text in "[ا-يإأآةىًٌَُِّْـ \n\"«»a-zA-Z0-9.،-]{0,200}") {
        let mut end = 0;
        let mut spotted = Vec::new();
        Recognizer::new(&GAZETTEER).spot(&text, &mut spotted);
        for mention in spotted {
            let span = mention.span.range();
            prop_assert!(span.start >= end && span.end > span.start);
            prop_assert!(text.get(span.clone()).is_some());
            end = span.end;
        }
    }
}
