//! The columns of a table of the statistics: which, how wide, what they say.

use super::Panel;
use crate::analysis::statistics::{Measure, Significance, TableOrder, Value};
use crate::app::counting::{Counted, What};
use crate::app::state::AppState;
use crate::corpus::Facet;
use crate::texts::Texts;
use crate::ui::table::{Align, Cell, SortOrder, TableColumn, TableRow, Width};
use crate::ui::theme::{self, Palette};
use egui::Ui;

/// Least width of the words, and of a column of numbers, in points.
const LEAST: (f32, f32) = (150.0, 66.0);
/// Room beside the heading of a column.
const BESIDE: f32 = 32.0;
/// A column of numbers is at most so much wider than it must be.
const MOST_MORE: f32 = 80.0;

/// A column of numbers.
pub(super) struct NumberColumn {
    pub(super) measure: Measure,
    pub(super) heading: String,
    width: f32,
}

/// The columns of numbers that have room in `width` points. The most telling
/// ones stay when there is little; a file has all.
pub(super) fn number_columns(
    ui: &Ui,
    panel: &mut Panel<'_>,
    shown: &Counted,
    width: f32,
) -> Vec<NumberColumn> {
    let measures = measures_of(shown);
    let mut columns: Vec<(usize, NumberColumn)> = Vec::new();
    let mut by_weight: Vec<(usize, Measure)> = measures.into_iter().enumerate().collect();
    by_weight.sort_by_key(|(place, measure)| (weight(*measure), *place));
    let mut room = width - LEAST.0;
    for (place, measure) in by_weight {
        let heading = heading_of(panel.texts, &shown.periods, measure);
        let label = panel.cx.label(ui, &heading, theme::small().bold());
        let width = (label.width() + BESIDE).max(LEAST.1);
        if width > room {
            break;
        }
        room -= width;
        let column = NumberColumn {
            measure,
            heading,
            width,
        };
        columns.push((place, column));
    }
    columns.sort_by_key(|(place, _)| *place);
    // What is left is shared, so that the numbers do not stand far from words.
    #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
    let share = (room / (columns.len() as f32 + 1.0)).clamp(0.0, MOST_MORE);
    let wider = columns.into_iter().map(|(_, column)| NumberColumn {
        width: column.width + share,
        ..column
    });
    wider.collect()
}

/// The columns as the table takes them: the words, then `numbers`.
pub(super) fn table_columns<'a>(
    words: &'a str,
    numbers: &'a [NumberColumn],
) -> Vec<TableColumn<'a>> {
    let words = TableColumn {
        heading: words,
        align: Align::Start,
        width: Width::Share(1.0),
        sort: Some(SortOrder::Ascending),
    };
    let numbers = numbers.iter().map(|column| TableColumn {
        heading: &column.heading,
        align: Align::Number,
        width: Width::Points(column.width),
        sort: Some(SortOrder::Descending),
    });
    std::iter::once(words).chain(numbers).collect()
}

/// The sorted column and its order, as the table takes it.
pub(super) fn sort_of(order: TableOrder, numbers: &[NumberColumn]) -> Option<(usize, SortOrder)> {
    let place = |measure| {
        let place = numbers
            .iter()
            .position(|column| column.measure == measure)?;
        Some(place + 1)
    };
    Some(match order {
        TableOrder::Alphabetical => (0, SortOrder::Ascending),
        TableOrder::Backwards => (0, SortOrder::Descending),
        TableOrder::Ascending(measure) => (place(measure)?, SortOrder::Ascending),
        TableOrder::Descending(measure) => (place(measure)?, SortOrder::Descending),
    })
}

/// The order that a click on a heading asks for.
pub(super) fn order_of(
    (column, order): (usize, SortOrder),
    numbers: &[NumberColumn],
) -> Option<TableOrder> {
    let Some(place) = column.checked_sub(1) else {
        return Some(match order {
            SortOrder::Ascending => TableOrder::Alphabetical,
            SortOrder::Descending => TableOrder::Backwards,
        });
    };
    let measure = numbers.get(place)?.measure;
    Some(match order {
        SortOrder::Ascending => TableOrder::Ascending(measure),
        SortOrder::Descending => TableOrder::Descending(measure),
    })
}

/// Reads the rows of a table.
pub(super) struct RowReader<'a> {
    pub(super) shown: &'a Counted,
    pub(super) state: &'a AppState,
    pub(super) texts: &'a Texts,
    pub(super) palette: &'static Palette,
}

