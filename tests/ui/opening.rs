//! Opening folders: what fails leaves the old corpus alone.

use crate::corpora::Folder;
use crate::support::{CTRL, Look, Window};
use egui::{Key, vec2};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use warraq::app::{App, Ask, Command, Source, UiCommand};
use warraq::corpus::Facet;
use warraq::jobs::Executor;
use warraq::texts::Language;

/// A folder as a file manager drops it.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("only the path counts".to_owned())
    }
}

fn two_articles() -> Folder {
    Folder::new()
        .with("a.txt", "خبر أول\n\nنص الخبر الأول عن باكو.\n")
        .with("b.txt", "خبر ثان\n\nنص الخبر الثاني.\n")
        .with(
            "INDEX.md",
            "# مجموعة صغيرة\n\n| file | date |\n|---|---|\n| a.txt | 2020 |\n| b.txt | 2023 |\n",
        )
}

#[test]
fn a_missing_folder_leaves_the_old_corpus() {
    for language in Language::ALL {
        for size in [vec2(1360.0, 800.0), vec2(900.0, 600.0)] {
            let folder = two_articles();
            let mut window = Window::open(Look {
                language,
                size,
                source: folder.source(),
                ..Look::default()
            });
            let titles = window.titles();
            let gone = folder.path().join("gone");
            window.send(Command::Open(Source::Folder(gone.clone())));
            assert_eq!(window.titles(), titles);
            let path = gone.to_string_lossy();
            let why = window.text_with("problem-folder-not-found", &[("path", (&*path).into())]);
            let banner = |window: &Window| {
                window
                    .painted()
                    .into_iter()
                    .find(|text| text.text().contains(&why))
            };
            let text = banner(&window)
                .expect("the banner says why")
                .text()
                .to_owned();
            assert!(text.contains(&window.text("open-failed-kept")), "{text}");
            // Its button takes it away.
            window.press_button(&window.text("close"));
            assert!(banner(&window).is_none());
            assert_eq!(window.titles(), titles);
        }
    }
}

#[test]
fn a_file_and_an_empty_folder_are_no_corpus() {
    let mut window = Window::new();
    let titles = window.titles();
    let folder = Folder::new().with("only.pdf", "%PDF");
    let file = Source::Folder(folder.path().join("only.pdf"));
    for (source, why) in [
        (file, "problem-not-a-folder"),
        (folder.source(), "problem-folder-without-articles"),
    ] {
        let Source::Folder(path) = &source else {
            panic!("a folder");
        };
        let why = window.text_with(why, &[("path", path.into())]);
        window.send(Command::Open(source));
        assert!(
            window
                .painted()
                .iter()
                .any(|text| text.text().contains(&why)),
            "{why}"
        );
        assert_eq!(window.titles(), titles);
    }
    window.send(Command::Open(two_articles().source()));
}

#[test]
fn a_good_folder_takes_the_banner_away() {
    let mut window = Window::new();
    window.send(Command::Open(Source::Folder(PathBuf::from(
        "/no/such/folder",
    ))));
    assert!(window.has(&window.text("close")));
    let folder = two_articles();
    window.send(Command::Open(folder.source()));
    assert!(!window.has(&window.text("close")));
    assert_eq!(window.titles(), ["خبر ثان", "خبر أول"]);
    assert!(window.shows("مجموعة صغيرة"));
    assert!(window.with_app(|app| app.failure()).is_none());
}

#[test]
fn a_dropped_folder_is_opened() {
    let mut window = Window::new();
    let folder = two_articles();
    window
        .input()
        .hovered_files
        .push(egui::HoveredFile::default());
    window.step();
    assert!(
        window.shows(&window.text("drop-folder")),
        "it says what will happen"
    );
    window.input().hovered_files.clear();
    let dropped: egui::DroppedFileHandle = Arc::new(Dropped(folder.path().to_path_buf()));
    window.input().dropped_files.push(dropped);
    window.settle();
    assert!(!window.shows(&window.text("drop-folder")));
    assert_eq!(window.titles(), ["خبر ثان", "خبر أول"]);
}

