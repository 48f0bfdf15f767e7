//! What the table answers to the mouse and to keys.

use crate::table::support::{Look, NAME, QUICK, Window, word};
use egui::{Event, Key, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use warraq::ui::table::{ROW, SortOrder, TableResponse};

#[test]
fn a_click_on_a_heading_sorts_and_the_next_turns_around() {
    let mut window = Window::new();
    let frequency = window.rect("التكرار").center();
    window.click(frequency);
    assert_eq!(window.state().sort, Some((1, SortOrder::Descending)));
    window.click(frequency);
    assert_eq!(window.state().sort, Some((1, SortOrder::Ascending)));
    window.click(window.rect("الكلمة").center());
    assert_eq!(window.state().sort, Some((0, SortOrder::Ascending)));
    // The third column cannot be sorted by.
    window.click(window.rect("ملاحظة").center());
    assert_eq!(window.state().sort, Some((0, SortOrder::Ascending)));
}

#[test]
fn screen_readers_hear_the_order() {
    let mut window = Window::new();
    let order = |window: &Window, name: &str| {
        let heading = window
            .harness
            .get_by_role_and_label(Role::ColumnHeader, name);
        heading.accesskit_node().sort_direction()
    };
    assert_eq!(order(&window, "التكرار"), None);
    window.click(window.rect("التكرار").center());
    window.harness.run();
    assert_eq!(
        order(&window, "التكرار"),
        Some(egui::accesskit::SortDirection::Descending)
    );
    assert_eq!(order(&window, "الكلمة"), None);
}

#[test]
fn headings_are_sorted_by_the_keyboard_too() {
    let mut window = Window::new();
    window.key(Key::Tab);
    window.key(Key::Tab);
    window.key(Key::Enter);
    assert_eq!(window.state().sort, Some((1, SortOrder::Descending)));
}

#[test]
fn a_click_selects_and_a_double_click_opens() {
    let look = Look {
        step: QUICK,
        ..Look::default()
    };
    let mut window = Window::open(look);
    let fourth = window.cells(word(3))[0].center();
    window.click(fourth);
    assert_eq!(window.state().selected, Some(3));
    let opened = |window: &Window| -> Vec<usize> {
        window
            .state()
            .answers
            .iter()
            .filter_map(|a| a.open)
            .collect()
    };
    assert_eq!(opened(&window), [0; 0]);
    window.press(fourth);
    assert_eq!(opened(&window), [3]);
    window.harness.run();
    // The table has the keyboard; screen readers are told the row.
    let focused = window.harness.ctx.memory(egui::Memory::focused);
    assert_eq!(focused, Some(egui::Id::unique("words")));
    let rows = window.harness.get_all_by_role(Role::Row);
    let told: Vec<bool> = rows.map(|row| row.is_focused()).collect();
    assert_eq!(told.iter().position(|focused| *focused), Some(3));
}

#[test]
fn keys_move_the_selection_and_the_view_follows() {
    let mut window = Window::new();
    window.click(window.cells(word(0))[0].center());
    let mut selected = Vec::new();
    for key in [
        Key::ArrowDown,
        Key::ArrowDown,
        Key::ArrowUp,
        Key::PageDown,
        Key::PageDown,
        Key::PageUp,
        Key::End,
        Key::ArrowDown,
        Key::PageUp,
        Key::Home,
        Key::ArrowUp,
    ] {
        window.key(key);
        let at = window.state().selected.unwrap();
        assert!(window.rows().contains(&at), "{key:?}: {at}");
        selected.push(at);
    }
    let expected = [1, 2, 1, 11, 21, 11, 999_999, 999_999, 999_989, 0, 0];
    assert_eq!(selected, expected);
    window.key(Key::Enter);
    assert_eq!(window.state().answers.last().and_then(|a| a.open), Some(0));
}

#[test]
fn the_first_key_goes_to_the_first_row() {
    let mut window = Window::new();
    window.key(Key::Tab);
    window.key(Key::Tab);
    window.key(Key::Tab);
    assert!(window.harness.get_by_label(NAME).is_focused());
    window.key(Key::Enter);
    assert_eq!(window.state().answers, []);
    window.key(Key::ArrowDown);
    assert_eq!(window.state().selected, Some(0));
}

#[test]
fn copy_answers_with_the_selected_row() {
    let mut window = Window::new();
    window.event(Event::Copy);
    assert_eq!(window.state().answers, []);
    window.click(window.cells(word(2))[0].center());
    window.event(Event::Copy);
    let expected = TableResponse {
        copy: Some(2),
        ..TableResponse::default()
    };
    assert_eq!(window.state().answers.last(), Some(&expected));
}

#[test]
fn ticks_are_taken_away_and_given_back() {
    let look = Look {
        ticks: true,
        n_rows: 6,
        ..Look::default()
    };
    let mut window = Window::open(look);
    let name = format!("counted: {}", word(4));
    let toggled = |window: &Window| {
        let node = window.harness.get_by_role_and_label(Role::CheckBox, &name);
        node.accesskit_node().toggled()
    };
    let on = egui::accesskit::Toggled::True;
    assert_eq!(toggled(&window), Some(on));
    window.click(window.rect(&name).center());
    window.harness.run();
    assert_eq!(window.state().unticked, [4]);
    assert_eq!(toggled(&window), Some(egui::accesskit::Toggled::False));
    // A click on the box is not one on the row.
    assert_eq!(window.state().selected, None);
    window.click(window.cells(word(4))[0].center());
    window.key(Key::Space);
    assert_eq!(window.state().unticked, [0; 0]);
    assert_eq!(toggled(&window), Some(on));
}

#[test]
fn without_ticks_there_are_no_boxes() {
    let mut window = Window::new();
    assert_eq!(window.harness.query_all_by_role(Role::CheckBox).count(), 0);
    window.click(window.cells(word(0))[0].center());
    window.key(Key::Space);
    assert!(window.state().answers.iter().all(|a| a.tick.is_none()));
}

#[test]
fn the_row_under_the_pointer_is_told() {
    let mut window = Window::new();
    let at = window.cells(word(5))[0].center();
    window.event(Event::PointerMoved(at));
    assert_eq!(window.state().hovered, Some(5));
    window.event(Event::PointerMoved(at + egui::vec2(0.0, ROW)));
    assert_eq!(window.state().hovered, Some(6));
}

#[test]
fn an_empty_table_answers_nothing() {
    let look = Look {
        n_rows: 0,
        ..Look::default()
    };
    let mut window = Window::open(look);
    for _ in 0..3 {
        window.key(Key::Tab);
    }
    for key in [Key::ArrowDown, Key::End, Key::Enter, Key::PageUp] {
        window.key(key);
    }
    assert_eq!(window.state().answers, []);
    assert_eq!(window.state().asked, [0; 0]);
}
