//! Bars: one number for each period.

use super::axis::Across;
use super::drawing::{Drawing, Spot};
use super::sheet::{Drawn, PlotArea, Sheet, filled, side, stroke, written};
use super::units::{count, points, units};
use crate::ui::theme;
use egui::{Color32, Rect, pos2};
use plotters::chart::{ChartBuilder, LabelAreaPosition};
use plotters::element::{PathElement, Polygon, Text};
use plotters::style::text_anchor::{HPos, VPos};

/// Room of the title over the bars, in points.
const TITLE: f32 = 28.0;
/// Room of the value over a bar.
const VALUE: f32 = 24.0;
/// Room of each line under the bars.
const LINE: f32 = 19.0;
/// A bar and the gap after it are not wider than this.
const WIDEST: f32 = 96.0;
/// Share of a bar in its room.
const BAR: f32 = 0.72;
/// Labels need this much; in less room only some are written.
const LABEL: f32 = 34.0;
/// Radius of the upper corners of a bar.
const CORNER: f32 = 3.0;

/// The chart of relative frequencies: a bar for each period.
#[derive(Debug, Clone, Default)]
pub struct Bars {
    /// What the numbers are: `Frequency per million words`. None where the
    /// caller writes it.
    pub title: Option<String>,
    /// The bars, from the side where lines start.
    pub bars: Vec<Bar>,
}

/// A period and its number.
#[derive(Debug, Clone)]
pub struct Bar {
    /// The period.
    pub label: String,
    /// The number; not negative. What is not a finite number counts as 0.
    pub value: f64,
    /// The number as the interface writes it.
    pub value_text: String,
    /// What stands under the period, as the number of its articles; may be empty.
    pub note: String,
    /// The place of the period among those of the corpus, for its colour.
    pub period: Option<usize>,
    /// All of it in words, for the tooltip and for screen readers.
    pub name: String,
}

/// Draws `chart`. [`super::Pick::index`] is the place of the bar.
#[must_use]
pub fn bars(sheet: &mut Sheet<'_>, chart: &Bars) -> Drawing {
    let n = count(chart.bars.len()).max(1.0);
    let slot = (sheet.size.x / n).min(WIDEST);
    let labels = Labels::new(sheet, chart, slot);
    let title = chart.title.as_deref();
    let title = title.map(|title| sheet.fit(title, theme::text().bold(), sheet.size.x));
    let (palette, right_to_left) = (sheet.palette, sheet.right_to_left);
    let (width, start) = (sheet.size.x, units(sheet.along(0.0)));
    let head = if title.is_some() { TITLE } else { 0.0 };
    let has_notes = chart.bars.iter().any(|bar| !bar.note.is_empty());
    let foot = if has_notes { 2.0 * LINE } else { LINE } + 4.0;
    let mut spots = Vec::new();
    let mut drawing = sheet.record(|area| {
        if let Some(title) = &title {
            let style = written(
                theme::text().bold(),
                palette.ink,
                side(right_to_left),
                VPos::Top,
            );
            area.draw(&Text::new(title.as_str(), (start, 0), style))?;
        }
        let highest = chart.bars.iter().map(value_of).fold(0.0, f64::max);
        let across = Across {
            to: f64::from(width),
            right_to_left,
        };
        let plot = ChartBuilder::on(area)
            .margin_top(units(head + VALUE))
            .set_label_area_size(LabelAreaPosition::Bottom, units(foot))
            .build_cartesian_2d(across, 0.0..if highest > 0.0 { highest } else { 1.0 })?;
        let plot = plot.plotting_area();
        let at = |x: f32, value: f64| plot.map_coordinate(&(f64::from(x), value));
        for (i, bar) in chart.bars.iter().enumerate() {
            let middle = slot * (count(i) + 0.5);
            let half = slot * BAR / 2.0;
            let base = at(middle - half, 0.0);
            let top = at(middle + half, value_of(bar));
            let tone = bar.period.map_or(palette.soft, |i| palette.period(i).ink);
            if value_of(bar) > 0.0 {
                area.draw(&Polygon::new(rounded(base, top), filled(tone)))?;
            }
            labels.draw(area, i, (at(middle, 0.0), top.1), (tone, palette.soft))?;
            let (a, b) = (at(slot * count(i), 0.0).0, at(slot * count(i + 1), 0.0).0);
            spots.push(Spot {
                index: i,
                room: Rect::from_two_pos(
                    pos2(points(a), head),
                    pos2(points(b), points(base.1) + foot),
                ),
                name: bar.name.clone(),
                parts: Vec::new(),
            });
        }
        let base = vec![at(0.0, 0.0), at(width, 0.0)];
        area.draw(&PathElement::new(base, stroke(palette.line, 1.0)))
    });
    drawing.spots = spots;
    drawing
}

