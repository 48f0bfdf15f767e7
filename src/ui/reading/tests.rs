//! Steps of the caret through whole articles.

use super::caret::{CaretStep, PaneCaret};
use super::caret_keys::Held;
use super::document::Document;
use super::marks::{ShownClasses, TextMarks};
use super::page::{PageLook, PageSetting};
use super::selection::{Grain, Selection};
use crate::base::ArticleId;
use crate::corpus::{Article, TextEncoding};
use crate::text::{Caret, Direction, FontCatalog};
use crate::ui::Pen;
use egui::Context;
use proptest::prelude::*;
use proptest::sample::select;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::collections::BTreeSet;

const TITLE: &str = "عنوان";

fn article(body: &str) -> Article {
    Article {
        id: ArticleId(0),
        file: "a.txt".into(),
        title: TITLE.into(),
        title_span: None,
        text: body.into(),
        date: None,
        dated_by: None,
        period: None,
        source: None,
        url: None,
        extra: Vec::new(),
        n_words: 0,
        encoding: TextEncoding::Utf8,
    }
}

fn pen() -> Pen {
    Pen::new(&Context::default(), &FontCatalog::bundled())
}

/// A page of narrow lines.
fn with_page<T>(pen: &mut Pen, body: &str, use_it: impl FnOnce(&mut PageSetting<'_>) -> T) -> T {
    let article = article(body);
    let document = Document::new(&article);
    let marks = TextMarks {
        mentions: &[],
        expressions: &[],
        hits: &[],
        current_hit: None,
        shown: ShownClasses::default(),
        entity: None,
        current: None,
        revision: 0,
    };
    let mut set = FxHashMap::default();
    use_it(&mut PageSetting {
        article: &article,
        document: &document,
        marks: &marks,
        look: PageLook::new(280.0, 1.0),
        metadata_height: 30.0,
        set: &mut set,
        pen,
    })
}

/// Words of both directions, digits, signs, marks over letters, line ends, and
/// a word that is longer than a line.
fn mixed_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => select(vec!["قال", "الرئيس", "لا", "حربَ", "الله", "في", "كاراباخ", "والسـّلام"]),
        3 => select(vec!["CNN", "New York", "F-16", "a"]),
        2 => select(vec!["2020", "٢٥٪", "14/10", "(", ")", "«", "»", "،", "."]),
        1 => select(vec!["فاستسقيناكموهمافاستسقيناكموهمافاستسقيناكموهما", "👍🏽"]),
        2 => Just("\n"),
    ];
    let pieces = prop::collection::vec((piece, select(vec![" ", " ", " ", "", "  "])), 1..40);
    pieces.prop_map(|pieces| {
        let parts = pieces.iter().flat_map(|(piece, gap)| [*piece, *gap]);
        parts.collect()
    })
}

/// A place as it is seen: item, line, tenths of a point.
type Seen = (usize, usize, i32);

fn seen(caret: PaneCaret, page: &mut PageSetting<'_>) -> Seen {
    let block = &page.paragraph(caret.item).expect("an item with text").block;
    let (line, x) = block.caret_x(caret.at);
    #[expect(clippy::cast_possible_truncation, reason = "a place on a line")]
    let tenths = (x * 10.0).round() as i32;
    (caret.item, line, tenths)
}

/// Every caret from `from` on, by the same step, up to where it stays.
fn walk(from: PaneCaret, step: CaretStep, page: &mut PageSetting<'_>) -> Vec<PaneCaret> {
    let mut carets = vec![from];
    loop {
        let last = carets[carets.len() - 1];
        let next = last.after(step, page);
        if (next.item, next.at) == (last.item, last.at) {
            return carets;
        }
        carets.push(next);
        assert!(carets.len() < 20_000, "it goes round");
    }
}

fn start() -> PaneCaret {
    PaneCaret::new(0, Caret::after(0), true)
}

#[test]
fn every_place_is_reached_by_one_arrow_and_back_by_the_other() {
    let pen = RefCell::new(pen());
    proptest!(ProptestConfig::with_cases(60), |(text in mixed_text())| {
        with_page(&mut pen.borrow_mut(), &text, |page| {
            let there = walk(start(), CaretStep::Letter(Direction::Left), page);
            let last = there[there.len() - 1];
            let back = walk(last, CaretStep::Letter(Direction::Right), page);
            let mut seen_back: Vec<Seen> = back.iter().map(|c| seen(*c, page)).collect();
            seen_back.reverse();
            let seen_there: Vec<Seen> = there.iter().map(|c| seen(*c, page)).collect();
            prop_assert_eq!(&seen_there, &seen_back);
            let distinct: BTreeSet<&Seen> = seen_there.iter().collect();
            prop_assert_eq!(distinct.len(), seen_there.len(), "no place is met twice");

            let met: BTreeSet<(usize, usize)> = there
                .iter()
                .chain(&back)
                .map(|caret| (caret.item, caret.at.byte))
                .collect();
            for item in 0..page.document.items.len() {
                let Some(set) = page.paragraph(item) else { continue };
                for cell in set.block.cells.iter().filter(|cell| cell.x1 > cell.x0) {
                    for byte in [cell.bytes.start, cell.bytes.end] {
                        prop_assert!(met.contains(&(item, byte)), "{} in {}", byte, item);
                    }
                }
            }
            Ok(())
        })?;
    });
}

