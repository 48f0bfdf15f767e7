//! The statistics: tables, and the ways from them to the texts.

use crate::corpora::{Folder, seeds};
use crate::support::{CTRL, Look, Window};
use egui::accesskit::Role;
use egui::{Key, Rect, vec2};
use egui_kittest::kittest::NodeT as _;
use std::collections::BTreeMap;
use warraq::analysis::statistics::{Measure, TableOrder};
use warraq::app::{Command, StatisticsCommand, StatisticsKind, StatisticsOptions, StatisticsScope};
use warraq::arabic::{TokenKind, fold, tokens};
use warraq::texts::Language;

/// Rows of the table in view, from top to bottom: what is said of each, and
/// where it stands.
fn rows(window: &Window) -> Vec<(String, Rect)> {
    let mut rows: Vec<_> = window
        .nodes(Role::Row)
        .iter()
        .map(|node| {
            let name = node.accesskit_node().label().unwrap_or_default();
            (name, node.rect())
        })
        .collect();
    rows.sort_by(|a, b| a.1.top().total_cmp(&b.1.top()));
    rows
}

/// The words of the rows in view.
pub(crate) fn words(window: &Window) -> Vec<String> {
    let word = |row: &str| {
        let cell = row.split(" · ").next().unwrap_or_default();
        let (_, word) = cell.split_once(": ").expect("heading and word");
        word.to_owned()
    };
    rows(window).iter().map(|(row, _)| word(row)).collect()
}

pub(crate) fn statistics(window: &mut Window, command: StatisticsCommand) {
    window.send(Command::Statistics(command));
}

pub(crate) fn shown(kind: StatisticsKind) -> Window {
    let mut window = Window::new();
    window.press(CTRL, Key::Num3);
    statistics(&mut window, StatisticsCommand::Show(kind));
    window
}

pub(crate) fn search(window: &mut Window, query: &str) {
    window.with_app(|app| app.search_for(query));
    window.settle();
}

/// The folded words of the seeds and how often each occurs.
fn counts() -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for article in &seeds().articles {
        for token in tokens(&article.text) {
            if token.kind == TokenKind::Word {
                let word = token.span.slice(&article.text);
                *counts.entry(fold(word)).or_default() += 1;
            }
        }
    }
    counts
}

#[test]
fn the_most_frequent_word_comes_first() {
    let window = shown(StatisticsKind::Words);
    let counts = counts();
    let most = counts.values().max().copied().expect("words");
    let first = words(&window).remove(0);
    assert_eq!(counts[&fold(&first)], most);
    let row = rows(&window).remove(0).0;
    let count = format!("{}: {most}", window.text("measure-freq"));
    assert!(row.contains(&count), "{row}");
    let types = window.text_with("count-types", &[("n", counts.len().into())]);
    let articles = window.text_with("count-articles", &[("n", 5_u32.into())]);
    let n_words: u64 = counts.values().sum();
    let n_words = window.text_with("count-words", &[("n", n_words.into())]);
    assert!(window.shows(&format!("{articles} · {n_words} · {types}")));
}

#[test]
fn a_heading_sorts_by_its_column() {
    let mut window = shown(StatisticsKind::Words);
    let by_count = words(&window);
    let heading = window.rect_of(Role::ColumnHeader, &window.text("measure-word"));
    window.click(heading.center());
    let sorted = words(&window);
    assert_ne!(sorted, by_count);
    let folded: Vec<String> = sorted.iter().map(|w| fold(w)).collect();
    assert!(folded.is_sorted(), "{folded:?}");
    let mut all: Vec<String> = counts().into_keys().collect();
    all.sort();
    assert_eq!(folded[0], all[0]);
    let heading = window.rect_of(Role::ColumnHeader, &window.text("measure-word"));
    window.click(heading.center());
    let first = words(&window).remove(0);
    assert_eq!(Some(&fold(&first)), all.last());
}

