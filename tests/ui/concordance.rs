//! The concordance: the same lines as the command line, and what is done with them.

use crate::corpora::seeds;
use crate::support::{CTRL, Window};
use egui::Key;
use std::fs;
use std::sync::Arc;
use warraq::analysis::IndexedCorpus;
use warraq::analysis::concordance::export::Format;
use warraq::analysis::concordance::{
    Concordance, ConcordanceSettings, GroupBy, GroupOrder, Indexed, Marks, Sort, SortKey, SortSpec,
};
use warraq::analysis::query::{Level, Options, Query, Searchable, Typing};
use warraq::app::{Command, Export, LineCommand};
use warraq::base::{CancelToken, Progress};

/// The window at the lines of `query`.
fn at_lines(query: &str) -> Window {
    let mut window = Window::new();
    window.press(CTRL, Key::Num2);
    window.send(Command::SearchFor(query.to_owned()));
    window
}

/// Lines as `before node after`, by the engine alone.
fn lines_of(query: &str, level: Level, sort: &str) -> Vec<String> {
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    let indexed = IndexedCorpus::build(Arc::new(seeds()), &progress, &cancel).expect("an index");
    let query = Query::parse(query, Typing::Done).query.expect("a query");
    let context = Searchable {
        facets: &indexed.facets,
        entity: &|_| None,
        titles: Some(&indexed.titles),
    };
    let options = Options {
        level,
        ..Options::default()
    };
    let answer = query.search(&indexed.index, &context, &options, &progress, &cancel);
    let of = Indexed {
        corpus: &indexed.corpus,
        index: &indexed.index,
    };
    let settings = ConcordanceSettings {
        sort: sort.parse::<SortSpec>().expect("keys"),
        ..ConcordanceSettings::default()
    };
    let hits = answer.expect("an answer").hits.into();
    let lines = Concordance::new(of, hits, settings, &Marks::default(), &cancel);
    let lines = lines.expect("lines");
    (0..lines.n_lines())
        .filter_map(|n| lines.line(of, n))
        .map(|line| {
            let parts = [line.before.text.trim(), &line.node, line.after.text.trim()];
            parts.join(" ")
        })
        .collect()
}

/// Lines in view, as screen readers hear them, without where they are from.
fn seen(window: &Window) -> Vec<String> {
    window.lines()
}

/// Asserts that `seen` are the first of `expected`.
#[track_caller]
fn assert_same(seen: &[String], expected: &[String]) {
    assert!(!seen.is_empty() && seen.len() <= expected.len(), "{seen:?}");
    for (seen, expected) in seen.iter().zip(expected) {
        assert!(seen.contains(expected.as_str()), "{seen}\n{expected}");
    }
}

#[test]
fn window_shows_the_lines_of_the_engine() {
    let mut window = at_lines("الدفاع");
    let expected = lines_of("الدفاع", Level::Folded, "after1,after2");
    assert_eq!(seen(&window).len(), expected.len());
    assert_same(&seen(&window), &expected);
    for (level, name) in [(Level::Clitics, "دفاع"), (Level::Stem, "دفاع")] {
        window.send(Command::SearchFor(name.to_owned()));
        window.send(Command::SetLevel(level));
        assert_same(&seen(&window), &lines_of(name, level, "after1,after2"));
    }
    let sort: SortSpec = "before1:desc,file".parse().expect("keys");
    window.send(Command::Line(LineCommand::SortBy(sort)));
    let expected = lines_of("دفاع", Level::Stem, "before1:desc,file");
    assert_same(&seen(&window), &expected);
}

#[test]
fn a_line_leads_to_its_place_in_the_article() {
    let mut window = at_lines("الدفاع");
    window.focus_lines();
    window.key(Key::ArrowDown);
    let line = seen(&window)[window.selected_line().expect("a line")].clone();
    window.key(Key::Enter);
    let title = window.open_title().expect("an article");
    let corpus = seeds();
    let article = corpus.articles.iter().find(|a| *a.title == *title);
    let text = &article.expect("that article").text;
    let words: Vec<&str> = line.split_whitespace().collect();
    assert!(words.iter().filter(|word| text.contains(**word)).count() + 4 > words.len());
    let marks = window.filled_in_pane(Window::palette().hit.tint);
    assert!(!marks.is_empty(), "the hit is in view");
}

