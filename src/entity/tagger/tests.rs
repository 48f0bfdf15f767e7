//! The tagger as a whole.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::train::{Example, Settings, train};
use super::{Decoder, Hint, TagClass, TaggedSpan, Tagger};
use crate::arabic::tokens;
use crate::entity::gazetteer::{Gazetteer, World};
use crate::entity::words::Lexicon;

struct Lists {
    gazetteer: Gazetteer,
    lexicon: Lexicon,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists {
    gazetteer: Gazetteer::build(&[]),
    lexicon: Lexicon::embedded(),
});

static TAGGER: LazyLock<Tagger> = LazyLock::new(|| Tagger::embedded().expect("weights"));

fn decoder(tagger: &Tagger) -> Decoder<'_> {
    Decoder::new(tagger, &LISTS.gazetteer, &LISTS.lexicon)
}

fn tag(decoder: &mut Decoder<'_>, text: &str, hints: &[Hint]) -> Vec<TaggedSpan> {
    let tokens: Vec<_> = tokens(text).collect();
    let mut found = Vec::new();
    decoder.tag(text, &tokens, hints, &mut found);
    found
}

/// The names that `tagger` finds in `text`, proclitics included.
fn names(tagger: &Tagger, text: &str) -> Vec<(String, TagClass)> {
    let tokens: Vec<_> = tokens(text).collect();
    let name = |span: TaggedSpan| {
        let words = tokens[span.tokens].iter().map(|t| t.span.slice(text));
        (words.collect::<Vec<_>>().join(" "), span.class)
    };
    let found = tag(&mut decoder(tagger), text, &[]);
    found.into_iter().map(name).collect()
}

/// A sentence whose names stand in brackets with a letter for the class.
fn example(marked: &str) -> Example {
    let mut example = Example::new();
    for part in marked.split_inclusive([' ', ']']) {
        match part.split_once('[') {
            None => example.push(part, None),
            Some((class, name)) => {
                let class = match class {
                    "P" => TagClass::Per,
                    "G" => TagClass::Place,
                    _ => TagClass::Org,
                };
                example.push(name.trim_end_matches(']'), Some(class));
            }
        }
    }
    example
}

fn tiny() -> Vec<u8> {
    let marked = [
        "قال P[زيدون] في G[شمرين] إن الحرب انتهت",
        "وصلت P[ليلوة] إلى G[كفرنون] أمس",
        "قال P[ماهور] في G[تل_زين] إن الحرب بدأت",
        "زار P[سمران] و P[ليلوة] معا G[شمرين] اليوم",
    ];
    let examples: Vec<_> = marked
        .iter()
        .map(|marked| example(&marked.replace('_', "\u{A0}")))
        .collect();
    let settings = Settings {
        least: 1,
        gapped: 0,
        dropout: 0.0,
        ..Settings::default()
    };
    train(&examples, &World::default(), &LISTS.lexicon, &settings)
}

#[test]
fn training_is_repeatable_and_learns() {
    let file = tiny();
    assert_eq!(file, tiny());
    let tagger = Tagger::from_bytes(&file).expect("weights");
    assert_eq!(
        names(&tagger, "قال زيدون في شمرين إن الحرب انتهت"),
        [
            ("زيدون".to_owned(), TagClass::Per),
            ("شمرين".to_owned(), TagClass::Place)
        ]
    );
    // A word never seen, in the place of a person and of a place.
    assert_eq!(
        names(&tagger, "قال قرقوز في خلدون إن الحرب انتهت"),
        [
            ("قرقوز".to_owned(), TagClass::Per),
            ("خلدون".to_owned(), TagClass::Place)
        ]
    );
}

#[test]
fn the_weights_that_ship_load_and_find_names() {
    let found = names(
        &TAGGER,
        "وقال الرئيس الفرنسي إيمانويل ماكرون في مدينة ليون.",
    );
    assert!(
        found.contains(&("إيمانويل ماكرون".to_owned(), TagClass::Per)),
        "{found:?}"
    );
    assert!(
        found.contains(&("ليون".to_owned(), TagClass::Place)),
        "{found:?}"
    );
}

#[test]
fn nothing_is_found_in_nothing() {
    for text in ["", " ", "...", "\n\n", "\u{200F}"] {
        assert_eq!(names(&TAGGER, text), []);
    }
}

#[test]
fn cutting_at_sure_tokens_changes_nothing() {
    let corpus = crate::corpus::embedded::open();
    assert!(!corpus.articles.is_empty());
    for article in &corpus.articles {
        let text: &str = &article.text;
        let cut = tag(&mut decoder(&TAGGER), text, &[]);
        let whole = tag(&mut decoder(&TAGGER).never_sure(), text, &[]);
        let spans = |found: &[TaggedSpan]| -> Vec<_> {
            found
                .iter()
                .map(|span| (span.tokens.clone(), span.class))
                .collect()
        };
        assert_eq!(spans(&cut), spans(&whole));
    }
}

/// Text of all kinds: words of the press, signs, anything.
fn hostile() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "الرئيس",
        "محمد",
        "بن",
        "وزارة",
        "الخارجية",
        "الروسية",
        "في",
        "باريس",
        "\"",
        "«",
        "»",
        ". ",
        "،",
        "\n",
        "\n\n",
        "-",
        "2020",
        "ل",
        "و",
        "ـ",
        "\u{200F}",
        "\u{064B}",
        "لل",
        "ﷺ",
        "NATO",
    ]);
    let piece = prop_oneof![
        4 => word.prop_map(|word| format!("{word} ")),
        1 => any::<String>(),
        1 => "[\u{0600}-\u{06FF}]{1,40}",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_gives_names_in_order(text in hostile(), seed in any::<u64>()) {
        let n_tokens = tokens(&text).count();
        let classes = TagClass::ALL.iter().cycle();
        let hints: Vec<Hint> = classes
            .zip(0..n_tokens / 2)
            .map(|(&class, at)| Hint::listed(class, seed >> (at % 60) & 1 == 0, at % 3 == 0))
            .collect();
        let mut used = decoder(&TAGGER);
        let first = tag(&mut used, &text, &hints);
        prop_assert_eq!(&first, &tag(&mut used, &text, &hints), "the cache changes nothing");
        let mut done = 0;
        for span in &first {
            prop_assert!(span.tokens.start >= done && span.tokens.end > span.tokens.start);
            prop_assert!(span.margin >= 0.0);
            prop_assert!(span.class != TagClass::Norp || span.tokens.len() == 1);
            done = span.tokens.end;
        }
        prop_assert!(done <= n_tokens);
    }
}
