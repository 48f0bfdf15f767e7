//! The field for a path, where the system has no dialog; the text alone; the
//! size of the interface.

use crate::corpora::Folder;
use crate::support::{CTRL, Look, Window};
use egui::{Id, Key, Modifiers, pos2, vec2};
use std::fs;
use warraq::app::{App, Ask, Command, UiCommand, View};
use warraq::texts::Language;

const CTRL_ALT: Modifiers = Modifiers { alt: true, ..CTRL };

fn is_focused(window: &Window, name: &str) -> bool {
    window.ctx().memory(egui::Memory::focused) == Some(Id::unique(name))
}

#[test]
fn a_folder_is_opened_by_its_path_with_the_keyboard_alone() {
    for language in Language::ALL {
        let folder = Folder::new().with("inner/a.txt", "خبر أول\n\nنص الخبر.\n");
        fs::create_dir(folder.path().join("ink")).expect("a folder");
        let mut window = Window::open(Look {
            language,
            ..Look::default()
        });
        let start = Some(folder.path().to_path_buf());
        window.send(Command::NoDialog(Ask::Folder(start)));
        assert!(is_focused(&window, "path-field"));
        assert!(window.shows(&window.text("path-no-dialog-drop")));
        // What is common is completed; then Tab goes on as everywhere.
        window.write("i");
        window.key(Key::Tab);
        window.write("x");
        assert!(window.shows(&window.text("path-nothing")));
        window.key(Key::Enter);
        assert!(is_focused(&window, "path-field"), "nothing was opened");
        window.key(Key::Backspace);
        for _ in 0..2 {
            window.key(Key::ArrowDown);
        }
        // `ink` and `inner`: Enter takes the second, then opens it.
        window.key(Key::Enter);
        assert_ne!(window.titles(), ["خبر أول"]);
        window.key(Key::Enter);
        assert_eq!(window.titles(), ["خبر أول"]);
        assert!(!window.shows(&window.text("path-no-dialog-drop")));
        assert!(is_focused(&window, "reading-pane"));
    }
}

#[test]
fn a_path_is_chosen_with_the_mouse_and_the_field_is_closed_by_escape() {
    let folder = Folder::new().with("news/a.txt", "خبر أول\n\nنص الخبر.\n");
    let mut window = Window::new();
    window.send(Command::NoDialog(Ask::Folder(Some(
        folder.path().to_path_buf(),
    ))));
    let painted = window.painted();
    let offered = painted.iter().find(|text| text.text().contains("news/"));
    window.click(offered.expect("the folder in the list").rect().center());
    window.press_button(&window.text("path-do-open"));
    assert_eq!(window.titles(), ["خبر أول"]);

    window.press(CTRL | Modifiers::SHIFT, Key::O);
    assert!(window.shows(&window.text("path-hint")));
    assert_eq!(window.with_app(App::take_dialog_request), None);
    window.key(Key::Escape);
    assert!(!window.shows(&window.text("path-hint")));
}

#[test]
fn a_click_beside_the_field_for_a_path_closes_it() {
    let mut window = Window::new();
    let hint = window.text("path-hint");
    for at in [pos2(20.0, 400.0), pos2(680.0, 76.0), pos2(680.0, 770.0)] {
        window.press(CTRL | Modifiers::SHIFT, Key::O);
        window.write("x");
        let title = window.text("path-open");
        let inside = window.painted();
        let inside = inside.iter().find(|text| text.text() == title);
        window.click(inside.expect("its title").rect().center());
        assert!(window.shows(&hint), "a click on itself");
        window.click(at);
        assert!(!window.shows(&hint), "a click at {at}");
        assert!(window.focused().is_some(), "a click at {at}");
        window.key(Key::Escape);
    }
}

#[test]
fn a_window_that_is_told_of_no_drops_does_not_ask_for_them() {
    let mut window = Window::new();
    window.with_app(App::expect_no_drops);
    window.send(Command::NoDialog(Ask::Folder(None)));
    assert!(window.shows(&window.text("path-no-dialog")));
    assert!(!window.shows(&window.text("path-no-dialog-drop")));
}

#[test]
fn saving_by_a_path_says_what_it_replaces() {
    let folder = Folder::new().with("old.csv", "before");
    let mut window = Window::new();
    window.send(Command::SearchFor("باكو".to_owned()));
    window.command(UiCommand::ShowConcordance);
    let path = |name: &str| folder.path().join(name).display().to_string();
    for (name, replaces) in [("new.csv", false), ("old.csv", true)] {
        let csv = warraq::analysis::concordance::export::Format::Csv {
            byte_order_mark: false,
        };
        window.send(Command::Save(warraq::app::Export::Lines(csv)));
        let asked = window.with_app(App::take_dialog_request);
        let (_, ask) = asked.expect("a request");
        window.send(Command::NoDialog(ask));
        window.press(CTRL, Key::A);
        window.write(&path("gone/x.csv"));
        assert!(window.shows(&window.text("path-nowhere")));
        window.press(CTRL, Key::A);
        window.write(&path(name));
        assert_eq!(window.shows(&window.text("path-replaces")), replaces);
        window.key(Key::Enter);
        let saved = fs::read_to_string(path(name)).expect("saved");
        assert!(saved.contains("باكو"), "{saved}");
    }
}

#[test]
fn the_text_alone_is_shown_and_left() {
    for view in View::ALL {
        let mut window = Window::new();
        window.send(Command::Ui(view.command()));
        let open = window.text("open-folder");
        assert!(window.shows(&open));
        window.key(Key::F11);
        assert!(!window.shows(&open), "{view:?}");
        assert!(window.painted().len() > 2, "{view:?} is empty");
        window.key(Key::Escape);
        assert!(window.shows(&open), "{view:?}");
        window.key(Key::F11);
        window.press(CTRL, Key::F);
        assert!(window.shows(&open), "{view:?}");
        assert!(is_focused(&window, "search-field"));
    }
}

#[test]
fn the_interface_grows_by_choice_and_with_the_system() {
    let mut window = Window::open(Look {
        size: vec2(1360.0, 900.0),
        ..Look::default()
    });
    let is_zoomed = |window: &Window, zoom: f32| (window.ctx().zoom_factor() - zoom).abs() < 0.01;
    window.press(CTRL_ALT, Key::Plus);
    window.press(CTRL_ALT, Key::Equals);
    assert!(is_zoomed(&window, 1.2), "{}", window.ctx().zoom_factor());
    window.with_app(|app| app.set_system_scale(1.25));
    window.settle();
    assert!(is_zoomed(&window, 1.5), "{}", window.ctx().zoom_factor());
    window.press(CTRL_ALT, Key::Num0);
    assert!(is_zoomed(&window, 1.25), "{}", window.ctx().zoom_factor());
    window.press(CTRL_ALT, Key::Minus);
    assert!(is_zoomed(&window, 1.125), "{}", window.ctx().zoom_factor());
}
