//! Where the keyboard is: always somewhere, inside what is open, back again.

use crate::support::{CTRL, Look, Window};
use egui::accesskit::{Action, Role};
use egui::{Event, Key, Modifiers, Rect};
use egui_kittest::kittest::NodeT;
use std::collections::BTreeSet;
use warraq::app::{Command, UiCommand, View};
use warraq::texts::Language;

/// Everything that can have the keyboard: role and name.
fn focusable(window: &Window) -> BTreeSet<(String, String)> {
    window
        .all_nodes()
        .iter()
        .map(NodeT::accesskit_node)
        .filter(|node| node.data().supports_action(Action::Focus))
        .filter(|node| node.role() != Role::Window)
        .map(|node| {
            (
                format!("{:?}", node.role()),
                node.label().unwrap_or_default(),
            )
        })
        .collect()
}

fn at(window: &Window) -> Option<(String, String)> {
    let (role, name, _) = window.focused()?;
    Some((format!("{role:?}"), name))
}

/// Presses Tab until the keyboard is where it was at first; what it met.
fn round(window: &mut Window, what: &str) -> Vec<(String, String, Rect)> {
    let mut met: Vec<(String, String, Rect)> = Vec::new();
    for _ in 0..400 {
        window.key(Key::Tab);
        let (role, name, rect) = window.focused().unwrap_or_else(|| {
            panic!("{what}: the keyboard is nowhere after {:?}", met.last());
        });
        let here = (format!("{role:?}"), name, rect);
        if met.first() == Some(&here) {
            return met;
        }
        met.push(here);
    }
    panic!("{what}: Tab never comes back: {met:?}");
}

#[test]
fn tab_reaches_everything_in_every_view() {
    for language in Language::ALL {
        for view in View::ALL {
            let what = format!("{language:?} {view:?}");
            let mut window = Window::open(Look {
                language,
                ..Look::default()
            });
            window.send(Command::SearchFor("باكو".to_owned()));
            window.command(view.command());
            let met = round(&mut window, &what);
            let reached: BTreeSet<_> = met
                .iter()
                .map(|(role, name, _)| (role.clone(), name.clone()))
                .collect();
            let missed: Vec<_> = focusable(&window).difference(&reached).cloned().collect();
            assert_eq!(missed, [], "{what}: {met:#?}");
        }
    }
}

#[test]
fn the_search_comes_first_after_the_tabs() {
    for language in Language::ALL {
        let mut window = Window::open(Look {
            language,
            ..Look::default()
        });
        let met = round(&mut window, "reading");
        let place = |name: &str| met.iter().position(|(_, met, _)| met == name);
        let tab = met
            .iter()
            .rposition(|(role, ..)| role == "Tab")
            .expect("tabs");
        let search = place(&window.text("a11y-search-field"));
        assert_eq!(search, Some(tab + 1), "{met:#?}");
        // What stands on one line is met as it is read.
        let bar: Vec<f32> = met
            .iter()
            .filter(|(.., rect)| rect.bottom() < 52.0)
            .map(|(.., rect)| rect.center().x)
            .collect();
        let first = bar
            .iter()
            .enumerate()
            .max_by(|a, b| match language {
                Language::Arabic => a.1.total_cmp(b.1),
                Language::English => b.1.total_cmp(a.1),
            })
            .map_or(0, |(n, _)| n);
        let mut read = [&bar[first..], &bar[..first]].concat();
        if language == Language::Arabic {
            read.reverse();
        }
        assert!(read.is_sorted(), "{language:?}: {read:?}");
    }
}

#[test]
fn the_keyboard_is_never_nowhere() {
    for view in View::ALL {
        let mut window = Window::new();
        window.send(Command::SearchFor("باكو".to_owned()));
        window.command(view.command());
        for key in [Key::Escape, Key::Tab, Key::Escape, Key::Escape, Key::Escape] {
            window.key(key);
            assert!(window.focused().is_some(), "{view:?} after {key:?}");
        }
        for other in View::ALL {
            window.command(other.command());
            assert!(window.focused().is_some(), "{view:?} to {other:?}");
        }
    }
}

