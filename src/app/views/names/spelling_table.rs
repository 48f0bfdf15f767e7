//! The table of the spellings of one entity, by period and by outlet.

use super::words::facet_name;
use crate::analysis::statistics::Field;
use crate::app::command::names::NamingBy;
use crate::app::state::names::Figures;
use crate::app::tables::{CellLook, Fit, MeasureTable, WindowColumn};
use crate::corpus::Facet;
use crate::entity::study::{Naming, NamingRow, WrittenForm};
use crate::statistics::share;
use crate::texts::Texts;
use crate::ui::table::TableCell;
use crate::ui::theme::Palette;
use egui::Color32;
use std::cmp::Reverse;

/// Spellings beside what else is known of an entity.
pub(in crate::app) const SPELLINGS_FIT: Fit = Fit {
    first: 130.0,
    beside: 20.0,
    more: 0.0,
    stops: false,
};
/// Spellings that are compared.
pub(in crate::app) const NAMING_FIT: Fit = Fit {
    first: 170.0,
    more: 70.0,
    ..SPELLINGS_FIT
};
/// Least width of a column of counts, of counts with their shares, and of bars,
/// in points.
const LEAST: (f32, f32, f32) = (52.0, 84.0, 90.0);

/// The spellings of an entity.
pub(in crate::app) struct SpellingTable<'a> {
    figures: &'a Figures,
    naming: &'a Naming,
    by: Option<NamingBy>,
    total: u32,
    /// All mentions in each period, and in each outlet.
    sums: [Vec<u32>; 2],
}

/// A column of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum SpellingColumn {
    Form,
    /// The forms that share the row.
    Forms,
    All,
    Bar,
    /// What a period or an outlet has, by its column of the counts.
    Of(NamingBy, usize),
}

impl<'a> SpellingTable<'a> {
    /// The spellings of `naming` with the share of each in what they are compared
    /// `by`; or their counts in all periods and outlets.
    pub(in crate::app) fn new(
        figures: &'a Figures,
        naming: &'a Naming,
        by: Option<NamingBy>,
    ) -> Self {
        Self {
            figures,
            naming,
            by,
            total: naming.total(),
            sums: [naming.by_period(), naming.by_outlet()],
        }
    }

    fn row(&self, row: u32) -> Option<&NamingRow> {
        self.naming.rows.get(row as usize)
    }

    fn facets(&self, by: NamingBy) -> &[Option<Facet>] {
        match by {
            NamingBy::Period => &self.figures.periods,
            NamingBy::Outlet => &self.naming.outlets,
        }
    }

    pub(super) fn facet(&self, by: NamingBy, column: usize) -> Option<&Facet> {
        self.facets(by).get(column).and_then(Option::as_ref)
    }

    /// The columns with mentions; outlets with most of them come first.
    pub(in crate::app) fn columns(&self, by: NamingBy) -> Vec<usize> {
        let sums = &self.sums[by as usize];
        let mut columns: Vec<usize> = (0..sums.len()).filter(|n| sums[*n] > 0).collect();
        if by == NamingBy::Outlet {
            columns.sort_by_key(|n| (Reverse(sums[*n]), *n));
        }
        columns
    }

    /// A count and its share of `whole`.
    fn share(n: u32, whole: u32, look: &CellLook<'_>) -> TableCell {
        if n == 0 {
            return look.count(0_u32);
        }
        let texts = look.texts;
        let percent = share(n.into(), whole.into()).unwrap_or(0.0) * 100.0;
        let percent = texts.decimal(percent, 0);
        let percent = texts.with("names-percent", &[("n", (&percent).into())]);
        let cell = TableCell::new(format!("{} · {percent}", texts.number(n.into())));
        // The count comes first in both languages.
        if texts.language().right_to_left() {
            cell.right_to_left()
        } else {
            cell
        }
    }
}

/// The counts of a form by period or by outlet.
pub(super) fn counts(form: &WrittenForm, by: NamingBy) -> &[u32] {
    match by {
        NamingBy::Period => &form.by_period,
        NamingBy::Outlet => &form.by_outlet,
    }
}

