//! What the mouse does.

use super::support::{NAMES, Test, heading, moved_to, news};
use egui::accesskit::{Role, Toggled};
use egui::{Event, Key, Modifiers, PointerButton, pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use warraq::ui::kwic::{KwicAnswer, KwicColumn, KwicEntry, KwicPane};

#[test]
fn a_click_selects_and_opens() {
    let mut test = Test::new(20);
    let at = test.rows()[3].1.center();
    test.click(at);
    assert_eq!(
        test.answers(),
        [KwicAnswer {
            selected: Some(3),
            opened: Some(3),
            ..KwicAnswer::default()
        }]
    );
    assert!(test.rows()[3].2);
    assert!(test.harness.ctx.memory(|m| m.has_focus(KwicPane::id())));
    test.key(Key::ArrowDown);
    assert_eq!(test.answers(), [moved_to(4)]);
}

#[test]
fn the_box_ticks_and_does_not_open() {
    let mut test = Test::new(20);
    let boxes = || test.harness.query_all_by_role(Role::CheckBox);
    let states: Vec<_> = boxes()
        .map(|node| node.accesskit_node().toggled())
        .collect();
    assert_eq!(
        states.iter().filter(|s| **s == Some(Toggled::True)).count(),
        1
    );
    let name = format!("{}: 2020 · 001", NAMES.tick);
    let at = test.harness.get_by_label(&name).rect().center();
    test.click(at);
    let answers = test.answers();
    assert_eq!(answers.len(), 1);
    assert_eq!((answers[0].ticked, answers[0].opened), (Some(1), None));
}

#[test]
fn buttons_of_the_line_under_the_pointer_widen_and_note_it() {
    let mut test = Test::new(20);
    assert!(test.harness.query_by_label(NAMES.widen).is_none());
    let row = test.rows()[4].1;
    test.point(row.center());
    test.harness.run();
    let widen = test.harness.get_by_label(NAMES.widen).rect();
    assert!(row.contains_rect(widen));
    test.click(widen.center());
    assert_eq!(
        test.answers(),
        [moved_to(4)],
        "it is selected, but not opened"
    );
    let rows = test.rows();
    assert!(rows[5].1.top() > rows[4].1.bottom() + 30.0);
    let narrow = test.harness.get_by_label(NAMES.narrow).rect();
    test.click(narrow.center());
    assert!((test.rows()[5].1.top() - row.bottom()).abs() < 0.01);
    let note = test
        .harness
        .get_all_by_role_and_label(Role::Button, NAMES.note)
        .map(|node| node.rect())
        .find(|rect| row.contains_rect(*rect))
        .expect("a button for a note");
    test.click(note.center());
    let field = test.harness.get_by_role(Role::TextInput);
    assert!(field.is_focused());
}

#[test]
fn headings_of_columns_are_pressed() {
    let mut test = Test::new(20);
    for (name, column) in [
        (NAMES.place, KwicColumn::Place),
        (NAMES.before, KwicColumn::Before),
        (NAMES.node, KwicColumn::Node),
        (NAMES.after, KwicColumn::After),
    ] {
        let at = test.harness.get_by_label(name).rect().center();
        test.click(at);
        assert_eq!(test.answers(), [heading(column)]);
    }
}

#[test]
fn wheel_and_scrollbar_move_through_a_million_lines() {
    let mut test = Test::new(1_000_000);
    test.wheel(-380.0);
    let first = test.rows()[0].0.clone();
    assert!(first.ends_with("010") || first.ends_with("009"), "{first}");
    test.wheel(100_000.0);
    assert!(test.rows()[0].0.ends_with("2020 000"));

    let bar = test.harness.get_by_label(NAMES.scrollbar).rect();
    let (top, bottom) = (bar.center_top() + egui::vec2(0.0, 5.0), bar.center_bottom());
    let press = |test: &mut Test, pos, pressed| {
        test.event(Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    };
    test.point(top);
    press(&mut test, top, true);
    test.point(bar.center());
    let middle = test.window().asked.last().copied().expect("asked");
    assert!((400_000..600_000).contains(&middle), "{middle}");
    test.point(pos2(bottom.x, bottom.y + 50.0));
    press(&mut test, bottom, false);
    test.harness.run();
    let last = test.rows().last().expect("a line").0.clone();
    let KwicEntry::Line(row) = news(999_999) else {
        panic!("a line");
    };
    assert!(last.ends_with(&row.place.replace(" · ", " ")), "{last}");
}
