//! Mentions over time as a chart.

use super::words::decimal;
use crate::app::panels::entity_name::EntityName;
use crate::app::state::names::{Figures, NamedOne};
use crate::base::EntityId;
use crate::entity::study::{Moment, Step, StepCounts};
use crate::texts::Texts;
use crate::ui::chart::{Bar, Bars, Bucket, Drawing, Sheet, TimeTexts, bars, buckets, timeline};
use std::collections::BTreeMap;

/// More months than these are shown by years.
const MOST_MONTHS: usize = 120;
/// So few months or years with articles are no line: they stand as bars.
const FEW: usize = 3;
/// So many days have their counts written over their bars.
const MOST_VALUES: usize = 24;

/// The name of a chart of mentions.
pub(super) fn mentions_title(figures: &Figures, entity: EntityId, texts: &Texts) -> String {
    let name = EntityName::of(figures.entity(entity), texts.language()).line();
    texts.with("names-over-time-of", &[("name", name.as_ref().into())])
}

/// Mentions of `one` over time. Where the chart `is_alone`, it says whose.
pub(in crate::app) fn draw_mentions(
    sheet: &mut Sheet<'_>,
    figures: &Figures,
    one: &NamedOne,
    texts: &Texts,
    is_alone: bool,
) -> Drawing {
    let line = &one.profile.timeline;
    let periods = periods_of_steps(figures, one);
    let filled = line
        .steps
        .iter()
        .filter(|(_, counts)| counts.all_articles > 0);
    let is_line = line.step != Step::Day && filled.count() > FEW;
    let steps = line.steps.iter().zip(&periods);
    if is_line {
        let months = steps.map(|((moment, counts), period)| bucket(*moment, counts, *period));
        let months: Vec<Bucket> = months.collect();
        let shown = if line.step == Step::Month {
            buckets(&months, MOST_MONTHS)
        } else {
            months
        };
        let title = if is_alone {
            mentions_title(figures, one.entity, texts)
        } else {
            texts.get("names-over-time-rate").into_owned()
        };
        return draw_line(sheet, &shown, &title, texts);
    }
    // Days without articles keep their room; months far apart do not.
    let steps = steps.filter(|((_, counts), _)| line.step == Step::Day || counts.all_articles > 0);
    let has_values = steps.clone().count() <= MOST_VALUES;
    let shown = steps.map(|((moment, counts), period)| {
        let date = date_of(*moment, line.step, texts);
        let n = texts.with("count-mentions", &[("n", counts.mentions.into())]);
        let articles = texts.with("count-articles", &[("n", counts.all_articles.into())]);
        Bar {
            label: short_date(*moment, line.step),
            value: f64::from(counts.mentions),
            value_text: if has_values {
                texts.number(counts.mentions.into())
            } else {
                String::new()
            },
            note: String::new(),
            period: *period,
            name: format!("{date} · {n} · {articles}"),
        }
    });
    let chart = Bars {
        title: Some(if is_alone {
            mentions_title(figures, one.entity, texts)
        } else {
            texts.get("names-over-time").into_owned()
        }),
        bars: shown.collect(),
    };
    bars(sheet, &chart)
}

fn draw_line(sheet: &mut Sheet<'_>, shown: &[Bucket], title: &str, texts: &Texts) -> Drawing {
    let words = TimeTexts {
        title,
        articles: &texts.get("plot-articles"),
        month: &|month| {
            let name = texts.get(&format!("month-{month}"));
            name.split('/').next().unwrap_or_default().to_owned()
        },
        number: &|number| decimal(texts, number),
        name: &|bucket| {
            let date = texts.date(bucket.year, bucket.month, None);
            let n = texts.with("count-mentions", &[("n", bucket.hits.into())]);
            let articles = texts.with("count-articles", &[("n", bucket.articles.into())]);
            let rate = bucket.per_million().map(|rate| {
                let rate = decimal(texts, rate);
                texts.with("per-million", &[("n", (&rate).into())])
            });
            let parts = [Some(date), rate, Some(n), Some(articles)];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        },
    };
    timeline(sheet, shown, &words)
}

fn bucket(moment: Moment, counts: &StepCounts, period: Option<usize>) -> Bucket {
    let start = moment.start();
    let is_year = moment.to_string().len() == 4;
    Bucket {
        year: start.year(),
        month: (!is_year).then(|| u8::try_from(start.month()).unwrap_or(1)),
        hits: counts.mentions.into(),
        words: counts.all_words,
        articles: counts.all_articles.into(),
        period,
    }
}

/// For each step the place of the period that all its articles are of.
fn periods_of_steps(figures: &Figures, one: &NamedOne) -> Vec<Option<usize>> {
    let line = &one.profile.timeline;
    let mut of: BTreeMap<Moment, Option<usize>> = BTreeMap::new();
    for article in &figures.corpus.articles {
        let moment = article.date.and_then(|date| Moment::of(date, line.step));
        let Some(moment) = moment else {
            continue;
        };
        let known = figures.periods.iter().position(|p| *p == article.period);
        let period = known.and_then(|column| figures.place_of(column));
        let of_step = of.entry(moment).or_insert(period);
        if *of_step != period {
            *of_step = None;
        }
    }
    let steps = line.steps.iter();
    steps
        .map(|(moment, _)| of.get(moment).copied().flatten())
        .collect()
}

fn date_of(moment: Moment, step: Step, texts: &Texts) -> String {
    let start = moment.start();
    let part = |part: i8| u8::try_from(part).ok();
    let month = (step <= Step::Month).then(|| part(start.month())).flatten();
    let day = (step == Step::Day).then(|| part(start.day())).flatten();
    texts.date(start.year(), month, day)
}

/// A date as short as it can stand under a bar.
fn short_date(moment: Moment, step: Step) -> String {
    let start = moment.start();
    match step {
        Step::Day => format!("{}/{}", start.day(), start.month()),
        Step::Month => format!("{}/{}", start.month(), start.year()),
        Step::Year => start.year().to_string(),
    }
}
