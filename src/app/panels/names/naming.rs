//! Naming compared: which spelling each period and each outlet uses.

use super::blocks::{Key, count, number_column, words_column};
use super::entity::head_ui;
use super::{NamesPanel, Panel, SIDE};
use crate::app::entity_view::{
    Figures, NamingBy, NamingFigures, SpellingRow, draw_shares, facet_name, shares_name,
};
use crate::corpus::Facet;
use crate::entity::study::Naming;
use crate::ui::chart::{Sheet, shares_height, show};
use crate::ui::table::{Cell, HEADER, ROW, TableLook, TableRow, Width};
use crate::ui::{Place, Row, theme};
use egui::{Id, Rect, Ui, vec2};
use std::cmp::Reverse;
use std::sync::Arc;

/// Height of the head in points.
const HEAD: f32 = 84.0;
/// Least width of a column of counts.
const COUNT: f32 = 84.0;
/// Spellings have at least this much room.
const NAME: f32 = 170.0;

impl NamesPanel {
    pub(super) fn naming_ui(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        panel: &mut Panel<'_>,
        (shown, naming): (&Arc<Figures>, &NamingFigures),
    ) {
        let texts = panel.texts;
        let (head, body) = rect.split_top_bottom_at_y(rect.top() + HEAD);
        let total: u32 = naming.rows.iter().map(SpellingRow::total).sum();
        let facts = [
            texts.with("names-spellings", &[("n", naming.rows.len().into())]),
            texts.with("count-mentions", &[("n", total.into())]),
        ];
        head_ui(ui, head, panel, shown, naming.entity, &facts);
        if total == 0 {
            let text = texts.get("names-not-here");
            let words = (text.as_ref(), theme::text(), panel.cx.palette.soft);
            let painter = ui.painter().clone();
            panel.cx.write(ui, &painter, body, Place::Center, words);
            return;
        }
        let by = panel.state.names_view.look.by;
        let n_bars = facets_of(shown, naming, by).len();
        let chart = (shares_height(n_bars) + 44.0).min(body.height() * 0.5);
        #[expect(clippy::cast_precision_loss, reason = "a height on the screen")]
        let wanted = HEADER + ROW * naming.rows.len() as f32;
        let height = wanted.min(body.height() - chart);
        let (table, chart) = body.split_top_bottom_at_y(body.top() + height);
        self.spelt_ui(ui, table.shrink2(vec2(SIDE, 0.0)), panel, (shown, naming));
        let chart = chart.shrink2(vec2(SIDE, 14.0));
        self.shares_ui(ui, chart, panel, (shown, naming));
    }

    fn spelt_ui(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        panel: &mut Panel<'_>,
        (shown, naming): (&Arc<Figures>, &NamingFigures),
    ) {
        let texts = panel.texts;
        let by = panel.state.names_view.look.by;
        let (heading, all) = (
            texts.get("names-spelling"),
            texts.get("names-column-mentions"),
        );
        let facets = facets_of(shown, naming, by);
        let names: Vec<String> = facets
            .iter()
            .map(|(_, facet, _)| facet_name(facet.as_ref(), by, texts))
            .collect();
        let mut columns = vec![
            words_column(&heading),
            number_column(ui, panel, &all, COUNT),
        ];
        let mut room = rect.width() - NAME - COUNT;
        let mut kept = Vec::new();
        for ((column, _, sum), name) in facets.iter().zip(&names) {
            let wanted = number_column(ui, panel, name, COUNT);
            if let Width::Points(points) = wanted.width
                && points <= room
            {
                room -= points;
                kept.push((*column, *sum));
                columns.push(wanted);
            }
        }
        // What is left is shared, so that counts do not stand far from words.
        #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
        let more = (room / columns.len() as f32).clamp(0.0, 70.0);
        for column in columns.iter_mut().skip(1) {
            if let Width::Points(points) = &mut column.width {
                *points += more;
            }
        }
        let right_to_left = panel.cx.right_to_left;
        let palette = panel.cx.palette;
        let own = palette.series.len() - 1;
        let total: u32 = naming.rows.iter().map(SpellingRow::total).sum();
        let share = |n: u32, whole: u32| {
            if n == 0 {
                return count(texts, palette, 0);
            }
            let percent = Naming::share(n, whole).unwrap_or(0.0) * 100.0;
            let percent = texts.decimal(percent, 0);
            let percent = texts.with("names-percent", &[("n", (&percent).into())]);
            let text = format!("{} · {percent}", texts.number(n.into()));
            let cell = Cell::new(text);
            // The count comes first in both languages.
            if right_to_left {
                cell.right_to_left()
            } else {
                cell
            }
        };
        let mut make = |place: usize| {
            let Some(row) = naming.rows.get(place) else {
                return TableRow::default();
            };
            let cells = cells_of(row, by);
            let mut words = vec![
                Cell::new(words_of(row)).right_to_left(),
                share(row.total(), total).bold(),
            ];
            words.extend(kept.iter().map(|(column, sum)| {
                let n = cells.get(*column).copied().unwrap_or(0);
                share(n, *sum)
            }));
            let color = palette.series.get(place.min(own));
            TableRow {
                cells: words,
                stripe: color.copied(),
                ..TableRow::default()
            }
        };
        let look = TableLook {
            name: &texts.get("names-naming"),
            scrollbar_name: &texts.get("a11y-statistics-scrollbar"),
            columns: &columns,
            n_rows: naming.rows.len(),
            sort: None,
            selected: self.at.naming,
            ticks: None,
        };
        let answer = self.naming.show(ui, &mut panel.cx, rect, &look, &mut make);
        self.at.naming = answer.select.or(self.at.naming);
        let copied = answer.copy.and_then(|place| naming.rows.get(place));
        if let Some(row) = copied {
            ui.ctx().copy_text(row.form.clone());
        }
    }

