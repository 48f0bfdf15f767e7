//! Which columns of a table have room, and how wide they are.

use super::{MeasureTable, heading};
use crate::app::panels::Panel;
use crate::ui::table::{Align, ColumnWidth, SortOrder, TableColumn};
use crate::ui::theme;
use egui::Ui;

/// A column of the window.
#[derive(Debug, Clone, Copy)]
pub(in crate::app) struct WindowColumn<K> {
    pub(in crate::app) key: K,
    /// How much it is missed where there is no room: 0 stays in any.
    weight: u8,
    /// Its least width in points.
    least: f32,
    kind: ColumnKind,
}

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ColumnKind {
    Words,
    Numbers,
    Bar,
}

impl<K> WindowColumn<K> {
    /// A column of words, at least `least` points wide.
    pub(in crate::app) const fn words(key: K, weight: u8, least: f32) -> Self {
        Self::new(key, weight, least, ColumnKind::Words)
    }

    /// A column of numbers, at least `least` points wide.
    pub(in crate::app) const fn numbers(key: K, weight: u8, least: f32) -> Self {
        Self::new(key, weight, least, ColumnKind::Numbers)
    }

    /// A column of bars, `width` points wide.
    pub(in crate::app) const fn bars(key: K, weight: u8, width: f32) -> Self {
        Self::new(key, weight, width, ColumnKind::Bar)
    }

    const fn new(key: K, weight: u8, least: f32, kind: ColumnKind) -> Self {
        Self {
            key,
            weight,
            least,
            kind,
        }
    }
}

/// How the columns of a table share its width, in points.
#[derive(Debug, Clone, Copy)]
pub(in crate::app) struct Fit {
    /// The first column has at least so much.
    pub(in crate::app) first: f32,
    /// Room beside the heading of a column.
    pub(in crate::app) beside: f32,
    /// A column is at most so much wider than it must be.
    pub(in crate::app) more: f32,
    /// Whether the first column without room is the last that is looked at.
    pub(in crate::app) stops: bool,
}

/// A column that has room.
pub(super) struct FittedColumn<K> {
    pub(super) key: K,
    heading: String,
    kind: ColumnKind,
    width: ColumnWidth,
    sort: Option<SortOrder>,
}

impl<K> FittedColumn<K> {
    /// The column as the widget takes it.
    pub(super) fn look(&self) -> TableColumn<'_> {
        TableColumn {
            heading: &self.heading,
            align: match self.kind {
                ColumnKind::Numbers => Align::Number,
                ColumnKind::Words | ColumnKind::Bar => Align::Start,
            },
            width: self.width,
            sort: self.sort,
        }
    }
}

/// The columns of `table` that have room in `width` points, and the headings of
/// the others. The most telling ones stay when there is little; a file has all.
pub(super) fn fitted<T: MeasureTable>(
    ui: &Ui,
    panel: &mut Panel<'_>,
    table: &T,
    width: f32,
    fit: Fit,
) -> (Vec<FittedColumn<T::Key>>, Vec<String>) {
    let mut wanted: Vec<(usize, WindowColumn<T::Key>)> =
        table.shown().into_iter().enumerate().collect();
    // The first column comes first whatever its weight.
    wanted.sort_by_key(|(place, column)| (*place > 0, column.weight, *place));
    let mut room = width - fit.first;
    let mut fitted: Vec<(usize, f32, FittedColumn<T::Key>)> = Vec::new();
    let mut hidden: Vec<(usize, String)> = Vec::new();
    let mut is_full = false;
    for (place, column) in wanted {
        let heading = heading(table, column.key, panel.texts);
        let mut width = 0.0;
        if place > 0 {
            let label = panel.cx.label(ui, &heading, theme::small().bold());
            width = (label.width() + fit.beside).max(column.least);
            if is_full || (width > room && column.weight > 0) {
                is_full = fit.stops;
                hidden.push((place, heading));
                continue;
            }
            room -= width;
        }
        let sort = match column.kind {
            ColumnKind::Words => Some(SortOrder::Ascending),
            ColumnKind::Numbers => Some(SortOrder::Descending),
            ColumnKind::Bar => None,
        };
        let column = FittedColumn {
            key: column.key,
            heading,
            kind: column.kind,
            width: ColumnWidth::Share(1.0),
            sort: sort.filter(|_| T::SORTS),
        };
        fitted.push((place, width, column));
    }
    fitted.sort_by_key(|(place, ..)| *place);
    // What is left is shared, so that numbers do not stand far from words.
    #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
    let share = (room / fitted.len() as f32).clamp(0.0, fit.more);
    let columns = fitted.into_iter().map(|(place, width, column)| {
        if place == 0 {
            return column;
        }
        FittedColumn {
            width: ColumnWidth::Points(width + share),
            ..column
        }
    });
    hidden.sort();
    let hidden = hidden.into_iter().map(|(_, heading)| heading);
    (columns.collect(), hidden.collect())
}