#[test]
fn a_menu_holds_the_keyboard_and_gives_it_back() {
    for language in Language::ALL {
        let mut window = Window::open(Look {
            language,
            ..Look::default()
        });
        let sort = format!(
            "{}: {}",
            window.text("sort"),
            window.text("sort-newest-first")
        );
        for button in [
            window.text("recent"),
            window.text("help-query"),
            window.text_button(),
            sort,
        ] {
            let before = focusable(&window);
            for _ in 0..100 {
                if at(&window).is_some_and(|(_, name)| name == button) {
                    break;
                }
                window.key(Key::Tab);
            }
            let there = at(&window);
            assert_eq!(there.as_ref().map(|at| &at.1), Some(&button));
            window.key(Key::Enter);
            let inside: BTreeSet<_> = focusable(&window).difference(&before).cloned().collect();
            assert!(inside.len() > 1, "{button} opens");
            let first = at(&window).expect("somewhere");
            assert!(
                inside.contains(&first),
                "{button}: {first:?} is in the menu"
            );
            let mut met = BTreeSet::new();
            for n in 0..inside.len() * 2 + 3 {
                let (modifiers, key) = if n > inside.len() + 1 {
                    (Modifiers::SHIFT, Key::Tab)
                } else {
                    (Modifiers::NONE, Key::Tab)
                };
                window.press(modifiers, key);
                let here = at(&window).expect("somewhere");
                assert!(inside.contains(&here), "{button}: {here:?} lies behind");
                met.insert(here);
            }
            assert_eq!(met, inside, "{button}: all of it is met");
            window.key(Key::Escape);
            assert_eq!(focusable(&window), before, "{button} is closed");
            assert_eq!(at(&window), there, "{button} has the keyboard again");
        }
    }
}

#[test]
fn the_menu_of_a_name_holds_the_keyboard() {
    let mut window = Window::new();
    let before = focusable(&window);
    window.key(Key::N);
    window.key(Key::M);
    let menu = window.text("repair-menu");
    assert_eq!(at(&window).map(|at| at.1), Some(menu.clone()));
    let inside: BTreeSet<_> = focusable(&window).difference(&before).cloned().collect();
    let mut met = BTreeSet::new();
    for _ in 0..inside.len() + 2 {
        let here = at(&window).expect("somewhere");
        assert!(inside.contains(&here), "{here:?} lies behind");
        met.insert(here);
        window.key(Key::Tab);
    }
    let article = window.text("repair-scope-article");
    assert!(met.iter().any(|(_, name)| *name == article), "{met:?}");
    // Enter on a chip presses the chip and not what is chosen in the menu.
    while at(&window).map(|at| at.1) != Some(article.clone()) {
        window.key(Key::Tab);
    }
    window.key(Key::Enter);
    assert!(window.has(&article), "the menu is open");
    window.key(Key::Escape);
    assert!(!window.has(&article), "the menu is closed");
    assert_eq!(
        at(&window).map(|at| at.1),
        Some(window.text("a11y-reading-pane"))
    );
}

