//! Menus and tooltips, in both languages: none is set by egui itself, which
//! every frame of every test is looked at for.

use crate::corpora::Folder;
use crate::support::{Look, Window};
use egui::accesskit::Role;
use egui::{Key, Rect, vec2};
use egui_kittest::kittest::NodeT as _;
use warraq::app::UiCommand;
use warraq::texts::Language;

fn windows() -> Vec<Window> {
    let mut windows = Vec::new();
    for language in Language::ALL {
        for size in [vec2(1360.0, 800.0), vec2(900.0, 600.0)] {
            windows.push(Window::open(Look {
                language,
                size,
                ..Look::default()
            }));
        }
    }
    windows
}

#[test]
fn menus_open_inside_the_window_and_close() {
    for mut window in windows() {
        let sort = format!(
            "{}: {}",
            window.text("sort"),
            window.text("sort-newest-first")
        );
        let (recent, text) = (window.text("recent"), window.text_button());
        for (button, items) in [
            (sort, vec!["sort-title", "sort-length", "sort-file"]),
            (recent, vec!["corpus-embedded", "command-reload"]),
            (
                text,
                vec![
                    "command-larger-text",
                    "command-smaller-text",
                    "command-reset-text",
                ],
            ),
        ] {
            let items: Vec<String> = items.into_iter().map(|key| window.text(key)).collect();
            assert!(items.iter().all(|item| !window.has(item)));
            window.press_button(&button);
            let whole = Rect::from_min_size(egui::Pos2::ZERO, window.size());
            for item in &items {
                let rect = window.rect(item);
                assert!(whole.contains_rect(rect), "{item} at {rect}");
                assert!(window.shows(item), "{item}");
            }
            window.key(Key::Escape);
            assert!(
                items.iter().all(|item| !window.has(item)),
                "{button} is closed"
            );
        }
    }
}

#[test]
fn the_menu_of_the_text_changes_its_size() {
    let mut window = Window::arabic();
    let height = |window: &Window| {
        let texts = window.pane_texts();
        let long = texts.iter().find(|text| text.text().chars().count() > 100);
        long.expect("a paragraph").shape.galley.rows[0].size.y
    };
    let usual = height(&window);
    window.press_button(&window.text_button());
    window.press_button(&window.text("command-larger-text"));
    assert!(height(&window) > usual);
    window.command(UiCommand::ResetText);
    assert!((height(&window) - usual).abs() < 0.01);
}

#[test]
fn whatever_has_an_icon_alone_explains_itself() {
    for mut window in windows() {
        for name in [
            window.text("recent"),
            window.text_button(),
            window.theme_button(),
            window.language_button(),
        ] {
            let at = window.rect(&name).center();
            assert!(!window.shows(&name), "{name}");
            window.point(at);
            window.wait(1.5);
            assert!(window.shows(&name), "a tooltip says {name}");
            window.point(window.pane().left_top() + vec2(4.0, 4.0));
            window.wait(1.0);
        }
    }
}

#[test]
fn nothing_goes_wrong_wherever_the_pointer_rests() {
    for mut window in windows() {
        let places: Vec<_> = window
            .all_nodes()
            .iter()
            .filter(|node| node.accesskit_node().bounding_box().is_some())
            .map(|node| node.rect().center())
            .collect();
        assert!(places.len() > 20);
        for at in places {
            window.point(at);
            window.wait(0.8);
        }
    }
}

#[test]
fn another_encoding_can_be_chosen() {
    // “خبر” and “باكو” in Windows-1256.
    let bytes = b"\xCE\xC8\xD1\n\n\xC8\xC7\xDF\xE6 \xC8\xC7\xDF\xE6 \xC8\xC7\xDF\xE6.\n";
    let folder = Folder::new().with("a.txt", bytes);
    for language in Language::ALL {
        let mut window = Window::open(Look {
            language,
            source: folder.source(),
            ..Look::default()
        });
        assert!(window.shows("باكو باكو باكو."), "it is recognised");
        let name = window.text("encoding-choose");
        window.press_button(&name);
        window.press_button(&window.text("encoding-iso-8859-6"));
        assert!(!window.shows("باكو باكو باكو."), "read in another way");
        window.press_button(&name);
        window.press_button(&window.text("encoding-windows-1256"));
        assert!(window.shows("باكو باكو باكو."), "and back");
        let buttons = window.nodes(Role::Button);
        assert!(
            buttons
                .iter()
                .any(|node| node.accesskit_node().label() == Some(name.clone()))
        );
    }
}
