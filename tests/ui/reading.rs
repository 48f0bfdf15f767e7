//! Moving through an article: keys, wheel, strip.

use crate::corpora::{Folder, paragraphs, seed, seeds};
use crate::support::{Look, Window};
use egui::{Key, Modifiers, Pos2, Rect, pos2, vec2};
use warraq::corpus::Article;

fn window_on(number: &str) -> (Window, Article) {
    let article = seed(number);
    let mut window = Window::new();
    window.show(&article.title);
    (window, article)
}

/// Gives the keyboard to the pane, by a click beside its text.
fn focus_pane(window: &mut Window) {
    let pane = window.pane();
    window.click(pos2(pane.right() - 8.0, pane.center().y));
}

/// Which paragraphs of the article are in view, from top to bottom.
fn in_view(window: &Window, article: &Article) -> Vec<usize> {
    let all = paragraphs(article);
    window
        .pane_texts()
        .iter()
        .filter_map(|painted| all.iter().position(|text| *text == painted.text()))
        .collect()
}

/// How far the text has moved, by the place of a paragraph in view in both.
fn moved(before: &[(String, Rect)], window: &Window) -> f32 {
    let now = window.pane_texts();
    let (text, rect) = before
        .iter()
        .find(|(text, _)| now.iter().any(|painted| painted.text() == text))
        .expect("some paragraph stays in view");
    let found = now
        .iter()
        .find(|painted| painted.text() == text)
        .expect("found before");
    rect.top() - found.rect().top()
}

fn places(window: &Window) -> Vec<(String, Rect)> {
    let texts = window.pane_texts();
    texts
        .iter()
        .map(|text| (text.text().to_owned(), text.rect()))
        .collect()
}

#[test]
fn keys_scroll_the_pane() {
    let (mut window, article) = window_on("04");
    let last = paragraphs(&article).len() - 1;
    focus_pane(&mut window);
    assert_eq!(in_view(&window, &article).first(), Some(&0));
    let height = window.pane().height();
    let before = places(&window);
    window.key(Key::PageDown);
    let by = moved(&before, &window);
    assert!(
        by > 0.8 * height && by < height,
        "a page of {height} moves by {by}"
    );
    window.key(Key::PageUp);
    assert_eq!(places(&window), before);
    window.key(Key::ArrowDown);
    let by = moved(&before, &window);
    assert!((by - 24.0 * 1.9).abs() < 1.5, "a line down moves by {by}");
    let pane_name = window.text("a11y-reading-pane");
    assert_eq!(
        window.focused().map(|f| f.1),
        Some(pane_name),
        "arrows do not lead away"
    );
    window.key(Key::ArrowUp);
    assert_eq!(places(&window), before);
    window.key(Key::Space);
    assert!(moved(&before, &window) > 0.8 * height);
    window.key(Key::End);
    assert_eq!(in_view(&window, &article).last(), Some(&last));
    let end = places(&window);
    window.key(Key::PageDown);
    assert_eq!(places(&window), end, "there is nothing after the end");
    window.key(Key::Home);
    assert_eq!(places(&window), before);
    window.key(Key::ArrowUp);
    assert_eq!(places(&window), before, "there is nothing before the start");
}

#[test]
fn the_wheel_scrolls_what_is_under_it() {
    let (mut window, _) = window_on("04");
    let (pane, list) = (window.pane().center(), window.list().center());
    let before = places(&window);
    window.wheel(list, -90.0, Modifiers::NONE);
    assert_eq!(places(&window), before);
    window.wheel(pane, -90.0, Modifiers::NONE);
    let by = moved(&before, &window);
    assert!((by - 90.0).abs() < 1.5, "moved by {by}");
    window.wheel(pane, 400.0, Modifiers::NONE);
    assert_eq!(places(&window), before);
}

/// The strip: at the end side of the pane, as high as the pane.
fn strip(window: &Window) -> Rect {
    let pane = window.pane();
    Rect::from_min_size(pos2(pane.right(), pane.top()), vec2(16.0, pane.height()))
}

