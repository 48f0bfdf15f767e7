//! The tagger as a whole.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::{Decoder, Hint, TagClass, TaggedSpan, Tagger};
use crate::arabic::tokens;
use crate::entity::gazetteer::Gazetteer;
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
