//! What holds for every text, width, direction and typeface.

use super::{NEAR, TYPEFACES, assert_areas_are_cells, near, style, typesetter};
use proptest::prelude::*;
use proptest::sample::select;
use std::cell::RefCell;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation as _;
use warraq::text::{
    Affinity, Alignment, BaseDirection, Block, Caret, Cell, Direction, Line, LineMeasure,
    TextStyle, next_grapheme, next_word, previous_grapheme, previous_word, word_at,
};

/// Text of everything that is hard for a text layer.
fn any_text() -> impl Strategy<Value = String> {
    let letters = || {
        select(
            "ابتثجحخدرزسشصطعغفقكلمنهويءآأؤإئىةٱگپچیک"
                .graphemes(true)
                .collect::<Vec<_>>(),
        )
    };
    let piece = prop_oneof![
        8 => letters(),
        2 => select(vec!["لا", "لأ", "لآ", "الله", "لله", "ﻻ", "ـ"]),
        3 => select(vec!["\u{64E}", "\u{650}", "\u{651}", "\u{64B}", "\u{670}", "\u{301}", "\u{34F}"]),
        3 => select(vec!["0", "1", "9", "٣", "٧", "۴"]),
        3 => select(vec!["a", "b", "Z", "é", "fi", "אב", "日"]),
        4 => select(vec![" ", " ", " ", "\u{A0}", "\u{202F}", "\u{3000}"]),
        4 => select(vec![".", "،", ":", "/", "-", "%", "(", ")", "[", "]", "«", "»", "“", "”", "…"]),
        2 => select(vec![
            "\u{200E}", "\u{200F}", "\u{61C}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}",
            "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{200C}", "\u{200D}",
            "\u{200B}", "\u{FEFF}", "\u{AD}", "\u{600}", "\u{6DD}",
        ]),
        1 => select(vec!["\u{0}", "\t", "\r", "\n", "\r\n", "\u{85}", "\u{2028}", "\u{2029}", "\u{1F}"]),
        1 => select(vec!["😀", "👍🏽", "👨\u{200D}👩\u{200D}👧", "🇦🇿", "❤\u{FE0F}", "1\u{FE0F}\u{20E3}"]),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn any_setting() -> impl Strategy<Value = (TextStyle, LineMeasure)> {
    let direction = select(vec![
        BaseDirection::Auto,
        BaseDirection::LeftToRight,
        BaseDirection::RightToLeft,
    ]);
    let alignment = select(vec![Alignment::Start, Alignment::Justify]);
    let width = prop_oneof![Just(f32::INFINITY), 0.0_f32..400.0];
    (select(TYPEFACES.to_vec()), width, alignment, direction).prop_map(
        |(typeface, width, alignment, direction)| {
            let measure = LineMeasure {
                width,
                alignment,
                direction,
            };
            (style(typeface), measure)
        },
    )
}

/// Asserts that `parts`, put in order, cover `whole` exactly once.
fn assert_partition(mut parts: Vec<Range<usize>>, whole: &Range<usize>) {
    parts.sort_by_key(|part| part.start);
    let mut at = whole.start;
    for part in parts {
        assert_eq!(part.start, at);
        at = part.end;
    }
    assert_eq!(at, whole.end);
}

fn wide_cells<'a>(block: &'a Block, line: &Line) -> Vec<&'a Cell> {
    let cells = block.cells_of(line).iter();
    cells.filter(|cell| cell.x1 > cell.x0).collect()
}

fn total_width(block: &Block, range: Range<usize>) -> f32 {
    let areas = block.areas(range);
    areas.iter().map(|area| area.x1 - area.x0).sum()
}

