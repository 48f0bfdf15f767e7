//! The names of months and the years under a chart over time.

use super::buckets::Bucket;
use super::sheet::{Drawn, PlotArea, Sheet, stroke, written};
use super::timeline::TimeTexts;
use super::units::{count, units};
use crate::ui::theme::{self, Palette};
use plotters::element::{PathElement, Text};
use plotters::style::text_anchor::{HPos, VPos};

/// Points between two labels.
const GAP: f32 = 10.0;
/// Points from the axis to the first line of labels, and from that to the second.
const LINE: f32 = 18.0;
/// Every how manieth month may be named, all of them parts of a year.
const MONTH_STEPS: [u8; 5] = [1, 2, 3, 4, 6];
/// Every how manieth year may be named.
const YEAR_STEPS: [i16; 8] = [1, 2, 5, 10, 20, 50, 100, 1_000];

/// A label and the middle of its place, in points along the axis.
type Label = (String, f32);

/// What is written under the axis: months in a first line, years below them;
/// or years alone. As many as have room.
pub(super) struct TimeLabels {
    months: Vec<Label>,
    years: Vec<Label>,
    /// Where years meet.
    borders: Vec<f32>,
    /// Whether years are a line of their own.
    by_month: bool,
}

impl TimeLabels {
    /// Height of the labels in points.
    pub(super) fn room(&self) -> f32 {
        if self.by_month {
            2.0 * LINE + 8.0
        } else {
            LINE + 8.0
        }
    }

    pub(super) fn new(
        sheet: &mut Sheet<'_>,
        buckets: &[Bucket],
        slot: f32,
        texts: &TimeTexts<'_>,
    ) -> Self {
        let by_month = buckets.iter().any(|bucket| bucket.month.is_some());
        let months = if by_month {
            months(sheet, buckets, slot, texts)
        } else {
            Vec::new()
        };
        let starts: Vec<usize> = (0..buckets.len())
            .filter(|i| {
                let year = |i: usize| buckets.get(i).map(|bucket| bucket.year);
                *i == 0 || year(*i) != year(i - 1)
            })
            .collect();
        let ends = starts.iter().skip(1).copied().chain([buckets.len()]);
        let extents: Vec<(i16, usize, usize)> = starts
            .iter()
            .zip(ends)
            .filter_map(|(start, end)| Some((buckets.get(*start)?.year, *start, end)))
            .collect();
        let years = years(sheet, &extents, slot);
        let borders = starts.iter().skip(1).map(|start| slot * count(*start));
        Self {
            months,
            years,
            borders: if by_month {
                borders.collect()
            } else {
                Vec::new()
            },
            by_month,
        }
    }

    /// Writes the labels; `at` is the place of a point of the axis, in units.
    pub(super) fn draw(
        &self,
        area: &PlotArea<'_>,
        palette: &Palette,
        at: &dyn Fn(f32) -> (i32, i32),
    ) -> Drawn {
        let line = |n: f32| units(4.0 + n * LINE);
        let small = theme::small();
        let month = written(small, palette.soft, HPos::Center, VPos::Top);
        for (text, x) in &self.months {
            let (x, y) = at(*x);
            area.draw(&Text::new(text.as_str(), (x, y + line(0.0)), month.clone()))?;
        }
        let first = if self.by_month { 1.0 } else { 0.0 };
        let year = written(small.bold(), palette.ink, HPos::Center, VPos::Top);
        for (text, x) in &self.years {
            let (x, y) = at(*x);
            area.draw(&Text::new(
                text.as_str(),
                (x, y + line(first)),
                year.clone(),
            ))?;
        }
        for x in &self.borders {
            let (x, y) = at(*x);
            let tick = vec![(x, y + line(1.0)), (x, y + line(2.0))];
            area.draw(&PathElement::new(tick, stroke(palette.faint, 1.0)))?;
        }
        Ok(())
    }
}

fn months(
    sheet: &mut Sheet<'_>,
    buckets: &[Bucket],
    slot: f32,
    texts: &TimeTexts<'_>,
) -> Vec<Label> {
    let names: Vec<String> = (1..=12).map(texts.month).collect();
    let widest = names
        .iter()
        .map(|name| sheet.width_of(name, theme::small()))
        .fold(0.0, f32::max);
    let step = MONTH_STEPS
        .into_iter()
        .find(|step| slot * f32::from(*step) >= widest + GAP);
    let Some(step) = step else {
        return Vec::new();
    };
    let middle = |i: usize| slot * (count(i) + 0.5);
    let named = buckets.iter().enumerate().filter_map(|(i, bucket)| {
        let index = bucket.month?.checked_sub(1)?;
        let name = names.get(usize::from(index))?;
        index
            .is_multiple_of(step)
            .then(|| (name.clone(), middle(i)))
    });
    named.collect()
}

fn years(sheet: &mut Sheet<'_>, extents: &[(i16, usize, usize)], slot: f32) -> Vec<Label> {
    // Digits are equally wide.
    let room = sheet.width_of("0000", theme::small().bold()) + GAP;
    let n = extents.iter().map(|(_, start, end)| end - start).max();
    let widest = slot * count(n.unwrap_or(1));
    let step = YEAR_STEPS
        .into_iter()
        .find(|step| widest * f32::from(*step) >= room)
        .unwrap_or(1_000);
    let mut taken = f32::NEG_INFINITY;
    let mut labels = Vec::new();
    for (year, start, end) in extents {
        let middle = slot * (count(*start) + count(*end)) / 2.0;
        let is_clear = middle - room / 2.0 >= taken;
        if year % step == 0 && (is_clear || labels.is_empty()) {
            taken = middle + room / 2.0;
            labels.push((year.to_string(), middle));
        }
    }
    labels
}