#[test]
fn a_column_is_explained_with_its_formula_and_source() {
    let mut window = shown(StatisticsKind::Words);
    let order = TableOrder::Descending(Measure::DpNorm);
    statistics(&mut window, StatisticsCommand::Order(order));
    assert!(window.shows(&window.text("measure-dp-norm-help")));
    let formula = Measure::DpNorm.formula().expect("a formula");
    let painted = window.painted();
    let source = painted.iter().find(|t| t.text().contains(formula.source));
    assert!(source.is_some_and(|text| text.text().contains(formula.formula)));
    // Pointing at another heading explains that one.
    let heading = window.rect_of(Role::ColumnHeader, &window.text("measure-articles"));
    window.point(heading.center());
    window.settle();
    assert!(window.shows(&window.text("measure-articles-help")));
}

#[test]
fn the_field_narrows_the_table_and_its_letters_are_no_shortcuts() {
    let mut window = shown(StatisticsKind::Words);
    let total = counts().len();
    let field = window.rect(&window.text("a11y-statistics-find"));
    window.click(field.center());
    window.write("ستيبان");
    let expected: Vec<String> = counts()
        .into_keys()
        .filter(|word| word.contains("ستيبان"))
        .collect();
    assert!(!expected.is_empty());
    let found = words(&window);
    assert_eq!(found.len(), expected.len());
    assert!(found.iter().all(|word| expected.contains(&fold(word))));
    let shown = [("shown", expected.len().into()), ("total", total.into())];
    let n_rows = window.text_with("statistics-rows", &shown);
    assert!(window.painted().iter().any(|t| t.text().ends_with(&n_rows)));
    window.write("قققق");
    assert_eq!(rows(&window).len(), 0);
    assert!(window.shows(&window.text("statistics-no-rows")));
}

#[test]
fn a_word_leads_to_its_lines() {
    let mut window = shown(StatisticsKind::Words);
    statistics(&mut window, StatisticsCommand::Find("اذربيجان".to_owned()));
    let (_, rect) = rows(&window).remove(0);
    let word = words(&window).remove(0);
    window.click(rect.center());
    assert!(window.has(&window.text("a11y-lines")), "the concordance");
    let n = counts()[&fold(&word)];
    let hits = window.text_with("count-hits", &[("n", n.into())]);
    assert!(
        window.painted().iter().any(|t| t.text().ends_with(&hits)),
        "as many hits as were counted: {hits}"
    );
    assert!(window.shows(&word), "it stands in the search field");
}

#[test]
fn the_keyboard_goes_from_row_to_row() {
    let mut window = shown(StatisticsKind::Words);
    let third = words(&window).remove(2);
    let table = window.text("a11y-statistics-table");
    for _ in 0..60 {
        if window.focused().is_some_and(|(_, name, _)| name == table) {
            break;
        }
        window.key(Key::Tab);
    }
    for _ in 0..3 {
        window.key(Key::ArrowDown);
    }
    assert!(window.has(&table), "still the table");
    assert_eq!(window.copy(), Some(third));
    window.key(Key::Enter);
    assert!(window.has(&window.text("a11y-lines")), "the concordance");
}

#[test]
fn word_sequences_are_as_long_and_as_frequent_as_asked() {
    let mut window = shown(StatisticsKind::Ngrams);
    let is_of = |n: usize| move |words: &String| words.split(' ').count() == n;
    assert!(words(&window).iter().all(is_of(2)));
    assert!(
        words(&window)
            .iter()
            .any(|words| fold(words) == fold("قره باغ"))
    );
    let length = warraq::analysis::statistics::NgramLength::new(3).expect("three");
    let options = StatisticsOptions {
        length,
        least: 3,
        ..StatisticsOptions::default()
    };
    statistics(&mut window, StatisticsCommand::Count(options));
    assert!(words(&window).iter().all(is_of(3)));
    let freq = window.text("measure-freq");
    for (row, _) in rows(&window) {
        let rest = row.split(&format!("{freq}: ")).nth(1).expect("a count");
        let n: u64 = rest
            .split(' ')
            .next()
            .expect("digits")
            .parse()
            .expect("digits");
        assert!(n >= 3, "{row}");
    }
}

