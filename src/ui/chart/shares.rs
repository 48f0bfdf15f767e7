//! Shares: a row for each period or outlet, cut into what it is made of.

use super::drawing::{Drawing, Mark, Spot, Writing};
use super::sheet::Sheet;
use super::units::count;
use crate::ui::theme;
use egui::{Align2, Color32, Rect, Stroke, pos2, vec2};

/// Room of the title, in points.
const TITLE: f32 = 30.0;
/// A row and the gap after it are not higher than this, nor lower.
const ROWS: (f32, f32) = (22.0, 46.0);
/// Share of a bar in its row.
const BAR: f32 = 0.66;
/// The labels take at most this share of the width, and so many points.
const LABELS: (f32, f32) = (0.26, 180.0);
/// Room between label, bar and total.
const GAP: f32 = 12.0;
/// A stretch needs this much for its name.
const NAME: f32 = 30.0;
/// Room of the key under the rows, for each line.
const KEY: f32 = 22.0;
/// Side of a square of the key.
const SQUARE: f32 = 11.0;

/// What each row is cut into, and the rows.
#[derive(Debug, Clone, Default)]
pub struct Shares {
    /// What is shown.
    pub title: String,
    /// The things that rows are made of, by their colour.
    pub series: Vec<(String, Color32)>,
    /// The rows, from top to bottom.
    pub rows: Vec<ShareRow>,
}

/// A row.
#[derive(Debug, Clone)]
pub struct ShareRow {
    /// What it is about.
    pub label: String,
    /// The colour of the label.
    pub ink: Color32,
    /// How much of each of the series; not negative.
    pub values: Vec<f64>,
    /// All of it, as the interface writes it.
    pub total: String,
    /// What each stretch says, for the tooltip and for screen readers.
    pub names: Vec<String>,
}

/// Draws `chart`: the rows are equally long, whatever they are shares of, and
/// stretches come in the order of the series. [`super::Pick::index`] counts the
/// stretches that are drawn; [`Drawing::spots`] have a place for each of them.
/// Rows that do not fit into the sheet are left out, as the second value says.
#[must_use]
pub fn shares(sheet: &mut Sheet<'_>, chart: &Shares) -> (Drawing, usize) {
    let mut drawing = Drawing::new(sheet.size, sheet.ground, sheet.palette.hover);
    let head = head_of(sheet, chart, &mut drawing);
    let (places, key) = key_of(sheet, chart);
    let room = (sheet.size.y - head - key).max(ROWS.0);
    let height = (room / count(chart.rows.len()).max(1.0)).clamp(ROWS.0, ROWS.1);
    let mut bottom = head;
    let mut n_drawn = 0;
    let style = theme::small().bold();
    let widest = |sheet: &mut Sheet<'_>, text: fn(&ShareRow) -> &str| {
        let widths = chart
            .rows
            .iter()
            .map(|row| sheet.width_of(text(row), style));
        widths.fold(0.0, f32::max).ceil()
    };
    let most = (sheet.size.x * LABELS.0).min(LABELS.1);
    let label = widest(sheet, |row| &row.label).min(most);
    let total = widest(sheet, |row| &row.total).min(most);
    let plot = (
        label + GAP,
        (sheet.size.x - total - GAP).max(label + GAP + 1.0),
    );
    for row in &chart.rows {
        if bottom + height > head + room + 0.5 {
            break;
        }
        let line = Line {
            middle: bottom + height / 2.0,
            half: height * BAR / 2.0,
            plot,
            label,
        };
        line.draw(sheet, chart, row, &mut drawing);
        bottom += height;
        n_drawn += 1;
    }
    draw_key(sheet, chart, &places, bottom + GAP / 2.0, &mut drawing);
    (drawing, chart.rows.len() - n_drawn)
}

