//! The plots of the statistics, for the window and for files.

use crate::analysis::statistics::{DispersionPlot, TimeCounts, TimeKey, Timeline};
use crate::app::command::PlotFormat;
use crate::app::panels::chart_file::write_chart;
use crate::app::state::statistics::{CountedStatistics, TableOrPlot};
use crate::base::fits;
use crate::texts::Texts;
use crate::ui::chart::{
    Bar, Bars, Bucket, DispersionRow, DispersionTexts, Drawing, Sheet, TimeTexts, bars, buckets,
    dispersion, timeline,
};
use egui::{Vec2, vec2};
use std::io::{self, Write};

/// More months than these are shown by years.
const MOST_MONTHS: usize = 480;
/// Size of a plot in a file, in points. A dispersion is as high as it needs.
const FILE: Vec2 = vec2(960.0, 420.0);
/// So few months or years with articles are no line: they stand as bars.
const FEW: usize = 3;

/// What a plot says, in the language of the interface.
pub(in crate::app) fn plot_title(shown: &CountedStatistics, texts: &Texts) -> String {
    let key = match &shown.what {
        TableOrPlot::Dispersion(_) => "plot-dispersion",
        _ => "plot-per-million",
    };
    texts.with(key, &[("query", (&shown.query).into())])
}

/// Frequency over time, or by period, as large as `sheet`; nothing if that is
/// not what is shown.
pub(in crate::app) fn draw_time(
    sheet: &mut Sheet<'_>,
    shown: &CountedStatistics,
    texts: &Texts,
) -> Option<Drawing> {
    let TableOrPlot::Time(time, periods) = &shown.what else {
        return None;
    };
    let title = plot_title(shown, texts);
    let is_by_period = time
        .steps
        .iter()
        .any(|(key, _)| matches!(key, TimeKey::Period(_)));
    if is_by_period || has_few(time) {
        let step = |key: &TimeKey| match key {
            TimeKey::Period(period) => period.to_string(),
            TimeKey::Month(year, month) => texts.date(*year, Some(*month), None),
            TimeKey::Year(year) => texts.date(*year, None, None),
        };
        // Under a bar there is room for one of the names of a month.
        let label = |key: &TimeKey| match key {
            TimeKey::Month(year, month) => {
                let name = texts.get(&format!("month-{month}"));
                format!("{} {year}", name.split('/').next().unwrap_or_default())
            }
            key => step(key),
        };
        let bars_of = |(key, counts): &(TimeKey, TimeCounts), period: &Option<usize>| {
            let value = counts.per_million().unwrap_or(0.0);
            let value_text = decimal(texts, value);
            Bar {
                label: label(key),
                value,
                value_text,
                note: texts.with("count-articles", &[("n", counts.articles.into())]),
                period: *period,
                name: name_of(&step(key), counts, texts),
            }
        };
        let steps = time.steps.iter().zip(periods);
        let steps = steps.filter(|((_, counts), _)| is_by_period || counts.articles > 0);
        let chart = Bars {
            title: Some(title),
            bars: steps.map(|(step, period)| bars_of(step, period)).collect(),
        };
        return Some(bars(sheet, &chart));
    }
    let shown_buckets = buckets_of(time, periods);
    let time_texts = TimeTexts {
        title: &title,
        articles: &texts.get("plot-articles"),
        month: &|month| {
            let name = texts.get(&format!("month-{month}"));
            let short = name.split('/').next().unwrap_or_default();
            short.to_owned()
        },
        number: &|number| decimal(texts, number),
        name: &|bucket| {
            let counts = TimeCounts {
                hits: bucket.hits,
                tokens: bucket.words,
                articles: fits(bucket.articles),
                articles_with_hits: 0,
            };
            name_of(&texts.date(bucket.year, bucket.month, None), &counts, texts)
        },
    };
    Some(timeline(sheet, &shown_buckets, &time_texts))
}

/// The step at a place of what [`draw_time`] draws.
pub(in crate::app) fn step_at(shown: &CountedStatistics, place: usize) -> Option<TimeKey> {
    let TableOrPlot::Time(time, periods) = &shown.what else {
        return None;
    };
    if has_few(time) {
        return filled(time).nth(place).map(|(key, _)| key.clone());
    }
    if let Some(bucket) = buckets_of(time, periods).get(place) {
        return Some(match bucket.month {
            Some(month) => TimeKey::Month(bucket.year, month),
            None => TimeKey::Year(bucket.year),
        });
    }
    time.steps.get(place).map(|(key, _)| key.clone())
}

