//! Finding in the article: from hit to hit, from the field into the list, and
//! names from the place that is read.

use crate::corpora::Folder;
use crate::support::{CTRL, Window};
use egui::{Event, Key, Modifiers, Rect};
use std::fmt::Write as _;
use warraq::app::UiCommand;

/// Paragraphs of which every third has the word «هدنة», `n` times altogether.
fn article(title: &str, n: usize) -> String {
    let mut text = format!("{title}\n");
    for at in 0..3 * n {
        let word = if at % 3 == 1 { "هدنة" } else { "رحلة" };
        let _ = write!(
            text,
            "\nفقرة {at} تروي كلاماً كثيراً عن {word} في مدينة بعيدة لا يعرفها أحد من الناس هنا.\n"
        );
    }
    text
}

const INDEX: &str = "\
| file | title | date |
|---|---|---|
| a.txt | أول | 2023-03-01 |
| b.txt | ثان | 2023-02-01 |
| c.txt | ثالث | 2023-01-01 |
";

/// Three articles, listed in this order: eight hits, none, two.
fn corpus() -> Folder {
    Folder::new()
        .with("INDEX.md", INDEX)
        .with("a.txt", article("أول", 8))
        .with("b.txt", "ثان\n\nلا شيء هنا.\n")
        .with("c.txt", article("ثالث", 2))
}

fn search(window: &mut Window, text: &str) {
    window.press(CTRL, Key::F);
    window.event(Event::Paste(text.to_owned()));
    window.settle();
}

/// Asserts that the reader is at hit `n` of `total`.
#[track_caller]
fn assert_at(window: &Window, n: usize, total: usize) {
    let place = window.text_with("hit-place", &[("n", n.into()), ("total", total.into())]);
    assert!(window.has(&place), "{place}, beside the field");
    assert!(
        window.pane_texts().iter().any(|text| text.text() == place) || n > 1,
        "{place}, in the head of the article"
    );
    let marked = window.filled_in_pane(Window::palette().hit.tint);
    let boxed = boxed(window);
    assert!(marked.iter().any(|mark| boxed.contains(mark.center())));
}

/// The box around the hit that the reader is at.
#[track_caller]
fn boxed(window: &Window) -> Rect {
    let pane = window.pane();
    let mut boxes = window.stroked(Window::palette().hit.ink);
    boxes.retain(|at| pane.intersects(*at));
    assert_eq!(boxes.len(), 1, "{boxes:?}");
    boxes[0]
}

#[test]
fn enter_goes_through_the_hits_of_an_article_and_on_to_the_next() {
    let mut window = Window::on(corpus().source());
    search(&mut window, "هدنة ");
    let here = window.text_with("count-hits-here", &[("n", 8_u32.into())]);
    assert!(window.has(&here), "{here}");
    let (top, bottom) = (window.pane().top(), window.pane().bottom());
    for n in 1..=8 {
        window.key(Key::Enter);
        assert_at(&window, n, 8);
        if (3..=6).contains(&n) {
            let off = boxed(&window).center().y - f32::midpoint(top, bottom);
            assert!(off.abs() < 20.0, "{n} is {off} points off the middle");
        }
    }
    let told = window.text("hit-next-article");
    assert!(!window.has(&told));
    window.key(Key::Enter);
    assert_eq!(window.open_title().as_deref(), Some("ثالث"));
    assert_at(&window, 1, 2);
    assert!(window.has(&told), "it is said that the article is another");
    window.press(Modifiers::SHIFT, Key::Enter);
    assert_eq!(window.open_title().as_deref(), Some("أول"));
    assert_at(&window, 8, 8);
    assert!(window.has(&window.text("hit-previous-article")));
    window.press(Modifiers::SHIFT, Key::Enter);
    assert_at(&window, 7, 8);
    assert!(!window.has(&window.text("hit-previous-article")));
}

#[test]
fn f3_goes_from_hit_to_hit_from_anywhere() {
    let mut window = Window::arabic();
    window.send(warraq::app::Command::Open(corpus().source()));
    search(&mut window, "هدنة ");
    // Leaves the field.
    let list = window.list();
    window.click(list.center_top() + egui::vec2(0.0, 60.0));
    window.key(Key::F3);
    assert_at(&window, 1, 8);
    window.key(Key::F3);
    window.press(Modifiers::SHIFT, Key::F3);
    assert_at(&window, 1, 8);
    // Around the list, to the last hit of its last article.
    window.press(Modifiers::SHIFT, Key::F3);
    assert_eq!(window.open_title().as_deref(), Some("ثالث"));
    assert_at(&window, 2, 2);
    assert!(window.has(&window.text("hit-last-article")));
    window.command(UiCommand::ShowStatistics);
    window.key(Key::F3);
    assert_eq!(window.open_title().as_deref(), Some("أول"));
    assert_at(&window, 1, 8);
    // Another search begins anew.
    search(&mut window, "رحلة ");
    let here = window.text_with("count-hits-here", &[("n", 16_u32.into())]);
    assert!(window.has(&here), "{here}");
}

#[test]
fn the_only_article_with_hits_is_gone_around() {
    let folder = Folder::new().with("a.txt", article("وحيد", 2));
    let mut window = Window::on(folder.source());
    search(&mut window, "هدنة ");
    for n in [1, 2, 1] {
        window.key(Key::Enter);
        assert_at(&window, n, 2);
    }
    assert!(window.has(&window.text("hit-around-to-start")));
    window.press(Modifiers::SHIFT, Key::Enter);
    assert!(window.has(&window.text("hit-around-to-end")));
    // It goes by itself.
    window.wait(4.0);
    assert!(!window.has(&window.text("hit-around-to-end")));
}

