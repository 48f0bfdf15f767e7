//! The chart that compares spellings.

use super::figures::{Figures, NamingFigures, SpellingRow};
use super::pictures::{decimal, place_of};
use super::{NamesLook, NamingBy};
use crate::corpus::Facet;
use crate::entity::study::Naming;
use crate::texts::Texts;
use crate::ui::chart::{Drawing, ShareRow, Shares, Sheet, shares};
use egui::Color32;

/// The name of the chart that compares spellings.
pub(in crate::app) fn shares_name(
    figures: &Figures,
    naming: &NamingFigures,
    look: &NamesLook,
    texts: &Texts,
) -> String {
    let key = match look.by {
        NamingBy::Period => "names-shares-by-period",
        NamingBy::Outlet => "names-shares-by-outlet",
    };
    let name = &figures.entity(naming.entity).ar;
    texts.with(key, &[("name", name.as_ref().into())])
}

/// The share of each spelling in each period or outlet. The second value is
/// how many of these had no room.
pub(in crate::app) fn draw_shares(
    sheet: &mut Sheet<'_>,
    figures: &Figures,
    naming: &NamingFigures,
    look: &NamesLook,
    texts: &Texts,
) -> (Drawing, usize) {
    let palette = sheet.palette;
    let own = palette.series.len() - 1;
    let cells = |row: &SpellingRow| -> Box<[u32]> {
        match look.by {
            NamingBy::Period => row.by_period.clone(),
            NamingBy::Outlet => row.by_outlet.clone(),
        }
    };
    let (first, rest) = naming.rows.split_at(naming.rows.len().min(own));
    let mut series: Vec<(String, Color32)> = first
        .iter()
        .zip(palette.series)
        .map(|(row, color)| (row.form.clone(), color))
        .collect();
    if !rest.is_empty() {
        let others = texts.with("names-other-spellings", &[("n", rest.len().into())]);
        let last = palette.series.last().copied();
        series.push((others, last.unwrap_or(palette.faint)));
    }
    let facets = match look.by {
        NamingBy::Period => &figures.periods,
        NamingBy::Outlet => &naming.outlets,
    };
    let row = |(column, facet): (usize, &Option<Facet>)| {
        let count = |row: &SpellingRow| cells(row).get(column).copied().unwrap_or(0);
        let mut counts: Vec<u32> = first.iter().map(count).collect();
        if !rest.is_empty() {
            counts.push(rest.iter().map(count).sum());
        }
        let total: u32 = counts.iter().sum();
        let label = facet_name(facet.as_ref(), look.by, texts);
        let names = series.iter().zip(&counts).map(|((form, _), n)| {
            let share = Naming::share(*n, total).unwrap_or(0.0) * 100.0;
            let share = decimal(texts, share);
            let n = texts.with("count-mentions", &[("n", (*n).into())]);
            let percent = texts.with("names-percent", &[("n", (&share).into())]);
            format!("{form} · {label} · {n} · {percent}")
        });
        let ink = match look.by {
            NamingBy::Period => place_of(figures, column).map(|n| palette.period(n).ink),
            NamingBy::Outlet => Some(palette.ink),
        };
        (total > 0).then(|| ShareRow {
            ink: ink.unwrap_or(palette.soft),
            values: counts.iter().map(|n| f64::from(*n)).collect(),
            total: texts.number(total.into()),
            names: names.collect(),
            label: label.clone(),
        })
    };
    let mut rows: Vec<(u32, ShareRow)> = facets
        .iter()
        .enumerate()
        .filter_map(|(column, facet)| {
            let total = naming.rows.iter().filter_map(|row| {
                let cells = cells(row);
                cells.get(column).copied()
            });
            Some((total.sum(), row((column, facet))?))
        })
        .collect();
    if look.by == NamingBy::Outlet {
        rows.sort_by_key(|(total, _)| std::cmp::Reverse(*total));
    }
    let chart = Shares {
        title: shares_name(figures, naming, look, texts),
        series,
        rows: rows.into_iter().map(|(_, row)| row).collect(),
    };
    shares(sheet, &chart)
}

/// What a period or an outlet is called.
pub(in crate::app) fn facet_name(facet: Option<&Facet>, by: NamingBy, texts: &Texts) -> String {
    match (facet, by) {
        (Some(facet), _) => facet.to_string(),
        (None, NamingBy::Period) => texts.get("period-undated").into_owned(),
        (None, NamingBy::Outlet) => texts.get("names-no-outlet").into_owned(),
    }
}