#[test]
fn collocates_stand_near_the_hits_and_lead_to_them() {
    let mut window = shown(StatisticsKind::Collocates);
    assert!(window.shows(&window.text("empty-no-query-to-count")));
    search(&mut window, "\"قره باغ\"");
    let near = words(&window);
    assert!(
        near.iter().any(|word| fold(word) == fold("ناغورني")),
        "{near:?}"
    );
    let place = near.iter().position(|word| fold(word) == fold("ناغورني"));
    statistics(
        &mut window,
        StatisticsCommand::Search(place.expect("a row")),
    );
    assert!(window.has(&window.text("a11y-lines")), "the concordance");
    let query = format!("\"قره باغ\" NEAR/5 {}", near[place.expect("a row")]);
    assert!(window.shows(&query), "{query}");
}

#[test]
fn periods_and_the_search_narrow_what_is_counted() {
    let mut window = shown(StatisticsKind::Words);
    let keyness = window.text("measure-keyness");
    let heading = window.text_with(
        "change-heading",
        &[
            ("measure", keyness.as_str().into()),
            ("before", "2020".into()),
            ("after", "2023".into()),
        ],
    );
    assert!(heading.contains("2023 ÷ 2020"), "{heading}");
    assert!(window.has(&heading), "two periods");
    let corpus = seeds();
    let period = corpus.articles[0].period.clone();
    let n = corpus
        .articles
        .iter()
        .filter(|a| a.period == period)
        .count();
    window.send(Command::TogglePeriod(period));
    let articles = |window: &Window, n: usize| {
        let articles = window.text_with("count-articles", &[("n", n.into())]);
        let painted = window.painted();
        painted.iter().any(|t| {
            t.text().starts_with(&articles)
                && t.text().contains(
                    window
                        .text_with("count-types", &[("n", 100_u32.into())])
                        .trim_start_matches("100 "),
                )
        })
    };
    assert!(articles(&window, n));
    assert!(!window.has(&heading), "one period");
    window.command(warraq::app::UiCommand::ClearPeriods);
    search(&mut window, "ستيبانيان");
    let options = StatisticsOptions {
        scope: StatisticsScope::Found,
        ..StatisticsOptions::default()
    };
    statistics(&mut window, StatisticsCommand::Count(options));
    let found = corpus.articles.iter();
    let found = found.filter(|a| a.text.contains("ستيبانيان")).count();
    assert!(articles(&window, found));
}

/// Two articles that are nearly the same, and one that is not.
fn copies() -> Folder {
    let words = "واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة باكو يريفان موسكو \
                 أنقرة طهران باريس لندن برلين روما مدريد لشبونة وارسو براغ فيينا بودابست";
    Folder::new()
        .with("a.txt", format!("خبر أول\n\n{words}\n"))
        .with("b.txt", format!("خبر ثان\n\n{words} صوفيا\n"))
        .with("c.txt", "خبر آخر\n\nباكو وحدها هنا\n")
}

