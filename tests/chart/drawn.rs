//! What is drawn, and where.

use crate::chart::data::{Look, article, decades, months, typesetter};
use crate::chart::support::light;
use egui::{Align, Color32, Pos2, Rect};
use warraq::text::{BaseDirection, LineMeasure};
use warraq::ui::chart::{
    Bar, Bars, Bucket, DISPERSION_MOST, DISPERSION_ROW, DispersionRow, Drawing, Mark, bars,
    dispersion_rows,
};

/// The middle of the text that reads `text`, along the lines.
fn middle_of(drawing: &Drawing, text: &str) -> f32 {
    let found: Vec<_> = drawing.texts().filter(|t| t.text == text).collect();
    assert_eq!(found.len(), 1, "{text}");
    found[0].room(&mut typesetter()).center().x
}

fn polygons(drawing: &Drawing) -> Vec<(Rect, Color32)> {
    let found = drawing.marks.iter().filter_map(|mark| match mark {
        Mark::Polygon { points, fill } => Some((Rect::from_points(points), *fill)),
        _ => None,
    });
    found.collect()
}

fn lines(drawing: &Drawing, color: Color32) -> Vec<&[Pos2]> {
    let found = drawing.marks.iter().filter_map(|mark| match mark {
        Mark::Line { points, stroke } if stroke.color == color => Some(points.as_slice()),
        _ => None,
    });
    found.collect()
}

fn circles(drawing: &Drawing) -> Vec<(Pos2, Color32)> {
    let found = drawing.marks.iter().filter_map(|mark| match mark {
        Mark::Circle { center, fill, .. } => Some((*center, *fill)),
        _ => None,
    });
    found.collect()
}

#[test]
fn bars_are_as_high_as_their_numbers_and_have_the_colours_of_their_periods() {
    let look = light(true, 320.0, 240.0);
    let bars = polygons(&look.bars());
    // Nothing is drawn for 0.
    assert_eq!(bars.len(), 2);
    let share = bars[1].0.height() / bars[0].0.height();
    assert!((share - 3.5 / 5.6).abs() < 0.01, "{share}");
    let inks = [look.palette().period(0).ink, look.palette().period(1).ink];
    assert_eq!([bars[0].1, bars[1].1], inks);
    assert!((bars[0].0.bottom() - bars[1].0.bottom()).abs() < 0.1);
}

#[test]
fn bars_start_where_lines_start() {
    let arabic = light(true, 320.0, 240.0).bars();
    let english = light(false, 320.0, 240.0).bars();
    assert!(middle_of(&arabic, "2020") > middle_of(&arabic, "2023"));
    assert!(middle_of(&english, "2020") < middle_of(&english, "2023"));
    let mirrored = 320.0 - middle_of(&english, "2020");
    assert!((middle_of(&arabic, "2020") - mirrored).abs() < 0.2);
}

#[test]
fn texts_of_a_bar_stand_over_and_under_it() {
    let drawing = light(true, 320.0, 240.0).bars();
    let bar = polygons(&drawing)[0].0;
    let room = |text: &str| {
        let writing = drawing.texts().find(|t| t.text == text).unwrap();
        writing.room(&mut typesetter())
    };
    let (value, label, note) = (room("5.6"), room("2020"), room("3 مقالات"));
    assert!(value.bottom() <= bar.top());
    assert!(label.top() >= bar.bottom() && note.top() >= label.center().y);
    for text in [value, label, note] {
        assert!((text.center().x - bar.center().x).abs() < 0.2);
    }
}

/// All texts stay inside, and none stands on another.
fn assert_apart(drawing: &Drawing) {
    let mut typesetter = typesetter();
    let whole = Rect::from_min_size(Pos2::ZERO, drawing.size).expand(0.5);
    let rooms: Vec<(String, Rect)> = drawing
        .texts()
        .map(|text| (text.text.clone(), text.room(&mut typesetter)))
        .collect();
    for (i, (text, room)) in rooms.iter().enumerate() {
        assert!(whole.contains_rect(*room), "{text:?} at {room} in {whole}");
        // Boxes of lines are higher than letters.
        let ink = |room: &Rect| room.shrink2(egui::vec2(0.0, 4.0));
        for (other, taken) in &rooms[i + 1..] {
            let both = ink(room).intersects(ink(taken));
            assert!(!both, "{text:?} and {other:?}: {room} {taken}");
        }
    }
}

#[test]
fn many_bars_keep_their_texts_apart() {
    let bar = |i: usize| Bar {
        label: format!("{} وما بعدها", 1990 + i),
        value: f64::from(u8::try_from(i % 7).unwrap()),
        value_text: format!("{i}.25"),
        note: format!("{i} مقالة"),
        period: Some(i),
        name: i.to_string(),
    };
    for n in [1, 3, 12, 40, 200] {
        let chart = Bars {
            title: None,
            bars: (0..n).map(bar).collect(),
        };
        let drawing = light(true, 300.0, 200.0).draw(|sheet| bars(sheet, &chart));
        assert_apart(&drawing);
        assert_eq!(drawing.spots.len(), n);
    }
}

