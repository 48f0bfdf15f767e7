//! What the window shows and answers.

use crate::chart::data::{Look, article, months};
use crate::chart::support::{AT, NAME, Stage, light};
use egui::{Key, pos2};
use warraq::ui::chart::{DISPERSION_ROW, Pick};
use warraq::ui::theme::Theme;

#[test]
fn every_datum_has_a_name() {
    let look = light(true, 320.0, 240.0);
    let stage = Stage::new(look, look.bars());
    let expected = [
        "2020 · 5.6 · 3 مقالات",
        "2023 · 3.5 · مقالان",
        "بلا تاريخ · 0.0 · 5 مقالات",
    ];
    assert_eq!(stage.spots(), expected);
}

#[test]
fn the_texts_stand_in_the_window_where_the_drawing_has_them() {
    for (arabic, theme) in Look::ALL {
        let look = Look::new(arabic, theme, 800.0, 300.0);
        let drawing = look.timeline(&months());
        let mut typesetter = crate::chart::data::typesetter();
        let stage = Stage::new(look, drawing.clone());
        let painted = stage.texts();
        assert_eq!(painted.len(), drawing.texts().count());
        for (writing, (text, rect)) in drawing.texts().zip(painted) {
            assert_eq!(writing.text, text);
            let expected = writing.room(&mut typesetter).translate(AT.to_vec2());
            let off = (expected.center() - rect.center()).abs();
            assert!(off.max_elem() < 1.0, "{text}: {expected} {rect}");
        }
    }
}

#[test]
fn pointing_and_clicking_answer_with_the_bar() {
    let look = light(true, 320.0, 240.0);
    let mut stage = Stage::new(look, look.bars());
    let second = stage.rect("2023 · 3.5 · مقالان").center();
    stage.point(second);
    let pick = Pick {
        index: 1,
        part: None,
    };
    assert_eq!(stage.hovered(), Some(pick));
    stage.click(second);
    assert_eq!(stage.clicked(), [pick]);
    stage.point(AT + egui::vec2(2.0, 2.0));
    assert_eq!(stage.hovered(), None);
}

#[test]
fn the_name_of_a_bar_is_shown_where_the_pointer_rests() {
    let look = light(true, 320.0, 240.0);
    let mut stage = Stage::new(look, look.bars());
    let name = "2020 · 5.6 · 3 مقالات";
    let shown = |stage: &Stage| stage.texts().iter().any(|(text, _)| text == name);
    assert!(!shown(&stage));
    stage.point(stage.rect(name).center());
    for _ in 0..8 {
        stage.harness.step();
    }
    assert!(shown(&stage));
}

#[test]
fn the_arrow_keys_go_from_datum_to_datum() {
    for (arabic, on, back) in [
        (true, Key::ArrowLeft, Key::ArrowRight),
        (false, Key::ArrowRight, Key::ArrowLeft),
    ] {
        let look = light(arabic, 320.0, 240.0);
        let mut stage = Stage::new(look, look.bars());
        stage.key(Key::Tab);
        assert_eq!(stage.hovered(), None);
        let mut at = Vec::new();
        for key in [on, on, on, on, back] {
            stage.key(key);
            at.extend(stage.hovered().map(|pick| pick.index));
        }
        assert_eq!(at, [0, 1, 2, 2, 1]);
        stage.key(Key::Enter);
        let chosen: Vec<usize> = stage.clicked().iter().map(|pick| pick.index).collect();
        assert_eq!(chosen, [1]);
    }
}

#[test]
fn only_rows_in_view_are_asked_for_and_once() {
    let look = light(true, 700.0, 10.0 * DISPERSION_ROW);
    let mut stage = Stage::dispersion(look, 1_000_000, |i| article(true, i));
    let asked = std::mem::take(&mut stage.harness.state_mut().asked);
    assert!(asked.iter().all(|row| *row < 11), "{asked:?}");
    for _ in 0..10 {
        stage.harness.step();
    }
    assert_eq!(stage.harness.state().asked, Vec::<usize>::new());
    assert_eq!(stage.spots().len(), 10);
    // Going on asks for those that come into view.
    stage.key(Key::Tab);
    for _ in 0..12 {
        stage.key(Key::ArrowDown);
    }
    let asked = std::mem::take(&mut stage.harness.state_mut().asked);
    assert_eq!(asked, [10, 11]);
    assert_eq!(stage.spots().len(), 10);
    assert_eq!(stage.spots().last(), Some(&article(true, 11).name));
}

#[test]
fn a_click_on_a_tick_answers_with_row_and_hit() {
    for arabic in [true, false] {
        let look = Look::new(arabic, Theme::Dark, 700.0, 300.0);
        let mut stage = Stage::dispersion(look, 40, move |i| article(arabic, i));
        // Row 3 has six hits; the third is at 225 of 400.
        let row = article(arabic, 3);
        let rect = stage.rect(&row.name);
        assert_eq!(row.places.len(), 6);
        let place = row.places[2];
        // Labels, and the number of hits beside a free scrollbar.
        let width = rect.width();
        let start = 4.0 + 4.0 + (width * 0.32).min(260.0) + 8.0;
        let along = start + place * (width - 48.0 - start);
        let x = if arabic {
            rect.right() - along
        } else {
            rect.left() + along
        };
        stage.click(pos2(x, rect.center().y));
        let pick = Pick {
            index: 3,
            part: Some(2),
        };
        assert_eq!(stage.clicked(), [pick]);
        stage.click(pos2(
            if arabic {
                rect.right() - 20.0
            } else {
                rect.left() + 20.0
            },
            rect.center().y,
        ));
        assert_eq!(
            stage.clicked()[1],
            Pick {
                index: 3,
                part: None
            }
        );
    }
}

#[test]
fn the_keyboard_goes_to_rows_out_of_view() {
    let look = light(true, 700.0, 5.0 * DISPERSION_ROW);
    let mut stage = Stage::dispersion(look, 300, |i| article(true, i));
    assert_eq!(stage.spots().len(), 5);
    stage.key(Key::Tab);
    for _ in 0..9 {
        stage.key(Key::ArrowDown);
    }
    assert_eq!(stage.hovered().map(|pick| pick.index), Some(8));
    assert!(stage.spots().contains(&article(true, 8).name));
    stage.key(Key::End);
    assert!(stage.spots().contains(&article(true, 299).name));
    stage.key(Key::Enter);
    assert_eq!(stage.clicked().last().map(|pick| pick.index), Some(299));
    assert!(stage.harness.ctx.memory(egui::Memory::focused).is_some());
    assert!(stage.rect(NAME).width() > 100.0);
}
