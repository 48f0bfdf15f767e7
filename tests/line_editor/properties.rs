//! What holds for an editor after any sequence of operations.

use super::set;
use proptest::prelude::*;
use warraq::text::{Caret, Direction, LineEditor};

/// Anything that can be done to an editor.
#[derive(Debug, Clone)]
enum Op {
    Insert(String),
    Paste(String),
    SetText(String),
    Cut,
    Backspace,
    Delete,
    DeleteWordBefore,
    DeleteWordAfter,
    Undo,
    Redo,
    Place(usize, bool, bool),
    Visually(bool, bool),
    ByWord(bool, bool, bool),
    Start(bool),
    End(bool),
    SelectAll,
    SelectWord(usize),
    Compose(String, Option<(usize, usize)>),
    Commit(String),
    Cancel,
    Surrounding(usize, usize),
}

/// Strings of letters of both directions, digits, marks, controls and emoji.
fn fragment() -> impl Strategy<Value = String> {
    let pieces = [
        "قره",
        "باغ",
        "لا",
        "أ",
        "\u{064E}",
        "\u{0651}",
        "ـ",
        "٢٠٢٠",
        "2020",
        "CNN",
        "e\u{0301}",
        " ",
        "  ",
        "\n",
        "\r\n",
        "(",
        "«",
        "،",
        "\u{200F}",
        "\u{200C}",
        "\u{200D}",
        "\u{2067}",
        "\u{2069}",
        "\u{202B}",
        "👩\u{200D}👧",
        "🇦🇲",
        "\u{1100}",
        "\u{1161}",
        "\u{0}",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..5)
        .prop_map(|pieces| pieces.concat())
}

fn op() -> impl Strategy<Value = Op> {
    let flag = any::<bool>;
    prop_oneof![
        4 => fragment().prop_map(Op::Insert),
        2 => fragment().prop_map(Op::Paste),
        1 => fragment().prop_map(Op::SetText),
        1 => Just(Op::Cut),
        3 => Just(Op::Backspace),
        2 => Just(Op::Delete),
        1 => Just(Op::DeleteWordBefore),
        1 => Just(Op::DeleteWordAfter),
        2 => Just(Op::Undo),
        2 => Just(Op::Redo),
        3 => (0_usize..60, flag(), flag()).prop_map(|(byte, end, extend)| Op::Place(byte, end, extend)),
        3 => (flag(), flag()).prop_map(|(left, extend)| Op::Visually(left, extend)),
        2 => (flag(), flag(), flag()).prop_map(|(rtl, left, extend)| Op::ByWord(rtl, left, extend)),
        1 => flag().prop_map(Op::Start),
        1 => flag().prop_map(Op::End),
        1 => Just(Op::SelectAll),
        1 => (0_usize..60).prop_map(Op::SelectWord),
        2 => (fragment(), prop::option::of((0_usize..9, 0_usize..9)))
            .prop_map(|(text, active)| Op::Compose(text, active)),
        1 => fragment().prop_map(Op::Commit),
        1 => Just(Op::Cancel),
        1 => (0_usize..5, 0_usize..5).prop_map(|(before, after)| Op::Surrounding(before, after)),
    ]
}

fn towards(left: bool) -> Direction {
    if left {
        Direction::Left
    } else {
        Direction::Right
    }
}

fn perform(editor: &mut LineEditor, op: Op) {
    match op {
        Op::Insert(text) => editor.insert(&text),
        Op::Paste(text) => editor.paste(&text),
        Op::SetText(text) => editor.set_text(&text),
        Op::Cut => drop(editor.cut()),
        Op::Backspace => editor.backspace(),
        Op::Delete => editor.delete(),
        Op::DeleteWordBefore => editor.delete_word_before(),
        Op::DeleteWordAfter => editor.delete_word_after(),
        Op::Undo => drop(editor.undo()),
        Op::Redo => drop(editor.redo()),
        Op::Place(byte, true, extend) => editor.place_caret(Caret::before(byte), extend),
        Op::Place(byte, false, extend) => editor.place_caret(Caret::after(byte), extend),
        Op::Visually(left, extend) => {
            let block = set(editor.text());
            editor.move_visually(&block, towards(left), extend);
        }
        Op::ByWord(rtl, left, extend) => editor.move_by_word(rtl, towards(left), extend),
        Op::Start(extend) => editor.move_to_start(extend),
        Op::End(extend) => editor.move_to_end(extend),
        Op::SelectAll => editor.select_all(),
        Op::SelectWord(at) => drop(editor.select_word_at(at)),
        Op::Compose(text, active) => {
            editor.set_compose(&text, active.map(|(start, end)| start..end));
        }
        Op::Commit(text) => editor.commit(&text),
        Op::Cancel => editor.cancel_compose(),
        Op::Surrounding(before, after) => editor.delete_surrounding(before, after),
    }
}

const LIMIT: usize = 40;

fn check(editor: &LineEditor) {
    let text = editor.text();
    assert!(text.chars().count() <= LIMIT, "the limit holds: {text:?}");
    assert!(!text.contains(char::is_control), "one line: {text:?}");
    assert!(
        text.is_char_boundary(editor.caret().byte),
        "caret in {text:?}"
    );
    assert!(text.is_char_boundary(editor.anchor()), "anchor in {text:?}");
    assert_eq!(text.get(editor.selection()), Some(editor.selected_text()));
    for range in [editor.compose(), editor.compose_active()]
        .into_iter()
        .flatten()
    {
        assert!(text.get(range).is_some(), "compose text in {text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_sequence_keeps_the_editor_sound(ops in prop::collection::vec(op(), 1..40)) {
        let mut editor = LineEditor::with_limit(LIMIT);
        for op in ops {
            let (text, revision) = (editor.text().to_owned(), editor.revision());
            perform(&mut editor, op);
            check(&editor);
            prop_assert!(editor.text() == text || editor.revision() != revision);
        }
    }

    #[test]
    fn undoing_and_redoing_everything_ends_where_it_was(
        start in fragment(),
        ops in prop::collection::vec(op(), 1..40),
    ) {
        let mut editor = LineEditor::with_limit(LIMIT);
        editor.set_text(&start);
        for op in ops {
            perform(&mut editor, op);
        }
        editor.finish_compose();
        while editor.redo() {}
        let last = editor.text().to_owned();
        let mut undone = 0;
        while editor.undo() {
            check(&editor);
            undone += 1;
        }
        prop_assert_eq!(editor.text(), "");
        for _ in 0..undone {
            prop_assert!(editor.redo());
            check(&editor);
        }
        prop_assert!(!editor.redo());
        prop_assert_eq!(editor.text(), last);
    }

    #[test]
    fn arrows_never_turn_back(text in fragment(), more in fragment(), start in 0_usize..60) {
        let mut editor = LineEditor::default();
        editor.insert(&(text + &more));
        let block = set(editor.text());
        for left in [true, false] {
            editor.place_caret(Caret::after(start), false);
            let mut x = block.caret_x(editor.caret_on(&block)).1;
            for _ in 0..=block.cells.len() {
                let before = editor.caret();
                editor.move_visually(&block, towards(left), false);
                if editor.caret() == before {
                    break;
                }
                let next = block.caret_x(editor.caret_on(&block)).1;
                prop_assert!(if left { next < x } else { next > x }, "from {x} to {next}");
                x = next;
            }
            let at_edge = editor.caret();
            editor.move_visually(&block, towards(left), false);
            prop_assert_eq!(editor.caret(), at_edge, "the walk has ended");
        }
    }
}
