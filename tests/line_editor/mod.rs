//! Editing one line of text of both directions.

#![expect(clippy::expect_used, reason = "a test may stop where it is")]

mod properties;

use std::cell::RefCell;
use warraq::text::{
    BaseDirection, Block, Caret, Direction, FontCatalog, LineEditor, LineMeasure, TextStyle,
    Typesetter,
};

const MIXED: &str = "قره باغ 2020 CNN";

fn editor(text: &str) -> LineEditor {
    let mut editor = LineEditor::default();
    editor.insert(text);
    editor
}

fn set(text: &str) -> Block {
    thread_local! {
        static TYPESETTER: RefCell<Typesetter> =
            RefCell::new(Typesetter::new(&FontCatalog::bundled()));
    }
    let measure = LineMeasure {
        direction: BaseDirection::Auto,
        ..LineMeasure::SINGLE_LINE
    };
    TYPESETTER.with_borrow_mut(|typesetter| {
        typesetter.set(text, TextStyle::interface(14.0), measure, &[])
    })
}

fn byte_of(text: &str, needle: &str) -> usize {
    text.find(needle).expect("the needle is in the text")
}

#[test]
fn typed_text_stands_before_the_caret() {
    let mut editor = editor("قره");
    editor.insert(" باغ");
    assert_eq!(editor.text(), "قره باغ");
    assert_eq!(editor.caret(), Caret::before(editor.text().len()));
    editor.move_to_start(false);
    editor.insert("ال");
    assert_eq!(editor.text(), "القره باغ");
    assert_eq!(editor.caret(), Caret::before("ال".len()));
}

#[test]
fn pasted_line_ends_and_controls_become_spaces() {
    let mut editor = LineEditor::default();
    editor.paste("قره\r\nباغ\t2020\u{2028}x\u{0}y\u{85}z");
    assert_eq!(editor.text(), "قره باغ 2020 x y z");
    editor.set_text("\u{2067}قره\u{2069}\u{200F}");
    assert_eq!(
        editor.text(),
        "\u{2067}قره\u{2069}\u{200F}",
        "bidi controls stay"
    );
}

#[test]
fn limit_cuts_after_a_whole_grapheme() {
    let mut editor = LineEditor::with_limit(5);
    editor.insert("مُحَمَّد");
    assert_eq!(
        editor.text(),
        "مُحَ",
        "meem, damma, hah, fatha; meem with two marks is too much"
    );
    editor.insert("دد");
    assert_eq!(editor.text(), "مُحَد");
    editor.select_all();
    editor.paste("123456");
    assert_eq!(editor.text(), "12345", "what is replaced makes room");
}

#[test]
fn backspace_takes_marks_one_by_one_and_emoji_whole() {
    let mut editor = editor("شدّةُ");
    editor.backspace();
    assert_eq!(editor.text(), "شدّة");
    editor.backspace();
    assert_eq!(editor.text(), "شدّ");
    editor.backspace();
    assert_eq!(editor.text(), "شد");

    editor.set_text("a👩\u{200D}👧🇦🇲");
    editor.backspace();
    assert_eq!(editor.text(), "a👩\u{200D}👧");
    editor.backspace();
    assert_eq!(editor.text(), "a");
}

#[test]
fn delete_takes_a_letter_with_its_marks() {
    let mut editor = editor("شدّةُ");
    editor.place_caret(Caret::after("ش".len()), false);
    editor.delete();
    assert_eq!(editor.text(), "شةُ");
    assert_eq!(editor.caret(), Caret::after("ش".len()));
    editor.delete();
    assert_eq!(editor.text(), "ش");
    editor.delete();
    assert_eq!(editor.text(), "ش");
}

#[test]
fn words_are_deleted_both_ways() {
    let mut editor = editor(MIXED);
    editor.delete_word_before();
    assert_eq!(editor.text(), "قره باغ 2020 ");
    editor.delete_word_before();
    assert_eq!(editor.text(), "قره باغ ");
    editor.move_to_start(false);
    editor.delete_word_after();
    assert_eq!(editor.text(), " باغ ");
}

#[test]
fn selection_is_replaced_cut_and_deleted() {
    let mut editor = editor(MIXED);
    let word = editor.select_word_at(byte_of(MIXED, "باغ"));
    assert_eq!(editor.selected_text(), "باغ");
    assert_eq!(word, editor.selection());
    assert_eq!(editor.cut().as_deref(), Some("باغ"));
    assert_eq!(editor.text(), "قره  2020 CNN");
    assert_eq!(editor.cut(), None);

    editor.select_all();
    editor.insert("ك");
    assert_eq!(editor.text(), "ك");
    editor.select_all();
    editor.backspace();
    assert_eq!(editor.text(), "");
}

#[test]
fn words_extend_a_selection_on_both_sides() {
    let mut editor = editor(MIXED);
    let origin = editor.select_word_at(byte_of(MIXED, "باغ"));
    editor.extend_by_words(origin.clone(), byte_of(MIXED, "CNN"));
    assert_eq!(editor.selected_text(), "باغ 2020 CNN");
    editor.extend_by_words(origin, 0);
    assert_eq!(editor.selected_text(), "قره باغ");
    assert_eq!(editor.caret().byte, 0, "the caret is at the moving end");
}

#[test]
fn typing_is_undone_by_words() {
    let mut editor = LineEditor::default();
    for letter in MIXED.chars() {
        editor.insert(letter.encode_utf8(&mut [0; 4]));
    }
    for left in ["قره باغ 2020 ", "قره باغ ", "قره ", ""] {
        assert!(editor.undo());
        assert_eq!(editor.text(), left);
    }
    assert!(!editor.undo());
    for again in ["قره ", "قره باغ ", "قره باغ 2020 ", MIXED] {
        assert!(editor.redo());
        assert_eq!(editor.text(), again);
    }
    assert!(!editor.redo());
}

