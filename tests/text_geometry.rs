//! Carets, hits and highlights against the cells of a block, on chosen and on
//! random text.

#![expect(
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it should be"
)]

#[path = "text_geometry/properties.rs"]
mod properties;

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation as _;
use warraq::text::{
    Alignment, BaseDirection, Block, Caret, Cell, Direction, FontCatalog, LineMeasure, TextStyle,
    Typeface, Typesetter,
};
use warraq::texts::{Language, Texts};

/// Rounding of sums of widths, in points.
const NEAR: f32 = 0.05;

const TYPEFACES: [Typeface; 3] = [Typeface::Reading, Typeface::Headline, Typeface::Interface];

/// A paragraph whose lines break in Arabic, in Latin phrases and in numbers.
const PARAGRAPH: &str = "قالت صحيفة The New York Times في عددها الصادر يوم 14 أكتوبر 2020 إن \
    الوزارة الأذربيجانية نفت ما نقلته وكالة Agence France Presse عن مصادر لها، وأضافت أن \
    الأذربيجانيين والأرمن اتفقوا (برعاية روسية) على هدنة تبدأ في الساعة 22:30 بتوقيت باكو؛ \
    غير أن وزارة الخارجية الأذربيجانية، كما كتب Human Rights Watch على موقعه، لم تؤكد ذلك.";

fn style(typeface: Typeface) -> TextStyle {
    TextStyle {
        typeface,
        bold: typeface == Typeface::Headline,
        size: 20.0,
        leading: 1.9,
    }
}

fn measure(width: f32, alignment: Alignment) -> LineMeasure {
    LineMeasure {
        width,
        alignment,
        direction: BaseDirection::RightToLeft,
    }
}

fn typesetter() -> Typesetter {
    Typesetter::new(&FontCatalog::bundled())
}

fn near(a: f32, b: f32) -> bool {
    (a - b).abs() <= NEAR
}

fn is_blank(text: &str, cell: &Cell) -> bool {
    text[cell.bytes.clone()].chars().all(char::is_whitespace)
}

/// The intervals that `cells` cover inside `width`, where those that touch are
/// one. Space that hangs over the end of a line is not shown.
fn union<'a>(cells: impl Iterator<Item = &'a Cell>, width: f32) -> Vec<(f32, f32)> {
    let mut intervals: Vec<(f32, f32)> = cells
        .map(|cell| (cell.x0.max(0.0), cell.x1.min(width)))
        .filter(|(x0, x1)| x1 > x0)
        .collect();
    intervals.sort_by(|a, b| a.0.total_cmp(&b.0));
    intervals.dedup_by(|next, last| {
        let touch = near(next.0, last.1);
        if touch {
            last.1 = next.1;
        }
        touch
    });
    intervals
}

/// Asserts that the areas of `range` are the union of its cells, line by line.
fn assert_areas_are_cells(block: &Block, range: &Range<usize>) {
    let areas = block.areas(range.clone());
    for (index, line) in block.lines.iter().enumerate() {
        let inside = block
            .cells_of(line)
            .iter()
            .filter(|cell| cell.bytes.start < range.end && cell.bytes.end > range.start);
        let expected = union(inside, block.width);
        let found: Vec<_> = areas.iter().filter(|area| area.line == index).collect();
        assert_eq!(found.len(), expected.len(), "{range:?} on line {index}");
        for (area, (x0, x1)) in found.iter().zip(expected) {
            assert!(
                near(area.x0, x0) && near(area.x1, x1),
                "{area:?}: {x0}..{x1}"
            );
            assert!(area.y0 < line.baseline && line.baseline < area.y1);
        }
    }
}

#[test]
fn areas_of_wrapped_mentions_are_their_cells_and_inside_the_measure() {
    let mut typesetter = typesetter();
    let mentions = [
        "The New York Times",
        "الوزارة الأذربيجانية",
        "وكالة Agence France Presse عن",
        "14 أكتوبر 2020",
        "(برعاية روسية)",
        "الأذربيجانيين والأرمن",
    ];
    let mut wrapped = 0;
    for typeface in TYPEFACES {
        for alignment in [Alignment::Start, Alignment::Justify] {
            for width in (160_u16..700).step_by(9) {
                let width = f32::from(width);
                let block =
                    typesetter.set(PARAGRAPH, style(typeface), measure(width, alignment), &[]);
                for mention in mentions {
                    let start = PARAGRAPH.find(mention).unwrap();
                    let range = start..start + mention.len();
                    assert_areas_are_cells(&block, &range);
                    let lines: Vec<usize> = block
                        .areas(range.clone())
                        .iter()
                        .map(|area| area.line)
                        .collect();
                    wrapped += usize::from(lines.first() != lines.last());
                }
                for cell in block.cells.iter().filter(|cell| !is_blank(PARAGRAPH, cell)) {
                    assert!(
                        cell.x0 >= -NEAR && cell.x1 <= width + NEAR,
                        "{typeface:?} {alignment:?} {width}: {cell:?}"
                    );
                }
            }
        }
    }
    assert!(wrapped > 300, "only {wrapped} mentions wrapped");
}

