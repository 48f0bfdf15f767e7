//! What a line says.

use crate::concordance::fixture::{Fixture, fixture_and_hits};
use proptest::prelude::*;
use warraq::analysis::concordance::{Hit, KwicLine, Passage, Width};
use warraq::base::ByteSpan;

fn normal(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn assert_says_the_text(fixture: &Fixture, hit: Hit, width: Width) {
    let (index, text) = (&fixture.index, fixture.text(hit));
    let line = KwicLine::new(fixture.of(), hit, width).unwrap();
    let positions = index.positions_of(line.article.id);
    let (first, last) = (index.span(hit.start), index.span(hit.end - 1));
    assert_eq!(line.span, ByteSpan::new(first.start, last.end));
    assert_eq!(line.verbatim(), line.span.slice(text));
    assert_eq!(line.node, normal(line.verbatim()));

    let joined = format!("{}{}{}", line.before.text, line.node, line.after.text);
    assert_eq!(joined, normal(line.extent.slice(text)));
    assert!(line.extent.start <= line.span.start && line.span.end <= line.extent.end);
    let before = ByteSpan::new(line.extent.start, line.span.start).slice(text);
    let after = ByteSpan::new(line.span.end, line.extent.end).slice(text);
    for side in [before, after] {
        assert!(side.chars().count() <= width.chars as usize);
    }

    let forms = |side: Vec<u32>| -> Vec<&str> {
        let forms = side.into_iter().map(|p| index.span(p).slice(text));
        forms.collect()
    };
    let before = forms((positions.start..hit.start).rev().collect());
    let after = forms((hit.end..positions.end).collect());
    for (context, expected) in [(&line.before, before), (&line.after, after)] {
        let words: Vec<&str> = context
            .words
            .iter()
            .map(|range| &context.text[range.clone()])
            .collect();
        assert_eq!(words, expected[..words.len()]);
        assert!(words.len() <= 5);
        if words.len() < 5 {
            assert_eq!(context.is_cut, words.len() < expected.len());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn lines_say_the_text(
        (fixture, picks) in fixture_and_hits(),
        words in 0..20_u32,
        chars in 0..100_u32,
    ) {
        for hit in fixture.hits(&picks).iter() {
            assert_says_the_text(&fixture, *hit, Width { words, chars });
        }
    }

    #[test]
    fn passages_are_pieces_of_the_text((fixture, picks) in fixture_and_hits(), words in 0..20_u32) {
        for hit in fixture.hits(&picks).iter() {
            let passage = Passage::new(fixture.of(), *hit, words).unwrap();
            let text = fixture.text(*hit);
            prop_assert_eq!(passage.text, passage.span.slice(text));
            prop_assert_eq!(passage.text, passage.text.trim());
            let node = fixture.of().node(*hit).slice(text);
            prop_assert_eq!(&passage.text[passage.node.clone()], node);
            let n_before = warraq::arabic::count_words(&passage.text[..passage.node.start]);
            let article = fixture.index.positions_of(fixture.index.article_of(hit.start));
            prop_assert!(n_before >= words.min(hit.start - article.start));
        }
    }
}

fn line(fixture: &Fixture, start: u32, end: u32) -> KwicLine<'_> {
    KwicLine::new(fixture.of(), Hit { start, end }, Width::default()).unwrap()
}

#[test]
fn punctuation_and_line_ends_are_kept_on_one_line() {
    let fixture = Fixture::one("قال:\n\n«وزير\tالدفاع» أمس،  ثم\r\nذهب.");
    let line = line(&fixture, 2, 3);
    assert_eq!(line.before.text, "قال: «وزير ");
    assert_eq!(line.node, "الدفاع");
    assert_eq!(line.after.text, "» أمس، ثم ذهب.");
    assert!(!line.before.is_cut && !line.after.is_cut);
}

#[test]
fn article_of_one_word_has_empty_contexts() {
    for text in ["كلمة", "  كلمة\n", "\u{200F}كلمة"] {
        let fixture = Fixture::one(text);
        let line = line(&fixture, 0, 1);
        assert_eq!(line.node, "كلمة");
        assert_eq!(line.after.text, "");
        assert!(line.before.words.is_empty() && line.after.words.is_empty());
    }
}

#[test]
fn no_line_reads_into_another_article() {
    let texts = ["أول الأول", "وسط", "آخر الآخر"];
    let sketches = texts
        .iter()
        .enumerate()
        .map(|(n, text)| crate::concordance::fixture::Sketch {
            file: format!("{n}.txt"),
            text: (*text).to_owned(),
            ..Default::default()
        });
    let fixture = Fixture::new(sketches.collect());
    let line = line(&fixture, 2, 3);
    assert_eq!(
        (&*line.before.text, &*line.node, &*line.after.text),
        ("", "وسط", "")
    );
    let across = Hit { start: 2, end: 4 };
    assert!(KwicLine::new(fixture.of(), across, Width::default()).is_none());
    let nowhere = Hit { start: 5, end: 6 };
    assert!(KwicLine::new(fixture.of(), nowhere, Width::default()).is_none());
}

#[test]
fn node_of_several_words_is_one_node() {
    let fixture = Fixture::one("في ناغورني\nقره باغ، اليوم");
    let line = line(&fixture, 1, 4);
    assert_eq!(line.node, "ناغورني قره باغ");
    assert_eq!(line.verbatim(), "ناغورني\nقره باغ");
    assert_eq!(line.after.text, "، اليوم");
}

#[test]
fn a_word_without_end_leaves_the_context_empty() {
    let fixture = Fixture::one(&format!("{} باكو", "ب".repeat(1000)));
    let line = line(&fixture, 1, 2);
    assert_eq!(line.before.text, "");
    assert!(line.before.is_cut);
}

#[test]
fn contexts_take_as_many_words_as_their_limits_allow() {
    let fixture = Fixture::one("واحد «اثنان» ثلاثة باكو أربعة، (خمسة)! ستة");
    let node = Hit { start: 3, end: 4 };
    let cells = |words, chars| {
        let line = KwicLine::new(fixture.of(), node, Width { words, chars }).unwrap();
        (line.before.text, line.after.text)
    };
    let pair = |before: &str, after: &str| (before.to_owned(), after.to_owned());
    assert_eq!(
        cells(1, 90),
        pair("ثلاثة ", " أربعة،"),
        "closing signs stay with their word"
    );
    assert_eq!(cells(2, 90), pair("اثنان» ثلاثة ", " أربعة، (خمسة)!"));
    assert_eq!(cells(9, 13), pair("اثنان» ثلاثة ", " أربعة، (خمسة"));
    assert_eq!(cells(9, 6), pair("ثلاثة ", " أربعة"), "no room for the sign");
    assert_eq!(cells(9, 5), pair("", ""));
    let passage = Passage::new(fixture.of(), node, 1).unwrap();
    assert_eq!(passage.text, "ثلاثة باكو أربعة،");
}