#[test]
fn escape_closes_the_innermost() {
    let mut window = Window::new();
    window.send(Command::SearchFor("باكو".to_owned()));
    window.key(Key::N);
    let close = window.text("close");
    let buttons = |window: &Window| {
        let all = window.nodes(Role::Button);
        all.iter()
            .filter(|node| node.accesskit_node().label().as_ref() == Some(&close))
            .count()
    };
    let mention = {
        let persons = window.nodes(Role::ListBoxOption);
        persons.len()
    };
    assert!(mention > 0);
    window.send(Command::LookAtMention(0));
    window.command(UiCommand::ShowProblems);
    window.press(CTRL, Key::K);
    let palette = window.text("command-show-palette");
    assert!(window.has(&palette));
    let edit = window.text("repair-edit-entity");
    let title = window.text("problems-title");
    assert!(window.has(&edit) && window.shows(&title) && buttons(&window) > 0);
    window.key(Key::Escape);
    assert!(!window.has(&palette), "first the palette");
    assert!(window.has(&edit) && window.shows(&title));
    window.key(Key::Escape);
    assert!(!window.shows(&title), "then the problems");
    assert!(window.has(&edit));
    window.key(Key::Escape);
    assert!(!window.has(&edit), "then the card of the name");
    let clear = window.text("search-clear");
    assert!(window.has(&clear));
    window.key(Key::Escape);
    assert!(!window.has(&clear), "and at last the search");
    assert!(window.focused().is_some());
}

#[test]
fn escape_lets_go_of_the_name_that_was_stepped_to() {
    let mut window = Window::new();
    let n_rings = |window: &Window| window.stroked_wide();
    assert_eq!(n_rings(&window), 0);
    window.key(Key::N);
    assert!(n_rings(&window) > 0);
    window.key(Key::Escape);
    assert_eq!(n_rings(&window), 0);
}

#[test]
fn the_editor_of_a_name_gives_the_keyboard_back() {
    let mut window = Window::new();
    window.send(Command::LookAtMention(0));
    let edit = window.text("repair-edit-entity");
    for _ in 0..100 {
        if at(&window).is_some_and(|(_, name)| name == edit) {
            break;
        }
        window.key(Key::Tab);
    }
    let before = focusable(&window);
    window.key(Key::Enter);
    let name = window.text("repair-name-ar");
    assert_eq!(at(&window).map(|at| at.1), Some(name.clone()));
    let met: Vec<_> = round(&mut window, "the editor");
    assert!(met.len() > 5);
    let outside: Vec<_> = met
        .iter()
        .filter(|(role, name, _)| before.contains(&(role.clone(), name.clone())))
        .filter(|(_, name, _)| *name != window.text("close"))
        .collect();
    assert_eq!(
        outside,
        Vec::<&(String, String, Rect)>::new(),
        "Tab stays inside"
    );
    window.key(Key::Escape);
    assert!(!window.has(&name), "it is closed");
    assert_eq!(at(&window).map(|at| at.1), Some(edit));
}

/// A key as a keyboard sends it: as a key and as a letter, in one frame.
fn strike(window: &mut Window, key: Key, letter: &str) {
    window.input().events.push(Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    });
    window.input().events.push(Event::Text(letter.to_owned()));
    window.step();
    window.settle();
}

#[test]
fn a_letter_typed_into_a_note_is_a_letter_and_the_key_that_opens_it_is_none() {
    let mut window = Window::new();
    window.send(Command::SearchFor("باكو".to_owned()));
    window.command(UiCommand::ShowConcordance);
    let field = |window: &Window| {
        let fields = window.nodes(Role::TextInput);
        fields
            .first()
            .map(|node| node.accesskit_node().value().unwrap_or_default())
    };
    window.key(Key::ArrowDown);
    strike(&mut window, Key::N, "ى");
    assert_eq!(
        field(&window).as_deref(),
        Some(""),
        "the key opens the field"
    );
    for (key, letter) in [(Key::N, "n"), (Key::W, "w"), (Key::P, "p"), (Key::M, "m")] {
        strike(&mut window, key, letter);
    }
    assert_eq!(field(&window).as_deref(), Some("nwpm"));
    window.press(CTRL, Key::Z);
    assert_eq!(field(&window).as_deref(), Some(""), "undone in the field");
    strike(&mut window, Key::N, "n");
    window.key(Key::Enter);
    assert_eq!(field(&window), None);
    strike(&mut window, Key::N, "n");
    assert_eq!(field(&window).as_deref(), Some("n"), "what it was, once");
}
