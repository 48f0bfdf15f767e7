//! Small pictures of the pane, kept in `tests/snapshots`.
//!
//! With `UPDATE_SNAPSHOTS=1` they are written anew.

use super::support::{Look, Test, news};
use egui::{Event, Key, vec2};
use std::path::PathBuf;
use warraq::ui::kwic::KwicEntry;
use warraq::ui::raster::Picture;
use warraq::ui::theme::Theme;

/// How far a channel may be off: sums of floats differ between machines.
const TOLERANCE: u8 = 2;

fn read(file: &std::path::Path) -> Picture {
    let bytes = std::fs::read(file)
        .unwrap_or_else(|_| panic!("{} is missing; run with UPDATE_SNAPSHOTS=1", file.display()));
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes))
        .read_info()
        .expect("a PNG");
    let mut rgba = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut rgba).expect("a frame");
    Picture {
        width: info.width as usize,
        height: info.height as usize,
        rgba,
    }
}

fn check(name: &str, picture: &Picture) {
    let mut file = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    file.extend(["tests", "snapshots", &format!("{name}.png")]);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        let out = std::fs::File::create(&file).expect("a file");
        picture.write_png(out).expect("a picture");
    }
    let kept = read(&file);
    assert_eq!(
        (picture.width, picture.height),
        (kept.width, kept.height),
        "{name}"
    );
    let off = picture
        .rgba
        .iter()
        .zip(&kept.rgba)
        .filter(|(now, then)| now.abs_diff(**then) > TOLERANCE)
        .count();
    if off > 0 {
        let shown = std::env::temp_dir().join(format!("{name}.new.png"));
        let out = std::fs::File::create(&shown).expect("a file");
        picture.write_png(out).expect("a picture");
        panic!(
            "{name}: {off} values differ from the snapshot; see {}",
            shown.display()
        );
    }
}

#[test]
fn arabic_and_light() {
    let look = Look {
        size: vec2(820.0, 340.0),
        ..Look::default()
    };
    let mut test = Test::with(1_000_000, news, look);
    test.focus();
    for _ in 0..4 {
        test.key(Key::ArrowDown);
    }
    test.event(Event::PointerGone);
    test.harness.run();
    check("kwic-arabic", &test.picture());
}

#[test]
fn english_and_dark_with_a_context() {
    let look = Look {
        size: vec2(820.0, 340.0),
        theme: Theme::Dark,
        interface_right_to_left: false,
        ..Look::default()
    };
    let mut test = Test::with(1_000_000, news, look);
    let at = test.rows()[1].1.center();
    test.click(at);
    test.key(Key::W);
    test.event(Event::PointerGone);
    test.harness.run();
    check("kwic-english-dark", &test.picture());
}

/// The news in groups of three.
fn grouped(index: usize) -> KwicEntry {
    if index.is_multiple_of(4) {
        KwicEntry::Heading {
            label: "الأذربيجانية".to_owned(),
            n: "3".to_owned(),
        }
    } else {
        news(index)
    }
}

#[test]
fn narrow_and_between_pixels() {
    let look = Look {
        size: vec2(420.0, 260.0),
        scale: 1.25,
        ..Look::default()
    };
    let test = Test::with(40, grouped, look);
    check("kwic-narrow", &test.picture());
}
