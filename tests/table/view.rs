//! What is shown, and where.

use crate::table::support::{Look, NAME, Window, columns, frequency, word};
use egui::{Event, Modifiers, MouseWheelUnit, Role, TouchPhase, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use warraq::text::{FontCatalog, LineMeasure, Typesetter};
use warraq::ui::table::{HEADER, ROW, TableCell, TableRow};
use warraq::ui::theme;

#[test]
fn only_rows_in_view_are_made() {
    let mut window = Window::new();
    window.harness.state_mut().asked.clear();
    window.harness.step();
    // A view of 300 points.
    assert_eq!(window.state().asked, (0..10).collect::<Vec<_>>());
    assert_eq!(window.rows(), (0..10).collect::<Vec<_>>());
    window.harness.state_mut().reveal = Some(777_777);
    window.harness.step();
    window.harness.state_mut().asked.clear();
    window.harness.step();
    assert_eq!(
        window.state().asked,
        (777_768..=777_777).collect::<Vec<_>>()
    );
}

#[test]
fn screen_readers_hear_a_table_of_rows_of_cells() {
    let window = Window::new();
    let table = window.harness.get_by_role_and_label(Role::Table, NAME);
    assert_eq!(table.accesskit_node().data().row_count(), Some(1_000_000));
    assert_eq!(table.accesskit_node().data().column_count(), Some(3));
    let name = format!(
        "الكلمة: {} · التكرار: {} · ملاحظة: رقم 1",
        word(1),
        frequency(1)
    );
    let row = window.harness.get_by_role_and_label(Role::Row, &name);
    let cells: Vec<String> = row
        .get_all_by_role(Role::Cell)
        .filter_map(|cell| cell.accesskit_node().label())
        .collect();
    assert_eq!(
        cells,
        [word(1).to_owned(), frequency(1), "رقم 1".to_owned()]
    );
    let rows = table.get_all_by_role(Role::Row).count();
    assert_eq!(rows, 10);
}

#[test]
fn the_selected_row_is_told() {
    let mut window = Window::new();
    window.click(window.cells(word(2))[0].center());
    window.harness.run();
    let rows = window.harness.get_all_by_role(Role::Row);
    let selected: Vec<usize> = rows
        .filter(|row| row.accesskit_node().is_selected() == Some(true))
        .filter_map(|row| row.accesskit_node().data().row_index())
        .collect();
    assert_eq!(selected, [2]);
}

#[test]
fn columns_are_mirrored() {
    let centers = |right_to_left| {
        let window = Window::open(Look {
            right_to_left,
            ..Look::default()
        });
        columns().map(|column| window.rect(column.heading).center().x - 20.0)
    };
    let (arabic, english) = (centers(true), centers(false));
    assert!(arabic[0] > arabic[1] && arabic[1] > arabic[2]);
    for (a, e) in arabic.into_iter().zip(english) {
        assert!((a - (640.0 - e)).abs() < 0.5, "{a} {e}");
    }
}

#[test]
fn numbers_line_up_at_the_right_in_both_directions() {
    for right_to_left in [true, false] {
        let window = Window::open(Look {
            right_to_left,
            ..Look::default()
        });
        let texts = window.texts();
        let right = |text: &str| {
            let found = texts.iter().find(|(painted, ..)| painted == text);
            found.expect("it is painted").1.right()
        };
        let edge = right(&frequency(0));
        for index in 1..10 {
            let text = frequency(index);
            assert!((right(&text) - edge).abs() <= 1.0, "{text}");
        }
    }
}

/// With equal digits and as many decimals, right edges make decimal points line up.
#[test]
fn digits_are_equally_wide() {
    let mut typesetter = Typesetter::new(&FontCatalog::bundled());
    let mut width = |text: &str| {
        let measure = LineMeasure::SINGLE_LINE;
        typesetter.set(text, theme::text(), measure, &[]).width
    };
    let widths: Vec<f32> = (0..10).map(|digit| width(&digit.to_string())).collect();
    for digit in &widths {
        assert!((digit - widths[0]).abs() < 0.01, "{widths:?}");
    }
}

#[test]
fn long_texts_are_cut_and_shown_whole_on_hover() {
    const LONG: &str = "أعلنت وزارة الدفاع الأذربيجانية أنها بدأت حملة لمكافحة الإرهاب في المنطقة";
    let look = Look {
        size: vec2(420.0, 332.0),
        ..Look::default()
    };
    let mut window = Window::with_rows(look, |index, _| TableRow {
        cells: vec![TableCell::new(if index == 1 { LONG } else { "هدنة" })],
        ..TableRow::default()
    });
    let cell = window.cells(LONG)[0];
    let texts = window.texts();
    let painted = texts.iter().find(|(text, ..)| text == LONG).unwrap();
    assert!(painted.1.width() <= cell.width() + 0.5);
    window.event(Event::PointerMoved(cell.center()));
    for _ in 0..8 {
        window.harness.step();
    }
    let whole = |window: &Window| window.texts().iter().filter(|(t, ..)| t == LONG).count();
    assert_eq!(whole(&window), 2);
    window.event(Event::PointerMoved(cell.center() + vec2(0.0, 3.0 * ROW)));
    for _ in 0..8 {
        window.harness.step();
    }
    assert_eq!(whole(&window), 1);
}

#[test]
fn cut_texts_stand_at_their_side_of_the_column() {
    const LONG: &str = "أعلنت وزارة الدفاع الأذربيجانية أنها بدأت حملة لمكافحة الإرهاب في المنطقة";
    for right_to_left in [true, false] {
        let look = Look {
            right_to_left,
            size: vec2(420.0, 332.0),
            n_rows: 1,
            ..Look::default()
        };
        let window = Window::with_rows(look, |_, _| TableRow {
            cells: vec![TableCell::new(LONG)],
            ..TableRow::default()
        });
        let cell = window.cells(LONG)[0];
        let ink = window.ink(LONG);
        let off = if right_to_left {
            ink.right() - cell.right()
        } else {
            ink.left() - cell.left()
        };
        assert!(off.abs() < 3.0, "{right_to_left}: {ink} in {cell}");
        assert!(ink.width() <= cell.width() + 0.5, "else nothing is cut");
    }
}

#[test]
fn everything_stays_inside_a_narrow_table() {
    for right_to_left in [true, false] {
        let window = Window::open(Look {
            right_to_left,
            size: vec2(160.0, 200.0),
            ticks: true,
            ..Look::default()
        });
        for (text, rect, _) in window.texts() {
            assert!(
                rect.left() >= 19.0 && rect.right() <= 181.0,
                "{text}: {rect}"
            );
        }
    }
}

#[test]
fn the_wheel_moves_rows_under_headings_that_stay() {
    let mut window = Window::new();
    let heading = window.rect("الكلمة");
    window.event(Event::PointerMoved(window.rect(NAME).center()));
    window.harness.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, -3_010.0),
        phase: TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    });
    for _ in 0..20 {
        window.harness.step();
    }
    assert_eq!(window.rows(), (100..=110).collect::<Vec<_>>());
    assert_eq!(window.rect("الكلمة"), heading);
    // No row is painted over the headings.
    let body = window.rect(NAME);
    assert!((body.top() - (20.0 + HEADER)).abs() < 0.01);
    let headings = columns().map(|column| column.heading);
    for (text, _, clip) in window.texts() {
        assert!(
            headings.contains(&text.as_str()) || clip.top() >= body.top(),
            "{text}"
        );
    }
}

#[test]
fn the_scrollbar_goes_to_the_end() {
    let mut window = Window::new();
    let bar = window.rect("scrollbar");
    assert!(
        bar.left() < window.rect(NAME).center().x,
        "at the left in Arabic"
    );
    window.click(bar.center_bottom() - vec2(0.0, 1.0));
    window.harness.run();
    assert_eq!(window.rows().last(), Some(&999_999));
}

#[test]
fn the_ring_is_there_for_those_who_came_by_keys() {
    let mut window = Window::new();
    let accent = theme::Theme::Light.palette().accent.ink;
    let rings = |window: &Window| {
        let shapes = &window.harness.output().shapes;
        let strokes = shapes.iter().filter(|clipped| match &clipped.shape {
            egui::Shape::Rect(rect) => rect.stroke.color == accent && rect.stroke.width > 1.9,
            _ => false,
        });
        strokes.count()
    };
    window.click(window.cells(word(1))[0].center());
    window.harness.run();
    assert_eq!(rings(&window), 0);
    window.key(egui::Key::ArrowDown);
    assert_eq!(rings(&window), 1);
}
