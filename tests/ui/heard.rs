//! What a screen reader hears: the tree, read as it would.

use crate::corpora::{Folder, paragraphs, seed};
use crate::support::{Look, Window};
use egui::accesskit::{self, Action, ActionData, ActionRequest, Live, Role, TreeId};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{AccessKitNode, NodeT};
use warraq::texts::Language;

/// The node that implements text in the pane, as text and paragraph by
/// paragraph.
fn heard(window: &Window) -> (String, Vec<String>) {
    let pane = window.nodes(Role::Document);
    let pane = pane.first().expect("a document").accesskit_node();
    assert!(pane.supports_text_ranges());
    let whole = pane.document_range().text();
    let mut at = pane.document_range().start();
    let mut heard = Vec::new();
    while !at.is_document_end() {
        let mut range = at.to_degenerate_range();
        at = at.forward_to_paragraph_end();
        range.set_end(at);
        heard.push(range.text().trim_end_matches('\n').to_owned());
    }
    (whole, heard)
}

#[test]
fn the_whole_article_is_heard_paragraph_by_paragraph() {
    let article = seed("02");
    for language in Language::ALL {
        let mut window = Window::open(Look {
            language,
            ..Look::default()
        });
        window.show(&article.title);
        let mut wanted = vec![&*article.title];
        wanted.extend(paragraphs(&article));
        let (whole, heard_ones) = heard(&window);
        assert_eq!(heard_ones, wanted);
        assert_eq!(whole, format!("{}\n", wanted.join("\n")));
        let pane = window.pane();
        window.wheel(pane.center(), -400.0, Modifiers::NONE);
        assert_eq!(heard(&window).1, wanted, "scrolled");

        let headings = window.nodes(Role::Heading);
        assert_eq!(headings.len(), 1);
        let heading = headings[0].accesskit_node();
        assert_eq!(heading.label().as_deref(), Some(&*article.title));
        assert_eq!(heading.data().level(), Some(1));
        let document = window.nodes(Role::Document)[0].accesskit_node();
        assert_eq!(document.data().language(), Some("ar"));
        let direction = document.data().text_direction();
        assert_eq!(direction, Some(accesskit::TextDirection::RightToLeft));
    }
}

#[test]
fn the_article_is_heard_word_by_word() {
    let folder = Folder::new().with(
        "a.txt",
        "عنوان\n\nقالت وكالة CNN في 2020 إن باكو، أرمينيا.\nثم Reuters.\n",
    );
    let mut window = Window::on(folder.source());
    window.show("عنوان");
    let document = window.nodes(Role::Document)[0].accesskit_node();
    let mut at = document.document_range().start();
    let mut words = Vec::new();
    while !at.is_document_end() {
        let mut range = at.to_degenerate_range();
        at = at.forward_to_word_end();
        range.set_end(at);
        words.push(range.text().trim().to_owned());
    }
    let wanted = [
        "عنوان",
        "قالت",
        "وكالة",
        "CNN",
        "في",
        "2020",
        "إن",
        "باكو،",
        "أرمينيا.",
        "ثم",
        "Reuters.",
    ];
    words.retain(|word| !word.is_empty());
    assert_eq!(words, wanted);
    // The Latin word is another language, another direction and another place.
    let latin = window.nodes(Role::TextRun);
    let latin = latin.iter().map(NodeT::accesskit_node);
    let latin: Vec<_> = latin
        .filter(|node| {
            node.data()
                .value()
                .is_some_and(|value| value.contains("CNN"))
        })
        .collect();
    assert_eq!(latin.len(), 1);
    let run = latin[0].data();
    assert_eq!(run.language(), Some("und-Latn"));
    assert_eq!(
        run.text_direction(),
        Some(accesskit::TextDirection::LeftToRight)
    );
    let bounds = run.bounds().expect("it is laid out");
    assert!(bounds.width() > 10.0 && bounds.height() > 10.0);
    let positions = run.character_positions().expect("places");
    assert_eq!(positions.len(), run.character_lengths().len());
    assert!(positions.is_sorted());
}

/// What is painted under the point where a screen reader says that a letter is.
#[test]
fn letters_are_where_they_are_painted() {
    let folder = Folder::new().with("a.txt", "عنوان\n\nجنوب أرمينيا ثم CNN وباكو.\n");
    let mut window = Window::on(folder.source());
    window.show("عنوان");
    let painted = window.paragraph("جنوب أرمينيا ثم CNN وباكو.");
    let runs = window.nodes(Role::TextRun);
    let first = runs
        .iter()
        .map(NodeT::accesskit_node)
        .find(|node| node.data().value().is_some_and(|v| v.starts_with("جنوب")))
        .expect("the first run");
    let bounds = first.data().bounds().expect("it is laid out");
    let room = painted.rect();
    #[expect(clippy::cast_possible_truncation, reason = "points")]
    let (left, right) = (bounds.x0 as f32, bounds.x1 as f32);
    assert!((right - room.right()).abs() < 3.0, "{right} {room}");
    assert!(left > room.left() + 20.0, "CNN stands at its left");
    let positions = first.data().character_positions().expect("places");
    assert!(
        positions[0].abs() < 0.01,
        "the first letter is at the right"
    );
    assert!(positions.is_sorted(), "letters go to the left");
}

