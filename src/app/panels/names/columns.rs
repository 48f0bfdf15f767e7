//! The columns of the table of names: which, how wide, what they say.

use crate::app::entity_view::{Figures, NamesColumn, NamesOrder, TableFigures, kind_key};
use crate::app::panels::Panel;
use crate::app::state::AppState;
use crate::entity::study::{Base, Change};
use crate::texts::Texts;
use crate::ui::reading::MarkClass;
use crate::ui::table::{Align, Cell, SortOrder, TableColumn, TableRow, Width};
use crate::ui::theme::{self, Palette};
use egui::{Color32, Ui};

/// Least width of the names, of a column of numbers, and of the bars.
const LEAST: (f32, f32, f32) = (150.0, 62.0, 110.0);
/// Room beside the heading of a column.
const BESIDE: f32 = 32.0;
/// A column is at most so much wider than it must be.
const MOST_MORE: f32 = 40.0;
/// Changes that chance alone brings once in a thousand times, and more often,
/// are quiet.
const SIGNIFICANT: f64 = 10.83;

/// A column beside the names.
pub(super) enum Kind {
    Numbers(NamesColumn),
    /// The shares of the periods as a bar.
    Bar,
}

/// A column and its heading.
pub(super) struct Column {
    pub(super) kind: Kind,
    pub(super) heading: String,
    width: f32,
}

impl Column {
    pub(super) const fn sorts_by(&self) -> Option<NamesColumn> {
        match self.kind {
            Kind::Numbers(column) => Some(column),
            Kind::Bar => None,
        }
    }
}

/// The columns that have room in `width` points beside the names. The most
/// telling ones stay when there is little; a file has all.
pub(super) fn columns_of(
    ui: &Ui,
    panel: &mut Panel<'_>,
    shown: &Figures,
    width: f32,
) -> Vec<Column> {
    let periods = shown.columns();
    let mut wanted: Vec<(u8, Kind)> = vec![(1, Kind::Numbers(NamesColumn::Kind))];
    wanted.push((0, Kind::Numbers(NamesColumn::Mentions(None))));
    if periods.len() > 1 {
        wanted.push((5, Kind::Bar));
        let counts = periods.iter();
        wanted.extend(counts.map(|n| (2, Kind::Numbers(NamesColumn::Mentions(Some(*n))))));
    }
    wanted.push((4, Kind::Numbers(NamesColumn::Articles)));
    wanted.push((6, Kind::Numbers(NamesColumn::Share)));
    if shown.compared(&panel.state.names_view.look).is_some() {
        wanted.push((3, Kind::Numbers(NamesColumn::Ratio)));
        wanted.push((3, Kind::Numbers(NamesColumn::Surprise)));
    }
    let mut order: Vec<(usize, u8, Kind)> = wanted
        .into_iter()
        .enumerate()
        .map(|(place, (weight, kind))| (place, weight, kind))
        .collect();
    order.sort_by_key(|(place, weight, _)| (*weight, *place));
    let mut room = width - LEAST.0;
    let mut columns: Vec<(usize, Column)> = Vec::new();
    for (place, _, kind) in order {
        let (heading, least) = match &kind {
            Kind::Bar => (String::new(), LEAST.2),
            Kind::Numbers(NamesColumn::Kind) => {
                (heading_of(panel.texts, shown, NamesColumn::Kind), 100.0)
            }
            Kind::Numbers(column) => (heading_of(panel.texts, shown, *column), LEAST.1),
        };
        let label = panel.cx.label(ui, &heading, theme::small().bold());
        let width = (label.width() + BESIDE).max(least);
        if width > room {
            continue;
        }
        room -= width;
        let column = Column {
            kind,
            heading,
            width,
        };
        columns.push((place, column));
    }
    columns.sort_by_key(|(place, _)| *place);
    #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
    let share = (room / (columns.len() as f32 + 1.0)).clamp(0.0, MOST_MORE);
    let columns = columns.into_iter().map(|(_, column)| Column {
        width: column.width + share,
        ..column
    });
    columns.collect()
}

