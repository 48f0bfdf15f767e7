//! Dispersion: where in each article the hits lie.

use super::axis::Across;
use super::drawing::{Drawing, Spot};
use super::sheet::{Drawn, PlotArea, Sheet, filled, side, stroke, written};
use super::units::{count, points, units};
use crate::ui::theme::{self, Palette};
use egui::{Rect, pos2, vec2};
use plotters::chart::ChartBuilder;
use plotters::element::{PathElement, Rectangle, Text};
use plotters::style::text_anchor::VPos;

/// Height of a row in points.
pub const DISPERSION_ROW: f32 = 26.0;
/// Rows of an export; more than these are left out with a sentence.
pub const DISPERSION_MOST: usize = 500;

/// Room of the title, and of the line that says what the sides are.
const HEAD: f32 = 28.0;
/// Room of the sentence about rows left out.
const FOOT: f32 = 28.0;
/// Share of the width that labels may take, and the most of it in points.
const LABELS: (f32, f32) = (0.32, 260.0);
/// Room of the number of hits at the end of a row.
const COUNT: f32 = 48.0;
/// Width of the stripe of the period.
const STRIPE: f32 = 4.0;
/// Width of a tick.
const TICK: f32 = 1.25;
/// Ticks nearer to each other than this are drawn as one.
const APART: f32 = 0.5;
/// Points free above and below a tick, and before and after its label.
const PAD: f32 = 4.0;

/// A row: an article, or a month.
#[derive(Debug, Clone, Default)]
pub struct DispersionRow {
    /// Its title; cut where it does not fit.
    pub label: String,
    /// The number of its hits, as the interface writes it; may be empty.
    pub count: String,
    /// The place of its period among those of the corpus, for its colour.
    pub period: Option<usize>,
    /// Where the hits lie, ascending: 0 is the start of the row, 1 its end.
    /// What lies outside is drawn at the nearer of them.
    pub places: Vec<f32>,
    /// All of it in words, for the tooltip and for screen readers.
    pub name: String,
}

/// The words around an exported dispersion.
pub struct DispersionTexts<'a> {
    /// What it shows.
    pub title: &'a str,
    /// What the sides of the rows are: `Start of the article`, `End`.
    pub sides: [&'a str; 2],
    /// The sentence about rows left out, of which the argument is the number.
    pub left_out: &'a dyn Fn(usize) -> String,
}

/// Draws `rows` under each other, each [`DISPERSION_ROW`] high, from the top of
/// the sheet; the first has the index `first`. [`super::Pick::index`] is the
/// row, [`super::Pick::part`] the hit.
#[must_use]
pub fn dispersion_rows(sheet: &mut Sheet<'_>, first: usize, rows: &[DispersionRow]) -> Drawing {
    sheet.size.y = DISPERSION_ROW * count(rows.len()).max(1.0);
    let layout = Layout::new(sheet, 0.0);
    draw_rows(sheet, &layout, first, rows, |_| Ok(()))
}

/// Draws rows with a title for a file, at most [`DISPERSION_MOST`] of them; the
/// height is what they need.
#[must_use]
pub fn dispersion(
    sheet: &mut Sheet<'_>,
    rows: &[DispersionRow],
    texts: &DispersionTexts<'_>,
) -> Drawing {
    let shown = rows.get(..DISPERSION_MOST).unwrap_or(rows);
    let n_left_out = rows.len() - shown.len();
    let foot = if n_left_out > 0 { FOOT } else { 0.0 };
    let height = DISPERSION_ROW * count(shown.len());
    sheet.size.y = 2.0 * HEAD + height + foot + PAD;
    let layout = Layout::new(sheet, 2.0 * HEAD);
    let (palette, right_to_left) = (sheet.palette, sheet.right_to_left);
    let title = sheet.fit(texts.title, theme::text().bold(), sheet.size.x);
    let start = units(sheet.along(0.0));
    let sides = [layout.plot.0, layout.plot.1].map(|x| units(sheet.along(x)));
    draw_rows(sheet, &layout, 0, shown, |area| {
        let here = side(right_to_left);
        let style = written(theme::text().bold(), palette.ink, here, VPos::Top);
        area.draw(&Text::new(title, (start, 0), style))?;
        for ((text, x), mirrored) in texts.sides.into_iter().zip(sides).zip([false, true]) {
            let here = side(right_to_left != mirrored);
            let style = written(theme::small(), palette.soft, here, VPos::Top);
            area.draw(&Text::new(text, (x, units(HEAD)), style))?;
        }
        if n_left_out > 0 {
            let sentence = (texts.left_out)(n_left_out);
            let below = units(2.0 * HEAD + height + PAD);
            let style = written(theme::small(), palette.soft, here, VPos::Top);
            area.draw(&Text::new(sentence, (start, below), style))?;
        }
        Ok(())
    })
}

/// Where things stand, in points from the side where lines start.
struct Layout {
    /// Width of the labels.
    label: f32,
    /// Start and end of the rows' bands.
    plot: (f32, f32),
    /// Top of the first row.
    top: f32,
}