#[test]
fn cells_cover_the_text_once() {
    let typesetter = RefCell::new(typesetter());
    proptest!(|(text in any_text(), (style, measure) in any_setting())| {
        let block = typesetter.borrow_mut().set(&text, style, measure, &[]);
        prop_assert!(!block.lines.is_empty());
        let lines = block.lines.iter().map(|line| line.bytes.clone());
        assert_partition(lines.collect(), &(0..text.len()));
        for line in &block.lines {
            let cells = block.cells_of(line);
            let graphemes = cells.iter().map(|cell| cell.bytes.clone());
            assert_partition(graphemes.collect(), &line.bytes);
            for cell in cells {
                prop_assert!(!cell.bytes.is_empty() && cell.x0 <= cell.x1);
                prop_assert!(text.get(cell.bytes.clone()).is_some());
            }
            for pair in cells.windows(2) {
                prop_assert!(near(pair[0].x1, pair[1].x0), "gap: {:?}", pair);
            }
        }
        for (at, _) in text.grapheme_indices(true) {
            let starts = block.cells.iter().any(|cell| cell.bytes.start == at);
            prop_assert!(starts, "no cell at {}", at);
        }
    });
}

#[test]
fn inks_of_any_range_only_colour() {
    let typesetter = RefCell::new(typesetter());
    let range = || (0_usize..80, 0_usize..80, any::<u8>());
    proptest!(|(text in any_text(), (style, measure) in any_setting(), a in range(), b in range())| {
        let mut typesetter = typesetter.borrow_mut();
        let plain = typesetter.set(&text, style, measure, &[]);
        let inks = [a, b].map(|(start, end, ink)| (start..end, ink));
        let mut inked = typesetter.set(&text, style, measure, &inks);
        for glyph in &mut inked.glyphs {
            glyph.ink = 0;
        }
        prop_assert_eq!(plain, inked);
    });
}

#[test]
fn the_caret_of_a_hit_is_at_the_nearest_edge() {
    let typesetter = RefCell::new(typesetter());
    let shares = || prop::collection::vec(-0.2_f32..1.2, 8);
    proptest!(|(text in any_text(), (style, measure) in any_setting(), shares in shares())| {
        let block = typesetter.borrow_mut().set(&text, style, measure, &[]);
        for (index, line) in block.lines.iter().enumerate() {
            let wide = wide_cells(&block, line);
            for share in &shares {
                let (Some(first), Some(last)) = (wide.first(), wide.last()) else {
                    let caret = block.hit(*share, f32::midpoint(line.top, line.bottom));
                    prop_assert_eq!(caret.byte, line.bytes.start);
                    continue;
                };
                let x = first.x0 + share * (last.x1 - first.x0);
                let caret = block.hit(x, f32::midpoint(line.top, line.bottom));
                let (caret_line, caret_x) = block.caret_x(caret);
                prop_assert_eq!(caret_line, index);
                let under = wide.iter().find(|cell| x < cell.x1).unwrap_or(last);
                let middle = f32::midpoint(under.x0, under.x1);
                let edge = if x < middle { under.x0 } else { under.x1 };
                prop_assert!(
                    near(caret_x, edge) || near(x, middle),
                    "{} in {:?}: {} for {}", x, under, caret_x, edge
                );
            }
        }
    });
}

#[test]
fn carets_stand_on_their_line_at_any_byte() {
    let typesetter = RefCell::new(typesetter());
    proptest!(|(text in any_text(), (style, measure) in any_setting())| {
        let block = typesetter.borrow_mut().set(&text, style, measure, &[]);
        for byte in 0..=text.len() + 1 {
            for affinity in [Affinity::Before, Affinity::After] {
                let (index, x) = block.caret_x(Caret { byte, affinity });
                let cells = block.cells_of(&block.lines[index]);
                if let (Some(first), Some(last)) = (cells.first(), cells.last())
                    && byte <= text.len()
                {
                    prop_assert!(first.x0 - NEAR <= x && x <= last.x1 + NEAR, "{} at {}", x, byte);
                }
            }
        }
    });
}