    fn shares_ui(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        panel: &mut Panel<'_>,
        (shown, naming): (&Arc<Figures>, &NamingFigures),
    ) {
        let look = &panel.state.names_view.look;
        let size = vec2(rect.width().min(1100.0), rect.height() - 22.0);
        let key = Key::new(panel, size, look.by as usize);
        if self.charts.shares.as_ref().is_none_or(|(of, _)| *of != key) {
            let palette = panel.cx.palette;
            let mut sheet = Sheet {
                size,
                palette,
                ground: palette.paper,
                right_to_left: panel.cx.right_to_left,
                typesetter: panel.cx.pen.typesetter(),
            };
            let drawn = draw_shares(&mut sheet, shown, naming, look, panel.texts);
            self.charts.shares = Some((key, drawn));
        }
        let Some((_, (drawing, n_left_out))) = &self.charts.shares else {
            return;
        };
        let name = shares_name(shown, naming, look, panel.texts);
        let id = Id::unique("names-shares");
        let at = Row::new(rect, panel.cx.right_to_left).start(size.x).min;
        show(&mut panel.cx, ui, id, at, drawing, &name);
        if *n_left_out > 0 {
            let text = panel
                .texts
                .with("names-left-out", &[("n", (*n_left_out).into())]);
            let foot = Rect::from_min_max(egui::pos2(rect.left(), rect.bottom() - 20.0), rect.max);
            let words = (text.as_str(), theme::small(), panel.cx.palette.soft);
            let painter = ui.painter().clone();
            panel.cx.write(ui, &painter, foot, Place::Start, words);
        }
    }
}

/// The counts of a spelling by what is compared.
fn cells_of(row: &SpellingRow, by: NamingBy) -> &[u32] {
    match by {
        NamingBy::Period => &row.by_period,
        NamingBy::Outlet => &row.by_outlet,
    }
}

/// The columns that are compared: their place, what they are, and all mentions
/// in them. Outlets with most mentions come first.
fn facets_of(
    shown: &Figures,
    naming: &NamingFigures,
    by: NamingBy,
) -> Vec<(usize, Option<Facet>, u32)> {
    let facets = match by {
        NamingBy::Period => &shown.periods,
        NamingBy::Outlet => &naming.outlets,
    };
    let sum = |column: usize| -> u32 {
        let rows = naming.rows.iter();
        rows.filter_map(|row| cells_of(row, by).get(column)).sum()
    };
    let all = facets.iter().cloned().enumerate();
    let mut all: Vec<_> = all
        .map(|(column, facet)| (column, facet, sum(column)))
        .filter(|(.., sum)| *sum > 0)
        .collect();
    if by == NamingBy::Outlet {
        all.sort_by_key(|(column, _, sum)| (Reverse(*sum), *column));
    }
    all
}

/// A spelling, and the forms that share its row.
fn words_of(row: &SpellingRow) -> String {
    let others = row.forms.iter().filter(|form| form.form != row.form);
    let others: Vec<&str> = others.map(|form| form.form.as_str()).collect();
    if others.is_empty() {
        row.form.clone()
    } else {
        format!("{}  ({})", row.form, others.join("، "))
    }
}