/// Writes the title; returns the room that it takes.
fn head_of(sheet: &mut Sheet<'_>, chart: &Shares, drawing: &mut Drawing) -> f32 {
    if chart.title.is_empty() {
        return 0.0;
    }
    let style = theme::text().bold();
    let text = sheet.fit(&chart.title, style, sheet.size.x);
    drawing.marks.push(Mark::Text(Writing {
        text,
        style,
        color: sheet.palette.ink,
        at: pos2(sheet.along(0.0), 0.0),
        anchor: corner(sheet, Align2::LEFT_TOP),
    }));
    TITLE
}

/// Where a name of the key stands: points from the side where lines start, the
/// line from 0, and the name, cut to its room.
type KeyPlace = (f32, usize, String);

/// The places of the key, and the room that it takes.
fn key_of(sheet: &mut Sheet<'_>, chart: &Shares) -> (Vec<KeyPlace>, f32) {
    let style = theme::small();
    let mut places = Vec::new();
    let (mut x, mut line) = (0.0, 0);
    for (name, _) in &chart.series {
        let text = sheet.fit(name, style, sheet.size.x * 0.4);
        let width = SQUARE + 6.0 + sheet.width_of(&text, style);
        if x > 0.0 && x + width > sheet.size.x {
            (x, line) = (0.0, line + 1);
        }
        places.push((x, line, text));
        x += width + 18.0;
    }
    (places, KEY * count(line + 1) + GAP)
}

/// Draws under the rows, from `top` on, what the colours are.
fn draw_key(
    sheet: &Sheet<'_>,
    chart: &Shares,
    places: &[KeyPlace],
    top: f32,
    drawing: &mut Drawing,
) {
    for ((x, line, text), (_, color)) in places.iter().zip(&chart.series) {
        let middle = top + KEY * (count(*line) + 0.5);
        let square = sheet.along(x + SQUARE / 2.0);
        drawing.marks.push(Mark::Rectangle {
            rect: Rect::from_center_size(pos2(square, middle), vec2(SQUARE, SQUARE)),
            fill: *color,
            stroke: Stroke::NONE,
        });
        drawing.marks.push(Mark::Text(Writing {
            text: text.clone(),
            style: theme::small(),
            color: sheet.palette.ink,
            at: pos2(sheet.along(x + SQUARE + 6.0), middle),
            anchor: corner(sheet, Align2::LEFT_CENTER),
        }));
    }
}

/// Where a row stands, in points from the side where lines start.
struct Line {
    middle: f32,
    half: f32,
    plot: (f32, f32),
    label: f32,
}

/// The height in points that `n_rows` rows with their title and a key of two
/// lines need to stand easily.
#[must_use]
pub fn shares_height(n_rows: usize) -> f32 {
    TITLE + ROWS.1 * count(n_rows) + 2.0 * KEY + GAP
}

impl Line {
    fn draw(&self, sheet: &mut Sheet<'_>, chart: &Shares, row: &ShareRow, drawing: &mut Drawing) {
        let bold = theme::small().bold();
        for (text, x, anchor, color) in [
            (&row.label, self.label, Align2::RIGHT_CENTER, row.ink),
            (
                &row.total,
                sheet.size.x,
                Align2::RIGHT_CENTER,
                sheet.palette.soft,
            ),
        ] {
            let room = if x > self.label {
                x - self.plot.1 - GAP
            } else {
                self.label
            };
            drawing.marks.push(Mark::Text(Writing {
                text: sheet.fit(text, bold, room),
                style: bold,
                color,
                at: pos2(sheet.along(x), self.middle),
                anchor: corner(sheet, anchor),
            }));
        }
        let value = |value: &f64| {
            if value.is_finite() {
                value.max(0.0)
            } else {
                0.0
            }
        };
        let sum: f64 = row.values.iter().map(value).sum();
        let width = f64::from(self.plot.1 - self.plot.0);
        let mut so_far = 0.0;
        let stretches = chart.series.iter().zip(&row.values).zip(&row.names);
        for (((series, color), amount), name) in stretches {
            let amount = value(amount);
            if amount <= 0.0 {
                continue;
            }
            #[expect(clippy::cast_possible_truncation, reason = "a place in a chart")]
            let at = |part: f64| self.plot.0 + (part / sum * width) as f32;
            let (start, end) = (at(so_far), at(so_far + amount));
            so_far += amount;
            let rect = Rect::from_two_pos(
                pos2(sheet.along(start), self.middle - self.half),
                pos2(
                    sheet.along((end - 1.0).max(start + 0.5)),
                    self.middle + self.half,
                ),
            );
            drawing.marks.push(Mark::Rectangle {
                rect,
                fill: *color,
                stroke: Stroke::NONE,
            });
            let room = rect.width() - 10.0;
            let text = sheet.fit(series, bold, room.max(0.0));
            if room >= NAME && text == *series {
                drawing.marks.push(Mark::Text(Writing {
                    text,
                    style: bold,
                    color: sheet.ground,
                    at: rect.center(),
                    anchor: Align2::CENTER_CENTER,
                }));
            }
            drawing.spots.push(Spot {
                index: drawing.spots.len(),
                room: rect.expand2(vec2(0.0, 2.0)),
                name: name.clone(),
                parts: Vec::new(),
            });
        }
    }
}

