//! Long lists: what is asked for, what is kept, and what stays when it changes.

use super::support::{Look, NAMES, NEWS, Test, line, moved_to, news};
use egui::{Key, vec2};
use egui_kittest::kittest::Queryable as _;
use std::sync::Arc;
use warraq::ui::kwic::{KwicEntry, KwicRow};

#[test]
fn only_lines_in_view_are_asked_for_and_only_once() {
    let mut test = Test::new(1_000_000);
    let n_rows = test.rows().len();
    let asked = std::mem::take(&mut test.window().asked);
    assert_eq!(asked.len(), n_rows);
    assert!(asked.iter().all(|index| *index < n_rows));
    for _ in 0..5 {
        test.harness.step();
    }
    assert_eq!(test.window().asked, Vec::<usize>::new(), "kept");
    test.wheel(-38.0);
    let asked = test.window().asked.clone();
    assert!(
        asked.len() <= 2 && asked.iter().all(|index| *index >= n_rows - 1),
        "{asked:?}"
    );
}

#[test]
fn a_new_revision_asks_again_and_keeps_place_selection_and_layout() {
    let mut test = Test::new(1_000_000);
    test.focus();
    test.key(Key::End);
    let galley = |test: &Test| {
        let mut found = test.texts();
        found.retain(|painted| painted.text() == "الدفاع");
        found.remove(0).shape.galley
    };
    let (rows, kept) = (test.rows(), galley(&test));
    test.answers();
    let window = test.window();
    window.revision += 1;
    window.asked.clear();
    window.make = |index| match news(index) {
        KwicEntry::Line(row) => KwicEntry::Line(KwicRow {
            ticked: true,
            ..row
        }),
        heading @ KwicEntry::Heading { .. } => heading,
    };
    test.harness.run();
    assert_eq!(test.window().asked.len(), rows.len());
    assert_eq!(test.rows(), rows);
    assert!(
        Arc::ptr_eq(&kept, &galley(&test)),
        "the same words are not set again"
    );
    assert_eq!(test.answers(), []);

    test.window().key += 1;
    test.harness.run();
    assert_eq!(test.selected(), None);
    assert!(
        test.rows()[0].0.ends_with("2020 000"),
        "another list starts at its top"
    );
}

#[test]
fn a_list_that_shrinks_stays_in_view() {
    let mut test = Test::new(1_000);
    test.focus();
    test.key(Key::End);
    test.window().n = 3;
    test.harness.run();
    assert_eq!(test.rows().len(), 3);
    assert_eq!(test.selected(), Some(2));
    test.window().n = 0;
    test.harness.run();
    assert!(test.rows().is_empty());
    assert_eq!(test.selected(), None);
    test.key(Key::ArrowDown);
    assert_eq!(test.selected(), None);
}

#[test]
fn a_selection_from_outside_is_brought_into_view() {
    let mut test = Test::new(1_000_000);
    test.window().pane.select(500_000);
    test.harness.run();
    let selected = test.rows().into_iter().find(|row| row.2);
    assert!(test.list().contains_rect(selected.expect("in view").1));
    assert_eq!(test.answers(), [], "who asked for it knows");
    test.focus();
    test.key(Key::ArrowDown);
    assert_eq!(test.answers(), [moved_to(500_001)]);
}

#[test]
fn a_wide_node_widens_its_column_once_and_not_without_end() {
    fn widening(index: usize) -> KwicEntry {
        let node: &'static str = match index {
            0..=29 => "الدفاع",
            30..=59 => "وزارة الدفاع الأذربيجانية",
            _ => "وزارة الدفاع الأذربيجانية ووزارة الخارجية الأرمينية ووزارة الداخلية",
        };
        KwicEntry::Line(line((NEWS[0].0, node, NEWS[0].2)))
    }
    let mut test = Test::with(90, widening, Look::default());
    let column = |test: &Test| {
        let node = test.harness.get_by_label(NAMES.node).rect().center().x;
        let clips = test.texts().into_iter().map(|painted| painted.clip);
        let mut around = clips.filter(|clip| {
            clip.height() > 300.0 && clip.x_range().contains(node) && clip.width() < 500.0
        });
        around.next().expect("the node's column").width()
    };
    test.focus();
    let first = column(&test);
    test.window().pane.select(45);
    test.harness.run();
    let second = column(&test);
    assert!(second > first + 20.0);
    test.key(Key::Home);
    assert!(
        (column(&test) - second).abs() < 0.01,
        "it does not shrink again"
    );
    test.key(Key::End);
    assert!(column(&test) < test.list().width() * 0.36);
}

#[test]
fn names_tell_the_line_and_its_place() {
    let test = Test::new(3);
    let (before, node, after) = NEWS[1];
    let name = format!("{before} {node} {after}, 2020 001");
    assert_eq!(test.rows()[1].0, name);
    assert_eq!(test.rows().len(), 3);
}

#[test]
fn places_are_left_out_of_a_narrow_pane() {
    for (width, shown) in [(420.0, false), (900.0, true)] {
        let look = Look {
            size: vec2(width, 300.0),
            ..Look::default()
        };
        let test = Test::with(10, news, look);
        assert_eq!(!test.painted("2020 · 000").is_empty(), shown);
        assert_eq!(test.harness.query_by_label(NAMES.place).is_some(), shown);
    }
}
