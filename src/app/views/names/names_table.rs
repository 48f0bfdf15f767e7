//! The table of all names.

use super::words::{facet_name, kind_key};
use crate::analysis::statistics::Field;
use crate::app::command::names::{NamesColumn, NamesLook, NamesOrder, NamingBy};
use crate::app::panels::entity_name::EntityName;
use crate::app::state::names::{Figures, TableFigures};
use crate::app::tables::{CellLook, MeasureTable, WindowColumn, change_heading};
use crate::corpus::Facet;
use crate::entity::study::{Base, EntityRow};
use crate::statistics::{Formula, Keyness, Significance};
use crate::texts::Texts;
use crate::ui::reading::MarkClass;
use crate::ui::table::{SortOrder, TableCell};
use crate::ui::theme::Palette;
use egui::Color32;

/// Least width of a column of numbers, of types, and of the bars, in points.
const LEAST: (f32, f32, f32) = (68.0, 100.0, 110.0);

/// All names, as they are looked at.
pub(in crate::app) struct NamesTable<'a> {
    pub(in crate::app) figures: &'a Figures,
    pub(in crate::app) table: &'a TableFigures,
    pub(in crate::app) look: &'a NamesLook,
}

impl<'a> NamesTable<'a> {
    fn row(&self, row: u32) -> Option<EntityRow<'a>> {
        self.table.rows.row(row as usize)
    }

    fn period(&self, column: usize) -> Option<&Facet> {
        self.figures.periods.get(column).and_then(Option::as_ref)
    }

    /// How a name changes between the periods that are compared.
    fn change(&self, row: u32) -> Option<Keyness> {
        let [before, after] = self.figures.compared(self.look)?;
        let rows = &self.table.rows;
        rows.change(row as usize, before, after, self.look.base)
    }
}

