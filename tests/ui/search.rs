//! Searching: typing, folding, marks in list and pane, ways back.

use crate::corpora::{Folder, seed, seeds};
use crate::support::{CTRL, Window};
use egui::{Event, Key};
use warraq::analysis::query::Level;
use warraq::app::Command;
use warraq::arabic::{fold, tokens};
use warraq::corpus::Article;

/// The titles of the seed articles that a reader with eyes would find.
fn seeds_with(find: impl Fn(&Article) -> bool) -> Vec<String> {
    let corpus = seeds();
    let found = corpus.articles.iter().filter(|article| find(article));
    let mut titles: Vec<String> = found.map(|article| article.title.to_string()).collect();
    titles.sort();
    titles
}

/// Whether a token of `text` folds like `word`.
fn has_word(text: &str, word: &str) -> bool {
    tokens(text).any(|token| fold(token.span.slice(text)) == fold(word))
}

fn listed(window: &Window) -> Vec<String> {
    let mut titles = window.titles();
    titles.sort();
    titles
}

fn type_query(window: &mut Window, text: &str) {
    window.press(CTRL, Key::F);
    window.write(text);
}

#[test]
fn typing_narrows_the_list() {
    let mut window = Window::new();
    type_query(&mut window, "ستيبانيان");
    let expected = seeds_with(|article| article.text.contains("ستيبانيان"));
    assert!(
        !expected.is_empty() && expected.len() < 5,
        "a word that tells articles apart"
    );
    assert_eq!(listed(&window), expected);
    let n: usize = expected.len();
    let count = window.text_with(
        "list-count",
        &[("shown", n.into()), ("total", 5_u32.into())],
    );
    assert!(window.shows(&count));
}

/// One folder for all spellings: in each file one word alone.
fn spellings() -> Folder {
    let words = [
        ("a", "أحمد"),
        ("b", "احمد"),
        ("c", "مدرسة"),
        ("d", "مدرسه"),
        ("e", "مبنى"),
        ("f", "مبني"),
        ("g", "كِتَابٌ"),
        ("h", "كتـــاب"),
        ("i", "كتاب"),
        ("j", "وبالكتاب"),
        ("k", "للمدرسة"),
        ("l", "كاتب"),
    ];
    let mut folder = Folder::new();
    for (name, word) in words {
        folder = folder.with(
            &format!("{name}.txt"),
            format!("خبر {name}\n\nهنا {word} فقط.\n"),
        );
    }
    folder
}

#[test]
fn spellings_that_mean_the_same_are_found() {
    let mut window = Window::on(spellings().source());
    let folded = [
        ("أحمد", "ab"),
        ("احمد", "ab"),
        ("إحمد", "ab"),
        ("مدرسة", "cd"),
        ("مدرسه", "cd"),
        ("مبنى", "ef"),
        ("مبني", "ef"),
        ("كتاب", "ghi"),
        ("كِتاب", "ghi"),
        ("كتـاب", "ghi"),
    ];
    let with_clitics = [("مدرسة ", "cdk"), ("كتاب ", "ghij"), ("الكتاب ", "j")];
    let exact = [("أحمد ", "a"), ("كتاب ", "i")];
    for (level, queries) in [
        (Level::Folded, folded.as_slice()),
        (Level::Clitics, &with_clitics),
        (Level::Exact, &exact),
    ] {
        window.send(Command::SetLevel(level));
        for (query, expected) in queries {
            type_query(&mut window, query);
            let wanted: Vec<String> = expected.chars().map(|c| format!("خبر {c}")).collect();
            assert_eq!(listed(&window), wanted, "{query} {level:?}");
        }
    }
}

#[test]
fn hits_are_marked_in_the_pane_and_in_the_list() {
    let mut window = Window::new();
    let hit = Window::palette().hit.tint;
    assert_eq!(window.filled(hit), []);
    let article = seed("01");
    window.show(&article.title);
    type_query(&mut window, "ستيبانيان");
    assert_eq!(window.open_title().as_deref(), Some(&*article.title));
    let marked = window.filled_in_pane(hit);
    assert!(!marked.is_empty(), "marked in the pane");
    let in_list: Vec<_> = window
        .filled(hit)
        .into_iter()
        .filter(|rect| window.list().contains(rect.center()))
        .collect();
    assert!(!in_list.is_empty(), "marked in the list");
    // Every mark in view lies where a hit of the engine lies.
    for rect in marked {
        let under = window
            .pane_texts()
            .into_iter()
            .find(|text| text.rect().contains(rect.center()))
            .expect("a paragraph under the mark");
        assert!(has_word(under.text(), "ستيبانيان"), "{}", under.text());
    }
}

#[test]
fn hits_in_titles_are_marked() {
    let mut window = Window::new();
    let article = seed("01");
    type_query(&mut window, "كنجة");
    let hit = Window::palette().hit.tint;
    let title = window
        .painted()
        .into_iter()
        .find(|text| text.text() == &*article.title && window.list().contains(text.rect().center()))
        .expect("the title in the list");
    let marks = window.filled(hit);
    assert!(
        marks.iter().any(|mark| title.rect().contains_rect(*mark)),
        "{marks:?}"
    );
}

#[test]
fn escape_clears_then_leaves_the_field() {
    let mut window = Window::new();
    type_query(&mut window, "ستيبانيان");
    assert!(window.titles().len() < 5);
    window.key(Key::Escape);
    assert_eq!(window.titles().len(), 5);
    assert_eq!(window.filled(Window::palette().hit.tint), []);
    let name = window.text("a11y-search-field");
    assert_eq!(
        window.focused().map(|f| f.1),
        Some(name.clone()),
        "it keeps the keyboard"
    );
    window.key(Key::Escape);
    assert_ne!(window.focused().map(|f| f.1), Some(name));
}

#[test]
fn the_clear_button_restores_the_list() {
    let mut window = Window::arabic();
    type_query(&mut window, "ستيبانيان");
    assert!(window.titles().len() < 5);
    window.press_button(&window.text("search-clear"));
    assert_eq!(window.titles().len(), 5);
    assert!(
        !window.has(&window.text("search-clear")),
        "nothing to clear any more"
    );
}

#[test]
fn a_search_leads_to_the_first_hit_in_the_open_article() {
    let mut window = Window::new();
    let article = seed("04");
    window.show(&article.title);
    // A word of the last paragraph that stands nowhere before.
    let last = crate::corpora::paragraphs(&article)
        .pop()
        .expect("paragraphs")
        .to_owned();
    let word = last
        .split_whitespace()
        .find(|word| {
            let before = article.text.split(&last).next();
            has_word(word, word) && before.is_some_and(|text| !has_word(text, word))
        })
        .expect("a word of the end alone")
        .to_owned();
    assert!(window.filled_in_pane(Window::palette().hit.tint).is_empty());
    window.with_app(|app| app.search_for(&format!("{word} ")));
    window.settle();
    assert!(
        !window.filled_in_pane(Window::palette().hit.tint).is_empty(),
        "{word} is in view"
    );
}

#[test]
fn pasted_line_ends_and_nonsense_do_no_harm() {
    let mut window = Window::new();
    window.press(CTRL, Key::F);
    for text in ["قره\nباغ", "\u{202E}", "()[]{}*?", "\u{0}", "ـــ", "ً"] {
        window.event(Event::Paste(text.to_owned()));
        window.settle();
        window.press(CTRL, Key::A);
        window.key(Key::Delete);
    }
    assert_eq!(window.titles().len(), 5);
}
