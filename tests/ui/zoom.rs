//! The size of the text, and windows of other sizes.

use crate::corpora::{paragraphs, seed};
use crate::support::{CTRL, Window};
use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, pos2, vec2};

fn title_height(window: &Window, title: &str) -> f32 {
    let texts = window.pane_texts();
    texts
        .iter()
        .find(|t| t.text() == title)
        .expect("the title")
        .rect()
        .height()
}

fn line_height(window: &Window) -> f32 {
    let text = window
        .pane_texts()
        .into_iter()
        .find(|text| text.text().chars().count() > 100)
        .expect("a paragraph");
    text.shape.galley.rows[0].size.y
}

#[test]
fn keys_change_the_size_of_the_text_alone() {
    let mut window = Window::new();
    let title = window.open_title().expect("an open article");
    let usual = (title_height(&window, &title), line_height(&window));
    let list = window.rows();
    for (keys, expected) in [
        (&[Key::Plus, Key::Plus][..], 29.0),
        (&[Key::Equals], 31.0),
        (&[Key::Minus, Key::Minus], 26.0),
        (&[Key::Num0], 24.0),
        (
            &[Key::Minus, Key::Minus, Key::Minus, Key::Minus, Key::Minus],
            17.0,
        ),
        (&[Key::Num0], 24.0),
    ] {
        for key in keys {
            window.press(CTRL, *key);
        }
        let height = line_height(&window);
        assert!(
            (height - expected * 1.9).abs() < 0.6,
            "{keys:?}: lines of {height}, not {}",
            expected * 1.9
        );
        assert_eq!(window.rows(), list, "the list keeps its size");
        assert!(
            (window.ctx().zoom_factor() - 1.0).abs() < f32::EPSILON,
            "egui does not zoom"
        );
    }
    assert_eq!((title_height(&window, &title), line_height(&window)), usual);
}

#[test]
fn ctrl_and_wheel_is_one_step_a_notch() {
    let mut window = Window::new();
    let at = window.pane().center();
    let usual = line_height(&window);
    window.wheel(at, 50.0, CTRL);
    let larger = line_height(&window);
    assert!(
        larger > usual && larger < usual * 1.35,
        "one notch makes {usual} to {larger}"
    );
    window.wheel(at, -50.0, CTRL);
    let again = line_height(&window);
    assert!(
        (again - usual).abs() < 0.01,
        "and back: {again} instead of {usual}"
    );
    assert!((window.ctx().zoom_factor() - 1.0).abs() < f32::EPSILON);
    for _ in 0..30 {
        window.wheel(at, 50.0, CTRL);
    }
    window.event(Event::MouseWheel {
        unit: MouseWheelUnit::Line,
        delta: vec2(0.0, -1.0),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Wheel,
        modifiers: CTRL,
    });
    window.settle();
    assert!(
        (line_height(&window) - 58.0 * 1.9).abs() < 0.6,
        "a line is a notch: {}",
        line_height(&window)
    );
    window.event(Event::MouseWheel {
        unit: MouseWheelUnit::Line,
        delta: vec2(0.0, 1.0),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Wheel,
        modifiers: CTRL,
    });
    window.settle();
    assert!(
        (line_height(&window) - 60.0 * 1.9).abs() < 0.6,
        "2.5 times at most"
    );
}

#[test]
fn the_place_is_kept_while_the_size_changes() {
    let article = seed("04");
    let mut window = Window::new();
    window.show(&article.title);
    let pane = window.pane();
    window.click(pos2(pane.right() - 8.0, pane.center().y));
    window.key(Key::PageDown);
    window.key(Key::PageDown);
    let all = paragraphs(&article);
    let first = |window: &Window| {
        let texts = window.pane_texts();
        let mut found: Vec<(f32, usize)> = texts
            .iter()
            .filter_map(|t| Some((t.rect().top(), all.iter().position(|p| *p == t.text())?)))
            .collect();
        found.sort_by(|a, b| a.0.total_cmp(&b.0));
        found.first().expect("a paragraph in view").1
    };
    let before = first(&window);
    assert!(before > 1);
    for key in [
        Key::Plus,
        Key::Plus,
        Key::Plus,
        Key::Minus,
        Key::Num0,
        Key::Minus,
        Key::Num0,
    ] {
        window.press(CTRL, key);
        assert_eq!(first(&window), before, "{key:?}");
    }
}

#[test]
fn a_resized_window_keeps_the_place() {
    let article = seed("04");
    let mut window = Window::new();
    window.show(&article.title);
    let at = window.pane().center();
    window.wheel(at, -900.0, Modifiers::NONE);
    let top = |window: &Window| {
        let mut texts = window.pane_texts();
        texts.sort_by(|a, b| a.rect().top().total_cmp(&b.rect().top()));
        texts[0].text().to_owned()
    };
    let before = top(&window);
    for size in [
        (900.0, 600.0),
        (1900.0, 1000.0),
        (640.0, 480.0),
        (1360.0, 800.0),
    ] {
        window.resize(egui::vec2(size.0, size.1));
        assert_eq!(top(&window), before, "{size:?}");
    }
}