/// The columns as the table takes them: the names, then the others.
pub(super) fn table_columns<'a>(name: &'a str, columns: &'a [Column]) -> Vec<TableColumn<'a>> {
    let name = TableColumn {
        heading: name,
        align: Align::Start,
        width: Width::Share(1.0),
        sort: Some(SortOrder::Ascending),
    };
    let others = columns.iter().map(|column| TableColumn {
        heading: &column.heading,
        align: match column.kind {
            Kind::Numbers(NamesColumn::Kind) | Kind::Bar => Align::Start,
            Kind::Numbers(_) => Align::Number,
        },
        width: Width::Points(column.width),
        sort: match column.kind {
            Kind::Numbers(NamesColumn::Kind) => Some(SortOrder::Ascending),
            Kind::Numbers(_) => Some(SortOrder::Descending),
            Kind::Bar => None,
        },
    });
    std::iter::once(name).chain(others).collect()
}

/// The sorted column and its order, as the table takes it.
pub(super) fn sort_of(order: &NamesOrder, columns: &[Column]) -> Option<(usize, SortOrder)> {
    let sort = if order.descending {
        SortOrder::Descending
    } else {
        SortOrder::Ascending
    };
    if order.column == NamesColumn::Name {
        return Some((0, sort));
    }
    let place = columns
        .iter()
        .position(|column| column.sorts_by() == Some(order.column))?;
    Some((place + 1, sort))
}

/// The order that a click on a heading asks for.
pub(super) fn order_of(
    (place, sort): (usize, SortOrder),
    columns: &[Column],
) -> Option<NamesOrder> {
    let column = match place.checked_sub(1) {
        None => NamesColumn::Name,
        Some(place) => columns.get(place)?.sorts_by()?,
    };
    Some(NamesOrder {
        column,
        descending: sort == SortOrder::Descending,
    })
}

/// The heading of a column.
pub(super) fn heading_of(texts: &Texts, shown: &Figures, column: NamesColumn) -> String {
    let key = match column {
        NamesColumn::Name => "names-column-name",
        NamesColumn::Kind => "names-column-type",
        NamesColumn::Mentions(None) => "names-column-mentions",
        NamesColumn::Mentions(Some(column)) => {
            let period = shown.periods.get(column).and_then(Option::as_ref);
            return match period {
                Some(period) => period.to_string(),
                None => texts.get("period-undated").into_owned(),
            };
        }
        NamesColumn::Articles => "names-column-articles",
        NamesColumn::Share => "names-column-share",
        NamesColumn::Ratio => "names-column-ratio",
        NamesColumn::Surprise => "names-column-surprise",
    };
    texts.get(key).into_owned()
}

/// What a column tells, in a sentence, and its formula with its source.
pub(super) fn help_of(
    state: &AppState,
    texts: &Texts,
    shown: &Figures,
    column: NamesColumn,
) -> (String, Option<&'static str>) {
    let look = &state.names_view.look;
    let period = |column: usize| heading_of(texts, shown, NamesColumn::Mentions(Some(column)));
    let base = texts.get(match look.base {
        Base::Words => "names-base-words",
        Base::Mentions => "names-base-mentions",
    });
    let change = |key: &str| {
        let [before, after] = shown.compared(look).unwrap_or_default().map(period);
        let args = [
            ("before", (&before).into()),
            ("after", (&after).into()),
            ("base", base.as_ref().into()),
        ];
        texts.with(key, &args)
    };
    match column {
        NamesColumn::Mentions(Some(column)) => {
            let period = period(column);
            let args = [("period", (&period).into())];
            (texts.with("names-column-period-help", &args), None)
        }
        NamesColumn::Ratio => (
            change("names-column-ratio-help"),
            Some("log₂((b / d) / (a / c))   (Hardie 2014)"),
        ),
        NamesColumn::Surprise => (
            change("names-column-surprise-help"),
            Some("2 (a ln(a / E1) + b ln(b / E2))   (Rayson & Garside 2000)"),
        ),
        NamesColumn::Name => (texts.get("names-column-name-help").into_owned(), None),
        NamesColumn::Kind => (texts.get("names-column-type-help").into_owned(), None),
        NamesColumn::Mentions(None) => (texts.get("names-column-mentions-help").into_owned(), None),
        NamesColumn::Articles => (texts.get("names-column-articles-help").into_owned(), None),
        NamesColumn::Share => (texts.get("names-column-share-help").into_owned(), None),
    }
}