/// The corner of a text, mirrored where lines start on the right.
const fn corner(sheet: &Sheet<'_>, anchor: Align2) -> Align2 {
    if !sheet.right_to_left {
        return anchor;
    }
    let [across, down] = anchor.0;
    let across = match across {
        egui::Align::Min => egui::Align::Max,
        egui::Align::Center => egui::Align::Center,
        egui::Align::Max => egui::Align::Min,
    };
    Align2([across, down])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{FontCatalog, Typesetter};
    use crate::ui::theme::Theme;

    fn chart() -> Shares {
        let row = |values: &[f64]| ShareRow {
            label: "2020".to_owned(),
            ink: Color32::BLACK,
            values: values.to_vec(),
            total: "9".to_owned(),
            names: values.iter().map(f64::to_string).collect(),
        };
        Shares {
            title: "Shares".to_owned(),
            series: vec![
                ("كاراباخ".to_owned(), Color32::RED),
                ("قره باغ".to_owned(), Color32::BLUE),
            ],
            rows: vec![row(&[3.0, 1.0]), row(&[0.0, 2.0]), row(&[f64::NAN, 0.0])],
        }
    }

    fn drawn(right_to_left: bool, height: f32) -> (Drawing, usize) {
        let mut typesetter = Typesetter::new(&FontCatalog::bundled());
        let palette = Theme::Light.palette();
        let mut sheet = Sheet {
            size: vec2(600.0, height),
            palette,
            ground: palette.paper,
            right_to_left,
            typesetter: &mut typesetter,
        };
        shares(&mut sheet, &chart())
    }

    #[test]
    fn stretches_are_as_long_as_their_shares() {
        let (drawing, left_out) = drawn(false, 300.0);
        assert_eq!(left_out, 0);
        let widths: Vec<f32> = drawing.spots.iter().map(|s| s.room.width()).collect();
        let [large, small, whole] = widths[..] else {
            panic!("{widths:?}");
        };
        assert!((large - 3.0 * small - 2.0).abs() < 0.1, "{widths:?}");
        assert!((large + small + 1.0 - whole).abs() < 0.1, "{widths:?}");
    }

    #[test]
    fn right_to_left_is_the_mirror_image() {
        let (ltr, rtl) = (drawn(false, 300.0).0, drawn(true, 300.0).0);
        for (a, b) in ltr.spots.iter().zip(&rtl.spots) {
            assert!((a.room.left() - (600.0 - b.room.right())).abs() < 0.01);
        }
    }

    #[test]
    fn rows_without_room_are_told() {
        let (drawing, left_out) = drawn(false, 110.0);
        assert!(left_out > 0);
        let inside = |spot: &Spot| spot.room.bottom() <= 110.0;
        assert!(drawing.spots.iter().all(inside));
    }
}