#[test]
fn a_moved_caret_and_another_kind_of_edit_begin_new_steps() {
    let mut editor = editor("abc");
    editor.move_to_start(false);
    editor.insert("x");
    editor.insert("y");
    editor.backspace();
    editor.backspace();
    assert_eq!(editor.text(), "abc");
    for left in ["xyabc", "abc", ""] {
        assert!(editor.undo());
        assert_eq!(editor.text(), left);
    }
    editor.insert("new");
    assert!(!editor.redo(), "a new edit forgets what was undone");
}

#[test]
fn undo_brings_the_selection_back() {
    let mut editor = editor(MIXED);
    editor.select_word_at(0);
    editor.insert("ك");
    editor.undo();
    assert_eq!(editor.text(), MIXED);
    assert_eq!(editor.selected_text(), "قره");
}

#[test]
fn word_motion_follows_the_paragraph() {
    let mut editor = editor(MIXED);
    editor.move_to_start(false);
    editor.move_by_word(true, Direction::Left, false);
    assert_eq!(editor.caret().byte, "قره".len());
    editor.move_by_word(true, Direction::Left, false);
    assert_eq!(editor.caret().byte, "قره باغ".len());
    editor.move_by_word(true, Direction::Right, true);
    assert_eq!(editor.selected_text(), "باغ");
    editor.move_to_start(false);
    editor.move_by_word(false, Direction::Right, false);
    assert_eq!(editor.caret().byte, "قره".len());
}

#[test]
fn arrows_walk_the_line_from_edge_to_edge() {
    let block = set(MIXED);
    assert!(block.right_to_left);
    let mut editor = editor(MIXED);
    editor.move_to_start(false);
    let (_, mut x) = block.caret_x(editor.caret());
    let right_edge = block.cells.iter().map(|cell| cell.x1).fold(0.0, f32::max);
    assert!(
        (x - right_edge).abs() < 0.01,
        "the text starts at the right"
    );
    let mut steps = 0;
    loop {
        let before = editor.caret();
        editor.move_visually(&block, Direction::Left, false);
        if editor.caret() == before {
            break;
        }
        let (_, next) = block.caret_x(editor.caret());
        assert!(next < x, "every step goes to the left");
        x = next;
        steps += 1;
    }
    assert_eq!(steps, MIXED.chars().count());
    assert!(x.abs() < 0.01, "the walk ends at the left edge");
}

#[test]
fn arrows_leave_a_selection_at_its_edge() {
    let block = set(MIXED);
    let mut editor = editor(MIXED);
    let word = editor.select_word_at(byte_of(MIXED, "باغ"));
    editor.move_visually(&block, Direction::Left, false);
    assert_eq!(
        editor.caret(),
        Caret::before(word.end),
        "the left end of Arabic is its end"
    );
    assert!(editor.selection().is_empty());
    editor.select_word_at(word.start);
    editor.move_visually(&block, Direction::Right, false);
    assert_eq!(editor.caret(), Caret::after(word.start));

    editor.select_word_at(word.start);
    editor.move_visually(&block, Direction::Left, true);
    assert_eq!(
        editor.selected_text(),
        "باغ ",
        "with Shift the selection grows"
    );
}

#[test]
fn compose_text_is_no_step() {
    let mut editor = editor("قره ");
    editor.set_compose("ba", None);
    assert_eq!(editor.text(), "قره ba");
    assert_eq!(editor.compose(), Some("قره ".len().."قره ba".len()));
    editor.set_compose("با", Some(1..2));
    assert_eq!(editor.text(), "قره با");
    assert_eq!(editor.compose_active(), Some("قره ب".len().."قره با".len()));
    assert_eq!(editor.caret().byte, "قره با".len());
    editor.commit("باغ");
    assert_eq!((editor.text(), editor.compose()), ("قره باغ", None));
    editor.undo();
    assert_eq!(editor.text(), "قره ");
    editor.undo();
    assert_eq!(editor.text(), "");
    assert!(!editor.undo());
}

#[test]
fn cancelled_compose_text_gives_the_selection_back() {
    let mut editor = editor(MIXED);
    editor.select_word_at(0);
    editor.set_compose("ك", None);
    assert_eq!(editor.text(), "ك باغ 2020 CNN");
    editor.set_compose("", None);
    assert_eq!(editor.text(), MIXED);
    assert_eq!(editor.selected_text(), "قره");

    editor.set_compose("", None);
    editor.commit("");
    assert_eq!(editor.selected_text(), "قره", "nothing to cancel");
}

#[test]
fn compose_text_is_kept_when_something_else_is_done() {
    let mut editor = editor("قره ");
    editor.set_compose("باغ", None);
    editor.move_to_start(false);
    assert_eq!((editor.text(), editor.compose()), ("قره باغ", None));
    editor.undo();
    assert_eq!(editor.text(), "قره ");
}

#[test]
fn surroundings_are_deleted_in_characters() {
    let mut editor = editor(MIXED);
    editor.place_caret(Caret::after(byte_of(MIXED, "باغ")), false);
    editor.delete_surrounding(2, 3);
    assert_eq!(editor.text(), "قر 2020 CNN");
    assert_eq!(editor.caret().byte, "قر".len());
    editor.delete_surrounding(99, 99);
    assert_eq!(editor.text(), "");
    editor.delete_surrounding(0, 0);
    editor.undo();
    assert_eq!(editor.text(), "قر 2020 CNN");
}

#[test]
fn a_letter_before_a_lone_mark_takes_it() {
    let mut editor = editor("\u{0651}x");
    editor.move_to_start(false);
    editor.insert("د");
    assert_eq!(editor.caret().byte, "د\u{0651}".len());
}
