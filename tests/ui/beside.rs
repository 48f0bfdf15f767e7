//! What a search says besides its hits: other spellings, forms with proclitics,
//! articles without hits, that it waits, and how it is written.

use crate::corpora::Folder;
use crate::support::{CTRL, Look, Window};
use egui::{Event, Key, vec2};
use warraq::app::{Command, UiCommand};
use warraq::jobs::{Executor, Stage};
use warraq::texts::Language;

/// Karabakh is among the names that are known in every folder.
fn corpus() -> Folder {
    Folder::new()
        .with("a.txt", "أول\n\nجرى قتال في كاراباخ أمس.\n")
        .with("b.txt", "ثان\n\nعاد إلى قره باغ ثم ترك قره باغ كلها.\n")
        .with(
            "c.txt",
            "ثالث\n\nدعا إلى وقف إطلاق النار، ورحبوا بوقف إطلاق النار.\n",
        )
        .with(
            "d.txt",
            "رابع\n\nدعوة لوقف إطلاق النار بعد خرق لوقف إطلاق النار، والوقف إطلاق له.\n",
        )
}

fn search(window: &mut Window, text: &str) {
    window.press(CTRL, Key::F);
    window.event(Event::Paste(text.to_owned()));
    window.settle();
}

fn offer(text: &str, n: usize) -> String {
    format!("\u{2068}{text}\u{2069} {n}")
}

#[test]
fn other_spellings_of_a_name_are_offered_and_included_by_a_click() {
    for (language, or) in [(Language::English, "OR"), (Language::Arabic, "أو")] {
        let mut window = Window::open(Look {
            language,
            source: corpus().source(),
            ..Look::default()
        });
        search(&mut window, "كاراباخ ");
        assert_eq!(window.titles(), ["أول"]);
        let other = offer("قره باغ", 2);
        assert!(!window.has(&offer("كاراباغ", 0)), "what has no hits");
        window.press_button(&other);
        let mut titles = window.titles();
        titles.sort();
        assert_eq!(titles, ["أول", "ثان"]);
        assert!(!window.has(&other), "it is included");
        let written = format!("كاراباخ {or} \"قره باغ\"");
        assert!(window.shows_part(&written), "{written}");
        // The concordance offers them, too.
        search(&mut window, "كاراباخ ");
        window.command(UiCommand::ShowConcordance);
        assert_eq!(window.n_lines(), 1);
        window.press_button(&other);
        assert_eq!(window.n_lines(), 3);
    }
}

#[test]
fn a_name_without_hits_leads_to_its_other_spellings() {
    let mut window = Window::on(corpus().source());
    search(&mut window, "كاراباغ ");
    assert!(!window.has(&window.text("a11y-article-list")));
    window.press_button(&offer("قره باغ", 2));
    assert_eq!(window.titles(), ["ثان"]);
}

#[test]
fn what_a_phrase_leaves_out_is_offered() {
    let mut window = Window::on(corpus().source());
    search(&mut window, "\"وقف إطلاق النار\"");
    assert_eq!(window.titles(), ["ثالث"]);
    window.press_button(&offer("لوقف، بوقف", 3));
    let mut titles = window.titles();
    titles.sort();
    assert_eq!(titles, ["ثالث", "رابع"]);
    window.command(UiCommand::ShowConcordance);
    assert_eq!(window.n_lines(), 4);
}

#[test]
fn a_query_of_names_says_how_many_articles_it_finds() {
    let mut window = Window::on(corpus().source());
    search(&mut window, "entity:\"Nagorno-Karabakh\"");
    assert_eq!(window.titles().len(), 2);
    let found = window.text_with("count-articles-found", &[("n", 2_u32.into())]);
    assert!(window.shows_part(&found), "{found}");
    let none = window.text_with("count-hits", &[("n", 0_u32.into())]);
    assert!(!window.shows_part(&none), "{none}");
    window.command(UiCommand::ShowConcordance);
    let said = window.text_with("empty-no-words", &[("n", 2_u32.into())]);
    assert!(window.shows(&said), "{said}");
}

