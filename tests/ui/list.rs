//! The list: headings, count, opening, keys, sorting, periods, notices.

use crate::corpora::{Folder, paragraphs, seed, seeds};
use crate::support::{Look, Window};
use egui::{Key, Modifiers};
use egui_kittest::Node;
use warraq::app::Command;
use warraq::corpus::{Article, Facet};

fn titles_where(keep: impl Fn(&Article) -> bool) -> Vec<String> {
    let mut titles: Vec<String> = seeds()
        .articles
        .iter()
        .filter(|article| keep(article))
        .map(|article| article.title.to_string())
        .collect();
    titles.sort();
    titles
}

fn sorted(mut titles: Vec<String>) -> Vec<String> {
    titles.sort();
    titles
}

fn is_of(article: &Article, period: &str) -> bool {
    article.period.as_ref().map(Facet::as_str) == Some(period)
}

fn count(window: &Window, shown: usize, total: usize) -> String {
    window.text_with(
        "list-count",
        &[("shown", shown.into()), ("total", total.into())],
    )
}

#[test]
fn articles_are_listed_under_headings_with_their_count() {
    for window in [Window::new(), Window::arabic()] {
        let listed = window.titles();
        assert_eq!(
            sorted(listed[..2].to_vec()),
            titles_where(|a| is_of(a, "2023"))
        );
        assert_eq!(
            sorted(listed[2..].to_vec()),
            titles_where(|a| is_of(a, "2020"))
        );
        assert!(window.shows(&count(&window, 5, 5)));
        let list = window.list();
        let y_of = |text: &str| {
            let painted = window.painted();
            let found = painted
                .iter()
                .find(|p| p.text() == text && list.contains(p.rect().center()));
            found
                .unwrap_or_else(|| panic!("{text} is painted"))
                .rect()
                .center()
                .y
        };
        let rows = window.rows();
        assert!(y_of("2023 · 2") < rows[0].1.top());
        assert!(rows[1].1.bottom() <= y_of("2020 · 3") && y_of("2020 · 3") < rows[2].1.top());
    }
}

#[test]
fn a_row_tells_title_date_length_and_outlet() {
    let window = Window::new();
    let article = seed("02");
    let (_, row, _) = window
        .rows()
        .into_iter()
        .find(|(title, ..)| *title == *article.title)
        .expect("the row");
    let written: Vec<String> = window
        .painted()
        .iter()
        .filter(|text| row.contains(text.rect().center()))
        .map(|text| text.text().to_owned())
        .collect();
    let words = window.text_with("count-words", &[("n", article.n_words.into())]);
    for expected in [&*article.title, "2020", "14 October 2020", &words, "ورّاق"] {
        assert!(
            written.iter().any(|text| text == expected),
            "{expected} in {written:?}"
        );
    }
}

#[test]
fn a_click_opens_an_article() {
    let mut window = Window::new();
    for (title, rect, _) in window.rows() {
        window.click(rect.center());
        assert_eq!(window.open_title(), Some(title.clone()));
        let article = seeds().articles.into_iter().find(|a| *a.title == *title);
        let article = article.expect("a seed");
        let first = paragraphs(&article)[0].to_owned();
        let shown: Vec<String> = window
            .pane_texts()
            .iter()
            .map(|t| t.text().to_owned())
            .collect();
        assert!(shown.contains(&title), "{title}");
        assert!(shown.contains(&first), "{first}");
    }
}

#[test]
fn keys_move_through_the_list() {
    let mut window = Window::new();
    let titles = window.titles();
    let at = |window: &Window| {
        let open = window.open_title().expect("an open article");
        titles
            .iter()
            .position(|title| *title == open)
            .expect("a row")
    };
    let first = window.rows()[0].1.center();
    window.click(first);
    assert_eq!(at(&window), 0);
    for (key, expected) in [
        (Key::ArrowDown, 1),
        (Key::ArrowDown, 2),
        (Key::ArrowUp, 1),
        (Key::End, 4),
        (Key::ArrowDown, 4),
        (Key::Home, 0),
        (Key::ArrowUp, 0),
        (Key::PageDown, 4),
        (Key::PageUp, 0),
    ] {
        window.key(key);
        assert_eq!(at(&window), expected, "{key:?}");
        let (_, name, _) = window.focused().expect("the keyboard stays in the list");
        assert_eq!(name, window.text("a11y-article-list"), "{key:?}");
    }
    window.key(Key::Enter);
    let (_, name, _) = window.focused().expect("Enter goes to the text");
    assert_eq!(name, window.text("a11y-reading-pane"));
}

