//! What the files hold.

use crate::chart::data::{Look, months, typesetter};
use crate::chart::support::light;
use roxmltree::Document;
use warraq::text::FontCatalog;
use warraq::ui::chart::{Drawing, Mark, to_picture, to_svg};
use warraq::ui::raster::Picture;

fn all(arabic: bool) -> [Drawing; 3] {
    [
        light(arabic, 320.0, 240.0).bars(),
        light(arabic, 800.0, 300.0).timeline(&months()),
        light(arabic, 700.0, 0.0).dispersion(9),
    ]
}

fn count(document: &Document<'_>, tag: &str) -> usize {
    let elements = document.descendants().filter(roxmltree::Node::is_element);
    elements
        .filter(|node| node.tag_name().name() == tag)
        .count()
}

fn marks(drawing: &Drawing, wanted: fn(&Mark) -> bool) -> usize {
    drawing.marks.iter().filter(|mark| wanted(mark)).count()
}

#[test]
fn an_svg_holds_every_mark_and_an_outline_for_every_text() {
    for drawing in all(true).into_iter().chain(all(false)) {
        let svg = to_svg(&drawing, "الدفاع <2020> & \"2023\"", &mut typesetter());
        let document = Document::parse(&svg).unwrap();
        let root = document.root_element();
        assert_eq!(
            root.attribute("aria-label"),
            Some("الدفاع <2020> & \"2023\"")
        );
        assert_eq!(
            root.first_element_child().unwrap().text(),
            root.attribute("aria-label")
        );
        let lines = marks(&drawing, |mark| matches!(mark, Mark::Line { .. }));
        assert_eq!(count(&document, "polyline"), lines);
        let circles = marks(&drawing, |mark| matches!(mark, Mark::Circle { .. }));
        assert_eq!(count(&document, "circle"), circles);
        let polygons = marks(&drawing, |mark| matches!(mark, Mark::Polygon { .. }));
        assert_eq!(count(&document, "polygon"), polygons);
        // Besides: the ground, and a rectangle for each place to point at.
        let rectangles = marks(&drawing, |mark| matches!(mark, Mark::Rectangle { .. }));
        assert_eq!(
            count(&document, "rect"),
            rectangles + 1 + drawing.spots.len()
        );
        let words: Vec<&str> = drawing.texts().map(|text| text.text.as_str()).collect();
        let paths: Vec<_> = document
            .descendants()
            .filter(|n| n.has_tag_name(tag("path")))
            .collect();
        let labels: Vec<&str> = paths
            .iter()
            .filter_map(|path| path.attribute("aria-label"))
            .collect();
        assert_eq!(labels, words);
        for path in paths {
            let outline = path.attribute("d").unwrap();
            assert!(outline.starts_with('M') && outline.ends_with('Z'));
            assert!(!outline.contains("NaN") && !outline.contains("inf"));
            assert_eq!(
                path.first_element_child().unwrap().text(),
                path.attribute("aria-label")
            );
        }
    }
}

const fn tag(name: &str) -> (&str, &str) {
    ("http://www.w3.org/2000/svg", name)
}

#[test]
fn an_svg_needs_no_font() {
    for drawing in all(true) {
        let svg = to_svg(&drawing, "x", &mut typesetter());
        let document = Document::parse(&svg).unwrap();
        assert_eq!(count(&document, "text"), 0);
        assert!(!svg.contains("font"));
    }
}

#[test]
fn outlines_of_an_svg_lie_where_the_texts_stand() {
    let drawing = light(true, 800.0, 300.0).timeline(&months());
    let svg = to_svg(&drawing, "x", &mut typesetter());
    let document = Document::parse(&svg).unwrap();
    let paths = document
        .descendants()
        .filter(|n| n.has_tag_name(tag("path")));
    for (writing, path) in drawing.texts().zip(paths) {
        let room = writing.room(&mut typesetter()).expand(3.0);
        let outline = path.attribute("d").unwrap();
        let numbers: Vec<f32> = outline
            .split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'))
            .filter(|part| !part.is_empty())
            .map(|part| part.parse().unwrap())
            .collect();
        for point in numbers.chunks(2) {
            assert!(
                room.contains(egui::pos2(point[0], point[1])),
                "{point:?} {room}"
            );
        }
    }
}

fn png(picture: &Picture) -> (u32, u32, Vec<u8>) {
    let mut bytes = Vec::new();
    picture.write_png(&mut bytes).unwrap();
    let decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    (info.width, info.height, pixels)
}

#[test]
fn a_png_shows_the_bars_in_their_colours() {
    for (arabic, theme) in Look::ALL {
        let look = Look::new(arabic, theme, 320.0, 240.0);
        let picture = to_picture(&look.bars(), &FontCatalog::bundled(), 2.0);
        let (width, height, pixels) = png(&picture);
        assert_eq!((width, height), (704, 544));
        assert_eq!(pixels, picture.rgba);
        let (pixels, _) = pixels.as_chunks::<4>();
        let n = |color: egui::Color32| pixels.iter().filter(|p| **p == color.to_array()).count();
        let palette = look.palette();
        // A bar is 69 by more than 90 points.
        for period in [0, 1] {
            assert!(
                n(palette.period(period).ink) > 4 * 69 * 90,
                "{arabic} {theme:?}"
            );
        }
        assert!(n(palette.ink) > 50, "the title");
        assert!(n(look.ground()) > pixels.len() / 2);
    }
}

#[test]
fn a_picture_is_never_larger_than_a_texture() {
    let drawing = light(true, 700.0, 0.0).dispersion(500);
    let picture = to_picture(&drawing, &FontCatalog::bundled(), 3.0);
    assert_eq!(picture.height, 8192);
    assert!(picture.width > 300);
}

#[test]
fn a_mirrored_chart_has_its_bars_mirrored() {
    let bars = |arabic| {
        let drawing = light(arabic, 320.0, 240.0).bars();
        to_picture(&drawing, &FontCatalog::bundled(), 1.0)
    };
    let (arabic, english) = (bars(true), bars(false));
    let y = 16 + 150;
    let row = |picture: &Picture| -> Vec<_> {
        (0..picture.width)
            .map(|x| picture.pixel(x, y).unwrap())
            .collect()
    };
    let mut mirrored = row(&english);
    mirrored.reverse();
    let same = row(&arabic)
        .iter()
        .zip(&mirrored)
        .filter(|(a, b)| a == b)
        .count();
    // Edges fall between pixels.
    assert!(same > arabic.width - 8, "{same} of {}", arabic.width);
}
