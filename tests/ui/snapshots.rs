//! Parts of the window as pictures.

use crate::snapshot::check;
use crate::support::{CTRL, Look, Window};
use egui::{Key, Rect, Vec2, pos2, vec2};
use warraq::app::UiCommand;
use warraq::app::settings::ThemeChoice;
use warraq::texts::Language;
use warraq::ui::raster::Picture;

/// The part `rect` of a picture, in pixels.
fn part(picture: &Picture, rect: Rect) -> Picture {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "pixels"
    )]
    let [left, top, right, bottom] =
        [rect.left(), rect.top(), rect.right(), rect.bottom()].map(|side| side.round() as usize);
    let (right, bottom) = (right.min(picture.width), bottom.min(picture.height));
    let rgba = (top..bottom)
        .flat_map(|y| (left..right).map(move |x| (x, y)))
        .flat_map(|(x, y)| picture.pixel(x, y).expect("inside"))
        .collect();
    Picture {
        width: right - left,
        height: bottom - top,
        rgba,
    }
}

/// A window with nothing under the pointer.
fn window(language: Language, theme: ThemeChoice, size: Vec2) -> Window {
    Window::open(Look {
        language,
        theme,
        size,
        ..Look::default()
    })
}

#[test]
fn small_window_in_arabic() {
    let mut window = window(Language::Arabic, ThemeChoice::Light, vec2(840.0, 470.0));
    check("window-arabic", &window.picture());
}

#[test]
fn small_window_in_english_and_dark() {
    let mut window = window(Language::English, ThemeChoice::Dark, vec2(840.0, 470.0));
    check("window-english-dark", &window.picture());
}

#[test]
fn a_selection_over_marks_and_justified_lines() {
    let mut window = window(Language::Arabic, ThemeChoice::Light, vec2(1100.0, 640.0));
    window.command(UiCommand::SelectAll);
    let pane = window.pane();
    let picture = window.picture();
    let room = Rect::from_min_max(pos2(pane.left(), pane.center().y), pane.max);
    check("selection", &part(&picture, room));
}

#[test]
fn hits_in_list_and_field() {
    let mut window = window(Language::English, ThemeChoice::Light, vec2(1100.0, 640.0));
    window.press(CTRL, Key::F);
    window.write("كاراباخ 2020");
    let picture = window.picture();
    let list = window.list();
    check(
        "hits",
        &part(
            &picture,
            Rect::from_min_max(list.min, pos2(list.right(), 360.0)),
        ),
    );
    let field = window.rect(&window.text("a11y-search-field"));
    check("search-field", &part(&picture, field.expand(6.0)));
}

#[test]
fn the_card_of_an_entity() {
    let mut window = window(Language::Arabic, ThemeChoice::Light, vec2(1360.0, 640.0));
    let list = window.list();
    let entity = window
        .nodes(egui::accesskit::Role::ListBoxOption)
        .iter()
        .map(egui_kittest::Node::rect)
        .find(|rect| !list.contains(rect.center()))
        .expect("an entity");
    window.click(entity.center());
    window.event(egui::Event::PointerGone);
    window.settle();
    let picture = window.picture();
    check(
        "entity-card",
        &part(
            &picture,
            Rect::from_min_max(pos2(0.0, 52.0), pos2(262.0, 420.0)),
        ),
    );
}