fn on_strip(window: &Window, share: f32) -> Pos2 {
    let strip = strip(window);
    pos2(strip.center().x, strip.top() + share * strip.height())
}

#[test]
fn the_strip_goes_to_the_place_that_is_clicked() {
    let (mut window, article) = window_on("04");
    let last = paragraphs(&article).len() - 1;
    let start = places(&window);
    window.click(on_strip(&window, 0.99));
    assert_eq!(in_view(&window, &article).last(), Some(&last));
    window.click(on_strip(&window, 0.5));
    let middle = in_view(&window, &article);
    assert!(
        middle[0] > 0 && middle[middle.len() - 1] < last,
        "{middle:?}"
    );
    let (top, bottom) = (on_strip(&window, 0.5), on_strip(&window, 0.001));
    window.drag(top, bottom);
    assert_eq!(places(&window), start);
}

/// An article too long to be measured in a few frames.
fn long_article() -> String {
    // Wide letters and narrow ones: a guess by the number of bytes is wrong.
    let sentences = [
        "صصصص ضضضض صصصص ضضضض صصصص ضضضض صصصص ضضضض. ",
        "اللاا لااا ااال اللاا لااا ااال اللاا لااا ااال. ",
    ];
    let mut text = "عنوان طويل\n".to_owned();
    for n in 0..400_usize {
        let lines = 1 + n * 7 % 9;
        text.extend(["\nفقرة ", &sentences[n % 2].repeat(3 * lines), "\n"]);
    }
    text
}

#[test]
fn paragraphs_stand_right_where_nobody_has_been() {
    let folder = Folder::new().with("long.txt", long_article());
    let mut window = Window::open(Look {
        source: folder.source(),
        ..Look::default()
    });
    // Opened again, so that nothing is measured yet when the strip is clicked.
    window.with_app(|app| app.send(warraq::app::Command::Ui(warraq::app::UiCommand::Reload)));
    window.step();
    let at = on_strip(&window, 0.9);
    window.point(at);
    window.button(at, true, Modifiers::NONE);
    window.button(at, false, Modifiers::NONE);
    for _ in 0..3 {
        window.step();
        let mut texts = window.pane_texts();
        texts.sort_by(|a, b| a.rect().top().total_cmp(&b.rect().top()));
        assert!(texts.len() > 1);
        for pair in texts.windows(2) {
            let gap = pair[1].rect().top() - pair[0].rect().bottom();
            assert!(
                (11.0..=13.0).contains(&gap),
                "{gap} points between {:?} and {:?}",
                pair[0].text().chars().take(20).collect::<String>(),
                pair[1].text().chars().take(20).collect::<String>()
            );
        }
    }
    window.settle();
}

#[test]
fn another_article_begins_at_its_top() {
    let (mut window, article) = window_on("04");
    focus_pane(&mut window);
    window.key(Key::End);
    let left = in_view(&window, &article);
    assert_ne!(left.first(), Some(&0));
    window.press(Modifiers::ALT, Key::ArrowDown);
    let title = window.open_title().expect("an open article");
    assert_ne!(title, *article.title);
    let corpus = seeds();
    let other = corpus.articles.iter().find(|a| *a.title == *title);
    let other = other.expect("one of the corpus");
    assert_eq!(in_view(&window, other).first(), Some(&0), "never read");
    window.press(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(window.open_title().as_deref(), Some(&*article.title));
    assert_eq!(in_view(&window, &article), left, "where it was left");
}

#[test]
fn lines_are_justified_and_not_too_long() {
    let (window, _) = window_on("01");
    let mut checked = 0;
    for text in window.pane_texts() {
        let ink = text.ink();
        assert!(ink.width() <= 548.0, "{} points", ink.width());
        assert!(window.pane().expand(1.0).x_range().contains(ink.center().x));
        checked += 1;
    }
    assert!(checked > 3);
}
