//! The spellings of one entity, by period and by outlet.

use super::blocks::{count, number_column, period_ink, words_column};
use super::entity::One;
use super::{NamesPanel, Panel, heading_ui};
use crate::app::entity_view::{NamingBy, facet_name};
use crate::entity::study::WrittenForm;
use crate::texts::Texts;
use crate::ui::table::{Align, Cell, TableColumn, TableLook, TableRow, Width};
use crate::ui::theme::Palette;
use egui::{Color32, Rect, Ui};
use std::cmp::Reverse;

/// Width of the bars of the periods, in points.
const BARS: f32 = 90.0;
/// Least width of a column of counts.
const COUNT: f32 = 52.0;
/// Names have at least this much room.
const NAME: f32 = 130.0;

/// What stands in a column beside the spellings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counts {
    All,
    Period(usize),
    Bar,
    Outlet(usize),
}

impl NamesPanel {
    pub(super) fn spellings_ui(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        panel: &mut Panel<'_>,
        one: One<'_>,
    ) {
        let (shown, figures) = one;
        let texts = panel.texts;
        let rows = &figures.profile.spellings.rows;
        let title = texts.with("names-spellings", &[("n", rows.len().into())]);
        let body = heading_ui(ui, rect, &mut panel.cx, &title);
        let wanted = wanted_of(one, texts);
        let heading = texts.get("names-spelling");
        let mut columns = vec![words_column(&heading)];
        let mut kept = Vec::new();
        let mut room = body.width() - NAME;
        for (counts, name) in &wanted {
            let mut column = number_column(ui, panel, name, COUNT);
            if *counts == Counts::Bar {
                column = TableColumn {
                    align: Align::Start,
                    width: Width::Points(BARS),
                    ..column
                };
            }
            if let Width::Points(points) = column.width
                && points <= room
            {
                room -= points;
                kept.push(*counts);
                columns.push(column);
            }
        }
        let palette = panel.cx.palette;
        let reader = Reader {
            most: rows.first().map_or(1, |row| row.all.total()).max(1),
            inks: (0..shown.periods.len())
                .map(|column| period_ink(panel, shown, column))
                .collect(),
            texts,
            palette,
        };
        let mut make = |place: usize| {
            let Some(row) = rows.get(place) else {
                return TableRow::default();
            };
            let form = Cell::new(row.all.form.as_str()).right_to_left();
            let counts = kept.iter().map(|counts| reader.cell(*counts, &row.all));
            TableRow {
                cells: std::iter::once(form).chain(counts).collect(),
                ..TableRow::default()
            }
        };
        let look = TableLook {
            name: &title,
            scrollbar_name: &texts.get("a11y-statistics-scrollbar"),
            columns: &columns,
            n_rows: rows.len(),
            sort: None,
            selected: self.at.spelling,
            ticks: None,
        };
        let answer = self
            .spellings
            .show(ui, &mut panel.cx, body, &look, &mut make);
        self.at.spelling = answer.select.or(self.at.spelling);
        let copied = answer.copy.and_then(|place| rows.get(place));
        if let Some(row) = copied {
            ui.ctx().copy_text(row.all.form.clone());
        }
    }
}

/// Reads the counts of spellings.
struct Reader<'a> {
    /// The most mentions that a spelling has.
    most: u32,
    /// The colours of the periods.
    inks: Vec<Color32>,
    texts: &'a Texts,
    palette: &'static Palette,
}

impl Reader<'_> {
    fn cell(&self, counts: Counts, form: &WrittenForm) -> Cell {
        let of = |cells: &[u32], column: usize| {
            let n = cells.get(column).copied().unwrap_or(0);
            (n, count(self.texts, self.palette, n))
        };
        match counts {
            Counts::All => count(self.texts, self.palette, form.total()).bold(),
            Counts::Outlet(column) => of(&form.by_outlet, column).1,
            Counts::Period(column) => {
                let (n, cell) = of(&form.by_period, column);
                match self.inks.get(column).filter(|_| n > 0) {
                    Some(ink) => cell.ink(*ink),
                    None => cell,
                }
            }
            Counts::Bar => {
                let stretches = form.by_period.iter().zip(&self.inks);
                let stretches = stretches.filter(|(n, _)| **n > 0).map(|(n, ink)| {
                    let share = u64::from(*n) * 1000 / u64::from(self.most);
                    (u16::try_from(share).unwrap_or(1000), *ink)
                });
                Cell::bar(stretches.collect())
            }
        }
    }
}

/// The columns wanted and their headings: all mentions, the periods, then the
/// outlets, those with most mentions first. Not all may have room; the
/// comparison and the file have them.
fn wanted_of(one: One<'_>, texts: &Texts) -> Vec<(Counts, String)> {
    let shown = one.0;
    let all = texts.get("names-column-mentions").into_owned();
    let mut wanted = vec![(Counts::All, all)];
    let periods = shown.columns();
    if periods.len() > 1 {
        wanted.extend(periods.into_iter().map(|column| {
            let period = shown.periods.get(column).and_then(Option::as_ref);
            let name = facet_name(period, NamingBy::Period, texts);
            (Counts::Period(column), name)
        }));
        wanted.push((Counts::Bar, String::new()));
    }
    let outlets = outlets_of(one, texts);
    if outlets.len() > 1 {
        let outlets = outlets.into_iter();
        wanted.extend(outlets.map(|(column, name)| (Counts::Outlet(column), name)));
    }
    wanted
}

/// The outlets that name the entity, with their columns, those with most
/// mentions first.
fn outlets_of(one: One<'_>, texts: &Texts) -> Vec<(usize, String)> {
    let naming = &one.1.profile.spellings;
    let totals = naming.by_outlet();
    let outlets = naming.outlets.iter().zip(&totals).enumerate();
    let mut outlets: Vec<(u32, usize, String)> = outlets
        .filter(|(_, (outlet, n))| **n > 0 && outlet.is_some())
        .map(|(column, (outlet, n))| {
            (
                *n,
                column,
                facet_name(outlet.as_ref(), NamingBy::Outlet, texts),
            )
        })
        .collect();
    outlets.sort_by_key(|(n, column, _)| (Reverse(*n), *column));
    let outlets = outlets.into_iter();
    outlets.map(|(_, column, name)| (column, name)).collect()
}
