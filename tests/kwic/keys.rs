//! What keys do.

use super::support::{NAMES, NEWS, Test, line, moved_to, news};
use egui::{Event, Key};
use egui_kittest::kittest::Queryable as _;
use warraq::ui::kwic::{KwicAnswer, KwicEntry};

fn focused(n: usize) -> Test {
    let mut test = Test::new(n);
    test.focus();
    test
}

#[test]
fn arrows_move_the_selection_and_keep_it_in_view() {
    let mut test = focused(1_000_000);
    test.key(Key::ArrowDown);
    assert_eq!(test.answers(), [moved_to(0)]);
    for _ in 0..20 {
        test.key(Key::ArrowDown);
    }
    assert_eq!(test.selected(), Some(20));
    let list = test.list();
    let selected = |test: &Test| {
        let rows = test.rows();
        let found = rows.into_iter().find(|row| row.2);
        found.expect("the selected line is in view").1
    };
    assert!(list.expand(0.5).contains_rect(selected(&test)));
    test.key(Key::ArrowUp);
    assert_eq!(test.selected(), Some(19));
    test.key(Key::End);
    assert_eq!(test.selected(), Some(999_999));
    assert!((selected(&test).bottom() - list.bottom()).abs() < 1.0);
    test.key(Key::PageUp);
    let page = 999_999 - test.selected().expect("a selection");
    assert!((8..=10).contains(&page), "{page}");
    test.key(Key::Home);
    assert_eq!(test.selected(), Some(0));
    assert!((selected(&test).top() - list.top()).abs() < 1.0);
}

#[test]
fn headings_are_passed_over() {
    fn grouped(index: usize) -> KwicEntry {
        if index.is_multiple_of(3) {
            KwicEntry::Heading {
                label: "الأذربيجانية".to_owned(),
                n: "2".to_owned(),
            }
        } else {
            KwicEntry::Line(line(NEWS[index % 2]))
        }
    }
    let mut test = Test::with(9, grouped, super::support::Look::default());
    test.focus();
    let mut seen = Vec::new();
    for key in [
        Key::Home,
        Key::ArrowDown,
        Key::ArrowDown,
        Key::ArrowUp,
        Key::ArrowUp,
        Key::ArrowUp,
    ] {
        test.key(key);
        seen.push(test.selected());
    }
    assert_eq!(seen, [1, 2, 4, 2, 1, 1].map(Some));
    assert_eq!(
        test.harness.query_all_by_label("الأذربيجانية · 2").count(),
        3
    );
}

#[test]
fn keys_answer_with_what_is_to_be_done() {
    let mut test = focused(20);
    for key in [Key::Enter, Key::Space, Key::Delete] {
        test.key(key);
    }
    assert_eq!(
        test.answers(),
        [],
        "without a selection there is nothing to do"
    );
    test.key(Key::Home);
    test.key(Key::ArrowDown);
    test.answers();
    test.key(Key::Enter);
    test.key(Key::Space);
    test.key(Key::Delete);
    let answer = KwicAnswer::default();
    assert_eq!(
        test.answers(),
        [
            KwicAnswer {
                opened: Some(1),
                ..answer.clone()
            },
            KwicAnswer {
                ticked: Some(1),
                ..answer.clone()
            },
            KwicAnswer {
                removed: Some(1),
                ..answer
            },
        ]
    );
}

#[test]
fn context_opens_and_closes_in_place() {
    let mut test = focused(20);
    test.key(Key::Home);
    let tops = |test: &Test| -> Vec<f32> { test.rows().iter().map(|row| row.1.top()).collect() };
    let closed = tops(&test);
    let context = |test: &Test| {
        let label = format!("{0} {1} {2} {0} {2}", NEWS[0].0, NEWS[0].1, NEWS[0].2);
        test.harness.query_by_label(&label).map(|node| node.rect())
    };
    // The arrow onwards in the text: to the left in Arabic.
    for (open, close) in [(Key::W, Key::W), (Key::ArrowLeft, Key::ArrowRight)] {
        test.key(open);
        let room = context(&test).expect("the context is shown");
        let opened = tops(&test);
        assert!((opened[0] - closed[0]).abs() < 0.01);
        assert!(opened[1] > closed[1] + 50.0, "the next line makes room");
        assert!(room.top() >= opened[0] && room.bottom() <= opened[1] + 0.01);
        assert_eq!(test.selected(), Some(0), "arrows to the sides do not move");
        test.key(close);
        assert!(context(&test).is_none());
        assert_eq!(tops(&test), closed);
    }
}

#[test]
fn a_note_is_written_kept_and_dropped() {
    let mut test = focused(20);
    test.key(Key::Home);
    test.answers();
    let field_is_focused = |test: &Test| {
        let field = test
            .harness
            .query_by_role_and_label(egui::accesskit::Role::TextInput, NAMES.note);
        field.is_some_and(|field| field.is_focused())
    };
    test.key(Key::N);
    assert!(field_is_focused(&test));
    test.event(Event::Text("انظر 2020".to_owned()));
    test.key(Key::Space);
    test.key(Key::Enter);
    let noted = |text: &str| KwicAnswer {
        noted: Some((0, text.to_owned())),
        ..KwicAnswer::default()
    };
    assert_eq!(test.answers(), [noted("انظر 2020")], "and no tick");
    assert!(!field_is_focused(&test));
    test.key(Key::ArrowDown);
    assert_eq!(
        test.answers(),
        [moved_to(1)],
        "the list has the keyboard again"
    );

    test.key(Key::N);
    test.event(Event::Text("لا".to_owned()));
    test.key(Key::Escape);
    assert_eq!(test.answers(), [], "Escape keeps nothing");
    assert!(!field_is_focused(&test));

    // The line that has a note shows it to be changed.
    test.key(Key::ArrowDown);
    test.answers();
    test.key(Key::N);
    test.key(Key::Enter);
    assert_eq!(test.answers(), [], "the same note is no news");
    test.key(Key::N);
    test.event(Event::Text("جديد".to_owned()));
    let elsewhere = test.rows()[5].1.center();
    test.click(elsewhere);
    let answers = test.answers();
    assert!(
        answers
            .iter()
            .any(|answer| answer.noted == Some((2, "جديد".to_owned()))),
        "what was written is not lost: {answers:?}"
    );
}

#[test]
fn a_removed_line_takes_what_is_open_along() {
    let mut test = focused(20);
    for key in [
        Key::Home,
        Key::ArrowDown,
        Key::ArrowDown,
        Key::ArrowDown,
        Key::W,
    ] {
        test.key(key);
    }
    let window = test.window();
    window.n = 19;
    window.revision += 1;
    window.pane.entry_removed(1);
    window.make = |index| news(index + usize::from(index >= 1));
    test.harness.run();
    assert_eq!(test.selected(), Some(2));
    let rows = test.rows();
    assert!(rows[3].1.top() - rows[2].1.top() > 60.0, "still open");
    assert!(rows[2].1.top() - rows[1].1.top() < 60.0);
}