#[test]
fn bundled_faces_have_the_signs_of_keys() {
    let mut typesetter = typesetter();
    for typeface in TYPEFACES {
        let block = typesetter.set("⇧⌘⌥ −", style(typeface), LineMeasure::SINGLE_LINE, &[]);
        let n_missing = block.glyphs.iter().filter(|glyph| glyph.id == 0).count();
        assert_eq!((block.glyphs.len(), n_missing), (5, 0), "{typeface:?}");
    }
}

#[test]
fn bundled_faces_draw_lam_alef_in_three_ways() {
    let mut typesetter = typesetter();
    let mut advances = |typeface| -> Vec<bool> {
        let block = typesetter.set("لا", style(typeface), LineMeasure::SINGLE_LINE, &[]);
        block
            .glyphs
            .iter()
            .map(|glyph| glyph.advance > 0.0)
            .collect()
    };
    assert_eq!(advances(Typeface::Reading), [true, true], "two widths");
    assert_eq!(
        advances(Typeface::Headline),
        [false, true],
        "alef without width"
    );
    assert_eq!(advances(Typeface::Interface), [true], "one ligature");
}

#[test]
fn ranges_that_end_inside_lam_alef_show_both_parts() {
    let words = [
        "ال|أذربيجانية",
        "سل|ام",
        "بال|إسلام",
        "ل|آسيا",
        "وَلِلْ|إِعْلَامِ",
        "فل|أرمينيا",
        "لَّ|ا",
        "ل|اً",
        "بل|ٱ",
    ];
    let mut typesetter = typesetter();
    for typeface in TYPEFACES {
        for halves in words {
            let (word, alef) = (halves.replace('|', ""), halves.find('|').unwrap());
            let block = typesetter.set(&word, style(typeface), LineMeasure::SINGLE_LINE, &[]);
            let cell_at = |byte: usize| {
                let mut cells = block.cells.iter();
                cells.find(|cell| cell.bytes.contains(&byte)).unwrap()
            };
            let (alef_cell, lam_cell) = (cell_at(alef), cell_at(alef - 1));
            for cell in [alef_cell, lam_cell] {
                assert!(cell.x1 - cell.x0 > 2.0, "{typeface:?} {word} {cell:?}");
            }
            assert!(near(alef_cell.x1, lam_cell.x0), "{typeface:?} {word}");
            for range in [alef..word.len(), 0..alef, alef..alef + 2] {
                assert_areas_are_cells(&block, &range);
                assert_eq!(block.areas(range).len(), 1);
            }
        }
    }
}

/// Amiri kerns the reh of مشتركة under the kaf by its whole advance.
#[test]
fn no_letter_is_without_width() {
    let mut typesetter = typesetter();
    let mut empty = Vec::new();
    for line in crate::oracles::lines() {
        for typeface in TYPEFACES {
            let block = typesetter.set(&line.text, style(typeface), LineMeasure::SINGLE_LINE, &[]);
            for cell in block.cells.iter().filter(|cell| cell.x1 - cell.x0 < 0.4) {
                let grapheme = &line.text[cell.bytes.clone()];
                if grapheme.starts_with(char::is_alphabetic) && !grapheme.starts_with(is_mark) {
                    empty.push((typeface, line.written, grapheme.to_owned()));
                }
            }
        }
    }
    assert!(empty.is_empty(), "{empty:#?}");
}

/// A mark that is counted to the alphabetic characters, at the start of a line.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{064B}'..='\u{065F}' | '\u{0670}')
}