impl Layout {
    fn new(sheet: &Sheet<'_>, top: f32) -> Self {
        let (share, most) = LABELS;
        let label = (sheet.size.x * share).min(most);
        let start = STRIPE + PAD + label + 2.0 * PAD;
        Self {
            label,
            plot: (start, (sheet.size.x - COUNT).max(start + 1.0)),
            top,
        }
    }
}

fn draw_rows(
    sheet: &mut Sheet<'_>,
    layout: &Layout,
    first: usize,
    rows: &[DispersionRow],
    around: impl FnOnce(&PlotArea<'_>) -> Drawn,
) -> Drawing {
    let labels: Vec<String> = rows
        .iter()
        .map(|row| sheet.fit(&row.label, theme::small(), layout.label))
        .collect();
    let (palette, right_to_left, size) = (sheet.palette, sheet.right_to_left, sheet.size);
    let mut spots = Vec::with_capacity(rows.len());
    let mut drawing = sheet.record(|area| {
        around(area)?;
        let (start, end) = layout.plot;
        let height = DISPERSION_ROW * count(rows.len()).max(1.0);
        let (left, right) = if right_to_left {
            (size.x - end, start)
        } else {
            (start, size.x - end)
        };
        // `y` counts rows from the top.
        let chart = ChartBuilder::on(area)
            .margin_left(units(left))
            .margin_right(units(right))
            .margin_top(units(layout.top))
            .margin_bottom(units(size.y - layout.top - height))
            .build_cartesian_2d(
                Across {
                    to: 1.0,
                    right_to_left,
                },
                f64::from(count(rows.len()).max(1.0))..0.0,
            )?;
        let plot = chart.plotting_area();
        for ((i, row), label) in rows.iter().enumerate().zip(&labels) {
            let top = layout.top + DISPERSION_ROW * count(i);
            let line = f64::from(count(i));
            let at = |place: f32| plot.map_coordinate(&(f64::from(place), line)).0;
            draw_band(area, row, (top, [at(0.0), at(1.0)]), palette)?;
            let xs: Vec<i32> = row.places.iter().map(|p| at(p.clamp(0.0, 1.0))).collect();
            draw_ticks(area, &xs, top, palette, row.period)?;
            draw_words(area, (row, label), (top, size.x), palette, right_to_left)?;
            spots.push(Spot {
                index: first + i,
                room: Rect::from_min_size(pos2(0.0, top), vec2(size.x, DISPERSION_ROW)),
                name: row.name.clone(),
                parts: xs.into_iter().map(points).collect(),
            });
        }
        Ok(())
    });
    drawing.spots = spots;
    drawing
}

fn tone(palette: &Palette, period: Option<usize>) -> (egui::Color32, egui::Color32) {
    match period {
        Some(i) => (palette.period(i).ink, palette.period(i).tint),
        None => (palette.soft, palette.line),
    }
}

fn draw_band(
    area: &PlotArea<'_>,
    row: &DispersionRow,
    (top, [start, end]): (f32, [i32; 2]),
    palette: &Palette,
) -> Drawn {
    let tint = tone(palette, row.period).1;
    let (above, below) = (units(top + PAD), units(top + DISPERSION_ROW - PAD));
    area.draw(&Rectangle::new(
        [(start, above), (end, below)],
        filled(tint),
    ))
}

fn draw_ticks(
    area: &PlotArea<'_>,
    xs: &[i32],
    top: f32,
    palette: &Palette,
    period: Option<usize>,
) -> Drawn {
    let ink = tone(palette, period).0;
    let (above, below) = (units(top + PAD), units(top + DISPERSION_ROW - PAD));
    let mut last: Option<i32> = None;
    for x in xs {
        if last.is_some_and(|last| (x - last).abs() < units(APART)) {
            continue;
        }
        last = Some(*x);
        let tick = vec![(*x, above), (*x, below)];
        area.draw(&PathElement::new(tick, stroke(ink, TICK)))?;
    }
    Ok(())
}

/// The stripe, the label and the number of hits.
fn draw_words(
    area: &PlotArea<'_>,
    (row, label): (&DispersionRow, &str),
    (top, width): (f32, f32),
    palette: &Palette,
    right_to_left: bool,
) -> Drawn {
    let along = |x: f32| units(if right_to_left { width - x } else { x });
    let ink = tone(palette, row.period).0;
    let corners = [
        (along(0.0), units(top + 1.0)),
        (along(STRIPE), units(top + DISPERSION_ROW - 1.0)),
    ];
    area.draw(&Rectangle::new(corners, filled(ink)))?;
    let middle = units(top + DISPERSION_ROW / 2.0);
    let style = written(
        theme::small(),
        palette.ink,
        side(right_to_left),
        VPos::Center,
    );
    area.draw(&Text::new(
        label,
        (along(STRIPE + 2.0 * PAD), middle),
        style,
    ))?;
    if !row.count.is_empty() {
        // Numbers line up on their last digit.
        let x = if right_to_left {
            COUNT - PAD
        } else {
            width - PAD
        };
        let style = written(theme::small(), palette.soft, side(true), VPos::Center);
        area.draw(&Text::new(row.count.as_str(), (units(x), middle), style))?;
    }
    Ok(())
}
