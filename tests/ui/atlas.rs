//! Pictures: the same state gives the same pixels, whatever was drawn before.

use crate::support::{Look, Window, assert_same_picture};
use egui::{FontData, FontDefinitions, FontFamily};
use std::sync::Arc;
use warraq::app::{Command, UiCommand};
use warraq::texts::Language;
use warraq::ui::raster::Picture;

fn picture_of(window: &mut Window) -> Picture {
    window.step();
    window.picture()
}

fn fill(window: &Window) -> f32 {
    window
        .ctx()
        .fonts_mut(|fonts| fonts.font_atlas_fill_ratio())
}

#[test]
fn two_windows_and_two_frames_give_the_same_picture() {
    for language in Language::ALL {
        let look = || Look {
            language,
            ..Look::default()
        };
        let mut window = Window::open(look());
        let first = picture_of(&mut window);
        let second = picture_of(&mut window);
        assert_same_picture(&first, &second, "two frames");
        let other = picture_of(&mut Window::open(look()));
        assert_same_picture(&first, &other, "two windows");
        let inked = first.rgba.chunks(4).filter(|pixel| pixel[0] < 80).count();
        assert!(inked > 5_000, "something is written: {inked} dark pixels");
    }
}

/// egui empties its atlas when it is nearly full: many sizes in a small atlas.
#[test]
fn a_full_atlas_changes_no_pixel() {
    for language in Language::ALL {
        let look = || Look {
            language,
            scale: 2.0,
            ..Look::default()
        };
        let fresh = picture_of(&mut Window::open(look()));
        let mut window = Window::open(look());
        // Frames come without a limit and keep the one of before.
        window.input().max_texture_side = Some(1024);
        window.settle();
        let mut wipes = 0;
        let mut last = fill(&window);
        let mut follow = |window: &Window, wipes: &mut i32| {
            let now = fill(window);
            *wipes += i32::from(now < last);
            last = now;
        };
        for _ in 0..15 {
            window.command(UiCommand::LargerText);
            follow(&window, &mut wipes);
        }
        for _ in 0..20 {
            window.command(UiCommand::SmallerText);
            follow(&window, &mut wipes);
        }
        window.command(UiCommand::ResetText);
        assert!(wipes > 0, "the atlas was emptied");
        assert_same_picture(&fresh, &picture_of(&mut window), "after a wipe");
    }
}

#[test]
fn other_fonts_of_egui_change_no_pixel() {
    let mut window = Window::new();
    let before = picture_of(&mut window);
    let mut definitions = FontDefinitions::empty();
    let bytes = include_bytes!("../../assets/fonts/NotoSans-Bold.ttf");
    let data = FontData::from_static(bytes);
    definitions
        .font_data
        .insert("other".to_owned(), Arc::new(data));
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        definitions
            .families
            .insert(family, vec!["other".to_owned()]);
    }
    window.ctx().set_fonts(definitions);
    window.settle();
    assert_same_picture(&before, &picture_of(&mut window), "after new fonts");
}

#[test]
fn another_scale_and_back_changes_no_pixel() {
    let mut window = Window::new();
    let before = picture_of(&mut window);
    for zoom in [1.25, 2.0, 1.5, 0.8, 1.0] {
        window.ctx().set_zoom_factor(zoom);
        window.settle();
    }
    assert_same_picture(&before, &picture_of(&mut window), "zoomed there and back");
}

#[test]
fn ways_there_and_back_change_no_pixel() {
    let mut window = Window::new();
    let before = picture_of(&mut window);
    for (there, back) in [
        (UiCommand::ToggleLanguage, UiCommand::ToggleLanguage),
        (UiCommand::ToggleTheme, UiCommand::ToggleTheme),
        (UiCommand::ShowProblems, UiCommand::ShowProblems),
        (UiCommand::LargerText, UiCommand::ResetText),
    ] {
        window.command(there);
        window.command(back);
        assert_same_picture(&before, &picture_of(&mut window), there.text_key());
    }
    window.with_app(|app| app.search_for("باكو"));
    window.settle();
    window.with_app(|app| app.search_for(""));
    window.send(Command::Ui(UiCommand::ClearSearch));
    assert_eq!(window.titles().len(), 5);
}
