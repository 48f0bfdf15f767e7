//! Frequency over time: a line with points over faint bars.

use super::axis::Across;
use super::buckets::Bucket;
use super::drawing::{Drawing, Spot};
use super::sheet::{Drawn, PlotArea, Sheet, filled, side, stroke, written};
use super::time_labels::TimeLabels;
use super::units::{count, points, size_units, units};
use crate::ui::theme::{self, Palette};
use egui::{Rect, pos2};
use plotters::chart::{ChartBuilder, LabelAreaPosition};
use plotters::coord::ranged1d::{BoldPoints, Ranged as _};
use plotters::coord::types::RangedCoordf64;
use plotters::element::{Circle, Rectangle, Text};
use plotters::series::LineSeries;
use plotters::style::TRANSPARENT;
use plotters::style::text_anchor::VPos;

/// Room of the title and the legend over the chart, in points.
const TITLE: f32 = 34.0;
/// Room of the numbers beside the chart.
const SIDE: f32 = 56.0;
/// The bars of articles reach up to this share of the height.
const BARS: f64 = 0.25;
/// Side of the square in the legend.
const SQUARE: f32 = 10.0;

/// The words of a chart over time.
pub struct TimeTexts<'a> {
    /// What the line is: `Frequency per million words`.
    pub title: &'a str,
    /// What the bars are: `Articles`.
    pub articles: &'a str,
    /// The short name of a month, 1 to 12.
    pub month: &'a dyn Fn(u8) -> String,
    /// A number as the interface writes it.
    pub number: &'a dyn Fn(f64) -> String,
    /// All of a bucket in words, for the tooltip and for screen readers.
    pub name: &'a dyn Fn(&Bucket) -> String,
}

/// Draws `buckets`, which follow each other as [`super::buckets`] gives them.
/// The line is broken where there are no words. [`super::Pick::index`] is the
/// place among `buckets`.
#[must_use]
pub fn timeline(sheet: &mut Sheet<'_>, buckets: &[Bucket], texts: &TimeTexts<'_>) -> Drawing {
    let plot_width = (sheet.size.x - 2.0 * SIDE).max(1.0);
    let slot = plot_width / count(buckets.len()).max(1.0);
    let labels = TimeLabels::new(sheet, buckets, slot, texts);
    let legend = sheet.width_of(texts.articles, theme::small()) + SQUARE + 6.0;
    let head = [0.0, sheet.size.x - legend].map(|x| units(sheet.along(x)));
    let room = sheet.size.x - legend - 12.0;
    let title = sheet.fit(texts.title, theme::text().bold(), room);
    let (palette, right_to_left, height) = (sheet.palette, sheet.right_to_left, sheet.size.y);
    let mut spots = Vec::new();
    let mut drawing = sheet.record(|area| {
        draw_head(area, (&title, texts.articles), head, palette, right_to_left)?;
        let highest = buckets.iter().filter_map(Bucket::per_million);
        let highest = highest.fold(0.0, f64::max);
        let top = if highest > 0.0 { highest * 1.08 } else { 1.0 };
        let across = Across {
            to: f64::from(plot_width),
            right_to_left,
        };
        let (left, right) = (LabelAreaPosition::Left, LabelAreaPosition::Right);
        let mut builder = ChartBuilder::on(area);
        builder
            .margin_top(units(TITLE))
            .set_label_area_size(LabelAreaPosition::Bottom, units(labels.room()));
        // Numbers of the line stand where lines start; those of the bars are
        // written by us, since plotters would repeat the first ones there.
        if right_to_left {
            builder.set_label_area_size(right, units(SIDE));
            builder.margin_left(units(SIDE));
        } else {
            builder.set_label_area_size(left, units(SIDE));
            builder.margin_right(units(SIDE));
        }
        let mut chart = builder.build_cartesian_2d(across, 0.0..top)?;
        let soft = written(theme::small(), palette.soft, side(false), VPos::Center);
        let number = |value: &f64| (texts.number)(*value);
        chart
            .configure_mesh()
            .disable_x_mesh()
            .disable_x_axis()
            .set_all_tick_mark_size(units(6.0))
            .axis_style(TRANSPARENT)
            .light_line_style(TRANSPARENT)
            .bold_line_style(stroke(palette.line, 1.0))
            .y_labels(6)
            .y_label_formatter(&number)
            .y_label_style(soft)
            .draw()?;
        let plot = chart.plotting_area().clone();
        let at = |x: f32, y: f64| plot.map_coordinate(&(f64::from(x), y));
        draw_articles(area, buckets, (slot, plot_width, top), texts, palette, &at)?;
        for run in runs(buckets, slot) {
            let line = stroke(palette.soft, 1.5);
            chart.draw_series(LineSeries::new(run.iter().copied(), line))?;
        }
        let radius = size_units(if slot < 9.0 { 2.0 } else { 3.5 });
        for (i, bucket) in buckets.iter().enumerate() {
            let middle = slot * (count(i) + 0.5);
            if let Some(value) = bucket.per_million() {
                let ink = bucket
                    .period
                    .map_or(palette.soft, |i| palette.period(i).ink);
                area.draw(&Circle::new(at(middle, value), radius, filled(ink)))?;
            }
            let (a, b) = (at(slot * count(i), 0.0).0, at(slot * count(i + 1), 0.0).0);
            spots.push(Spot {
                index: i,
                room: Rect::from_two_pos(pos2(points(a), TITLE), pos2(points(b), height)),
                name: (texts.name)(bucket),
                parts: Vec::new(),
            });
        }
        labels.draw(area, palette, &|x| at(x, 0.0))
    });
    drawing.spots = spots;
    drawing
}