#[test]
fn areas_add_up() {
    let typesetter = RefCell::new(typesetter());
    let picks = any::<[prop::sample::Index; 3]>;
    proptest!(|(text in any_text(), (style, measure) in any_setting(), picks in picks())| {
        let block = typesetter.borrow_mut().set(&text, style, measure, &[]);
        let mut edges: Vec<usize> = block.cells.iter().map(|cell| cell.bytes.start).collect();
        edges.push(text.len());
        let mut at = picks.map(|pick| edges[pick.index(edges.len())]);
        at.sort_unstable();
        let [a, b, c] = at;
        let parts = total_width(&block, a..b) + total_width(&block, b..c);
        prop_assert!((parts - total_width(&block, a..c)).abs() < 0.5);
        assert_areas_are_cells(&block, &(a..c));
    });
}

#[test]
fn steps_reach_the_edge_and_never_turn() {
    let typesetter = RefCell::new(typesetter());
    proptest!(|(text in any_text(), (style, measure) in any_setting())| {
        let block = typesetter.borrow_mut().set(&text, style, measure, &[]);
        for line in &block.lines {
            let wide = wide_cells(&block, line);
            let (Some(first), Some(last)) = (wide.first(), wide.last()) else { continue };
            let ways = [(Direction::Left, -1.0, first.x0), (Direction::Right, 1.0, last.x1)];
            let ends = |cell: &Cell| [Caret::after(cell.bytes.start), Caret::before(cell.bytes.end)];
            for start in block.cells_of(line).iter().flat_map(ends) {
                for (direction, sign, edge) in ways {
                    let (mut caret, mut steps) = (start, 0);
                    while let Some(next) = block.step(caret, direction) {
                        steps += 1;
                        prop_assert!(steps <= wide.len(), "too many steps");
                        let moved = sign * (block.caret_x(next).1 - block.caret_x(caret).1);
                        prop_assert!(moved > 0.0, "{:?} to {:?}", caret, next);
                        prop_assert_eq!(block.line_of(next), block.line_of(start));
                        caret = next;
                    }
                    let x = block.caret_x(caret).1;
                    prop_assert!(near(x, edge), "stopped at {:?}", caret);
                }
            }
        }
    });
}

#[test]
fn motions_make_progress() {
    proptest!(|(text in any_text())| {
        let len = text.len();
        for at in 0..=len + 2 {
            let here = at.min(len);
            for next in [next_grapheme(&text, at), next_word(&text, at)] {
                prop_assert!(next > here || next == len, "{} to {}", at, next);
                prop_assert!(text.is_char_boundary(next));
            }
            for previous in [previous_grapheme(&text, at), previous_word(&text, at)] {
                prop_assert!(previous < here || previous == 0, "{} to {}", at, previous);
                prop_assert!(text.is_char_boundary(previous));
            }
            let word = word_at(&text, at);
            prop_assert!(text.get(word.clone()).is_some());
            prop_assert_eq!(word.is_empty(), text.is_empty());
            prop_assert!(at >= len || word.contains(&at));
        }
    });
}

#[test]
fn shortened_text_fits_and_ends_in_an_ellipsis() {
    let typesetter = RefCell::new(typesetter());
    proptest!(|(text in any_text(), (style, measure) in any_setting(), max_lines in 1_usize..4)| {
        let mut typesetter = typesetter.borrow_mut();
        let full = typesetter.set(&text, style, measure, &[]);
        let block = typesetter.set_within(&text, style, measure, max_lines);
        if full.lines.len() <= max_lines {
            prop_assert_eq!(block, full);
        } else {
            prop_assert!(block.lines.len() <= max_lines);
            let kept = block.text_len - "…".len();
            let mut boundaries = text.grapheme_indices(true).map(|(start, _)| start);
            prop_assert!(boundaries.any(|start| start == kept), "cut inside a grapheme");
            prop_assert!(block.cells.iter().any(|cell| cell.bytes.end == block.text_len));
        }
    });
}