#[test]
fn a_screen_reader_brings_a_paragraph_into_view() {
    let text = (0..120).map(|n| format!("فقرة رقم {n} من نص طويل.\n"));
    let text = text.collect::<Vec<_>>().concat();
    let folder = Folder::new().with("a.txt", format!("عنوان\n\n{text}"));
    let mut window = Window::on(folder.source());
    window.show("عنوان");
    let wanted = "فقرة رقم 100 من نص طويل.";
    let target = {
        let paragraphs = window.nodes(Role::Paragraph);
        assert_eq!(paragraphs.len(), 120);
        paragraphs[100].accesskit_node().locate().0
    };
    assert!(!window.shows(wanted));
    window.event(Event::AccessKitActionRequest(ActionRequest {
        action: Action::ScrollIntoView,
        target_tree: TreeId::ROOT,
        target_node: target,
        data: None,
    }));
    window.settle();
    assert!(window.shows(wanted));
}

/// What a screen reader hears of the selection of the article: its text, where
/// it begins and the caret, in characters of what is read.
fn heard_selection(window: &Window) -> Option<(String, usize, usize)> {
    let document = window.nodes(Role::Document)[0].accesskit_node();
    let selected = document.text_selection()?;
    let anchor = document.text_selection_anchor()?.to_global_usv_index();
    let caret = document.text_selection_focus()?.to_global_usv_index();
    Some((selected.text(), anchor, caret))
}