/// Writes the title and the legend, at the two places of `x`, in units.
fn draw_head(
    area: &PlotArea<'_>,
    (title, articles): (&str, &str),
    [start, legend]: [i32; 2],
    palette: &Palette,
    right_to_left: bool,
) -> Drawn {
    let here = side(right_to_left);
    let style = written(theme::text().bold(), palette.ink, here, VPos::Top);
    area.draw(&Text::new(title, (start, 0), style))?;
    let along = |x: f32| legend + units(if right_to_left { -x } else { x });
    let (top, bottom) = (units(6.0), units(6.0 + SQUARE));
    let corners = [(along(0.0), top), (along(SQUARE), bottom)];
    area.draw(&Rectangle::new(corners, filled(palette.line)))?;
    area.draw(&Rectangle::new(corners, stroke(palette.faint, 1.0)))?;
    let style = written(theme::small(), palette.soft, here, VPos::Top);
    area.draw(&Text::new(
        articles,
        (along(SQUARE + 6.0), units(1.0)),
        style,
    ))
}

/// Draws the bars of articles, and their numbers at the side where lines end.
fn draw_articles(
    area: &PlotArea<'_>,
    buckets: &[Bucket],
    (slot, width, top): (f32, f32, f64),
    texts: &TimeTexts<'_>,
    palette: &Palette,
    at: &dyn Fn(f32, f64) -> (i32, i32),
) -> Drawn {
    #[expect(clippy::cast_precision_loss, reason = "a height on the screen")]
    let share = |articles: u64| articles as f64;
    let most = buckets.iter().map(|bucket| share(bucket.articles));
    let most = most.fold(0.0, f64::max);
    if most <= 0.0 {
        return Ok(());
    }
    let height = |articles: f64| articles / most * top * BARS;
    for (i, bucket) in buckets.iter().enumerate() {
        if bucket.articles > 0 {
            let start = slot * count(i);
            let gap = if slot > 4.0 { slot * 0.14 } else { 0.0 };
            let corners = [
                at(start + gap, 0.0),
                at(start + slot - gap, height(share(bucket.articles))),
            ];
            area.draw(&Rectangle::new(corners, filled(palette.line)))?;
        }
    }
    let numbers = RangedCoordf64::from(0.0..most).key_points(BoldPoints(3));
    let (end, _) = at(width, 0.0);
    let outwards = if end < at(0.0, 0.0).0 { -1 } else { 1 };
    let style = written(
        theme::small(),
        palette.soft,
        side(outwards < 0),
        VPos::Center,
    );
    for value in numbers.into_iter().filter(|value| value.fract() == 0.0) {
        let place = (end + outwards * units(10.0), at(width, height(value)).1);
        area.draw(&Text::new((texts.number)(value), place, style.clone()))?;
    }
    Ok(())
}

/// The stretches of the line: buckets with words that follow each other.
fn runs(buckets: &[Bucket], slot: f32) -> Vec<Vec<(f64, f64)>> {
    let places = buckets.iter().enumerate().map(|(i, bucket)| {
        let middle = f64::from(slot * (count(i) + 0.5));
        bucket.per_million().map(|value| (middle, value))
    });
    let places: Vec<_> = places.collect();
    places
        .split(Option::is_none)
        .map(|run| run.iter().flatten().copied().collect())
        .filter(|run: &Vec<_>| run.len() > 1)
        .collect()
}