/// The steps with articles.
fn filled(time: &Timeline) -> impl Iterator<Item = &(TimeKey, TimeCounts)> {
    time.steps.iter().filter(|(_, counts)| counts.articles > 0)
}

/// Whether so few months or years have articles that a line would show points
/// far apart; never of periods.
fn has_few(time: &Timeline) -> bool {
    let is_period = |(key, _): &(TimeKey, TimeCounts)| matches!(key, TimeKey::Period(_));
    !time.steps.iter().any(is_period) && filled(time).nth(FEW).is_none()
}

/// Months or years as the chart takes them; none of periods.
fn buckets_of(time: &Timeline, periods: &[Option<usize>]) -> Vec<Bucket> {
    let steps = time.steps.iter().zip(periods);
    let all: Vec<Bucket> = steps
        .filter_map(|((key, counts), period)| {
            let (year, month) = match key {
                TimeKey::Month(year, month) => (*year, Some(*month)),
                TimeKey::Year(year) => (*year, None),
                TimeKey::Period(_) => return None,
            };
            Some(Bucket {
                year,
                month,
                hits: counts.hits,
                words: counts.tokens,
                articles: u64::from(counts.articles),
                period: *period,
            })
        })
        .collect();
    let has_months = all.iter().any(|bucket| bucket.month.is_some());
    if has_months && all.len() > MOST_MONTHS {
        buckets(&all, MOST_MONTHS)
    } else {
        all
    }
}

/// A step in words: its name, frequency, hits and articles.
fn name_of(step: &str, counts: &TimeCounts, texts: &Texts) -> String {
    let mut parts = vec![step.to_owned()];
    if let Some(rate) = counts.per_million() {
        let rate = decimal(texts, rate);
        parts.push(texts.with("per-million", &[("n", (&rate).into())]));
    }
    parts.push(texts.with("count-hits", &[("n", counts.hits.into())]));
    parts.push(texts.with("count-articles", &[("n", counts.articles.into())]));
    parts.join(" · ")
}

fn decimal(texts: &Texts, number: f64) -> String {
    texts.decimal(number, usize::from(number < 100.0 && number.fract() != 0.0))
}

/// The row of the article at place `row` of a dispersion.
pub(in crate::app) fn dispersion_row(
    shown: &CountedStatistics,
    plot: &DispersionPlot,
    row: usize,
    texts: &Texts,
) -> DispersionRow {
    let id = plot.articles.get(row).copied();
    let Some(article) = id.and_then(|id| shown.indexed.corpus.article(id)) else {
        return DispersionRow::default();
    };
    let places = plot.places_of(row).to_vec();
    let mut parts = vec![article.title.to_string()];
    parts.extend(
        article
            .date
            .map(|date| texts.date(date.year(), date.month(), date.day())),
    );
    parts.push(texts.with("count-hits", &[("n", places.len().into())]));
    let period = shown.indexed.facets.period.number_of(article.id);
    DispersionRow {
        label: article.title.to_string(),
        count: texts.number(places.len() as u64),
        period: period.map(|n| n as usize),
        places,
        name: parts.join(" · "),
    }
}

/// Writes the plot that is shown.
///
/// # Errors
/// When `out` cannot be written.
pub(in crate::app) fn write_plot(
    shown: &CountedStatistics,
    texts: &Texts,
    format: PlotFormat,
    out: &mut dyn Write,
) -> io::Result<()> {
    let draw = |sheet: &mut Sheet<'_>| {
        let name = plot_title(shown, texts);
        let palette = sheet.palette;
        let drawing = if let TableOrPlot::Dispersion(plot) = &shown.what {
            let rows = 0..plot.articles.len();
            let rows: Vec<_> = rows
                .map(|row| dispersion_row(shown, plot, row, texts))
                .collect();
            let words = DispersionTexts {
                title: &name,
                sides: [&texts.get("dispersion-start"), &texts.get("dispersion-end")],
                left_out: &|n| texts.with("dispersion-left-out", &[("n", n.into())]),
            };
            dispersion(sheet, &rows, &words)
        } else {
            let drawn = draw_time(sheet, shown, texts);
            drawn.unwrap_or_else(|| Drawing::new(FILE, palette.paper, palette.hover))
        };
        (drawing, name)
    };
    write_chart((FILE, texts), draw, format, out)
}