#[test]
fn justified_interior_lines_are_covered_from_edge_to_edge() {
    let mut typesetter = typesetter();
    let mut broken_in_latin = 0;
    for typeface in TYPEFACES {
        for direction in [BaseDirection::RightToLeft, BaseDirection::LeftToRight] {
            for width in (180_u16..700).step_by(7) {
                let measure = LineMeasure {
                    width: f32::from(width),
                    alignment: Alignment::Justify,
                    direction,
                };
                let block = typesetter.set(PARAGRAPH, style(typeface), measure, &[]);
                for (index, line) in block.lines.iter().enumerate() {
                    if index + 1 == block.lines.len() {
                        continue;
                    }
                    assert_flush(&block, index, measure.width);
                    let end = PARAGRAPH[line.bytes.clone()].trim_end();
                    let next = &PARAGRAPH[line.bytes.end..];
                    broken_in_latin += usize::from(
                        end.ends_with(|c: char| c.is_ascii_alphabetic())
                            && next.starts_with(|c: char| c.is_ascii_alphabetic()),
                    );
                }
            }
        }
    }
    assert!(
        broken_in_latin > 50,
        "{broken_in_latin} lines broke in a Latin phrase"
    );
}

/// Asserts that what is not blank on the line, and what the whole text covers
/// there, reaches from edge to edge, and that glyphs fill their cells.
fn assert_flush(block: &Block, index: usize, width: f32) {
    let line = &block.lines[index];
    let cells = block.cells_of(line);
    let solid = || cells.iter().filter(|cell| !is_blank(PARAGRAPH, cell));
    if solid().count() == cells.len() || !PARAGRAPH[line.bytes.clone()].trim().contains(' ') {
        return;
    }
    let left = solid().map(|cell| cell.x0).fold(f32::INFINITY, f32::min);
    let right = solid().map(|cell| cell.x1).fold(0.0, f32::max);
    assert!(
        near(left, 0.0) && near(right, width),
        "{left}..{right} of {width}"
    );
    let areas = block.areas(0..PARAGRAPH.len());
    let mut on_line = areas.iter().filter(|area| area.line == index);
    let area = on_line.next().unwrap();
    assert!(on_line.next().is_none(), "one piece");
    assert!(area.x0 <= NEAR && area.x1 >= width - NEAR);
    let glyphs: f32 = block
        .glyphs_of(line)
        .iter()
        .map(|glyph| glyph.advance)
        .sum();
    let all: f32 = cells.iter().map(|cell| cell.x1 - cell.x0).sum();
    assert!(near(glyphs, all), "{glyphs} in {all}");
}

#[test]
fn inks_do_not_move_or_change_glyphs() {
    let mut typesetter = typesetter();
    let mut inside_words = 0;
    for line in crate::oracles::lines() {
        let chars: Vec<usize> = line.text.char_indices().map(|(byte, _)| byte).collect();
        let (start, end) = (chars[chars.len() / 3], chars[chars.len() * 2 / 3]);
        for typeface in TYPEFACES {
            let measure = measure(300.0, Alignment::Justify);
            let plain = typesetter.set(&line.text, style(typeface), measure, &[]);
            let inked = typesetter.set(&line.text, style(typeface), measure, &[(start..end, 1)]);
            let mut cleared = inked.clone();
            for glyph in &mut cleared.glyphs {
                glyph.ink = 0;
            }
            assert_eq!(plain, cleared, "{}", line.written);
            let joined = line.text[..start].ends_with(char::is_alphabetic)
                && line.text[start..].starts_with(char::is_alphabetic);
            let both = inked.glyphs.iter().any(|glyph| glyph.ink == 0)
                && inked.glyphs.iter().any(|glyph| glyph.ink == 1);
            inside_words += usize::from(joined && both);
        }
    }
    assert!(inside_words > 300, "{inside_words} changes inside a word");
}

#[test]
fn an_empty_text_is_one_line() {
    let mut typesetter = typesetter();
    for (width, direction, x) in [
        (f32::INFINITY, BaseDirection::RightToLeft, 0.0),
        (f32::INFINITY, BaseDirection::Auto, 0.0),
        (200.0, BaseDirection::RightToLeft, 200.0),
        (200.0, BaseDirection::LeftToRight, 0.0),
    ] {
        let measure = LineMeasure {
            width,
            alignment: Alignment::Start,
            direction,
        };
        let block = typesetter.set("", style(Typeface::Reading), measure, &[]);
        assert_eq!((block.lines.len(), block.cells.len()), (1, 0));
        assert!(block.glyphs.is_empty());
        assert!(block.height > 0.0);
        assert_eq!(block.caret_x(Caret::default()), (0, x));
        assert_eq!(block.hit(3.0, 3.0), Caret::default());
        assert_eq!(block.step(Caret::default(), Direction::Left), None);
        assert!(block.areas(0..0).is_empty());
    }
}