#[test]
fn a_search_that_waits_for_the_index_says_so() {
    let stage = Stage::default();
    let folder = corpus();
    let mut window = Window::open(Look {
        executor: Executor::Staged(stage.clone()),
        ..Look::default()
    });
    stage.hold("index");
    window.with_app(|app| app.send(Command::Open(folder.source())));
    let steps = |window: &mut Window| (0..10).for_each(|_| window.step());
    steps(&mut window);
    assert!(
        window.has(&window.text("a11y-article-list")),
        "nothing is asked"
    );
    window.with_app(|app| app.search_for("كاراباخ "));
    steps(&mut window);
    let waits = window.text("search-waits");
    assert!(window.shows(&waits));
    assert!(
        !window.has(&window.text("a11y-article-list")),
        "not the whole list"
    );
    window.with_app(|app| app.send(Command::Ui(UiCommand::ShowConcordance)));
    steps(&mut window);
    assert!(window.shows(&waits), "in the concordance, too");
    stage.lift("index");
    window.settle();
    assert!(!window.shows(&waits));
    assert_eq!(window.n_lines(), 1);
}

#[test]
fn all_counts_of_a_form_can_be_had_in_a_narrow_window() {
    let mut folder = Folder::new();
    let mut index = "| file | title | period |\n|---|---|---|\n".to_owned();
    for year in 2001..2013 {
        folder = folder.with(
            &format!("{year}.txt"),
            format!("خبر {year}\n\nفي باكو وباكو.\n"),
        );
        index.extend([format!("| {year}.txt | خبر {year} | {year} |\n")]);
    }
    let folder = folder
        .with("none.txt", "بلا فترة\n\nباكو باكو باكو.\n")
        .with("INDEX.md", index);
    for size in [vec2(900.0, 600.0), vec2(1360.0, 800.0)] {
        let mut window = Window::open(Look {
            source: folder.source(),
            size,
            ..Look::default()
        });
        search(&mut window, "باكو ");
        window.command(UiCommand::ShowConcordance);
        assert!(window.has(&window.text("forms-total")), "{size}");
        assert!(window.shows("15"), "the total, articles without period too");
        let name = "باكو · 15 · 2001: 1 · 2002: 1 · 2003: 1";
        let forms = window.all_nodes();
        let labels = forms.iter().filter_map(|node| {
            use egui_kittest::kittest::NodeT as _;
            node.accesskit_node().label()
        });
        let labels: Vec<String> = labels.collect();
        assert!(
            labels.iter().any(|label| label.starts_with(name)),
            "{labels:?}"
        );
        let hidden = (2001..2013).any(|first| {
            let years: Vec<String> = (first..2013).map(|year| year.to_string()).collect();
            let years = years.join(" · ");
            window.has(&window.text_with("forms-hidden", &[("periods", (&years).into())]))
        });
        assert!(hidden, "periods without room are named: {size}");
    }
}

#[test]
fn a_long_query_gets_the_room_of_the_periods() {
    let mut window = Window::new();
    let field = window.text("a11y-search-field");
    let before = window.rect(&field).width();
    search(
        &mut window,
        "(باكو OR يريفان OR موسكو) NEAR/10 \"وقف إطلاق النار\" NOT هدنة",
    );
    let after = window.rect(&field).width();
    assert!(after > 2.0 * before, "{before} {after}");
}

#[test]
fn the_help_begins_where_the_language_does() {
    for language in [Language::Arabic, Language::English] {
        let mut window = Window::open(Look {
            language,
            ..Look::default()
        });
        let name = window.text("help-query");
        window.press_button(&name);
        let rect = |window: &Window, text: &str| {
            let painted = window.painted();
            let found = painted.iter().find(|painted| painted.text() == text);
            found.unwrap_or_else(|| panic!("{text}")).rect()
        };
        let (heading, line) = (rect(&window, &name), rect(&window, "قصف*"));
        let (example, off) = match language {
            Language::Arabic => ("باكو أو يريفان", heading.right() - line.right()),
            Language::English => ("باكو OR يريفان", heading.left() - line.left()),
        };
        assert!((-2.0..=12.0).contains(&off.abs()), "{off}");
        let key = window.text("help-or");
        window.press_button(&format!("{example}: {key}"));
        assert!(window.shows_part(example));
    }
}