#[test]
fn f3_in_the_concordance_goes_from_line_to_line() {
    let mut window = Window::on(corpus().source());
    search(&mut window, "هدنة ");
    window.command(UiCommand::ShowConcordance);
    window.key(Key::F3);
    window.key(Key::F3);
    assert_eq!(window.selected_line(), Some(1));
    window.press(Modifiers::SHIFT, Key::F3);
    assert_eq!(window.selected_line(), Some(0));
}

#[test]
fn a_line_that_is_opened_is_the_hit_that_one_is_at() {
    let mut window = Window::on(corpus().source());
    search(&mut window, "هدنة ");
    window.command(UiCommand::ShowConcordance);
    window.key(Key::ArrowDown);
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    assert!(window.has(&window.text("a11y-reading-pane")));
    boxed(&window);
}

#[test]
fn a_step_starts_at_the_place_that_is_read() {
    let mut window = Window::on(corpus().source());
    search(&mut window, "هدنة ");
    let pane = window.pane();
    window.wheel(pane.center(), -900.0, Modifiers::NONE);
    let in_view = window.filled_in_pane(Window::palette().hit.tint);
    let first = in_view
        .iter()
        .map(Rect::top)
        .filter(|top| *top > pane.top() + 20.0)
        .fold(f32::INFINITY, f32::min);
    let under = window
        .pane_texts()
        .into_iter()
        .find(|text| text.rect().y_range().contains(first + 2.0))
        .expect("a paragraph");
    window.key(Key::F3);
    let at = boxed(&window).center();
    let now = window
        .pane_texts()
        .into_iter()
        .find(|text| text.rect().contains(at))
        .expect("a paragraph");
    assert_eq!(now.text(), under.text());
}

#[test]
fn names_are_stepped_through_from_the_place_that_is_read() {
    let mut text = "خبر\n".to_owned();
    for at in 0..40 {
        let _ = write!(
            text,
            "\nفقرة {at}: وصل الوفد إلى باكو بعد رحلة طويلة لا يعرف أحد متى بدأت.\n"
        );
    }
    let mut window = Window::on(Folder::new().with("a.txt", text).source());
    let pane = window.pane();
    window.wheel(pane.center(), -1_500.0, Modifiers::NONE);
    let seen: Vec<String> = window
        .pane_texts()
        .iter()
        .map(|text| text.text().to_owned())
        .collect();
    window.click(pane.left_top() + egui::vec2(4.0, 200.0));
    window.key(Key::N);
    let accent = Window::palette().accent.ink;
    let outlined = |window: &Window| -> String {
        let pane = window.pane();
        let mut boxes = window.stroked(accent);
        boxes.retain(|at| pane.contains_rect(*at) && at.width() < 200.0);
        assert_eq!(boxes.len(), 1, "{boxes:?}");
        let texts = window.pane_texts();
        let under = texts
            .iter()
            .find(|text| text.rect().contains(boxes[0].center()));
        under.expect("a paragraph").text().to_owned()
    };
    let first = outlined(&window);
    assert!(seen.contains(&first), "{first} was not in view");
    assert!(!first.contains("فقرة 0:"));
    window.key(Key::N);
    assert_ne!(outlined(&window), first);
    window.key(Key::P);
    assert_eq!(outlined(&window), first);
}

#[test]
fn every_hit_of_a_long_article_is_reached() {
    // More than a megabyte in lines of all lengths, one of them without end.
    let mut text = article("طويل", 2_000);
    text.push_str(&"كلام كثير عن هدنة لا تنتهي ".repeat(4_500));
    text.push('\n');
    assert!(text.len() > 1 << 20);
    let mut window = Window::on(Folder::new().with("a.txt", text).source());
    search(&mut window, "هدنة ");
    let total = 2_000 + 4_500;
    let assert_at = |window: &Window, n: usize| {
        let place = [("n", n.into()), ("total", total.into())];
        let place = window.text_with("hit-place", &place);
        assert!(window.has(&place), "{place}");
        let (pane, at) = (window.pane(), boxed(window));
        assert!(pane.contains_rect(at), "{place}: {at} is not in {pane}");
    };
    for n in 1..=30 {
        window.key(Key::F3);
        assert_at(&window, n);
    }
    for n in (1..30).rev() {
        window.press(Modifiers::SHIFT, Key::F3);
        assert_at(&window, n);
    }
    // Around, to the end of the line without end.
    for n in (total - 30..=total).rev() {
        window.press(Modifiers::SHIFT, Key::F3);
        assert_at(&window, n);
    }
}

#[test]
fn the_down_arrow_leads_from_the_field_into_the_list() {
    let mut window = Window::on(corpus().source());
    search(&mut window, "هدنة ");
    window.key(Key::ArrowDown);
    let list = window.text("a11y-article-list");
    assert_eq!(window.focused().map(|at| at.1), Some(list));
    window.key(Key::ArrowDown);
    assert_eq!(window.open_title().as_deref(), Some("ثالث"));
    window.command(UiCommand::ShowConcordance);
    window.press(CTRL, Key::F);
    window.key(Key::ArrowDown);
    let lines = window.text("a11y-lines");
    assert_eq!(window.focused().map(|at| at.1), Some(lines));
    // Without anything listed, the field keeps the keyboard.
    window.command(UiCommand::ShowReading);
    search(&mut window, "غيرموجود ");
    window.key(Key::ArrowDown);
    let field = window.text("a11y-search-field");
    assert_eq!(window.focused().map(|at| at.1), Some(field));
}