#[test]
fn a_screen_reader_moves_caret_and_selection() {
    let text = (0..120).map(|n| format!("فقرة رقم {n} من نص CNN طويل في باكو.\n"));
    let text = text.collect::<Vec<_>>().concat();
    let folder = Folder::new().with("a.txt", format!("عنوان\n\n{text}"));
    let mut window = Window::on(folder.source());
    window.show("عنوان");
    let whole = {
        let document = window.nodes(Role::Document)[0].accesskit_node();
        document.document_range().text()
    };
    // The first character of these words and the one after them.
    let place = |words: &str| {
        let (before, _) = whole.split_once(words).expect("they are read");
        let start = before.chars().count();
        (start, start + words.chars().count())
    };
    let select = |window: &mut Window, from: usize, to: usize| {
        let (target, selection) = {
            let document = window.nodes(Role::Document)[0].accesskit_node();
            let at = |index| {
                let place = document.text_position_from_global_usv_index(index);
                place.expect("a place").to_degenerate_range()
            };
            let (anchor, focus) = (at(from), at(to));
            let selection = accesskit::TextSelection {
                anchor: anchor.to_text_selection().anchor,
                focus: focus.to_text_selection().focus,
            };
            (document.locate().0, selection)
        };
        for (action, data) in [
            (Action::Focus, None),
            (
                Action::SetTextSelection,
                Some(ActionData::SetTextSelection(selection)),
            ),
        ] {
            window.event(Event::AccessKitActionRequest(ActionRequest {
                action,
                target_tree: TreeId::ROOT,
                target_node: target,
                data,
            }));
        }
        window.settle();
    };
    // In view, then far below: from the first letter to the last, in two scripts.
    for n in [1, 100] {
        let paragraph = format!("رقم {n} من نص CNN طويل");
        let (start, end) = place(&paragraph);
        assert_eq!(window.shows_part(&paragraph), n == 1);
        select(&mut window, start, end);
        assert!(window.shows_part(&paragraph), "it is brought into view");
        assert_eq!(window.copy().as_deref(), Some(&*paragraph));
        let heard = heard_selection(&window);
        assert_eq!(heard, Some((paragraph, start, end)), "it is told so");
    }
    // Over the end of a paragraph, backwards: the caret is at the start.
    let (start, _) = place("باكو.\nفقرة رقم 101");
    let (_, end) = place("\nفقرة رقم 101");
    select(&mut window, end, start);
    let words = "باكو.\nفقرة رقم 101";
    assert_eq!(window.copy().as_deref(), Some(words));
    let heard = heard_selection(&window);
    assert_eq!(heard, Some((words.to_owned(), end, start)));
    // Keys go on from there.
    window.press(Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(window.copy().as_deref(), words.get("ب".len()..));
    // Only the caret.
    select(&mut window, start, start);
    assert_eq!(window.copy(), None);
    assert_eq!(
        heard_selection(&window),
        Some((String::new(), start, start))
    );
    window.key(Key::ArrowLeft);
    let heard = heard_selection(&window);
    assert_eq!(heard, Some((String::new(), start + 1, start + 1)));
}

#[test]
fn an_edited_query_is_heard_with_caret_and_selection() {
    let mut window = Window::new();
    window.command(warraq::app::UiCommand::FocusSearch);
    window.write("قره باغ CNN");
    let field = |window: &Window| {
        let fields = window.nodes(Role::SearchInput);
        let node = fields[0].accesskit_node();
        assert!(node.supports_text_ranges());
        let text = node.document_range().text();
        let selected = node.text_selection().expect("a caret");
        let caret = node.text_selection_focus().expect("a caret");
        (text, selected.text(), caret.to_global_usv_index())
    };
    assert_eq!(
        field(&window),
        ("قره باغ CNN".to_owned(), String::new(), 11)
    );
    // Two letters back in the Latin word, both selected.
    window.press(Modifiers::SHIFT, Key::ArrowLeft);
    window.press(Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(
        field(&window),
        ("قره باغ CNN".to_owned(), "NN".to_owned(), 9)
    );
    window.write("X");
    assert_eq!(field(&window), ("قره باغ CX".to_owned(), String::new(), 10));
    window.key(Key::Home);
    assert_eq!(field(&window).2, 0);

    // And the other way round: a screen reader selects the second word.
    let (target, selection) = {
        let fields = window.nodes(Role::SearchInput);
        let node = fields[0].accesskit_node();
        let at = |index| {
            node.text_position_from_global_usv_index(index)
                .expect("a place")
        };
        let mut range = at(4).to_degenerate_range();
        range.set_end(at(7));
        (node.locate().0, range.to_text_selection())
    };
    window.event(Event::AccessKitActionRequest(ActionRequest {
        action: Action::SetTextSelection,
        target_tree: TreeId::ROOT,
        target_node: target,
        data: Some(ActionData::SetTextSelection(selection)),
    }));
    window.settle();
    assert_eq!(field(&window).1, "باغ");
    window.event(Event::Cut);
    window.settle();
    assert_eq!(field(&window).0, "قره  CX");
    window.key(Key::Escape);
    let empty = window.nodes(Role::SearchInput)[0]
        .accesskit_node()
        .document_range()
        .text();
    assert_eq!(empty, "");
}

#[test]
fn rows_of_the_list_say_what_they_are_and_where() {
    let window = Window::new();
    let lists = window.nodes(Role::List);
    let list = lists
        .iter()
        .map(NodeT::accesskit_node)
        .find(|node| node.label() == Some(window.text("a11y-article-list")))
        .expect("the list");
    let n = list.data().size_of_set().expect("how many");
    assert_eq!(n, crate::corpora::seeds().articles.len());
    let rows = window.nodes(Role::ListBoxOption);
    let rows: Vec<_> = rows.iter().map(NodeT::accesskit_node).collect();
    let mut places: Vec<_> = rows
        .iter()
        .filter_map(AccessKitNode::position_in_set)
        .collect();
    places.sort_unstable();
    let shown = window.rows().len();
    assert!(shown > 4);
    assert_eq!(places, (0..shown).collect::<Vec<_>>());
    let article = seed("02");
    let row = rows
        .iter()
        .find(|row| row.label().as_deref() == Some(&*article.title))
        .expect("its row");
    let about = row.data().description().expect("what it is");
    assert!(
        about.contains(article.source.as_deref().expect("an outlet")),
        "{about}"
    );
    assert!(
        about.contains(article.period.as_deref().expect("a period")),
        "{about}"
    );
}

#[test]
fn hits_are_announced_and_the_window_has_its_name() {
    for language in Language::ALL {
        let mut window = Window::open(Look {
            language,
            ..Look::default()
        });
        let said = |window: &Window| {
            let all = window.nodes(Role::Status);
            let live: Vec<_> = all
                .iter()
                .map(NodeT::accesskit_node)
                .filter(|node| node.live() == Live::Polite)
                .collect();
            assert_eq!(live.len(), 1);
            live[0].label().unwrap_or_default()
        };
        let opened = said(&window);
        window.command(warraq::app::UiCommand::FocusSearch);
        window.write("هدنة");
        let found = said(&window);
        assert_ne!(found, opened);
        let n = window.titles().len();
        let articles = window.text_with("count-articles", &[("n", n.into())]);
        assert!(found.ends_with(&articles), "{found} and {articles}");
        let name = window.harness.root().accesskit_node().label();
        let name = name.expect("a name");
        assert!(name.ends_with(&window.text("app-name")), "{name}");
    }
}

/// A frame costs what is in view, and the tree once for an article.
#[test]
fn a_megabyte_is_heard_to_its_end() {
    let line = "قالت الوكالة إن الهدنة صامدة في الجنوب منذ أيام كما أفاد مراسلها في باكو. ";
    let line = format!("{}\n", line.repeat(8).trim());
    let text = line.repeat(1_000_000 / line.len());
    let folder = Folder::new().with("a.txt", format!("عنوان\n\n{text}نهاية المقالة.\n"));
    let mut window = Window::on(folder.source());
    window.show("عنوان");
    let document = window.nodes(Role::Document)[0].accesskit_node();
    let end = document.document_range().end();
    let mut range = end.backward_to_paragraph_start().to_degenerate_range();
    range.set_end(end);
    assert!(range.text().is_empty() || range.text().starts_with("نهاية"));
    assert!(
        document
            .document_range()
            .text()
            .ends_with("نهاية المقالة.\n")
    );
}