impl MeasureTable for NamesTable<'_> {
    type Key = NamesColumn;

    const SORTS: bool = true;
    const KEEPS_FORMULA_ROOM: bool = false;

    fn n_rows(&self) -> usize {
        self.table.rows.len()
    }

    fn shown(&self) -> Vec<WindowColumn<NamesColumn>> {
        let numbers = |key, weight| WindowColumn::numbers(key, weight, LEAST.0);
        let mut columns = vec![
            WindowColumn::words(NamesColumn::Name, 0, 0.0),
            WindowColumn::words(NamesColumn::Kind, 1, LEAST.1),
            numbers(NamesColumn::Mentions(None), 0),
        ];
        let periods = self.figures.columns();
        if periods.len() > 1 {
            columns.push(WindowColumn::bars(NamesColumn::Bar, 5, LEAST.2));
            let counts = periods.into_iter().map(Some).map(NamesColumn::Mentions);
            columns.extend(counts.map(|key| numbers(key, 2)));
        }
        columns.push(numbers(NamesColumn::Articles, 4));
        columns.push(numbers(NamesColumn::Share, 6));
        if self.figures.compared(self.look).is_some() {
            columns.push(numbers(NamesColumn::Ratio, 3));
            columns.push(numbers(NamesColumn::Surprise, 3));
        }
        columns
    }

    fn written(&self) -> Vec<(String, NamesColumn)> {
        let mut columns: Vec<(String, NamesColumn)> = [
            ("id", NamesColumn::Id),
            ("name_ar", NamesColumn::Name),
            ("type", NamesColumn::Kind),
            ("mentions", NamesColumn::Mentions(None)),
            ("articles", NamesColumn::Articles),
        ]
        .map(|(name, key)| (name.to_owned(), key))
        .into();
        columns.extend(self.figures.columns().into_iter().map(|column| {
            let period = self.period(column).map_or("undated", Facet::as_str);
            let key = NamesColumn::Mentions(Some(column));
            (format!("mentions_{period}"), key)
        }));
        let measures = [
            ("per_million", NamesColumn::Share),
            ("log_ratio", NamesColumn::Ratio),
            ("log_likelihood", NamesColumn::Surprise),
        ];
        columns.extend(measures.map(|(name, key)| (name.to_owned(), key)));
        columns
    }

    fn text_key(&self, key: NamesColumn) -> &'static str {
        match key {
            NamesColumn::Id | NamesColumn::Bar => "",
            NamesColumn::Name => "names-column-name",
            NamesColumn::Kind => "names-column-type",
            NamesColumn::Mentions(None) => "names-column-mentions",
            NamesColumn::Mentions(Some(_)) => "names-column-period",
            NamesColumn::Articles => "names-column-articles",
            NamesColumn::Share => "names-column-share",
            NamesColumn::Ratio => "names-column-ratio",
            NamesColumn::Surprise => "names-column-surprise",
        }
    }

    fn label(&self, key: NamesColumn, texts: &Texts) -> Option<String> {
        match key {
            NamesColumn::Mentions(Some(column)) => {
                Some(facet_name(self.period(column), NamingBy::Period, texts))
            }
            NamesColumn::Ratio | NamesColumn::Surprise => {
                let compared = self.figures.compared(self.look)?;
                let period = |column| facet_name(self.period(column), NamingBy::Period, texts);
                Some(change_heading(
                    self.text_key(key),
                    &compared.map(period),
                    texts,
                ))
            }
            _ => None,
        }
    }

    fn help_args(&self, key: NamesColumn, texts: &Texts) -> Vec<(&'static str, String)> {
        let period = |column| facet_name(self.period(column), NamingBy::Period, texts);
        match key {
            NamesColumn::Mentions(Some(column)) => vec![("period", period(column))],
            NamesColumn::Ratio | NamesColumn::Surprise => {
                let base = match self.look.base {
                    Base::Words => "names-base-words",
                    Base::Mentions => "names-base-mentions",
                };
                let compared = self.figures.compared(self.look).unwrap_or_default();
                let [before, after] = compared.map(period);
                vec![
                    ("before", before),
                    ("after", after),
                    ("base", texts.get(base).into_owned()),
                    ("least", texts.decimal(Significance::FivePerCent.least(), 2)),
                ]
            }
            _ => Vec::new(),
        }
    }

    fn formula(&self, key: NamesColumn) -> Option<Formula> {
        match key {
            NamesColumn::Ratio => Some(Formula::LOG_RATIO),
            NamesColumn::Surprise => Some(Formula::KEYNESS),
            _ => None,
        }
    }

    fn value(&self, number: u32, key: NamesColumn) -> Field {
        let Some(row) = self.row(number) else {
            return Field::text("");
        };
        let entity = self.figures.entity(row.entity);
        match key {
            NamesColumn::Id => Field::text(&*entity.id),
            NamesColumn::Name => Field::text(&*entity.ar),
            NamesColumn::Kind => Field::text(row.kind.tag()),
            NamesColumn::Mentions(None) => row.mentions.iter().sum::<u32>().into(),
            NamesColumn::Mentions(Some(column)) => {
                row.mentions.get(column).copied().unwrap_or(0).into()
            }
            NamesColumn::Articles => row.articles.iter().sum::<u32>().into(),
            NamesColumn::Share => {
                let rows = &self.table.rows;
                rows.share(number as usize, None, Base::Words).into()
            }
            NamesColumn::Ratio => self.change(number).and_then(Keyness::log_ratio).into(),
            NamesColumn::Surprise => {
                let change = self.change(number);
                change.and_then(Keyness::log_likelihood).into()
            }
            NamesColumn::Bar => Field::text(""),
        }
    }

    fn cell(&self, number: u32, key: NamesColumn, look: &CellLook<'_>) -> TableCell {
        let Some(row) = self.row(number) else {
            return TableCell::new("");
        };
        let cell = look.field(self.value(number, key), 1);
        match key {
            NamesColumn::Name => {
                let name = EntityName::of(self.figures.entity(row.entity), look.texts.language());
                TableCell::new(name.line()).bold()
            }
            NamesColumn::Kind => {
                let tone = MarkClass::of(row.kind).tone(look.palette);
                TableCell::new(look.texts.get(kind_key(row.kind))).ink(tone.ink)
            }
            NamesColumn::Mentions(Some(column)) => {
                let n = row.mentions.get(column).copied().unwrap_or(0);
                look.count_of(n, self.period(column))
            }
            NamesColumn::Bar => look.bar(row.mentions, self.table.most, &self.figures.periods),
            NamesColumn::Share => {
                let rows = &self.table.rows;
                look.number(rows.share(number as usize, None, self.look.base), 1)
            }
            NamesColumn::Ratio | NamesColumn::Surprise => {
                let change = self.change(number);
                let cell = match key {
                    NamesColumn::Ratio => look.number(change.and_then(Keyness::log_ratio), 2),
                    _ => cell,
                };
                look.by_chance(cell, change.and_then(Keyness::log_likelihood))
            }
            NamesColumn::Id | NamesColumn::Mentions(None) | NamesColumn::Articles => cell,
        }
    }

    fn stripe(&self, number: u32, palette: &'static Palette) -> Option<Color32> {
        let row = self.row(number)?;
        Some(MarkClass::of(row.kind).tone(palette).ink)
    }
}

impl NamesOrder {
    /// The column that decides, and its direction.
    pub(in crate::app) const fn sort(&self) -> (NamesColumn, SortOrder) {
        let order = if self.descending {
            SortOrder::Descending
        } else {
            SortOrder::Ascending
        };
        (self.column, order)
    }

    /// The order that a click on a heading asks for.
    pub(in crate::app) fn of((column, order): (NamesColumn, SortOrder)) -> Self {
        Self {
            column,
            descending: order == SortOrder::Descending,
        }
    }
}
