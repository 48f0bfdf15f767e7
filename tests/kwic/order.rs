//! Which words stand where on the screen.

use super::support::{Look, NEWS, Test, line, news};
use crate::frame::PaintedText;
use egui::{Rect, vec2};
use warraq::text::{BaseDirection, FontCatalog, LineMeasure, TextStyle, Typeface, Typesetter};
use warraq::ui::kwic::{KwicEntry, KwicRow, sort_key_inks};

/// The words that are painted on the one line of `test`, from left to right.
fn words_on_screen(test: &Test) -> Vec<String> {
    let row = test.rows()[0].1;
    let mut words: Vec<(f32, String)> = Vec::new();
    for PaintedText { shape, clip } in test.texts() {
        let text = shape.galley.text().to_owned();
        let inside = row.y_range().contains(clip.center().y)
            || (clip.height() > row.height() && shape.pos.y < row.bottom());
        // Columns are clipped to the height of the list; furniture to all of it.
        if !inside || clip.width() > row.width() - 1.0 {
            continue;
        }
        for (word, x) in words_from_left(&text) {
            words.push((shape.pos.x + x, word));
        }
    }
    words.sort_by(|a, b| a.0.total_cmp(&b.0));
    words.into_iter().map(|(_, word)| word).collect()
}

/// The words of a cell and the left edges of their letters, as the pane sets it.
fn words_from_left(text: &str) -> Vec<(String, f32)> {
    let style = |bold| TextStyle {
        typeface: Typeface::Reading,
        bold,
        size: 19.0,
        leading: 1.6,
    };
    let bold = ["Ministry", "الدفاع", "CNN"].contains(&text);
    let measure = LineMeasure {
        direction: BaseDirection::RightToLeft,
        ..LineMeasure::SINGLE_LINE
    };
    let block = Typesetter::new(&FontCatalog::bundled()).set(text, style(bold), measure, &[]);
    let mut words = Vec::new();
    let mut start = 0;
    for part in text.split([' ', '\u{2066}', '\u{2069}']) {
        let range = start..start + part.len();
        start = range.end
            + text
                .get(range.end..)
                .and_then(|rest| rest.chars().next())
                .map_or(0, char::len_utf8);
        let cells = block.cells.iter();
        let left = cells
            .filter(|cell| range.contains(&cell.bytes.start))
            .map(|cell| cell.x0)
            .fold(f32::INFINITY, f32::min);
        if !part.is_empty() {
            words.push((part.to_owned(), left));
        }
    }
    words
}

fn one(row: fn() -> KwicRow) -> Test {
    // The rows of a test are given by a function without surroundings.
    fn entry(row: KwicRow) -> KwicEntry {
        KwicEntry::Line(row)
    }
    let look = Look {
        size: vec2(1_400.0, 120.0),
        ..Look::default()
    };
    let mut test = Test::with(0, news, look);
    test.window().n = 1;
    test.window().row = Some(entry(row()));
    test.harness.run();
    test
}

#[test]
fn before_stands_at_the_right_of_the_node_and_after_at_its_left() {
    let test = one(|| line(("واتهمت وزارة", "الدفاع", "الأذربيجانية أرمينيا")));
    assert_eq!(
        words_on_screen(&test),
        ["أرمينيا", "الأذربيجانية", "الدفاع", "وزارة", "واتهمت"]
    );
}

#[test]
fn an_english_phrase_reads_straight_across_the_node() {
    let test = one(|| line(("قال the Foreign", "Ministry", "spokesman said أمس")));
    assert_eq!(
        words_on_screen(&test),
        [
            "أمس",
            "the",
            "Foreign",
            "Ministry",
            "spokesman",
            "said",
            "قال"
        ]
    );
}

#[test]
fn digits_brackets_and_latin_words_stay_in_their_cells() {
    let test = one(|| line(("عام 2020 (CNN)", "الدفاع", "(BBC) 14 أكتوبر")));
    let words = words_on_screen(&test);
    assert_eq!(
        words,
        ["أكتوبر", "14", "(BBC)", "الدفاع", "(CNN)", "2020", "عام"]
    );
}