#[test]
fn no_bars_and_odd_numbers_are_drawn_too() {
    let empty = light(false, 300.0, 200.0).draw(|sheet| bars(sheet, &Bars::default()));
    assert_eq!(empty.texts().count(), 0);
    let odd = |value| Bar {
        label: "x".to_owned(),
        value,
        value_text: "?".to_owned(),
        note: String::new(),
        period: None,
        name: String::new(),
    };
    let chart = Bars {
        title: None,
        bars: [f64::NAN, f64::INFINITY, -1.0, 2.0].map(odd).to_vec(),
    };
    let drawing = light(false, 300.0, 200.0).draw(|sheet| bars(sheet, &chart));
    assert_eq!(polygons(&drawing).len(), 1);
    for (rect, _) in polygons(&drawing) {
        assert!(rect.is_finite());
    }
}

#[test]
fn time_runs_with_the_interface() {
    let months = months();
    let arabic = light(true, 900.0, 320.0).timeline(&months);
    let english = light(false, 900.0, 320.0).timeline(&months);
    assert!(middle_of(&arabic, "2020") > middle_of(&arabic, "2023"));
    assert!(middle_of(&english, "2020") < middle_of(&english, "2023"));
    let falls = circles(&arabic).windows(2).all(|p| p[0].0.x > p[1].0.x);
    let rises = circles(&english).windows(2).all(|p| p[0].0.x < p[1].0.x);
    assert!(falls && rises);
}

#[test]
fn the_line_is_broken_where_there_are_no_articles() {
    let look = light(false, 900.0, 320.0);
    let months = months();
    let drawing = look.timeline(&months);
    // One point for each month with articles, in the colour of its period.
    assert_eq!(circles(&drawing).len(), months.len());
    let inks: Vec<Color32> = months
        .iter()
        .map(|m| look.palette().period(m.period.unwrap()).ink)
        .collect();
    let drawn: Vec<Color32> = circles(&drawing).into_iter().map(|(_, ink)| ink).collect();
    assert_eq!(drawn, inks);
    // 2020-05 to 07, 2020-09 to 2021-12, 2023.
    let runs = lines(&drawing, look.palette().soft);
    let lengths: Vec<usize> = runs.iter().map(|points| points.len()).collect();
    assert_eq!(lengths, [3, 16, 10]);
    // Every month is there, empty ones too.
    assert_eq!(drawing.spots.len(), 42);
}

#[test]
fn points_are_as_high_as_their_frequency() {
    let drawing = light(false, 900.0, 320.0).timeline(&months());
    let months = months();
    let of = |i: usize| (circles(&drawing)[i].0.y, months[i].per_million().unwrap());
    let ((y0, v0), (y1, v1), (y2, v2)) = (of(0), of(1), of(5));
    // Three points lie on one scale.
    let scale = f64::from(y1 - y0) / (v1 - v0);
    assert!(scale < 0.0);
    let expected = f64::from(y0) + (v2 - v0) * scale;
    assert!((expected - f64::from(y2)).abs() < 0.5);
}

#[test]
fn labels_of_time_stay_apart_at_every_width() {
    for width in [220.0, 400.0, 640.0, 1200.0] {
        for arabic in [true, false] {
            assert_apart(&light(arabic, width, 260.0).timeline(&months()));
            assert_apart(&light(arabic, width, 260.0).timeline(&decades()));
        }
    }
}

#[test]
fn a_single_month_and_none_are_drawn() {
    let one = light(true, 500.0, 260.0).timeline(&months()[..1]);
    assert_eq!((circles(&one).len(), one.spots.len()), (1, 1));
    let none = light(true, 500.0, 260.0).timeline(&[]);
    assert_eq!(none.spots.len(), 0);
    let silent = Bucket {
        words: 0,
        articles: 0,
        hits: 0,
        ..months()[0]
    };
    let silent = light(true, 500.0, 260.0).timeline(&[silent]);
    assert_eq!((circles(&silent).len(), silent.spots.len()), (0, 1));
}

#[test]
fn rooms_of_any_size_are_drawn_in() {
    let sides = [-5.0, 0.0, 0.02, 1.0, 17.0, 60.0, 111.0, 113.0, 130.0];
    for (width, height) in sides.into_iter().flat_map(|w| sides.map(|h| (w, h))) {
        for arabic in [true, false] {
            let look = light(arabic, width, height);
            for drawing in [
                look.bars(),
                look.timeline(&months()),
                look.timeline(&decades()),
                look.dispersion(3),
            ] {
                for spot in &drawing.spots {
                    assert!(!spot.room.any_nan(), "{width} {height}");
                }
            }
        }
    }
}

