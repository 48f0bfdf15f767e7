//! Tables of what stands in a list already, a column a line.

use super::{CellLook, MeasureTable, WindowColumn};
use crate::analysis::statistics::Field;
use crate::texts::Language;
use crate::ui::table::TableCell;
use crate::ui::theme::Palette;
use egui::Color32;

/// Least width of a column of numbers in points.
const NUMBERS: f32 = 52.0;

/// The `rows` of a list in their order; what they mean is known `of` something
/// larger. Columns go by their place.
pub(in crate::app) struct ListedTable<'t, C, R> {
    pub(in crate::app) of: &'t C,
    pub(in crate::app) rows: &'t [R],
    pub(in crate::app) columns: &'t [ListedColumn<C, R>],
    /// The colour of the stripe of a row.
    pub(in crate::app) stripe: Option<fn(&R, &'static Palette) -> Color32>,
}

/// A column of a [`ListedTable`].
pub(in crate::app) struct ListedColumn<C, R> {
    /// Its name in files.
    name: &'static str,
    /// The key of its heading; only files have a column without one.
    heading: &'static str,
    value: fn(&C, &R) -> Field,
    /// What the window shows in its place.
    shown: Option<fn(&C, &R, Language) -> String>,
    /// How much it is missed where there is no room; 0 the most.
    weight: u8,
    is_bold: bool,
}

impl<C, R> ListedColumn<C, R> {
    /// A column that files have.
    pub(in crate::app) const fn file(name: &'static str, value: fn(&C, &R) -> Field) -> Self {
        Self::new(name, "", value)
    }

    /// A column that files and the window have.
    pub(in crate::app) const fn new(
        name: &'static str,
        heading: &'static str,
        value: fn(&C, &R) -> Field,
    ) -> Self {
        Self {
            name,
            heading,
            value,
            shown: None,
            weight: 0,
            is_bold: false,
        }
    }

    /// The same, for a table that has room.
    pub(in crate::app) const fn with_room(self) -> Self {
        Self { weight: 1, ..self }
    }

    /// The same, with a text that the window shows in the place of the value.
    pub(in crate::app) const fn shown_as(self, shown: fn(&C, &R, Language) -> String) -> Self {
        Self {
            shown: Some(shown),
            ..self
        }
    }

    /// The same in bold.
    pub(in crate::app) const fn bold(self) -> Self {
        Self {
            is_bold: true,
            ..self
        }
    }
}

impl<C, R> MeasureTable for ListedTable<'_, C, R> {
    type Key = usize;

    fn n_rows(&self) -> usize {
        self.rows.len()
    }

    fn shown(&self) -> Vec<WindowColumn<usize>> {
        let columns = self.columns.iter().enumerate();
        let shown = columns.filter(|(_, column)| !column.heading.is_empty());
        let shown = shown.map(|(key, column)| WindowColumn::numbers(key, column.weight, NUMBERS));
        let mut shown: Vec<WindowColumn<usize>> = shown.collect();
        if let Some(first) = shown.first_mut() {
            *first = WindowColumn::words(first.key, 0, 0.0);
        }
        shown
    }

    fn written(&self) -> Vec<(String, usize)> {
        let columns = self.columns.iter().enumerate();
        columns
            .map(|(key, column)| (column.name.to_owned(), key))
            .collect()
    }

    fn text_key(&self, key: usize) -> &'static str {
        self.columns.get(key).map_or("", |column| column.heading)
    }

    fn value(&self, row: u32, key: usize) -> Field {
        let place = self.columns.get(key).zip(self.rows.get(row as usize));
        let value = place.map(|(column, row)| (column.value)(self.of, row));
        value.unwrap_or_else(|| Field::text(""))
    }

    fn cell(&self, row: u32, key: usize, look: &CellLook<'_>) -> TableCell {
        let column = self.columns.get(key);
        let shown = column.and_then(|column| column.shown);
        let cell = match shown.zip(self.rows.get(row as usize)) {
            Some((shown, row)) => TableCell::new(shown(self.of, row, look.texts.language())),
            None => look.field(self.value(row, key), 1),
        };
        let is_bold = column.is_some_and(|column| column.is_bold);
        if is_bold { cell.bold() } else { cell }
    }

    fn stripe(&self, row: u32, palette: &'static Palette) -> Option<Color32> {
        Some(self.stripe?(self.rows.get(row as usize)?, palette))
    }
}