#[test]
fn cells_are_cut_at_the_far_side() {
    let look = Look {
        size: vec2(700.0, 300.0),
        ..Look::default()
    };
    let test = Test::with(NEWS.len(), news, look);
    let list = test.list();
    let nodes = test.painted("الدفاع");
    let (before, after) = (NEWS[0].0, NEWS[0].2);
    // What is laid out ends, or begins, with the words next to the node.
    let find = |near: &dyn Fn(&str) -> bool| {
        let mut found = test.texts().into_iter();
        let found = found.find(|painted| near(painted.text()) && painted.text().len() > 20);
        found.expect("the cell is painted")
    };
    let painted = find(&|text| before.ends_with(text));
    let (letters, clip) = (painted.ink(), painted.clip);
    assert!(letters.right() > clip.right(), "it goes on at the right");
    assert!(
        (letters.left() - clip.left()).abs() < 3.0,
        "it ends at the node"
    );
    assert!(clip.left() > nodes[0].right() && clip.right() < list.right());
    let painted = find(&|text| after.starts_with(text));
    let (letters, clip) = (painted.ink(), painted.clip);
    assert!(letters.left() < clip.left(), "it goes on at the left");
    assert!(
        (letters.right() - clip.right()).abs() < 3.0,
        "it begins at the node"
    );
    assert!(clip.right() < nodes[0].left());
}

#[test]
fn nodes_are_aligned_and_columns_do_not_overlap() {
    for (width, scale) in [(420.0, 1.0), (420.0, 2.0), (700.0, 1.25), (1_400.0, 1.0)] {
        let look = Look {
            size: vec2(width, 360.0),
            scale,
            ..Look::default()
        };
        let test = Test::with(NEWS.len(), news, look);
        let nodes = test.painted("الدفاع");
        assert!(nodes.len() >= 4);
        for node in &nodes {
            assert!((node.center().x - nodes[0].center().x).abs() < 0.01);
        }
        let columns: Vec<Rect> = test
            .texts()
            .into_iter()
            .map(|painted| painted.clip)
            .filter(|clip| clip.height() > 300.0 && clip.width() < width * 0.5)
            .collect();
        for a in &columns {
            for b in &columns {
                let apart = a.max.x <= b.min.x + 0.01 || b.max.x <= a.min.x + 0.01;
                assert!(a == b || apart, "{width} at {scale}: {a:?} {b:?}");
            }
        }
    }
}

#[test]
fn the_corpus_keeps_its_direction_in_an_english_interface() {
    let look = Look {
        interface_right_to_left: false,
        ..Look::default()
    };
    let test = Test::with(NEWS.len(), news, look);
    let node = test.painted("الدفاع")[0];
    let before = test.painted(NEWS[5].0)[0];
    let after = test.painted(NEWS[4].2)[0];
    assert!(before.left() > node.right() && after.right() < node.left());
    let place = test.painted("2020 · 000")[0];
    assert!(
        place.right() < test.list().center().x,
        "the furniture is mirrored"
    );
}

#[test]
fn letters_of_sort_keys_are_coloured_and_stay_joined() {
    let plain = one(|| line(("", "الدفاع", "الأذربيجانية أرمينيا")));
    let inked = one(|| KwicRow {
        // From the middle of a word on.
        after_inks: vec![(8..24, 0), (25..39, 1)],
        ..line(("", "الدفاع", "الأذربيجانية أرمينيا"))
    });
    let find = |test: &Test| {
        let mut found = test.texts();
        found.retain(|painted| painted.text() == "الأذربيجانية أرمينيا");
        found.remove(0).shape.galley
    };
    let (plain, inked) = (find(&plain), find(&inked));
    let vertices = |galley: &egui::Galley| galley.rows[0].visuals.mesh.vertices.clone();
    let (plain, inked) = (vertices(&plain), vertices(&inked));
    assert_eq!(plain.len(), inked.len());
    let inks = sort_key_inks(warraq::ui::theme::Theme::Light.palette());
    let mut colors = [0; 2];
    for (a, b) in plain.iter().zip(&inked) {
        assert_eq!(
            (a.pos, a.uv),
            (b.pos, b.uv),
            "the same glyphs in the same places"
        );
        for (n, ink) in colors.iter_mut().zip(inks) {
            *n += usize::from(b.color == ink);
        }
    }
    assert!(colors[0] > 0 && colors[1] > 0, "{colors:?}");
    assert!(plain.iter().all(|vertex| !inks.contains(&vertex.color)));
}

#[test]
fn odd_lines_are_shown() {
    let rows: [fn() -> KwicRow; 6] = [
        || line(("", "", "")),
        || line(("", "الدفاع", "")),
        || line(("وَأَعْلَنَتْ وَزَارَةُ", "الدِّفَاعِ", "ـــ طويل جدّاً")),
        || {
            let long: &'static str = Box::leak("مستشفى".repeat(300).into_boxed_str());
            line((long, long, long))
        },
        || line(("(((", ")", "]]")),
        || line(("\u{202E}قال", "e\u{301}", "👩‍👩‍👧 \u{2066}x")),
    ];
    for row in rows {
        let test = one(row);
        assert_eq!(test.rows().len(), 1);
    }
}