#[test]
fn ticks_lie_at_their_places_in_both_directions() {
    for arabic in [true, false] {
        let look = light(arabic, 700.0, 0.0);
        let row = DispersionRow {
            label: "هدنة".to_owned(),
            places: vec![0.0, 0.25, 1.0],
            period: Some(1),
            ..DispersionRow::default()
        };
        let drawing = look.draw(|sheet| dispersion_rows(sheet, 7, &[row]));
        let xs = &drawing.spots[0].parts;
        assert_eq!(drawing.spots[0].index, 7);
        let drawn = lines(&drawing, look.palette().period(1).ink);
        let drawn: Vec<f32> = drawn.iter().map(|points| points[0].x).collect();
        assert_eq!(*xs, drawn);
        let share = (xs[1] - xs[0]) / (xs[2] - xs[0]);
        assert!((share - 0.25).abs() < 0.001, "{share}");
        assert_eq!(xs[0] > xs[2], arabic);
    }
}

#[test]
fn ticks_of_many_hits_are_as_many_as_can_be_seen() {
    let look = light(true, 700.0, 0.0);
    let places: Vec<f32> = (0..60_000_u16).map(|i| f32::from(i) / 60_000.0).collect();
    let row = DispersionRow {
        places,
        period: Some(0),
        ..DispersionRow::default()
    };
    let drawing = look.draw(|sheet| dispersion_rows(sheet, 0, &[row]));
    let ticks = lines(&drawing, look.palette().period(0).ink).len();
    assert!((300..1_500).contains(&ticks), "{ticks}");
    assert_eq!(drawing.spots[0].parts.len(), 60_000);
}

#[test]
fn long_titles_are_cut_and_keep_their_direction() {
    let drawing = light(true, 520.0, 0.0).draw(|sheet| {
        let rows: Vec<DispersionRow> = (0..4).map(|i| article(true, i)).collect();
        dispersion_rows(sheet, 0, &rows)
    });
    let mut typesetter = typesetter();
    let titles: Vec<_> = drawing
        .texts()
        .filter(|text| text.anchor.x() == Align::Max && text.text.chars().count() > 4)
        .collect();
    assert_eq!(titles.len(), 4);
    let cut = titles[0];
    assert!(cut.text.ends_with('…'), "{}", cut.text);
    assert!(cut.text.contains("أذربيجان تعلن"));
    let block = typesetter.set(&cut.text, cut.style, LineMeasure::SINGLE_LINE, &[]);
    assert!(block.right_to_left && block.width <= 520.0 * 0.32);
    // The first letter stands on the right, the ellipsis on the left.
    let right = block.cells.iter().max_by(|a, b| a.x1.total_cmp(&b.x1));
    let first = cut.text.find('أ').unwrap();
    assert!(right.unwrap().bytes.start <= first);
    let ellipsis = cut.text.len() - '…'.len_utf8();
    let left = block.cells.iter().min_by(|a, b| a.x0.total_cmp(&b.x0));
    assert_eq!(left.unwrap().bytes.start, ellipsis);
}

#[test]
fn mixed_labels_are_ordered_as_paragraphs_of_their_own() {
    let drawing = light(true, 320.0, 240.0).bars();
    let note = drawing.texts().find(|t| t.text == "3 مقالات").unwrap();
    let measure = LineMeasure {
        direction: BaseDirection::Auto,
        ..LineMeasure::SINGLE_LINE
    };
    let block = typesetter().set(&note.text, note.style, measure, &[]);
    let digit = block.cells.iter().find(|cell| cell.bytes.start == 0);
    let rightmost = block.cells.iter().map(|cell| cell.x1).fold(0.0, f32::max);
    assert!((digit.unwrap().x1 - rightmost).abs() < 0.01);
}

#[test]
fn an_export_has_a_cap_and_says_so() {
    let few = light(false, 700.0, 0.0).dispersion(12);
    assert_eq!(few.spots.len(), 12);
    let sentence = |drawing: &Drawing| {
        let mut texts = drawing.texts().filter(|t| t.text.contains("not drawn"));
        texts.next().map(|t| t.text.clone())
    };
    assert_eq!(sentence(&few), None);
    let look = Look::new(false, warraq::ui::theme::Theme::Dark, 700.0, 0.0);
    let many = look.dispersion(DISPERSION_MOST + 3);
    assert_eq!(many.spots.len(), DISPERSION_MOST);
    assert_eq!(
        sentence(&many).as_deref(),
        Some("3 more articles are not drawn.")
    );
    let rows = f32::from(u16::try_from(DISPERSION_MOST).unwrap()) * DISPERSION_ROW;
    assert!(many.size.y > rows && many.size.y < rows + 120.0);
}
