//! The language layer: folding, tokens, proclitics.

use proptest::prelude::*;
use warraq::arabic::{TokenKind, count_words, fold, fold_into, tokens};

#[track_caller]
fn folds(written: &str, folded: &str) {
    assert_eq!(fold(written), folded, "{written}");
}

#[track_caller]
fn has_tokens(text: &str, expected: &[&str]) {
    let found: Vec<&str> = tokens(text).map(|t| t.span.slice(text)).collect();
    assert_eq!(found, expected);
}

#[test]
fn alef_forms_fold() {
    folds("أإآٱا", "ااااا");
}

#[test]
fn final_letters_fold() {
    folds("منطقة مستشفى", "منطقه مستشفي");
}

#[test]
fn hamza_seats_fold_and_bare_hamza_stays() {
    folds("مسؤول رئيس ماء", "مسوول رييس ماء");
}

#[test]
fn tashkeel_and_tatweel_vanish() {
    folds("مُحَمَّدٌ ســـلام هٰذا", "محمد سلام هذا");
}

#[test]
fn persian_letters_fold_where_the_sound_is_the_same() {
    folds("کاراباخ یریفان گروزني", "كاراباخ يريفان گروزني");
}

#[test]
fn digits_of_both_systems_fold() {
    folds("٢٠٢٠ ۲۰۲۳ ٣٫٥", "2020 2023 3.5");
}

#[test]
fn invisible_controls_vanish() {
    folds("\u{200F}با\u{200D}كو\u{2069}\u{FEFF}", "باكو");
}

#[test]
fn latin_letters_fold_to_small_ones() {
    folds("NATO Élysée", "nato élysée");
}

#[test]
fn fold_into_appends() {
    let mut out = String::from("x ");
    fold_into("أ", &mut out);
    assert_eq!(out, "x ا");
}

#[test]
fn words_are_cut_at_spaces_and_punctuation() {
    has_tokens(
        "قال علييف: «استعدنا السيادة»، (باكو).",
        &["قال", "علييف", "استعدنا", "السيادة", "باكو"],
    );
}

#[test]
fn marks_belong_to_their_word_and_start_none() {
    has_tokens("قُتِلَ شخصًا \u{064E} ـ هـ", &["قُتِلَ", "شخصًا", "هـ"]);
}

#[test]
fn numbers_keep_their_inner_separators() {
    has_tokens(
        "1,204 22:30 3.5 ٢٠٢٠ ٣٫٥ 2020-10-14 20.",
        &[
            "1,204", "22:30", "3.5", "٢٠٢٠", "٣٫٥", "2020", "10", "14", "20",
        ],
    );
}

#[test]
fn a_figure_joined_to_an_arabic_word_is_a_number() {
    let text = "و27 بـ28 G20";
    has_tokens(text, &["و", "27", "بـ", "28", "G20"]);
    let kinds: Vec<TokenKind> = tokens(text).map(|t| t.kind).collect();
    assert_eq!(kinds.iter().filter(|&&k| k == TokenKind::Number).count(), 2);
}

#[test]
fn apostrophes_hold_latin_words_only() {
    has_tokens(
        "it’s O'Neil 'قره' ق'ر",
        &["it’s", "O'Neil", "قره", "ق", "ر"],
    );
}

/// Text that is dense in what folding and tokens care about.
fn arabic_text() -> impl Strategy<Value = String> {
    let dense = prop_oneof![
        prop::char::range('\u{0600}', '\u{06FF}'),
        prop::char::range('\u{FE70}', '\u{FEFF}'),
        prop::char::range('\u{FB50}', '\u{FDFF}'),
        prop::char::range('\u{200B}', '\u{2069}'),
        prop::char::range(' ', '~'),
        prop::char::any(),
    ];
    prop::collection::vec(dense, 0..60).prop_map(String::from_iter)
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in arabic_text()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn tokens_are_sorted_disjoint_and_counted(text in arabic_text()) {
        let mut end = 0;
        let mut n = 0;
        for token in tokens(&text) {
            prop_assert!(token.span.start >= end && !token.span.is_empty());
            prop_assert!(text.get(token.span.range()).is_some());
            end = token.span.end;
            n += 1;
        }
        prop_assert_eq!(count_words(&text), n);
    }

    #[test]
    fn a_token_alone_is_that_token(text in arabic_text()) {
        for token in tokens(&text) {
            let word = token.span.slice(&text);
            let alone: Vec<_> = tokens(word).collect();
            prop_assert_eq!(alone.len(), 1);
            prop_assert_eq!(alone[0].span.range(), 0..word.len());
        }
    }
}