fn value_of(bar: &Bar) -> f64 {
    if bar.value.is_finite() {
        bar.value.max(0.0)
    } else {
        0.0
    }
}

/// The texts of each bar, cut to its room.
struct Labels {
    texts: Vec<[String; 3]>,
    /// Of so many bars the middle one has its texts written; an odd number.
    step: usize,
}

impl Labels {
    fn new(sheet: &mut Sheet<'_>, chart: &Bars, slot: f32) -> Self {
        let mut step = 1;
        while slot * count(step) < LABEL && step < chart.bars.len() {
            step += 2;
        }
        let room = slot * count(step) - 4.0;
        let texts = chart.bars.iter().map(|bar| {
            [
                sheet.fit(&bar.value_text, theme::small().bold(), room),
                sheet.fit(&bar.label, theme::small().bold(), room),
                sheet.fit(&bar.note, theme::small(), room),
            ]
        });
        Self {
            texts: texts.collect(),
            step,
        }
    }

    /// Writes the texts of bar `i`, which stands on `base` and reaches up to
    /// `top`, in units.
    fn draw(
        &self,
        area: &PlotArea<'_>,
        i: usize,
        ((middle, base), top): ((i32, i32), i32),
        (tone, soft): (Color32, Color32),
    ) -> Drawn {
        let is_middle = i % self.step == self.step / 2;
        // The last bars may be too few for a text as wide as all of them.
        let is_whole = i + self.step / 2 < self.texts.len() || self.texts.len() < self.step;
        let texts = self.texts.get(i).filter(|_| is_middle && is_whole);
        let Some([value, label, note]) = texts else {
            return Ok(());
        };
        let bold = theme::small().bold();
        let below = |lines: f32| base + units(4.0 + lines * LINE);
        let style = written(bold, tone, HPos::Center, VPos::Bottom);
        area.draw(&Text::new(
            value.as_str(),
            (middle, top - units(2.0)),
            style,
        ))?;
        let style = written(bold, tone, HPos::Center, VPos::Top);
        area.draw(&Text::new(label.as_str(), (middle, below(0.0)), style))?;
        if !note.is_empty() {
            let style = written(theme::small(), soft, HPos::Center, VPos::Top);
            area.draw(&Text::new(note.as_str(), (middle, below(1.0)), style))?;
        }
        Ok(())
    }
}

/// The outline of a bar between two opposite corners, its upper corners rounded.
fn rounded(base: (i32, i32), top: (i32, i32)) -> Vec<(i32, i32)> {
    let (left, right) = (base.0.min(top.0), base.0.max(top.0));
    let radius = units(CORNER).min(base.1 - top.1).min((right - left) / 2);
    let mut corners = vec![(left, base.1)];
    let mut arc = |x: i32, turn: f32| {
        for step in 0..=4_u8 {
            let angle = (turn + f32::from(step) / 4.0) * std::f32::consts::FRAC_PI_2;
            let along = |share: f32| units(points(radius) * share);
            corners.push((x - along(angle.cos()), top.1 + radius - along(angle.sin())));
        }
    };
    arc(left + radius, 0.0);
    arc(right - radius, 1.0);
    corners.push((right, base.1));
    corners
}
