//! The language and the theme of the interface.

use crate::support::{CTRL, Window};
use egui::accesskit::Role;
use egui::{Key, Rect};
use warraq::app::settings::ThemeChoice;
use warraq::texts::Language;
use warraq::ui::theme::Theme;

/// The rectangle mirrored in a window `width` points wide.
fn mirrored(rect: Rect, width: f32) -> Rect {
    Rect::from_min_max(
        egui::pos2(width - rect.right(), rect.top()),
        egui::pos2(width - rect.left(), rect.bottom()),
    )
}

fn legend(window: &Window) -> Rect {
    window.rect_of(Role::CheckBox, &window.text("legend-per"))
}

#[test]
fn switching_the_language_mirrors_the_window() {
    let mut window = Window::new();
    let width = window.size().x;
    let (list, pane, people) = (window.list(), window.pane(), legend(&window));
    let open = window.rect(&window.text("open-folder"));
    assert!(list.right() <= pane.left() && pane.right() <= people.left());
    assert!(open.left() < width / 4.0);

    window.press_button(&window.language_button());
    window.now_in(Language::Arabic);
    assert_eq!(window.list(), mirrored(list, width));
    assert_eq!(window.pane(), mirrored(pane, width));
    assert_eq!(legend(&window), mirrored(people, width));
    assert!(window.rect(&window.text("open-folder")).right() > width * 0.75);
    assert!(!window.has("Open folder…"), "no English is left");
    assert_eq!(window.text("a11y-article-list"), "المقالات");

    window.press(CTRL, Key::L);
    window.now_in(Language::English);
    assert_eq!((window.list(), window.pane()), (list, pane));
}

#[test]
fn articles_stay_as_they_are_in_both_languages() {
    let mut window = Window::new();
    let titles = window.titles();
    let of_pane = |window: &Window| -> Vec<(String, f32)> {
        let left = window.pane().left();
        let texts = window.pane_texts();
        let long = texts.iter().filter(|text| text.text().chars().count() > 60);
        long.map(|text| (text.text().to_owned(), text.rect().left() - left))
            .collect()
    };
    let before = of_pane(&window);
    assert!(before.len() > 2);
    window.press(CTRL, Key::L);
    window.now_in(Language::Arabic);
    assert_eq!(window.titles(), titles);
    let after = of_pane(&window);
    assert_eq!(
        after.iter().map(|t| &t.0).collect::<Vec<_>>(),
        before.iter().map(|t| &t.0).collect::<Vec<_>>()
    );
}

#[test]
fn the_language_is_kept_while_things_are_open() {
    let mut window = Window::new();
    window.press(CTRL, Key::P);
    window.press(CTRL, Key::F);
    window.write("كاراباخ");
    let titles = window.titles();
    window.press(CTRL, Key::L);
    window.now_in(Language::Arabic);
    assert_eq!(window.titles(), titles, "the search stays");
    assert!(window.shows(&window.text("problems-title")));
    let field = window.text("a11y-search-field");
    assert_eq!(
        window.focused().map(|f| f.1),
        Some(field),
        "and so does the keyboard"
    );
}

#[test]
fn the_theme_changes_every_ground() {
    let mut window = Window::new();
    let (light, dark) = (Theme::Light.palette(), Theme::Dark.palette());
    assert!(!window.filled(light.paper).is_empty() && window.filled(dark.paper).is_empty());
    window.press_button(&window.theme_button());
    for color in [light.paper, light.panel, light.ink, light.hover, light.line] {
        assert_eq!(window.filled(color), [], "{color:?} is of the light theme");
    }
    assert!(!window.filled(dark.paper).is_empty());
    let dark_picture = window.picture();
    window.press(CTRL, Key::T);
    assert_eq!(window.filled(dark.paper), []);
    window.press(CTRL, Key::T);
    let again = window.picture();
    window.wait(0.5);
    assert_eq!(dark_picture.width, again.width);
    let mut opened_dark = Window::open(crate::support::Look {
        theme: ThemeChoice::Dark,
        ..crate::support::Look::default()
    });
    let opened_dark = still(&mut opened_dark);
    crate::support::assert_same_picture(&opened_dark, &still(&mut window), "dark from the start");
}

/// The window with the keyboard in the article and no pointer over it.
fn still(window: &mut Window) -> warraq::ui::raster::Picture {
    window.event(egui::Event::PointerGone);
    let pane = egui::Id::unique("reading-pane");
    window.ctx().memory_mut(|m| m.request_focus(pane));
    // The ring is shown after a key.
    window.key(Key::F20);
    window.picture()
}