#[test]
fn near_identical_articles_can_count_once() {
    let folder = copies();
    let mut window = Window::on(folder.source());
    window.press(CTRL, Key::Num3);
    let starts = |window: &Window, n: u32| {
        let articles = window.text_with("count-articles", &[("n", n.into())]);
        let types = window.text_with("count-types", &[("n", 9_u32.into())]);
        let types = types.trim_start_matches("9 ").to_owned();
        let painted = window.painted();
        painted
            .iter()
            .any(|t| t.text().starts_with(&articles) && t.text().contains(&types))
    };
    assert!(starts(&window, 3));
    let name = window.text("statistics-once");
    window.press_button(&name);
    assert!(starts(&window, 2));
    let texts = window.texts();
    let articles = texts.with("count-articles", &[("n", 2_u32.into())]);
    let groups = texts.with("count-groups", &[("n", 1_u32.into())]);
    let sentence = texts.with(
        "wire-groups",
        &[
            ("articles", (&articles).into()),
            ("groups", (&groups).into()),
        ],
    );
    assert!(window.shows(&sentence), "{sentence}");
    // The concordance counts them once as well.
    search(&mut window, "باكو");
    window.press(CTRL, Key::Num2);
    let lines = |window: &Window, n: u32| {
        let lines = window.text_with("count-lines", &[("n", n.into())]);
        window
            .painted()
            .iter()
            .any(|t| t.text().starts_with(&lines))
    };
    assert!(lines(&window, 2));
    statistics(&mut window, StatisticsCommand::CountOnce(false));
    assert!(lines(&window, 3));
}

#[test]
fn narrow_windows_show_what_matters_most() {
    for language in Language::ALL {
        let mut window = Window::open(Look {
            language,
            size: vec2(900.0, 600.0),
            ..Look::default()
        });
        search(&mut window, "باكو");
        window.press(CTRL, Key::Num3);
        for kind in StatisticsKind::ALL {
            statistics(&mut window, StatisticsCommand::Show(kind));
        }
        statistics(
            &mut window,
            StatisticsCommand::Show(StatisticsKind::Collocates),
        );
        let headings = [window.text("measure-freq"), window.text("measure-log-dice")];
        for heading in headings {
            let rect = window.rect_of(Role::ColumnHeader, &heading);
            assert!(window.shows(&heading), "{heading} is not cut");
            assert!(rect.left() >= 0.0 && rect.right() <= 900.0);
        }
    }
}

/// The number of different words that the line over the table tells.
fn n_types(window: &Window) -> u64 {
    let sample = window.text_with("count-types", &[("n", 11_u32.into())]);
    let (_, name) = sample.split_once(' ').expect("number and name");
    let painted = window.painted();
    let line = painted.iter().find(|text| text.text().contains(name));
    let line = line.expect("the counts").text().to_owned();
    let part = line.split(" · ").find(|part| part.ends_with(name));
    let digits = part.and_then(|part| part.split(' ').next());
    let digits = digits.expect("digits").replace(',', "");
    digits.parse().expect("a number")
}

#[test]
fn the_panel_beside_the_table_changes_what_is_counted() {
    let mut window = shown(StatisticsKind::Words);
    let folded = n_types(&window);
    let unit = |window: &Window, key: &str| {
        let name = window.text(key);
        window.text_with("unit-is", &[("unit", (&name).into())])
    };
    let button = unit(&window, "unit-folded");
    window.press_button(&button);
    window.press_button(&window.text("unit-form"));
    let forms = n_types(&window);
    let button = unit(&window, "unit-form");
    window.press_button(&button);
    window.press_button(&window.text("unit-stem"));
    let stems = n_types(&window);
    assert!(stems < folded && folded < forms, "{stems} {folded} {forms}");
    window.press_button(&window.text("statistics-numbers"));
    assert!(n_types(&window) > stems);
}

#[test]
fn a_table_follows_its_folder() {
    let folder = copies();
    let mut window = Window::on(folder.source());
    window.press(CTRL, Key::Num3);
    window.press_button(&window.text("statistics-once"));
    let before = n_types(&window);
    folder.write("d.txt", "خبر رابع\n\nكلمتان جديدتان\n");
    window.key(Key::F5);
    assert_eq!(n_types(&window), before + 3);
    folder.write("e.txt", "خبر رابع\n\nكلمتان جديدتان\n");
    window.key(Key::F5);
    assert_eq!(n_types(&window), before + 3, "a copy");
    let three = window.text_with("count-articles", &[("n", 3_u32.into())]);
    assert!(
        window
            .painted()
            .iter()
            .any(|t| t.text().starts_with(&three))
    );
}
