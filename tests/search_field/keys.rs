//! Keys, clipboard, input methods and screen readers.

use super::support::{CLEAR, CTRL, MIXED, NAME, Test, set};
use crate::frame::leaves;
use egui::accesskit::Role;
use egui::{Event, ImeEvent, Key, Modifiers, Shape};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use warraq::text::{BaseDirection, Caret};

#[test]
fn typing_goes_to_the_focused_field_only() {
    let mut test = Test::new();
    test.event(Event::Text("قره".to_owned()));
    assert_eq!(test.text(), "");
    test.focus();
    for letter in MIXED.chars() {
        test.event(Event::Text(letter.to_string()));
    }
    assert_eq!(test.text(), MIXED);
    assert_eq!(test.harness.state().changed, MIXED.chars().count());
    let node = test.harness.get_by_label(NAME);
    assert_eq!(node.value().as_deref(), Some(MIXED));
    assert_eq!(node.accesskit_node().role(), Role::SearchInput);
}

#[test]
fn cut_paste_undo_and_redo() {
    let mut test = Test::focused(MIXED);
    test.key(CTRL, Key::A);
    test.event(Event::Cut);
    assert_eq!(test.copied().as_deref(), Some(MIXED));
    assert_eq!(test.text(), "");
    test.event(Event::Copy);
    assert_eq!(test.copied(), None, "nothing is selected");
    test.event(Event::Paste("باغ\nقره".to_owned()));
    assert_eq!(test.text(), "باغ قره");
    test.key(CTRL, Key::Z);
    assert_eq!(test.text(), "");
    test.key(CTRL, Key::Z);
    assert_eq!(test.text(), MIXED);
    test.key(CTRL, Key::Y);
    test.key(CTRL | Modifiers::SHIFT, Key::Z);
    assert_eq!(test.text(), "باغ قره");
}

#[test]
fn words_are_deleted_and_passed_with_ctrl() {
    let mut test = Test::focused(MIXED);
    test.key(CTRL, Key::Backspace);
    assert_eq!(test.text(), "قره باغ 2020 ");
    test.key(Modifiers::NONE, Key::Home);
    test.key(CTRL, Key::ArrowLeft);
    assert_eq!(test.editor().caret().byte, "قره".len());
    test.key(CTRL, Key::Delete);
    assert_eq!(test.text(), "قره 2020 ");
    test.key(CTRL | Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(test.editor().selected_text(), "قره");
    test.key(Modifiers::SHIFT, Key::End);
    assert_eq!(test.editor().selected_text(), " 2020 ");
}

#[test]
fn input_methods_compose_at_the_caret() {
    let mut test = Test::focused("قره 2020");
    test.key(Modifiers::NONE, Key::Home);
    test.key(CTRL, Key::ArrowLeft);
    let steps = test.harness.state().changed;
    test.preedit("با");
    assert_eq!(test.text(), "قرهبا 2020");
    let block = set("قرهبا 2020", BaseDirection::Auto);
    test.assert_caret_at(block.caret_x(Caret::before("قرهبا".len())).1, "composing");
    let frame = test
        .harness
        .output()
        .platform_output
        .ime
        .expect("input methods are on")
        .rect;
    assert!(test.rect().contains_rect(frame));
    let lines = leaves(&test.harness.output().shapes)
        .into_iter()
        .filter(
            |(shape, _)| matches!(shape, Shape::LineSegment { points: [a, b], .. } if (a.y - b.y).abs() < 0.01),
        )
        .count();
    assert_eq!(lines, 1, "compose text is underlined");

    test.preedit("باغ");
    test.ime(ImeEvent::Commit("باغ ".to_owned()));
    assert_eq!(test.text(), "قرهباغ  2020");
    assert_eq!(test.editor().compose(), None);
    assert_eq!(test.harness.state().changed, steps + 3);
    test.key(CTRL, Key::Z);
    assert_eq!(test.text(), "قره 2020", "one step");

    test.preedit("x");
    test.preedit("");
    assert_eq!(test.text(), "قره 2020", "cancelled");
    test.preedit("x");
    test.key(Modifiers::NONE, Key::Escape);
    assert_eq!(test.text(), "قره 2020", "Escape cancels compose text first");
    assert!(test.is_focused());
}

#[test]
fn enter_submits_and_escape_clears_then_leaves() {
    let mut test = Test::focused(MIXED);
    test.key(Modifiers::NONE, Key::Enter);
    assert_eq!(test.harness.state().submitted, 1);
    assert_eq!(test.text(), MIXED);
    assert!(test.is_focused());
    test.key(Modifiers::NONE, Key::Escape);
    assert_eq!(test.text(), "");
    assert!(test.is_focused());
    assert_eq!(test.harness.state().cancelled, 0);
    test.key(Modifiers::NONE, Key::Escape);
    assert_eq!(test.harness.state().cancelled, 1);
    test.harness.run();
    assert!(!test.is_focused());
    assert_eq!(test.caret(), None, "no caret without focus");
    assert!(test.harness.output().platform_output.ime.is_none());
}

#[test]
fn tab_goes_in_and_out() {
    let mut test = Test::new();
    for (key, focused) in [("first", false), (NAME, true), ("last", false)] {
        test.key(Modifiers::NONE, Key::Tab);
        test.harness.run();
        assert!(test.harness.get_by_label(key).is_focused(), "{key}");
        assert_eq!(test.caret().is_some(), focused);
    }
    test.key(Modifiers::SHIFT, Key::Tab);
    test.harness.run();
    assert!(test.is_focused());
    test.event(Event::Text("قره".to_owned()));
    test.key(Modifiers::NONE, Key::ArrowDown);
    test.key(Modifiers::NONE, Key::ArrowRight);
    test.harness.run();
    assert!(test.is_focused(), "arrows do not lead out");

    test.key(Modifiers::NONE, Key::Tab);
    test.harness.run();
    assert!(test.harness.get_by_label(CLEAR).is_focused());
    test.key(Modifiers::SHIFT, Key::Tab);
    test.harness.run();
    assert_eq!(
        test.editor().selected_text(),
        "قره",
        "coming by key selects all"
    );
}

#[test]
fn screen_readers_set_and_replace_text() {
    let mut test = Test::new();
    test.harness
        .get_by_label(NAME)
        .set_text_value_accesskit(MIXED);
    test.harness.run();
    assert_eq!(test.text(), MIXED);
    test.focus();
    test.harness
        .get_by_label(NAME)
        .replace_selected_text_accesskit("باكو");
    test.harness.run();
    assert_eq!(test.text(), "باكو");
}