#[test]
fn forms_are_listed_and_can_be_unticked() {
    let mut window = at_lines("*دفاع*");
    let all = window.text_with("count-lines", &[("n", n_lines(&window).into())]);
    assert!(window.shows_part(&all), "{all}");
    let before = n_lines(&window);
    let form = window.first_form();
    window.send(Command::ToggleForm(form.as_str().into()));
    assert!(n_lines(&window) < before);
    assert_eq!(window.first_form(), form, "it stays in the table");
    window.send(Command::ToggleForm(form.as_str().into()));
    assert_eq!(n_lines(&window), before);
}

fn n_lines(window: &Window) -> usize {
    window.n_lines()
}

#[test]
fn what_was_unticked_stays_so_until_the_query_is_changed() {
    let mut window = at_lines("*دفاع*");
    let all = n_lines(&window);
    window.send(Command::ToggleForm("الدفاع".into()));
    let some = n_lines(&window);
    assert!(some < all);
    window.press(CTRL, Key::Num1);
    window.press(CTRL, Key::Num2);
    assert_eq!(n_lines(&window), some, "there and back");
    window.send(Command::SearchFor("*دفاع* ".to_owned()));
    assert_eq!(
        n_lines(&window),
        all,
        "a query that asks the same, but is new"
    );
}

#[test]
fn removed_lines_come_back() {
    let mut window = at_lines("الدفاع");
    let n = n_lines(&window);
    window.focus_lines();
    window.key(Key::ArrowDown);
    window.key(Key::Delete);
    assert_eq!(n_lines(&window), n - 1);
    window.send(Command::Line(LineCommand::RestoreAll));
    assert_eq!(n_lines(&window), n);
}

#[test]
fn groups_hide_their_lines() {
    let mut window = at_lines("الدفاع");
    let n = n_lines(&window);
    let sort = Sort::from(SortKey::Period);
    let group = GroupBy {
        sort,
        order: GroupOrder::Key,
    };
    window.send(Command::Line(LineCommand::Group(Some(group))));
    let first = window.button_with("2020 · ");
    window.press_button(&first);
    let left = n_lines(&window);
    assert!(left > 0 && left < n, "{left} of {n}");
    window.press_button(&first);
    assert_eq!(n_lines(&window), n);
}

#[test]
fn the_line_that_one_is_at_is_copied() {
    let mut window = at_lines("الدفاع");
    window.focus_lines();
    window.key(Key::ArrowDown);
    let copied = window.copy().expect("a line");
    assert!(
        copied.contains("\tالدفاع\t") && copied.lines().count() == 1,
        "{copied}"
    );
}

#[test]
fn periods_filter_lines() {
    let mut window = at_lines("الدفاع");
    let all = n_lines(&window);
    window.press_chip_of("2020");
    let first = n_lines(&window);
    window.press_chip_of("2020");
    window.press_chip_of("2023");
    assert_eq!(first + n_lines(&window), all);
}

#[test]
fn lines_are_saved_with_their_settings() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = at_lines("الدفاع");
    for (format, name) in [
        (
            Format::Csv {
                byte_order_mark: true,
            },
            "lines.csv",
        ),
        (Format::Html, "lines.html"),
    ] {
        let path = folder.path().join(name);
        window.send(Command::Save(Export::Lines(format)));
        window.send(Command::SaveTo(path.clone()));
        let bytes = fs::read(&path).expect("a file");
        let text = String::from_utf8(bytes).expect("UTF-8");
        assert!(text.contains("الدفاع") && text.contains("after1,after2"));
        assert_eq!(text.starts_with('\u{FEFF}'), name == "lines.csv");
        let said = path.display().to_string();
        let said = window.text_with("saved-to", &[("path", (&said).into())]);
        assert!(window.has(&said), "{said}");
    }
    window.send(Command::Save(Export::Lines(Format::Tsv)));
    window.send(Command::SaveTo(folder.path().join("no/such/folder.tsv")));
    // After it stands what the system says.
    let path = folder.path().join("no/such/folder.tsv");
    let args = [("path", (&path).into()), ("source", "".into())];
    let said = window.text_with("problem-not-written", &args);
    assert!(window.shows_part(said.trim()), "a failure is said: {said}");
}

#[test]
fn without_a_query_the_way_to_one_is_shown() {
    let mut window = Window::arabic();
    window.press(CTRL, Key::Num2);
    assert!(window.shows(&window.text("empty-no-query")));
    window.send(Command::SearchFor("لاوجودلهذه".to_owned()));
    assert!(window.shows_part("لاوجودلهذه"));
}

#[test]
fn what_is_wrong_with_a_query_is_said() {
    let window = at_lines("period:");
    let args = [("column", "period".into())];
    let sentence = window.text_with("problem-missing-value", &args);
    assert!(
        window.has(&sentence) || window.shows(&sentence),
        "{sentence}"
    );
}
