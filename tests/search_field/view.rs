//! What is painted, and where.

use super::support::{CLEAR, CTRL, LONG, MIXED, PLACEHOLDER, SLOW, Test, set};
use crate::frame::{PaintedText, leaves, texts};
use egui::{Event, Key, Modifiers, Shape, pos2};
use egui_kittest::kittest::Queryable as _;
use warraq::text::{BaseDirection, Caret};

#[test]
fn caret_is_painted_at_every_boundary() {
    let block = set(MIXED, BaseDirection::Auto);
    let mut test = Test::new();
    test.focus();
    let mut typed = String::new();
    for letter in MIXED.chars() {
        typed.push(letter);
        test.event(Event::Text(letter.to_string()));
        let now = set(&typed, BaseDirection::Auto);
        let (_, x) = now.caret_x(Caret::before(typed.len()));
        test.assert_caret_at(x, &format!("after typing {typed}"));
    }
    test.key(Modifiers::NONE, Key::Home);
    test.assert_caret_at(block.caret_x(Caret::after(0)).1, "at the start");
    for step in 0..MIXED.chars().count() {
        test.key(Modifiers::NONE, Key::ArrowLeft);
        let caret = test.editor().caret();
        test.assert_caret_at(block.caret_x(caret).1, &format!("after {step} steps"));
    }
    let left = block
        .cells
        .iter()
        .map(|cell| cell.x0)
        .fold(f32::INFINITY, f32::min);
    test.assert_caret_at(left, "at the left edge");
}

#[test]
fn caret_before_and_after_a_change_of_direction_differs() {
    let mut test = Test::focused(MIXED);
    let block = set(MIXED, BaseDirection::Auto);
    let boundary = MIXED.find("2020").expect("the number is there");
    let after_arabic = block.caret_x(Caret::before(boundary)).1;
    let before_number = block.caret_x(Caret::after(boundary)).1;
    assert!(
        after_arabic - before_number > 10.0,
        "two places for one boundary"
    );
    let edge = boundary - 1;
    let space = block
        .cells
        .iter()
        .find(|cell| cell.bytes.start == edge)
        .expect("a space");
    test.click(test.on_screen(space.x0 + 0.5));
    assert_eq!(test.editor().caret(), Caret::before(boundary));
    test.assert_caret_at(after_arabic, "clicked on the Arabic side");
    let digit = block
        .cells
        .iter()
        .find(|cell| cell.bytes.start == boundary)
        .expect("a digit");
    test.click(test.on_screen(digit.x0 + 0.5));
    assert_eq!(test.editor().caret(), Caret::after(boundary));
    test.assert_caret_at(before_number, "clicked on the number");
}

#[test]
fn caret_stays_inside_the_box_in_long_text() {
    let mut test = Test::focused(LONG);
    let inside = |test: &Test, what: &str| {
        let caret = test.caret().expect("a caret is painted");
        let clip = test.painted_text().clip;
        assert!(
            test.rect().contains_rect(clip),
            "the text is clipped to the box"
        );
        assert!(
            clip.left() - 0.01 <= caret.left() && caret.right() <= clip.right() + 0.01,
            "{what}: caret {caret:?} outside {clip:?}"
        );
        let text = test.painted_text().shape;
        let x = set(LONG, BaseDirection::Auto)
            .caret_x(test.editor().caret())
            .1;
        assert!(
            (caret.center().x - text.pos.x - x).abs() < 0.8,
            "{what}: true place"
        );
    };
    inside(&test, "after typing");
    for key in [Key::Home, Key::End] {
        test.key(Modifiers::NONE, key);
        inside(&test, "at an end");
    }
    let start = test.painted_text().shape.pos.x;
    for _ in 0..LONG.chars().count() {
        test.key(Modifiers::NONE, Key::ArrowRight);
        inside(&test, "walking to the right");
    }
    assert!(
        test.painted_text().shape.pos.x < start - 100.0,
        "the line has scrolled"
    );
    for _ in 0..LONG.chars().count() {
        test.key(Modifiers::NONE, Key::ArrowLeft);
        inside(&test, "walking to the left");
    }
    assert!((test.painted_text().shape.pos.x - start).abs() < 0.01);

    test.key(CTRL, Key::A);
    test.event(Event::Text("قره".to_owned()));
    let PaintedText { shape: text, clip } = test.painted_text();
    let right = text.pos.x + text.galley.size().x;
    assert!(
        (right - clip.right()).abs() < 1.5,
        "a short text is at its start again"
    );
}