impl MeasureTable for SpellingTable<'_> {
    type Key = SpellingColumn;

    fn n_rows(&self) -> usize {
        self.naming.rows.len()
    }

    fn shown(&self) -> Vec<WindowColumn<SpellingColumn>> {
        let form = WindowColumn::words(SpellingColumn::Form, 0, 0.0);
        if let Some(by) = self.by {
            let numbers = |key, weight| WindowColumn::numbers(key, weight, LEAST.1);
            let of = self.columns(by).into_iter();
            let of = of.map(|n| numbers(SpellingColumn::Of(by, n), 1));
            let columns = [form, numbers(SpellingColumn::All, 0)];
            return columns.into_iter().chain(of).collect();
        }
        let numbers = |key| WindowColumn::numbers(key, 1, LEAST.0);
        let mut columns = vec![form, numbers(SpellingColumn::All)];
        let periods = self.figures.columns();
        if periods.len() > 1 {
            let of = |n| numbers(SpellingColumn::Of(NamingBy::Period, n));
            columns.extend(periods.into_iter().map(of));
            columns.push(WindowColumn::bars(SpellingColumn::Bar, 1, LEAST.2));
        }
        let by = NamingBy::Outlet;
        let mut outlets = self.columns(by);
        outlets.retain(|n| self.facet(by, *n).is_some());
        if outlets.len() > 1 {
            let of = |n| numbers(SpellingColumn::Of(by, n));
            columns.extend(outlets.into_iter().map(of));
        }
        columns
    }

    fn written(&self) -> Vec<(String, SpellingColumn)> {
        let first = [
            ("spelling", SpellingColumn::Form),
            ("forms", SpellingColumn::Forms),
            ("mentions", SpellingColumn::All),
        ];
        let facets = [
            (NamingBy::Period, "period", "undated"),
            (NamingBy::Outlet, "source", "unknown"),
        ];
        let of = facets.into_iter().flat_map(|(by, what, none)| {
            let facets = self.facets(by).iter().enumerate();
            facets.map(move |(n, facet)| {
                let name = facet.as_ref().map_or(none, Facet::as_str);
                (format!("{what}:{name}"), SpellingColumn::Of(by, n))
            })
        });
        let first = first.map(|(name, key)| (name.to_owned(), key));
        first.into_iter().chain(of).collect()
    }

    fn text_key(&self, key: SpellingColumn) -> &'static str {
        match key {
            SpellingColumn::Form => "names-spelling",
            SpellingColumn::All => "names-column-mentions",
            _ => "",
        }
    }

    fn label(&self, key: SpellingColumn, texts: &Texts) -> Option<String> {
        match key {
            SpellingColumn::Of(by, n) => Some(facet_name(self.facet(by, n), by, texts)),
            _ => None,
        }
    }

    fn value(&self, row: u32, key: SpellingColumn) -> Field {
        let Some(row) = self.row(row) else {
            return Field::text("");
        };
        match key {
            SpellingColumn::Form => Field::text(&*row.all.form),
            SpellingColumn::Forms => {
                let forms: Vec<&str> = row.forms.iter().map(|form| &*form.form).collect();
                Field::text(forms.join("; "))
            }
            SpellingColumn::All => row.all.total().into(),
            SpellingColumn::Of(by, n) => counts(&row.all, by).get(n).copied().unwrap_or(0).into(),
            SpellingColumn::Bar => Field::text(""),
        }
    }

    fn cell(&self, number: u32, key: SpellingColumn, look: &CellLook<'_>) -> TableCell {
        let Some(row) = self.row(number) else {
            return TableCell::new("");
        };
        match (key, self.by) {
            (SpellingColumn::Form | SpellingColumn::Forms, None) => {
                TableCell::new(&*row.all.form).right_to_left()
            }
            (SpellingColumn::Form | SpellingColumn::Forms, Some(_)) => {
                TableCell::new(words_of(row)).right_to_left()
            }
            (SpellingColumn::All, None) => look.count(row.all.total()).bold(),
            (SpellingColumn::All, Some(_)) => Self::share(row.all.total(), self.total, look).bold(),
            (SpellingColumn::Of(by, n), compared) => {
                let count = counts(&row.all, by).get(n).copied().unwrap_or(0);
                match (by, compared) {
                    (_, Some(_)) => {
                        let whole = self.sums[by as usize].get(n).copied().unwrap_or(0);
                        Self::share(count, whole, look)
                    }
                    (NamingBy::Period, None) => look.count_of(count, self.facet(by, n)),
                    (NamingBy::Outlet, None) => look.count(count),
                }
            }
            (SpellingColumn::Bar, _) => {
                let most = self.row(0).map_or(1, |row| row.all.total());
                look.bar(&row.all.by_period, most, &self.figures.periods)
            }
        }
    }

    fn stripe(&self, row: u32, palette: &'static Palette) -> Option<Color32> {
        self.by?;
        let own = palette.series.len() - 1;
        palette.series.get((row as usize).min(own)).copied()
    }
}

/// A spelling, and the forms that share its row.
fn words_of(row: &NamingRow) -> String {
    let form = &row.all.form;
    let others = row.forms.iter().filter(|other| other.form != *form);
    let others: Vec<&str> = others.map(|form| form.form.as_str()).collect();
    if others.is_empty() {
        form.clone()
    } else {
        format!("{form}  ({})", others.join("، "))
    }
}
