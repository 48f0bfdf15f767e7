//! Where the reader was: kept for each corpus, for each article, and gone
//! through with the keys.

use crate::corpora::{Folder, seed};
use crate::support::{Look, Window};
use egui::{Key, Modifiers, pos2};
use egui_kittest::kittest::NodeT as _;
use std::path::Path;
use warraq::app::{Command, Source, UiCommand};
use warraq::corpus::Facet;
use warraq::jobs::{Executor, Stage};

/// A window on the embedded corpus that keeps places in `folder`.
fn keeping_in(folder: &Path) -> Window {
    // What is open first is left, and its place kept: so it is a third corpus.
    let first = Folder::new().with("first.txt", "أول ما يُفتح");
    let mut window = Window::on(first.source());
    window.with_app(|app| app.keep_places_in(folder));
    window.send(Command::Open(Source::Embedded));
    window
}

/// The texts in the pane and how high they stand.
fn pane(window: &Window) -> Vec<(String, f32)> {
    let texts = window.pane_texts();
    let place = |text: &crate::frame::PaintedText| (text.text().to_owned(), text.rect().top());
    texts.iter().map(place).collect()
}

fn scroll(window: &mut Window, pages: usize) {
    let pane = window.pane();
    window.click(pos2(pane.right() - 8.0, pane.center().y));
    for _ in 0..pages {
        window.key(Key::PageDown);
    }
}

#[test]
fn each_article_is_where_it_was_left() {
    let (a, b) = (seed("04").title, seed("05").title);
    let mut window = Window::new();
    window.show(&a);
    scroll(&mut window, 1);
    let left = pane(&window);
    window.show(&b);
    assert_ne!(pane(&window), left);
    window.show(&a);
    assert_eq!(pane(&window), left);
}

#[test]
fn the_place_of_each_corpus_is_kept_over_restarts() {
    let kept = tempfile::tempdir().expect("a folder");
    let other = Folder::new().with("1.txt", "عنوان\n\nكتاب");
    let mut window = keeping_in(kept.path());
    window.send(Command::TogglePeriod(Some(Facet::new("2020"))));
    window.send(Command::SearchFor("من".to_owned()));
    let title = window.titles().pop().expect("an article of the period");
    window.show(&title);
    scroll(&mut window, 1);
    let (titles, left) = (window.titles(), pane(&window));
    window.send(Command::Open(other.source()));
    assert_eq!(window.open_title().as_deref(), Some("عنوان"));
    window.command(UiCommand::ShowConcordance);
    // The same window goes back to it, and so does the next.
    window.send(Command::Open(Source::Embedded));
    assert_eq!(
        (window.titles(), pane(&window)),
        (titles.clone(), left.clone())
    );
    window.with_app(warraq::app::App::finish_saving);
    let mut next = keeping_in(kept.path());
    assert_eq!((next.titles(), pane(&next)), (titles, left));
    assert_eq!(next.open_title().as_deref(), Some(&*title));
    next.send(Command::Open(other.source()));
    let list = next.text("a11y-article-list");
    assert!(!next.has(&list), "the concordance, as it was left");
}

#[test]
fn what_is_asked_while_the_first_corpus_is_read_is_answered_then() {
    let stage = Stage::default();
    stage.hold("read-corpus");
    let mut window = Window::unsettled(Look {
        executor: Executor::Staged(stage.clone()),
        ..Look::default()
    });
    let steps = |window: &mut Window| (0..10).for_each(|_| window.step());
    window.with_app(|app| app.search_for("باكو "));
    window.with_app(|app| app.send(Command::Ui(UiCommand::ShowConcordance)));
    steps(&mut window);
    assert_eq!(window.n_lines(), 0);
    stage.lift("read-corpus");
    window.settle();
    assert!(window.shows("باكو "), "in the field");
    assert!(window.n_lines() > 0, "in the concordance");
}

#[test]
fn what_is_gone_is_passed_over() {
    let kept = tempfile::tempdir().expect("a folder");
    let folder = Folder::new()
        .with("a.txt", "أول\n\nنص")
        .with("b.txt", "ثان\n\nنص");
    let mut window = keeping_in(kept.path());
    window.send(Command::Open(folder.source()));
    window.show("ثان");
    window.send(Command::Open(Source::Embedded));
    std::fs::remove_file(folder.path().join("b.txt")).expect("removed");
    window.send(Command::Open(folder.source()));
    assert_eq!(window.open_title().as_deref(), Some("أول"));
    // A file that cannot be read is kept and told.
    window.send(Command::Open(Source::Embedded));
    for file in std::fs::read_dir(kept.path().join("place")).expect("places") {
        std::fs::write(file.expect("a file").path(), "{").expect("written");
    }
    window.send(Command::Open(folder.source()));
    assert_eq!(window.open_title().as_deref(), Some("أول"));
    let what = window.text("kept-place");
    assert!(window.all_nodes().iter().any(|node| {
        let label = node.accesskit_node().label();
        label.is_some_and(|label| label.contains(&what) && label.contains(".bad"))
    }));
}

#[test]
fn alt_with_an_arrow_leads_through_what_was_read() {
    for (mut window, back, on) in [
        (Window::new(), Key::ArrowLeft, Key::ArrowRight),
        (Window::arabic(), Key::ArrowRight, Key::ArrowLeft),
    ] {
        let (a, b) = (seed("04").title, seed("05").title);
        window.show(&a);
        window.show(&b);
        window.press(Modifiers::ALT, back);
        assert_eq!(window.open_title().as_deref(), Some(&*a));
        window.press(Modifiers::ALT, on);
        assert_eq!(window.open_title().as_deref(), Some(&*b));
        window.press(Modifiers::ALT, on);
        assert_eq!(window.open_title().as_deref(), Some(&*b), "the end");
        // Out of another view, too.
        window.command(UiCommand::ShowNames);
        window.press(Modifiers::ALT, back);
        assert_eq!(window.open_title().as_deref(), Some(&*a));
    }
}