#[test]
fn trailing_space_is_under_the_caret() {
    for space in ["قره ", "قره   ", "CNN  "] {
        let mut test = Test::new();
        test.focus();
        let word = space.trim_end();
        test.event(Event::Text(word.to_owned()));
        let without = test.caret().expect("a caret is painted").center().x;
        test.event(Event::Text(space.replacen(word, "", 1)));
        let with = test.caret().expect("a caret is painted").center().x;
        assert!(
            (with - without).abs() > 2.0,
            "the caret moves with {space:?}"
        );
        let clip = test.painted_text().clip;
        assert!(clip.contains(pos2(with, clip.center().y)));
    }
}

#[test]
fn direction_is_that_of_the_text_and_else_of_the_interface() {
    for right_to_left in [true, false] {
        let mut test = Test::with(right_to_left, SLOW);
        test.focus();
        let at_start = |test: &Test| {
            let caret = test.caret().expect("a caret is painted").center().x;
            caret > test.rect().center().x
        };
        assert_eq!(at_start(&test), right_to_left, "the empty field");
        test.event(Event::Text("2020".to_owned()));
        assert_eq!(at_start(&test), right_to_left, "a number");
        test.key(CTRL, Key::A);
        test.event(Event::Text("CNN".to_owned()));
        assert!(!at_start(&test), "Latin text runs from the left");
        test.key(CTRL, Key::A);
        test.event(Event::Text("قره".to_owned()));
        assert!(at_start(&test), "Arabic text runs from the right");
    }
}

#[test]
fn field_is_mirrored() {
    for right_to_left in [true, false] {
        let mut test = Test::with(right_to_left, SLOW);
        let middle = test.rect().center().x;
        let magnifier = leaves(&test.harness.output().shapes)
            .into_iter()
            .find_map(|(shape, _)| match shape {
                Shape::Circle(circle) => Some(circle.center.x),
                _ => None,
            })
            .expect("a magnifier is painted");
        assert_eq!(magnifier > middle, right_to_left);
        let place_of = |test: &Test, wanted: &str| {
            texts(&test.harness.output().shapes)
                .into_iter()
                .find(|painted| painted.text() == wanted)
                .map(|painted| painted.rect().center().x)
        };
        let placeholder = place_of(&test, PLACEHOLDER).expect("a placeholder is painted");
        assert_eq!(placeholder > middle, right_to_left);
        let hint = place_of(&test, "Ctrl F").expect("the shortcut is painted");
        assert_eq!(hint < middle, right_to_left);
        test.focus();
        assert!(place_of(&test, PLACEHOLDER).is_some());
        assert!(place_of(&test, "Ctrl F").is_none(), "no longer needed");
        test.event(Event::Text("x".to_owned()));
        assert!(place_of(&test, PLACEHOLDER).is_none());
        let clear = test.harness.get_by_label(CLEAR).rect().center().x;
        assert_eq!(clear < middle, right_to_left);
    }
}

#[test]
fn caret_blinks_only_if_the_style_says_so() {
    let mut test = Test::focused(MIXED);
    let lit = |test: &mut Test| {
        (0..12)
            .map(|_| {
                test.harness.step();
                test.caret().is_some()
            })
            .collect::<Vec<bool>>()
    };
    assert!(lit(&mut test).into_iter().all(|lit| lit), "steady in tests");
    test.harness
        .ctx
        .all_styles_mut(|style| style.visuals.text_cursor.blink = true);
    let blinking = lit(&mut test);
    assert!(blinking.contains(&true) && blinking.contains(&false));
}

#[test]
fn layout_is_kept_until_text_or_scale_changes() {
    let mut test = Test::focused(MIXED);
    let first = test.painted_text().shape.galley;
    test.key(Modifiers::NONE, Key::ArrowRight);
    let second = test.painted_text().shape.galley;
    assert!(
        std::sync::Arc::ptr_eq(&first, &second),
        "only the caret has moved"
    );
    test.harness.set_pixels_per_point(2.0);
    test.harness.run();
    let scaled = test.painted_text().shape.galley;
    assert!(
        !std::sync::Arc::ptr_eq(&first, &scaled),
        "glyphs of the new size"
    );
    test.assert_caret_at(
        set(MIXED, BaseDirection::Auto)
            .caret_x(test.editor().caret())
            .1,
        "at another scale",
    );
    test.event(Event::Text("x".to_owned()));
    assert!(!std::sync::Arc::ptr_eq(
        &scaled,
        &test.painted_text().shape.galley
    ));
}
