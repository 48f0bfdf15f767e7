//! The chart that compares spellings.

use super::spelling_table::{SpellingTable, counts};
use super::words::{decimal, facet_name};
use crate::app::command::names::{NamesLook, NamingBy};
use crate::app::panels::entity_name::EntityName;
use crate::app::state::names::{Figures, NamingFigures};
use crate::entity::study::NamingRow;
use crate::statistics::share;
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
    let name = EntityName::of(figures.entity(naming.entity), texts.language()).line();
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
    let table = SpellingTable::new(figures, &naming.naming, Some(look.by));
    let rows = &naming.naming.rows;
    let (first, rest) = rows.split_at(rows.len().min(own));
    let mut series: Vec<(String, Color32)> = first
        .iter()
        .zip(palette.series)
        .map(|(row, color)| (row.all.form.clone(), color))
        .collect();
    if !rest.is_empty() {
        let others = texts.with("names-other-spellings", &[("n", rest.len().into())]);
        let last = palette.series.last().copied();
        series.push((others, last.unwrap_or(palette.faint)));
    }
    let row = |column: usize| {
        let count = |row: &NamingRow| {
            let counts = counts(&row.all, look.by);
            counts.get(column).copied().unwrap_or(0)
        };
        let mut counts: Vec<u32> = first.iter().map(count).collect();
        if !rest.is_empty() {
            counts.push(rest.iter().map(count).sum());
        }
        let total: u32 = counts.iter().sum();
        let label = facet_name(table.facet(look.by, column), look.by, texts);
        let names = series.iter().zip(&counts).map(|((form, _), n)| {
            let share = share((*n).into(), total.into()).unwrap_or(0.0) * 100.0;
            let share = decimal(texts, share);
            let n = texts.with("count-mentions", &[("n", (*n).into())]);
            let percent = texts.with("names-percent", &[("n", (&share).into())]);
            format!("{form} · {label} · {n} · {percent}")
        });
        let ink = match look.by {
            NamingBy::Period => figures.place_of(column).map(|n| palette.period(n).ink),
            NamingBy::Outlet => Some(palette.ink),
        };
        ShareRow {
            ink: ink.unwrap_or(palette.soft),
            values: counts.iter().map(|n| f64::from(*n)).collect(),
            total: texts.number(total.into()),
            names: names.collect(),
            label: label.clone(),
        }
    };
    let rows = table.columns(look.by).into_iter().map(row).collect();
    let chart = Shares {
        title: shares_name(figures, naming, look, texts),
        series,
        rows,
    };
    shares(sheet, &chart)
}
