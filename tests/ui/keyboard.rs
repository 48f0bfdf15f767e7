//! Names and the keyboard: everything has a name, Tab goes everywhere.

use crate::corpora::Folder;
use crate::support::{CTRL, Look, Window};
use egui::accesskit::Role;
use egui::os::OperatingSystem;
use egui::{Key, Modifiers, Rect, vec2};
use egui_kittest::kittest::NodeT as _;
use std::collections::BTreeSet;
use warraq::app::{Command, UiCommand};
use warraq::corpus::Facet;
use warraq::texts::Language;

/// Everything in the window that can be pressed or focused: role, name, rectangle.
fn controls(window: &Window) -> Vec<(Role, String, Rect)> {
    let is_control = |role| {
        matches!(
            role,
            Role::Button
                | Role::CheckBox
                | Role::ListBoxOption
                | Role::SearchInput
                | Role::List
                | Role::Document
                | Role::ScrollBar
        )
    };
    window
        .all_nodes()
        .iter()
        .map(|node| (node.accesskit_node().role(), node))
        .filter(|(role, _)| is_control(*role))
        .map(|(role, node)| {
            let name = node.accesskit_node().label().unwrap_or_default();
            (role, name, node.rect())
        })
        .collect()
}

fn looks() -> Vec<Look> {
    let mut looks = Vec::new();
    for language in Language::ALL {
        for (size, scale) in [
            (vec2(1360.0, 800.0), 1.0),
            (vec2(900.0, 600.0), 1.0),
            (vec2(900.0, 600.0), 2.0),
        ] {
            looks.push(Look {
                language,
                size,
                scale,
                ..Look::default()
            });
        }
    }
    looks
}

/// Many periods, a long name, problems: a full top bar.
fn crowded() -> Folder {
    let mut folder = Folder::new();
    let mut index =
        "# مجموعة ذات اسم طويل جدًّا لا يتسع له الشريط العلوي بأي حال\n\n| file | date |\n|---|---|\n"
            .to_owned();
    for year in 2010..2024 {
        folder = folder.with(&format!("{year}.txt"), format!("خبر {year}\n\nنص.\n"));
        index.extend([
            "| ",
            &year.to_string(),
            ".txt | ",
            &year.to_string(),
            " |\n",
        ]);
    }
    index.push_str("| gone.txt | 2020 |\n");
    folder.with("INDEX.md", index)
}

#[test]
fn everything_that_is_pressed_has_a_name() {
    for look in looks() {
        let what = format!("{:?} {} {}", look.language, look.size, look.scale);
        let mut window = Window::open(look);
        for open in [UiCommand::ShowProblems, UiCommand::Palette] {
            window.command(open);
            let unnamed: Vec<_> = controls(&window)
                .into_iter()
                .filter(|(_, name, _)| name.trim().is_empty())
                .collect();
            assert_eq!(unnamed, [], "{what}");
        }
    }
}

#[test]
fn nothing_of_the_top_bar_overlaps() {
    let folder = crowded();
    for crowd in [false, true] {
        for mut look in looks() {
            let what = format!("{crowd} {:?} {} {}", look.language, look.size, look.scale);
            if crowd {
                look.source = folder.source();
            }
            let width = look.size.x;
            let mut window = Window::open(look);
            window.send(Command::TogglePeriod(Some(Facet::new("2020"))));
            let name = window.with_app(|app| app.failure());
            assert_eq!(name, None);
            let bar: Vec<_> = window
                .all_nodes()
                .iter()
                .filter(|node| node.accesskit_node().bounding_box().is_some())
                .map(|node| {
                    let inner = node.accesskit_node();
                    let name = inner.label().or(inner.value()).unwrap_or_default();
                    (inner.role(), name, node.rect())
                })
                .filter(|(role, name, rect)| {
                    !name.is_empty() && rect.bottom() <= 52.0 && !matches!(role, Role::Window)
                })
                .collect();
            assert!(bar.len() > 6, "{what}: {bar:?}");
            for (i, (_, a, one)) in bar.iter().enumerate() {
                assert!(
                    one.left() >= 0.0 && one.right() <= width,
                    "{what}: {a} {one}"
                );
                assert!(one.width() >= 20.0, "{what}: {a} is {} wide", one.width());
                for (_, b, other) in bar.iter().skip(i + 1) {
                    let common = one.intersect(*other);
                    let overlaps = common.width() > 0.5 && common.height() > 0.5;
                    assert!(!overlaps, "{what}: {a} {one} and {b} {other}");
                }
            }
            let field = window.rect(&window.text("a11y-search-field"));
            assert!(
                field.width() >= 120.0,
                "{what}: search field {}",
                field.width()
            );
        }
    }
}

