//! How is a table of numbers shown and saved, whatever it counts?
//!
//! A view describes each of its tables once, as a [`MeasureTable`]: its columns,
//! what they say, and what stands in its rows. [`TablePanel`] draws what is
//! described, and [`write_table`] writes it into a file. Must not know which
//! tables and views there are.

mod columns;
mod listed;
mod panel;

pub(super) use columns::{Fit, WindowColumn};
pub(super) use listed::{ListedColumn, ListedTable};
pub(super) use panel::{FindField, TablePanel, TableView};

use super::panels::Panel;
use super::state::AppState;
use crate::analysis::statistics::{Field, TableExport, TableFormat, Value};
use crate::corpus::Facet;
use crate::statistics::{Formula, Significance};
use crate::texts::Texts;
use crate::ui::table::TableCell;
use crate::ui::theme::Palette;
use egui::Color32;
use std::io::{self, Write};
use std::iter::Take;
use std::ops::RangeFrom;

/// The heading of a measure of change, whose name has the key `measure`: from
/// which period to which, the later one over the earlier one.
pub(super) fn change_heading(
    measure: &str,
    [before, after]: &[String; 2],
    texts: &Texts,
) -> String {
    let measure = texts.get(measure);
    texts.with(
        "change-heading",
        &[
            ("measure", measure.as_ref().into()),
            ("before", before.into()),
            ("after", after.into()),
        ],
    )
}

/// A table as the window shows it and as a file has it.
pub(super) trait MeasureTable {
    /// Names a column.
    type Key: Copy + PartialEq;

    /// Whether the headings sort.
    const SORTS: bool = false;

    /// Whether what is told of a column without a formula keeps the room of one.
    const KEEPS_FORMULA_ROOM: bool = true;

    /// The number of rows.
    fn n_rows(&self) -> usize;

    /// The columns of the window, from the side where lines start. The first
    /// has words and takes what the others leave.
    fn shown(&self) -> Vec<WindowColumn<Self::Key>>;

    /// The columns of a file, with their names; none of a table that has none.
    fn written(&self) -> Vec<(String, Self::Key)> {
        Vec::new()
    }

    /// The key of the heading of a column among the interface texts; that with
    /// `-help` at its end says what it tells, if there is such a text.
    fn text_key(&self, key: Self::Key) -> &'static str;

    /// What stands over a column instead of that text, as the name of a period.
    fn label(&self, _: Self::Key, _: &Texts) -> Option<String> {
        None
    }

    /// What the text that says what a column tells takes up.
    fn help_args(&self, _: Self::Key, _: &Texts) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    /// The formula of a column.
    fn formula(&self, _: Self::Key) -> Option<Formula> {
        None
    }

    /// What stands in a row, for a file.
    fn value(&self, row: u32, key: Self::Key) -> Field;

    /// What stands in a row, for the window.
    fn cell(&self, row: u32, key: Self::Key, look: &CellLook<'_>) -> TableCell {
        look.field(self.value(row, key), 1)
    }

    /// The colour of the stripe of a row.
    fn stripe(&self, _: u32, _: &'static Palette) -> Option<Color32> {
        None
    }
}

/// What stands over a column.
fn heading<T: MeasureTable>(table: &T, key: T::Key, texts: &Texts) -> String {
    let label = table.label(key, texts);
    label.unwrap_or_else(|| match table.text_key(key) {
        "" => String::new(),
        key => texts.get(key).into_owned(),
    })
}

/// All rows of a table as they are numbered.
pub(super) fn all_rows(table: &impl MeasureTable) -> Take<RangeFrom<u32>> {
    (0_u32..).take(table.n_rows())
}

/// Writes the given rows of a table in their order.
///
/// # Errors
/// When `out` cannot be written.
pub(super) fn write_table<T: MeasureTable>(
    table: &T,
    rows: impl IntoIterator<Item = u32>,
    head: Vec<(String, String)>,
    format: TableFormat,
    mut out: &mut dyn Write,
) -> io::Result<()> {
    let (columns, keys): (Vec<String>, Vec<T::Key>) = table.written().into_iter().unzip();
    let fields = |row: u32| keys.iter().map(|key| table.value(row, *key)).collect();
    let rows = rows.into_iter().map(fields);
    TableExport {
        head,
        columns,
        rows,
    }
    .write(format, &mut out)
}

/// What cells are written with.
pub(super) struct CellLook<'a> {
    pub(super) texts: &'a Texts,
    pub(super) palette: &'static Palette,
    state: &'a AppState,
}

impl<'a> CellLook<'a> {
    fn new(panel: &Panel<'a>) -> Self {
        Self {
            texts: panel.texts,
            palette: panel.cx.palette,
            state: panel.state,
        }
    }

    /// A text, or a number with so many decimals.
    pub(super) fn field(&self, field: Field, decimals: usize) -> TableCell {
        match field {
            Field::Text(text) => TableCell::new(text),
            Field::Number(number) => self.number(number, decimals),
        }
    }

    /// A number; a dash where there is none.
    pub(super) fn number(&self, number: impl Into<Value>, decimals: usize) -> TableCell {
        match number.into() {
            Value::Count(n) => TableCell::new(self.texts.number(n)),
            Value::Real(x) => TableCell::new(self.texts.decimal(x, decimals)),
            Value::Missing => TableCell::new("–").ink(self.palette.faint),
        }
    }

    /// A count; none is faint.
    pub(super) fn count(&self, n: impl Into<u64>) -> TableCell {
        let n = n.into();
        let cell = TableCell::new(self.texts.number(n));
        if n == 0 {
            cell.ink(self.palette.faint)
        } else {
            cell
        }
    }

    /// A count in the colour of its period; none is faint.
    pub(super) fn count_of(&self, n: u32, period: Option<&Facet>) -> TableCell {
        let cell = self.count(n);
        let ink = cell.ink.unwrap_or_else(|| self.period_ink(period));
        cell.ink(ink)
    }

    /// The colour of a period; that of `None`, undated, is quiet.
    pub(super) fn period_ink(&self, period: Option<&Facet>) -> Color32 {
        period.map_or(self.palette.soft, |period| {
            self.palette.period(self.state.period_index(period)).ink
        })
    }

    /// What chance alone may bring, by the log-likelihood of the difference, is
    /// quiet.
    pub(super) fn by_chance(&self, cell: TableCell, surprise: Option<f64>) -> TableCell {
        if surprise.and_then(Significance::of).is_some() || cell.ink.is_some() {
            cell
        } else {
            cell.ink(self.palette.soft)
        }
    }

    /// Counts by period as a bar; `most` fill the column.
    pub(super) fn bar(&self, counts: &[u32], most: u32, periods: &[Option<Facet>]) -> TableCell {
        let stretches = counts.iter().zip(periods).filter(|(n, _)| **n > 0);
        let stretches = stretches.map(|(n, period)| {
            let share = u64::from(*n) * 1000 / u64::from(most.max(1));
            let share = u16::try_from(share).unwrap_or(1000);
            (share, self.period_ink(period.as_ref()))
        });
        TableCell::bar(stretches.collect())
    }
}
