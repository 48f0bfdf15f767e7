//! Clicks and drags.

use super::support::{CLEAR, CTRL, LONG, MIXED, QUICK, Test, set};
use crate::frame::rects;
use egui::{Event, Key, Modifiers, OutputCommand, Rect, pos2, vec2};
use egui_kittest::kittest::Queryable as _;
use warraq::text::{BaseDirection, Caret};
use warraq::ui::theme::Theme;

#[test]
fn clicks_put_the_caret_beside_the_letter_that_was_hit() {
    let mut test = Test::focused(MIXED);
    for cell in set(MIXED, BaseDirection::Auto).cells {
        let quarter = (cell.x1 - cell.x0) / 4.0;
        for (x, is_left) in [(cell.x0 + quarter, true), (cell.x1 - quarter, false)] {
            test.click(test.on_screen(x));
            let starts_here = is_left != cell.right_to_left;
            let expected = if starts_here {
                cell.bytes.start
            } else {
                cell.bytes.end
            };
            assert_eq!(test.editor().caret().byte, expected, "{cell:?} at {x}");
            test.assert_caret_at(if is_left { cell.x0 } else { cell.x1 }, "the nearer edge");
            assert!(test.editor().selection().is_empty());
        }
    }
    let rect = test.rect();
    test.click(rect.right_center() - vec2(2.0, 0.0));
    assert_eq!(
        test.editor().caret().byte,
        0,
        "beside the text is its nearer end"
    );
}

#[test]
fn dragged_selection_is_copied_in_logical_order() {
    let mut test = Test::focused(MIXED);
    let block = set(MIXED, BaseDirection::Auto);
    let from = test.on_screen(block.caret_x(Caret::after("قره ".len())).1 - 0.5);
    let number_end = "قره باغ 2020".len();
    let to = test.on_screen(block.caret_x(Caret::before(number_end)).1 - 0.5);
    test.drag(from, to);
    assert_eq!(test.editor().selected_text(), "باغ 2020");
    test.event(Event::Copy);
    assert_eq!(test.copied().as_deref(), Some("باغ 2020"));
    assert_eq!(test.text(), MIXED);

    let selection = Theme::Light.palette().selection;
    let painted: Vec<Rect> = rects(&test.harness.output().shapes)
        .into_iter()
        .filter(|rect| rect.fill == selection)
        .map(|rect| rect.rect)
        .collect();
    let areas = block.areas(test.editor().selection());
    assert_eq!(painted.len(), areas.len());
    for (rect, area) in painted.iter().zip(areas) {
        assert!((rect.left() - test.on_screen(area.x0).x).abs() < 0.01);
        assert!((rect.right() - test.on_screen(area.x1).x).abs() < 0.01);
    }
}

#[test]
fn double_click_takes_a_word_and_triple_click_all() {
    let mut test = Test::with(true, QUICK);
    test.focus();
    test.event(Event::Text(MIXED.to_owned()));
    let block = set(MIXED, BaseDirection::Auto);
    let word = "قره ".len().."قره باغ".len();
    let area = block.areas(word)[0];
    let middle = test.on_screen(f32::midpoint(area.x0, area.x1));
    test.click(middle);
    test.click(middle);
    assert_eq!(test.editor().selected_text(), "باغ");
    test.click(middle);
    assert_eq!(test.editor().selected_text(), MIXED);
}

#[test]
fn double_click_and_drag_takes_whole_words() {
    let mut test = Test::with(true, QUICK);
    test.focus();
    test.event(Event::Text(MIXED.to_owned()));
    let block = set(MIXED, BaseDirection::Auto);
    let middle_of = |test: &Test, bytes| {
        let area = block.areas(bytes)[0];
        test.on_screen(f32::midpoint(area.x0, area.x1))
    };
    let first = middle_of(&test, 0.."قره".len());
    let second = middle_of(&test, "قره ".len().."قره باغ".len());
    test.click(second);
    test.drag(second, first);
    assert_eq!(test.editor().selected_text(), "قره باغ");
    assert_eq!(test.editor().caret().byte, 0);
}

#[test]
fn shift_click_extends_the_selection() {
    let mut test = Test::focused(MIXED);
    test.key(Modifiers::NONE, Key::Home);
    let block = set(MIXED, BaseDirection::Auto);
    let at = test.on_screen(block.caret_x(Caret::before("قره باغ".len())).1 + 0.5);
    test.event(Event::PointerMoved(at));
    test.event(Event::ModifiersChanged(Modifiers::SHIFT));
    test.button(at, true, Modifiers::SHIFT);
    test.button(at, false, Modifiers::SHIFT);
    assert_eq!(test.editor().selected_text(), "قره باغ");
}

#[test]
fn clear_button_empties_the_field_and_keeps_the_focus() {
    let mut test = Test::new();
    assert!(
        test.harness.query_by_label(CLEAR).is_none(),
        "nothing to clear"
    );
    test.focus();
    test.event(Event::Text(MIXED.to_owned()));
    test.harness.run();
    let clear = test.harness.get_by_label(CLEAR).rect();
    assert!(
        clear.center().x < test.rect().center().x,
        "at the end: the left"
    );
    test.click(clear.center());
    test.harness.run();
    assert_eq!(test.text(), "");
    assert!(test.is_focused());
    assert!(test.harness.query_by_label(CLEAR).is_none());
    test.key(CTRL, Key::Z);
    assert_eq!(test.text(), MIXED, "clearing can be undone");
}

#[test]
fn drag_past_the_edge_scrolls_and_selects() {
    let mut test = Test::focused(LONG);
    test.key(Modifiers::NONE, Key::Home);
    let rect = test.rect();
    let from = pos2(rect.right() - 40.0, rect.center().y);
    test.event(Event::PointerMoved(from));
    test.button(from, true, Modifiers::NONE);
    test.event(Event::PointerMoved(rect.left_center() - vec2(60.0, 0.0)));
    for _ in 0..200 {
        test.harness.step();
    }
    assert_eq!(
        test.editor().caret().byte,
        LONG.len(),
        "the drag reached the end"
    );
    test.button(rect.left_center() - vec2(60.0, 0.0), false, Modifiers::NONE);
    assert!(test.editor().selected_text().len() > LONG.len() - 20);
}

#[test]
fn middle_button_pastes_what_is_selected_elsewhere() {
    let mut test = Test::focused("قره");
    let at = test.rect().right_center() - vec2(2.0, 0.0);
    test.event(Event::PointerMoved(at));
    test.event(Event::MiddleClickPaste {
        pos: at,
        text: "باغ ".to_owned(),
    });
    assert_eq!(test.text(), "باغ قره");
    test.key(CTRL, Key::A);
    let commands = &test.harness.output().platform_output.commands;
    let settled = OutputCommand::TextSelectionSettled("باغ قره".to_owned());
    assert!(
        commands.contains(&settled),
        "and a selection here is offered there"
    );
}