#[test]
fn unwrapped_lines_begin_at_one_edge() {
    let block = typesetter().set(
        "سلام\nعليكم ورحمة الله",
        style(Typeface::Reading),
        measure(f32::INFINITY, Alignment::Start),
        &[],
    );
    for line in &block.lines {
        let right = block.cells_of(line).last().unwrap().x1;
        assert!(near(right, block.width), "{right} of {}", block.width);
    }
}

#[test]
fn control_characters_are_not_boxes() {
    let text = "عمود\tأول\u{0}ثان\u{7}";
    for typeface in TYPEFACES {
        let block = typesetter().set(text, style(typeface), LineMeasure::SINGLE_LINE, &[]);
        assert!(block.glyphs.iter().all(|glyph| glyph.id != 0));
        assert_eq!(block.cells.len(), text.graphemes(true).count());
    }
}

#[test]
fn an_ellipsis_fills_the_last_line_and_keeps_the_direction() {
    let mut typesetter = typesetter();
    for max_lines in 1..4 {
        for width in (120_u16..600).step_by(13) {
            let measure = measure(f32::from(width), Alignment::Start);
            let full = typesetter.set(PARAGRAPH, style(Typeface::Headline), measure, &[]);
            let cut =
                typesetter.set_within(PARAGRAPH, style(Typeface::Headline), measure, max_lines);
            assert_eq!(cut.lines.len(), max_lines);
            let kept = cut.text_len - "…".len();
            assert!(
                kept > full.lines[max_lines - 1].bytes.start,
                "{width}: too short"
            );
            // A word that did not fit whole may fit in part.
            let next = full.lines.get(max_lines);
            assert!(
                next.is_none_or(|line| kept <= line.bytes.end),
                "{width}: too long"
            );
            assert!(cut.width <= f32::from(width) + 0.5, "{width}: too wide");
        }
    }
    let auto = LineMeasure {
        width: 60.0,
        ..LineMeasure::SINGLE_LINE
    };
    let cut = typesetter.set_within("2020 2021 2022 سلام", style(Typeface::Interface), auto, 1);
    assert!(
        cut.right_to_left,
        "the letter that gives the direction is cut off"
    );
}

/// A long word that does not fit after a hyphen is cut inside, not left out.
#[test]
fn a_label_is_cut_where_its_room_ends() {
    let mut typesetter = Typesetter::new(&FontCatalog::bundled());
    let text = "CN-والمستشفيات";
    let style = style(Typeface::Interface);
    let whole = typesetter.set(text, style, LineMeasure::SINGLE_LINE, &[]);
    let measure = measure(whole.width - 12.0, Alignment::Start);
    let cut = typesetter.set_within(text, style, measure, 1);
    assert_eq!(cut.lines.len(), 1);
    let width = cut.cells.iter().map(|cell| cell.x1).fold(0.0, f32::max)
        - cut
            .cells
            .iter()
            .map(|cell| cell.x0)
            .fold(f32::MAX, f32::min);
    assert!(width > whole.width - 40.0, "{width} of {}", whole.width);
}

/// What is code in an Arabic sentence reads from left to right, also after an
/// Arabic letter, by which digits would go.
#[test]
fn dates_and_files_in_an_arabic_sentence_read_from_left_to_right() {
    let texts = Texts::new(Language::Arabic);
    let heading = [
        ("measure", "المفتاحية".into()),
        ("before", "2020".into()),
        ("after", "2023".into()),
    ];
    for (said, code) in [
        (
            texts.with("problem-bad-date", &[("value", "أمس".into())]),
            "2020-10-14",
        ),
        (texts.with("change-heading", &heading), "2023 ÷ 2020"),
        (
            texts.with("saved-to", &[("path", "/أ/001-باكو_02.csv".into())]),
            "/أ/001-باكو_02.csv",
        ),
    ] {
        let mut typesetter = Typesetter::new(&FontCatalog::bundled());
        let measure = LineMeasure {
            direction: BaseDirection::RightToLeft,
            ..LineMeasure::SINGLE_LINE
        };
        let block = typesetter.set(&said, style(Typeface::Interface), measure, &[]);
        let start = said.find(code).unwrap();
        let first = |c: &&Cell| !c.bytes.is_empty() && c.bytes.start == start;
        let last = |c: &&Cell| c.bytes.end == start + code.len();
        let (first, last) = (
            block.cells.iter().find(first),
            block.cells.iter().find(last),
        );
        let (first, last) = (first.unwrap(), last.unwrap());
        assert!(first.x0 < last.x0, "{said}");
    }
}
