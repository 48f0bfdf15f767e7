//! A folder that changes while it is open.

use crate::corpora::Folder;
use crate::support::{Look, Window};
use std::fs;
use std::sync::Arc;
use std::time::{Duration, Instant};
use warraq::app::{Command, UiCommand};
use warraq::jobs::Executor;

/// Far more than a change may take: a test that waits so long has failed.
const PATIENCE: Duration = Duration::from_mins(1);

fn open(folder: &Folder) -> Window {
    Window::open(Look {
        source: folder.source(),
        executor: Executor::Threads(Arc::new(|| {})),
        ..Look::default()
    })
}

/// Frames until `is_so`.
#[track_caller]
fn wait_until(window: &mut Window, what: &str, is_so: impl Fn(&Window) -> bool) {
    let start = Instant::now();
    while !is_so(window) {
        assert!(start.elapsed() < PATIENCE, "{what}");
        std::thread::sleep(Duration::from_millis(10));
        window.step();
    }
    window.settle();
}

fn article(n: usize) -> String {
    format!("خبر رقم {n}\n\nهنا كلمات المقالة {n} عن باكو ويريفان.\n")
}

fn many(n: usize) -> Folder {
    (0..n).fold(Folder::new(), |folder, n| {
        folder.with(&format!("{n:03}.txt"), article(n))
    })
}

#[test]
fn files_that_come_change_and_go_are_seen() {
    let folder = many(3);
    let mut window = open(&folder);
    assert_eq!(window.titles().len(), 3);
    folder.write("new.txt", "خبر جديد\n\nكلمة فريدة هنا.\n");
    wait_until(&mut window, "a new file", |w| w.titles().len() == 4);
    window.send(Command::SearchFor("فريدة ".to_owned()));
    assert_eq!(window.titles(), ["خبر جديد"], "it is in the index");
    folder.write("new.txt", "خبر جديد\n\nكلمة أخرى هنا.\n");
    wait_until(&mut window, "a changed file", |w| {
        !w.has(&w.text("a11y-article-list"))
    });
    window.send(Command::SearchFor(String::new()));
    fs::rename(folder.path().join("new.txt"), folder.path().join("zzz.txt")).expect("renamed");
    fs::remove_file(folder.path().join("001.txt")).expect("removed");
    wait_until(&mut window, "a file that is gone", |w| {
        w.titles().len() == 3
    });
    assert!(window.titles().contains(&"خبر جديد".to_owned()));
}

#[test]
fn an_index_that_is_written_dates_the_articles() {
    let folder = many(2);
    let mut window = open(&folder);
    folder.write(
        "INDEX.md",
        "| file | date |\n|-|-|\n| 000.txt | 2020-10-14 |\n",
    );
    wait_until(&mut window, "the index", |w| w.has("2020 · 1"));
}

#[test]
fn what_is_wrong_with_the_names_stays_on_the_list() {
    let folder = many(2).with("entities.toml", "[[entity]]\nid = \"x\"\n");
    let mut window = open(&folder);
    let said = window.text_with("count-problems", &[("n", 1_u32.into())]);
    let n_said = |window: &Window| window.has(&said);
    assert!(n_said(&window), "an entry without type and names");
    folder.write("new.txt", article(7));
    wait_until(&mut window, "a new file", |w| w.titles().len() == 3);
    assert!(n_said(&window), "and still");
}

#[test]
fn what_the_reader_looks_at_stays() {
    let folder = many(60);
    let mut window = open(&folder);
    let shown = window.titles()[4].clone();
    window.show(&shown);
    let list = window.list().center();
    window.wheel(list, -700.0, egui::Modifiers::NONE);
    window.command(UiCommand::SelectAll);
    let rows = window.rows();
    let selected = window.copy();
    assert!(selected.as_ref().is_some_and(|text| text.contains(&shown)));
    folder.write("0000.txt", "خبر قبل الجميع\n\nنص.\n");
    wait_until(&mut window, "a new file", |w| {
        let n = w.text_with(
            "list-count",
            &[("shown", 61_u32.into()), ("total", 61_u32.into())],
        );
        w.shows(&n)
    });
    assert_eq!(window.rows(), rows, "no row has moved");
    assert_eq!(window.copy(), selected, "what was selected still is");
}