/// Reads the rows of the table.
pub(super) struct RowReader<'a> {
    pub(super) shown: &'a Figures,
    pub(super) table: &'a TableFigures,
    pub(super) state: &'a AppState,
    pub(super) texts: &'a Texts,
    pub(super) palette: &'static Palette,
    /// The most mentions that a row has.
    pub(super) most: u32,
}

impl RowReader<'_> {
    /// The row with its name and `columns`.
    pub(super) fn row(&self, number: u32, columns: &[Column]) -> TableRow {
        let Some(row) = self.table.rows.row(number as usize) else {
            return TableRow::default();
        };
        let tone = MarkClass::of(row.kind).tone(self.palette);
        let name = Cell::new(&*self.shown.entity(row.entity).ar).bold();
        let others = columns.iter().map(|column| match column.kind {
            Kind::Bar => Cell::bar(self.bar(row.mentions)),
            Kind::Numbers(NamesColumn::Kind) => {
                Cell::new(self.texts.get(kind_key(row.kind))).ink(tone.ink)
            }
            Kind::Numbers(column) => self.number(number as usize, column),
        });
        TableRow {
            cells: std::iter::once(name).chain(others).collect(),
            stripe: Some(tone.ink),
            ..TableRow::default()
        }
    }

    fn bar(&self, mentions: &[u32]) -> Vec<(u16, Color32)> {
        let stretches = mentions.iter().enumerate().filter(|(_, n)| **n > 0);
        stretches
            .map(|(column, n)| {
                let share = u64::from(*n) * 1000 / u64::from(self.most.max(1));
                let color = self.ink_of(column);
                (u16::try_from(share).unwrap_or(1000), color)
            })
            .collect()
    }

    fn ink_of(&self, column: usize) -> Color32 {
        let period = self.shown.periods.get(column).and_then(Option::as_ref);
        match period {
            Some(period) => self.palette.period(self.state.period_index(period)).ink,
            None => self.palette.soft,
        }
    }

    fn number(&self, number: usize, column: NamesColumn) -> Cell {
        let rows = &self.table.rows;
        let Some(row) = rows.row(number) else {
            return Cell::new("");
        };
        let look = &self.state.names_view.look;
        let count = |n: u32| Cell::new(self.texts.number(n.into()));
        let change = || {
            let [before, after] = self.shown.compared(look)?;
            rows.change(number, before, after, look.base)
        };
        let real = |value: Option<f64>, decimals: usize| match value {
            Some(value) => Cell::new(self.texts.decimal(value, decimals)),
            None => Cell::new("–").ink(self.palette.faint),
        };
        match column {
            NamesColumn::Mentions(None) => count(row.mentions.iter().sum()),
            NamesColumn::Mentions(Some(column)) => {
                let n = row.mentions.get(column).copied().unwrap_or(0);
                let ink = if n == 0 {
                    self.palette.faint
                } else {
                    self.ink_of(column)
                };
                count(n).ink(ink)
            }
            NamesColumn::Articles => count(row.articles.iter().sum()),
            NamesColumn::Share => real(rows.share(number, None, look.base), 1),
            NamesColumn::Ratio => self.quiet(number, real(change().and_then(Change::log_ratio), 2)),
            NamesColumn::Surprise => {
                self.quiet(number, real(change().and_then(Change::log_likelihood), 1))
            }
            NamesColumn::Name | NamesColumn::Kind => Cell::new(""),
        }
    }

    /// What chance alone may bring is quiet.
    fn quiet(&self, number: usize, cell: Cell) -> Cell {
        let look = &self.state.names_view.look;
        let compared = self.shown.compared(look);
        let change = compared.and_then(|[a, b]| self.table.rows.change(number, a, b, look.base));
        let surprise = change.and_then(Change::log_likelihood);
        if surprise.is_some_and(|surprise| surprise.abs() >= SIGNIFICANT) || cell.ink.is_some() {
            cell
        } else {
            cell.ink(self.palette.soft)
        }
    }
}