#[test]
fn controls_of_the_window_do_not_overlap() {
    for look in looks() {
        let what = format!("{:?} {} {}", look.language, look.size, look.scale);
        let window = Window::open(look);
        let (pane, list) = (window.pane(), window.list());
        let controls: Vec<_> = controls(&window)
            .into_iter()
            .filter(|(role, _, rect)| {
                // The scrollbar of the list lies over the edge of its rows.
                *role != Role::ScrollBar && *rect != pane && *rect != list
            })
            .collect();
        for (i, (_, a, one)) in controls.iter().enumerate() {
            for (_, b, other) in controls.iter().skip(i + 1) {
                let common = one.intersect(*other);
                let overlaps = common.width() > 0.5 && common.height() > 0.5;
                assert!(!overlaps, "{what}: {a} {one} and {b} {other}");
            }
        }
    }
}

#[test]
fn tab_goes_everywhere_and_comes_back() {
    let folder = crowded();
    for (language, source) in [
        (Language::English, warraq::app::Source::Embedded),
        (Language::Arabic, folder.source()),
    ] {
        let mut window = Window::open(Look {
            language,
            source,
            ..Look::default()
        });
        let accent = Window::palette().accent.ink;
        let mut seen = Vec::new();
        for _ in 0..120 {
            window.key(Key::Tab);
            let Some((role, name, rect)) = window.focused() else {
                continue;
            };
            assert!(!name.trim().is_empty(), "{role:?} at {rect} has no name");
            if seen.first() == Some(&(name.clone(), rect)) {
                break;
            }
            let rings = window.stroked(accent);
            let has_ring = rings.iter().any(|ring| {
                ring.expand(4.0).contains_rect(rect) && rect.expand(6.0).contains_rect(*ring)
            });
            assert!(has_ring, "a ring around {name:?} {rect}: {rings:?}");
            seen.push((name, rect));
            assert!(seen.len() < 110, "Tab never comes back");
        }
        let names: BTreeSet<&str> = seen.iter().map(|(name, _)| name.as_str()).collect();
        for name in [
            window.text_button(),
            window.theme_button(),
            window.language_button(),
        ] {
            assert!(
                names.contains(name.as_str()),
                "{name} is reached: {names:?}"
            );
        }
        for key in [
            "open-folder",
            "recent",
            "a11y-search-field",
            "a11y-article-list",
            "a11y-reading-pane",
            "legend-per",
            "legend-place",
            "legend-org",
            "legend-norp",
            "entities-in-corpus",
            "entities-in-article",
        ] {
            let name = window.text(key);
            assert!(
                names.contains(name.as_str()),
                "{name} is reached: {names:?}"
            );
        }
        // And the other way round.
        let there = window.focused();
        window.key(Key::Tab);
        window.press(Modifiers::SHIFT, Key::Tab);
        assert_eq!(window.focused(), there);
    }
}

#[test]
fn the_palette_runs_commands_by_name() {
    for language in Language::ALL {
        let mut window = Window::open(Look {
            language,
            ..Look::default()
        });
        window.press(CTRL, Key::K);
        let name = window.text("command-show-palette");
        assert_eq!(window.focused().map(|f| f.1), Some(name.clone()));
        let wanted = window.text("command-show-problems");
        window.write(&wanted);
        window.key(Key::Enter);
        assert!(!window.has(&name), "the palette is closed");
        assert!(window.shows(&window.text("problems-title")));
        window.press(CTRL, Key::K);
        window.write("ثثثثث");
        assert!(window.shows(&window.text("palette-no-match")));
        window.key(Key::Escape);
        assert!(!window.has(&name));
    }
}

#[test]
fn every_command_of_the_palette_has_a_name_and_can_be_chosen() {
    let mut window = Window::new();
    for command in UiCommand::ALL {
        let name = window.text(command.text_key());
        assert!(!name.is_empty());
    }
    window.press(CTRL, Key::K);
    for _ in 0..40 {
        window.key(Key::ArrowDown);
    }
    for _ in 0..40 {
        window.key(Key::ArrowUp);
    }
    window.key(Key::Escape);
    assert!(
        window
            .focused()
            .is_none_or(|f| f.1 != window.text("command-show-palette"))
    );
}

#[test]
fn a_click_beside_the_palette_closes_it() {
    let mut window = Window::new();
    let name = window.text("command-show-palette");
    for at in [
        egui::pos2(40.0, 400.0),
        egui::pos2(680.0, 60.0),
        egui::pos2(680.0, 760.0),
    ] {
        window.press(CTRL, Key::K);
        window.write("theme");
        assert!(window.has(&name));
        window.click(at);
        assert!(!window.has(&name), "a click at {at}");
    }
}

#[test]
fn keys_are_shown_as_the_system_names_them() {
    let mut window = Window::new();
    for (os, search, palette, articles) in [
        (OperatingSystem::Nix, "Ctrl F", "Ctrl O", "Alt Down"),
        (OperatingSystem::Mac, "⌘ F", "⌘ O", "⌥ Down"),
    ] {
        window.ctx().set_os(os);
        window.step();
        assert!(window.shows(search), "{search} in the search field");
        window.command(UiCommand::Palette);
        assert!(window.shows(palette), "{palette} in the palette");
        window.write(&window.text("command-next-article"));
        assert!(window.shows(articles), "{articles} in the palette");
        window.command(UiCommand::Palette);
    }
}