impl RowReader<'_> {
    /// A row with its words and `numbers`.
    pub(super) fn row(&self, row: u32, numbers: &[NumberColumn]) -> TableRow {
        let words = Cell::new(self.shown.words_of(row)).bold();
        let numbers = numbers
            .iter()
            .map(|column| self.number(row, column.measure));
        TableRow {
            cells: std::iter::once(words).chain(numbers).collect(),
            ..TableRow::default()
        }
    }

    fn number(&self, row: u32, measure: Measure) -> Cell {
        let table = self.shown.table();
        let value = table.map_or(Value::Missing, |table| table.value(row, measure));
        let cell = Cell::new(match value {
            Value::Count(n) => self.texts.number(n),
            Value::Real(x) => self.texts.decimal(x, decimals(measure)),
            Value::Missing => "–".to_owned(),
        });
        match (measure, value) {
            (_, Value::Missing) => cell.ink(self.palette.faint),
            (Measure::PartFreq(part), _) => match self.shown.periods.get(part) {
                Some(period) => cell.ink(self.palette.period(self.state.period_index(period)).ink),
                None => cell,
            },
            // What chance alone may bring is quiet.
            (Measure::Keyness(..) | Measure::LogLikelihood, Value::Real(x))
                if Significance::of(x).is_none() =>
            {
                cell.ink(self.palette.soft)
            }
            _ => cell,
        }
    }
}

/// What the columns are, in the order in which they stand.
fn measures_of(shown: &Counted) -> Vec<Measure> {
    let mut measures = match &shown.what {
        What::Words(_) => vec![
            Measure::Freq,
            Measure::PerMillion,
            Measure::Range,
            Measure::DpNorm,
        ],
        What::Ngrams(_) => vec![Measure::Freq, Measure::PerMillion, Measure::Range],
        What::Collocates(_) => vec![
            Measure::Freq,
            Measure::Before,
            Measure::After,
            Measure::Range,
            Measure::CollocateFreq,
            Measure::LogDice,
            Measure::LogLikelihood,
            Measure::MutualInformation,
            Measure::TScore,
        ],
        What::Dispersion(_) | What::Time(..) => Vec::new(),
    };
    let n_parts = shown.periods.len();
    measures.extend((0..n_parts).map(Measure::PartFreq));
    if n_parts == 2 {
        measures.extend([Measure::Keyness(0, 1), Measure::LogRatio(0, 1)]);
    }
    measures
}

/// How much a column is missed where it has no room; 0 the most.
const fn weight(measure: Measure) -> u8 {
    match measure {
        Measure::Freq => 0,
        Measure::LogDice => 1,
        Measure::PartFreq(_) => 2,
        Measure::LogLikelihood | Measure::Keyness(..) | Measure::LogRatio(..) => 3,
        Measure::Range | Measure::MutualInformation => 4,
        Measure::PerMillion | Measure::TScore => 5,
        Measure::DpNorm | Measure::CollocateFreq => 6,
        _ => 7,
    }
}

const fn decimals(measure: Measure) -> usize {
    match measure {
        Measure::DpNorm | Measure::Dp | Measure::JuillandD => 3,
        Measure::LogDice | Measure::MutualInformation | Measure::TScore | Measure::LogRatio(..) => {
            2
        }
        _ => 1,
    }
}

/// The key of the name of a column; that with `-help` at its end says what it
/// tells.
const fn key_of(measure: Measure) -> &'static str {
    match measure {
        Measure::Freq => "measure-freq",
        Measure::PerMillion | Measure::PartPerMillion(_) => "measure-per-million",
        Measure::Range => "measure-articles",
        Measure::Dp | Measure::DpNorm | Measure::JuillandD => "measure-dp-norm",
        Measure::Before => "measure-before",
        Measure::After => "measure-after",
        Measure::CollocateFreq => "measure-everywhere",
        Measure::Expected => "measure-expected",
        Measure::LogDice => "measure-log-dice",
        Measure::MutualInformation => "measure-mi",
        Measure::TScore => "measure-t",
        Measure::LogLikelihood => "measure-log-likelihood",
        Measure::PartFreq(_) => "measure-part",
        Measure::Keyness(..) => "measure-keyness",
        Measure::LogRatio(..) => "measure-log-ratio",
    }
}

/// The heading of a column.
pub(super) fn heading_of(texts: &Texts, periods: &[Facet], measure: Measure) -> String {
    match measure {
        Measure::PartFreq(part) => periods.get(part).map_or_else(String::new, Facet::to_string),
        _ => texts.get(key_of(measure)).into_owned(),
    }
}

/// What a column tells, in a sentence.
pub(super) fn help_of(texts: &Texts, periods: &[Facet], measure: Measure) -> String {
    let name = |part: usize| periods.get(part).map_or_else(String::new, Facet::to_string);
    let key = format!("{}-help", key_of(measure));
    match measure {
        Measure::PartFreq(part) => texts.with(&key, &[("period", (&name(part)).into())]),
        Measure::Keyness(a, b) | Measure::LogRatio(a, b) => texts.with(
            &key,
            &[("first", (&name(a)).into()), ("second", (&name(b)).into())],
        ),
        _ => texts.get(&key).into_owned(),
    }
}