#[test]
fn alt_with_arrows_moves_from_anywhere() {
    let mut window = Window::new();
    let titles = window.titles();
    window.press(crate::support::CTRL, Key::F);
    window.press(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(window.open_title().as_ref(), titles.get(1));
    window.press(Modifiers::ALT, Key::ArrowDown);
    window.press(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(window.open_title().as_ref(), titles.get(1));
}

#[test]
fn the_menu_sorts_the_list() {
    let mut window = Window::new();
    let by = |key: fn(&Article) -> String| {
        let mut articles = seeds().articles;
        articles.sort_by_key(key);
        articles
            .iter()
            .map(|a| a.title.to_string())
            .collect::<Vec<_>>()
    };
    let order = window.text("sort");
    let open_menu = |window: &mut Window, current: &str| {
        window.press_button(&format!("{order}: {}", window.text(current)));
    };
    open_menu(&mut window, "sort-newest-first");
    for key in [
        "sort-oldest-first",
        "sort-title",
        "sort-length",
        "sort-outlet",
        "sort-file",
    ] {
        assert!(window.has(&window.text(key)), "{key}");
    }
    window.press_button(&window.text("sort-file"));
    assert_eq!(window.titles(), by(|a| a.file.to_string()));
    open_menu(&mut window, "sort-file");
    window.press_button(&window.text("sort-length"));
    let lengths: Vec<u32> = window
        .titles()
        .iter()
        .map(|title| {
            seeds()
                .articles
                .iter()
                .find(|a| *a.title == **title)
                .expect("a seed")
                .n_words
        })
        .collect();
    assert!(
        lengths.is_sorted() || lengths.is_sorted_by(|a, b| a >= b),
        "{lengths:?}"
    );
    open_menu(&mut window, "sort-length");
    window.press_button(&window.text("sort-oldest-first"));
    assert_eq!(
        sorted(window.titles()[..3].to_vec()),
        titles_where(|a| is_of(a, "2020"))
    );
    open_menu(&mut window, "sort-oldest-first");
    window.press_button(&window.text("sort-outlet"));
    assert!(window.shows("ورّاق · 5"), "one heading for the one outlet");
}

#[test]
fn chips_choose_periods() {
    let folder = Folder::new()
        .with("a.txt", "خبر أول\n\nنص الخبر الأول.\n")
        .with("b.txt", "خبر ثان\n\nنص الخبر الثاني.\n")
        .with("c.txt", "خبر ثالث\n\nنص الخبر الثالث.\n")
        .with(
            "INDEX.md",
            "# ثلاثة\n\n| file | date |\n|---|---|\n| a.txt | 2020-10-14 |\n| b.txt | 2023 |\n| c.txt | |\n",
        );
    let mut window = Window::on(folder.source());
    assert_eq!(window.titles(), ["خبر ثان", "خبر أول", "خبر ثالث"]);
    let undated = format!("{} · 1", window.text("period-undated"));
    for (chip, left, n) in [
        ("2020 · 1", vec!["خبر أول"], 1),
        ("2023 · 1", vec!["خبر ثان", "خبر أول"], 2),
        (undated.as_str(), vec!["خبر ثان", "خبر أول", "خبر ثالث"], 3),
        ("2023 · 1", vec!["خبر أول", "خبر ثالث"], 2),
        ("2020 · 1", vec!["خبر ثالث"], 1),
        (undated.as_str(), vec!["خبر ثان", "خبر أول", "خبر ثالث"], 3),
    ] {
        window.press_button(chip);
        assert_eq!(window.titles(), left, "after {chip}");
        assert!(window.shows(&count(&window, n, 3)), "after {chip}");
    }
}

#[test]
fn without_hits_a_notice_offers_ways_on() {
    let mut window = Window::new();
    window.press_button("2020 · 3");
    window.with_app(|app| app.search_for("زقزقةالعصافير"));
    window.settle();
    assert!(window.shows(&count(&window, 0, 5)));
    let query = [("query", "زقزقةالعصافير".into())];
    assert!(window.shows(&window.text_with("empty-no-hits-in-period", &query)));
    let clear = window.text("command-clear-periods");
    window.press_button(&clear);
    assert!(window.shows(&window.text_with("empty-no-hits", &query)));
    assert!(!window.has(&clear), "all periods are shown already");
    // The field has a button of the same name: take the one in the list.
    let name = window.text("command-clear-search");
    let at = window
        .all_nodes()
        .iter()
        .filter(|node| {
            egui_kittest::kittest::NodeT::accesskit_node(*node)
                .label()
                .as_deref()
                == Some(&name)
        })
        .map(Node::rect)
        .find(|rect| rect.top() > 60.0)
        .expect("the button of the notice");
    window.click(at.center());
    assert_eq!(window.titles().len(), 5);
    assert!(window.shows(&count(&window, 5, 5)));
}

#[test]
fn a_period_without_hits_can_be_left() {
    let folder = Folder::new()
        .with("a.txt", "خبر أول\n\nكلمة نادرة هنا.\n")
        .with("b.txt", "خبر ثان\n\nنص آخر.\n")
        .with(
            "INDEX.md",
            "| file | date |\n|---|---|\n| a.txt | 2020 |\n| b.txt | 2023 |\n",
        );
    let mut window = Window::open(Look {
        source: folder.source(),
        ..Look::default()
    });
    window.send(Command::TogglePeriod(Some(Facet::new("2023"))));
    window.with_app(|app| app.search_for("نادرة"));
    window.settle();
    assert_eq!(window.nodes(egui::accesskit::Role::ListBoxOption).len(), 0);
    window.press_button(&window.text("command-clear-periods"));
    assert_eq!(window.titles(), ["خبر أول"]);
}

#[test]
fn no_number_of_a_row_is_cut() {
    for size in [egui::vec2(840.0, 600.0), egui::vec2(1360.0, 800.0)] {
        for language in warraq::texts::Language::ALL {
            let window = Window::open(Look {
                language,
                size,
                ..Look::default()
            });
            let numbers: Vec<String> = seeds()
                .articles
                .iter()
                .map(|article| window.text_with("count-words", &[("n", article.n_words.into())]))
                .collect();
            for (_, row, _) in window.rows() {
                for text in window.painted() {
                    if !row.contains(text.rect().center())
                        || !numbers.iter().any(|n| n == text.text())
                    {
                        continue;
                    }
                    let glyphs = text.text().chars().filter(|c| !c.is_whitespace()).count();
                    let inked: usize = text.shape.galley.num_vertices / 4;
                    // A cut text has fewer glyphs than letters by more than ligatures take.
                    assert!(inked + 2 >= glyphs, "{:?}: {inked} glyphs", text.text());
                }
            }
        }
    }
}

#[test]
fn near_copies_are_shown_as_such() {
    let words: Vec<String> = (0..60).map(|n| format!("كلمة{n}")).collect();
    let text = words.join(" ");
    let folder = Folder::new()
        .with("a.txt", format!("خبر الوكالة\n\n{text}"))
        .with("b.txt", format!("خبر الصحيفة\n\n{text} نهاية"))
        .with("c.txt", "خبر آخر\n\nنص لا يشبه غيره.\n");
    let mut window = Window::on(folder.source());
    let note = window.text_with("near-copies", &[("n", 1_u32.into())]);
    let marked = window.painted().iter().filter(|t| t.text() == note).count();
    assert_eq!(marked, 2);
    window.show("خبر الوكالة");
    assert!(window.painted().iter().any(|t| t.text().contains("b.txt")));
    window.show("خبر آخر");
    assert!(!window.painted().iter().any(|t| t.text().contains("b.txt")));
}