#[test]
fn the_parts_of_a_long_paragraph_meet_in_one_place() {
    let body = "قال الرئيس في باكو إن CNN نشرت 25 خبرا ".repeat(130);
    with_page(&mut pen(), &body, |page| {
        assert!(page.document.items.len() > 4, "cut into parts");
        let there = walk(start(), CaretStep::Letter(Direction::Left), page);
        let back = walk(
            there[there.len() - 1],
            CaretStep::Letter(Direction::Right),
            page,
        );
        let seen_there: Vec<Seen> = there.iter().map(|c| seen(*c, page)).collect();
        let seen_back: Vec<Seen> = back.iter().rev().map(|c| seen(*c, page)).collect();
        assert_eq!(seen_there, seen_back);
        // No key press without a letter: title and text, and a place after each.
        let n_letters = TITLE.chars().count() + body.trim().chars().count();
        assert_eq!(there.len(), n_letters + 2);
    });
}

#[test]
fn lines_down_and_up_again_keep_the_column() {
    let pen = RefCell::new(pen());
    proptest!(ProptestConfig::with_cases(60), |(text in mixed_text(), letters in 0_usize..40, lines in 1_i32..8)| {
        with_page(&mut pen.borrow_mut(), &text, |page| {
            let mut caret = start();
            for _ in 0..letters {
                caret = caret.after(CaretStep::Letter(Direction::Left), page);
            }
            let (before, mut n) = (seen(caret, page), 0);
            for _ in 0..lines {
                let next = caret.after(CaretStep::Lines(1), page);
                n += i32::from((next.item, next.at) != (caret.item, caret.at));
                let moved = seen(next, page) > seen(caret, page);
                prop_assert!(moved || next.at == caret.at);
                caret = next;
            }
            caret = caret.after(CaretStep::Lines(-n), page);
            prop_assert_eq!(seen(caret, page), before);
            Ok(())
        })?;
    });
}

#[test]
fn words_and_paragraphs_lead_to_the_ends() {
    let pen = RefCell::new(pen());
    proptest!(ProptestConfig::with_cases(60), |(text in mixed_text())| {
        with_page(&mut pen.borrow_mut(), &text, |page| {
            let end = start().after(CaretStep::End, page);
            for step in [CaretStep::Word(Direction::Left), CaretStep::Paragraph(true)] {
                let carets = walk(start(), step, page);
                prop_assert!(carets.windows(2).all(|pair| pair[0].position() < pair[1].position()));
                prop_assert_eq!(carets[carets.len() - 1].position(), end.position());
            }
            for step in [CaretStep::Word(Direction::Right), CaretStep::Paragraph(false)] {
                let carets = walk(end, step, page);
                prop_assert!(carets.windows(2).all(|pair| pair[0].position() > pair[1].position()));
                prop_assert_eq!(carets[carets.len() - 1].position(), start().position());
            }
            Ok(())
        })?;
    });
}

#[test]
fn shift_selects_what_the_mouse_would() {
    let pen = RefCell::new(pen());
    let step = select(vec![
        CaretStep::Letter(Direction::Left),
        CaretStep::Letter(Direction::Right),
        CaretStep::Word(Direction::Left),
        CaretStep::Lines(1),
        CaretStep::Lines(-1),
        CaretStep::Paragraph(true),
        CaretStep::LineStart,
        CaretStep::LineEnd,
        CaretStep::End,
    ]);
    let steps = prop::collection::vec(step, 1..12);
    proptest!(ProptestConfig::with_cases(100), |(text in mixed_text(), letters in 0_usize..40, steps in steps)| {
        with_page(&mut pen.borrow_mut(), &text, |page| {
            let (mut caret, mut selection) = (Some(start()), None);
            let mut held = Held { caret: &mut caret, selection: &mut selection };
            for _ in 0..letters {
                held.step(CaretStep::Letter(Direction::Left), false, page);
            }
            let from = held.caret.expect("a caret").position();
            for step in steps {
                held.step(step, true, page);
            }
            let to = held.caret.expect("a caret").position();
            // A press at the one place and a drag to the other.
            let drag = Selection { origin: from..from, reach: to..to, grain: Grain::Grapheme };
            let selected = selection.expect("a selection");
            prop_assert_eq!(
                selected.text(page.article, page.document),
                drag.text(page.article, page.document)
            );
            prop_assert_eq!(selected.is_empty(), from == to);
            Ok(())
        })?;
    });
}

#[test]
fn a_key_sets_two_pieces_of_a_long_article_at_most() {
    let sentence = "قال الرئيس في باكو إن CNN نشرت 25 خبرا. ";
    let body = format!("{}\n", sentence.repeat(60)).repeat(300);
    assert!(body.len() > 1_000_000);
    with_page(&mut pen(), &body, |page| {
        let middle = page.document.items.len() / 2;
        for step in [
            CaretStep::Letter(Direction::Left),
            CaretStep::Word(Direction::Right),
            CaretStep::Lines(1),
            CaretStep::Paragraph(true),
            CaretStep::LineEnd,
            CaretStep::Start,
            CaretStep::End,
        ] {
            page.set.clear();
            let caret = PaneCaret::new(middle, Caret::after(0), true);
            assert_ne!(caret.after(step, page), caret);
            assert!(page.set.len() <= 2, "{step:?}: {}", page.set.len());
        }
    });
}
