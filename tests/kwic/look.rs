//! The pane as pictures.

use super::support::{Look, Test, news};
use crate::snapshot::check;
use egui::{Event, Key, vec2};
use warraq::ui::kwic::KwicEntry;
use warraq::ui::theme::Theme;

#[test]
fn arabic_and_light() {
    let look = Look {
        size: vec2(820.0, 340.0),
        ..Look::default()
    };
    let mut test = Test::with(1_000_000, news, look);
    test.focus();
    for _ in 0..4 {
        test.key(Key::ArrowDown);
    }
    test.event(Event::PointerGone);
    test.harness.run();
    check("kwic-arabic", &test.picture());
}

#[test]
fn english_and_dark_with_a_context() {
    let look = Look {
        size: vec2(820.0, 340.0),
        theme: Theme::Dark,
        interface_right_to_left: false,
        ..Look::default()
    };
    let mut test = Test::with(1_000_000, news, look);
    let at = test.rows()[1].1.center();
    test.click(at);
    test.key(Key::W);
    test.event(Event::PointerGone);
    test.harness.run();
    check("kwic-english-dark", &test.picture());
}

/// The news in groups of three.
fn grouped(index: usize) -> KwicEntry {
    if index.is_multiple_of(4) {
        KwicEntry::Heading {
            label: "الأذربيجانية".to_owned(),
            n: "3".to_owned(),
        }
    } else {
        news(index)
    }
}

#[test]
fn narrow_and_between_pixels() {
    let look = Look {
        size: vec2(420.0, 260.0),
        scale: 1.25,
        ..Look::default()
    };
    let test = Test::with(40, grouped, look);
    check("kwic-narrow", &test.picture());
}