#[test]
fn a_reload_keeps_article_search_and_periods() {
    let folder = two_articles();
    let mut window = Window::on(folder.source());
    window.send(Command::TogglePeriod(Some(Facet::new("2020"))));
    window.press(CTRL, Key::F);
    window.write("خبر");
    window.press_button("خبر أول");
    folder.write("a.txt", "خبر أول\n\nنص آخر للخبر الأول.\n");
    folder.write("c.txt", "خبر ثالث\n\nجديد.\n");
    window.key(Key::F5);
    assert_eq!(window.titles(), ["خبر أول"], "period and search are kept");
    assert_eq!(window.open_title().as_deref(), Some("خبر أول"));
    assert!(window.shows("نص آخر للخبر الأول."), "read again");
    window.send(Command::TogglePeriod(Some(Facet::new("2020"))));
    assert_eq!(window.titles().len(), 3);
}

#[test]
fn a_folder_that_vanished_is_not_lost_by_a_reload() {
    let folder = two_articles();
    let mut window = Window::on(folder.source());
    drop(folder);
    window.key(Key::F5);
    assert_eq!(window.titles().len(), 2, "what was read stays");
    assert!(window.has(&window.text("close")), "and it is said");
}

#[test]
fn another_corpus_begins_without_search_and_periods() {
    let mut window = Window::new();
    window.send(Command::TogglePeriod(Some(Facet::new("2023"))));
    window.press(CTRL, Key::F);
    window.write("علييف");
    let folder = two_articles();
    window.send(Command::Open(folder.source()));
    assert_eq!(window.titles().len(), 2);
    assert!(
        !window.has(&window.text("search-clear")),
        "the field is empty"
    );
    window.command(UiCommand::OpenEmbedded);
    assert_eq!(window.titles().len(), 5);
}

#[test]
fn the_second_of_two_opens_counts() {
    let (first, second) = (
        two_articles(),
        Folder::new().with("z.txt", "خبر آخر\n\nنص.\n"),
    );
    let mut window = Window::new();
    window.with_app(|app| {
        app.send(Command::Open(first.source()));
        app.send(Command::Open(second.source()));
    });
    window.settle();
    assert_eq!(window.titles(), ["خبر آخر"]);
}

/// With threads, results come when they come: frames go on until they are in.
#[test]
fn a_folder_is_read_off_the_window_and_can_be_cancelled() {
    let wake: warraq::jobs::Waker = Arc::new(|| {});
    let mut folder = Folder::new();
    for n in 0..300 {
        folder = folder.with(&format!("{n}.txt"), format!("خبر {n}\n\nنص.\n"));
    }
    let mut window = Window::open(Look {
        executor: Executor::Threads(wake),
        ..Look::default()
    });
    assert_eq!(window.titles().len(), 5);
    window.with_app(|app| {
        app.send(Command::Open(folder.source()));
        app.send(Command::CancelOpen);
    });
    window.settle();
    assert_eq!(window.titles().len(), 5, "cancelled: the old corpus stays");
    window.with_app(|app| {
        app.send(Command::Open(folder.source()));
        app.send(Command::Open(Source::Embedded));
    });
    window.settle();
    assert_eq!(window.titles().len(), 5, "the first was given up");
    window.send(Command::Open(folder.source()));
    let total = window.text_with(
        "list-count",
        &[("shown", 300_u32.into()), ("total", 300_u32.into())],
    );
    assert!(window.shows(&total));
}

#[test]
fn recent_folders_stand_in_the_menu() {
    let folder = two_articles();
    let mut window = Window::open(Look {
        recent: vec![folder.path().to_path_buf()],
        ..Look::default()
    });
    window.press_button(&window.text("recent"));
    assert!(window.has(&window.text("corpus-embedded")));
    let name = folder
        .path()
        .file_name()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    let entry = window
        .painted()
        .into_iter()
        .find(|text| text.text().ends_with(&name))
        .expect("the folder in the menu");
    window.click(entry.rect().center());
    assert_eq!(window.titles(), ["خبر ثان", "خبر أول"]);
}

#[test]
fn the_dialog_is_asked_for_once() {
    let mut window = Window::new();
    for _ in 0..2 {
        window.press(CTRL, Key::O);
        let asked = window.with_app(App::take_dialog_request);
        let (title, ask) = asked.expect("a request");
        assert_eq!(title, window.text("open-folder"));
        assert_eq!(ask, Ask::Folder(None));
        assert_eq!(window.with_app(App::take_dialog_request), None);
    }
    window.press_button(&window.text("open-folder"));
    assert!(window.with_app(App::take_dialog_request).is_some());
}
