//! The tables of the statistics: their columns, and what stands in them.

use super::counting::{Counted, What};
use super::tables::{CellLook, Column, MeasureTable};
use crate::analysis::statistics::{Field, Measure, TableOrder, Value};
use crate::corpus::Facet;
use crate::statistics::{Formula, Significance};
use crate::ui::table::{Cell, SortOrder};
use crate::ui::texts::Texts;

/// Least width of a column of numbers in points.
const NUMBERS: f32 = 66.0;

/// The words, or a number of them.
pub(super) type StatisticsColumn = Option<Measure>;

impl MeasureTable for Counted {
    type Key = StatisticsColumn;

    const SORTS: bool = true;

    fn n_rows(&self) -> usize {
        self.table().map_or(0, |table| table.n_rows())
    }

    fn shown(&self) -> Vec<Column<Self::Key>> {
        let mut measures = match &self.what {
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
        let n_parts = self.periods.len();
        measures.extend((0..n_parts).map(Measure::PartFreq));
        if n_parts == 2 {
            measures.extend([Measure::Keyness(0, 1), Measure::LogRatio(0, 1)]);
        }
        let numbers = measures
            .into_iter()
            .map(|measure| Column::numbers(Some(measure), weight(measure), NUMBERS));
        std::iter::once(Column::words(None, 0, 0.0))
            .chain(numbers)
            .collect()
    }

    fn written(&self) -> Vec<(String, Self::Key)> {
        let measures = self.table().map(|table| table.measures());
        let measures = measures.into_iter().flatten();
        std::iter::once(("form".to_owned(), None))
            .chain(measures.map(|measure| (measure.name(), Some(measure))))
            .collect()
    }

    fn heading(&self, key: Self::Key, texts: &Texts) -> String {
        let key = match (key, &self.what) {
            (Some(Measure::PartFreq(part)), _) => return self.period(part),
            (Some(measure), _) => key_of(measure),
            (None, What::Ngrams(_)) => "measure-words",
            (None, _) => "measure-word",
        };
        texts.get(key).into_owned()
    }

    fn help(&self, key: Self::Key, texts: &Texts) -> (String, Option<Formula>) {
        let Some(measure) = key else {
            return (String::new(), None);
        };
        let key = format!("{}-help", key_of(measure));
        let sentence = match measure {
            Measure::PartFreq(part) => texts.with(&key, &[("period", (&self.period(part)).into())]),
            Measure::Keyness(a, b) | Measure::LogRatio(a, b) => {
                let [first, second] = [a, b].map(|part| self.period(part));
                let names = [("first", (&first).into()), ("second", (&second).into())];
                texts.with(&key, &names)
            }
            Measure::LogLikelihood => {
                let least = texts.decimal(Significance::FivePerCent.least(), 2);
                texts.with(&key, &[("least", (&least).into())])
            }
            _ => texts.get(&key).into_owned(),
        };
        (sentence, measure.formula())
    }

    fn value(&self, row: u32, key: Self::Key) -> Field {
        match (key, self.table()) {
            (None, _) => Field::Text(self.words_of(row)),
            (Some(measure), Some(table)) => Field::Number(table.value(row, measure)),
            (Some(_), None) => Field::Number(Value::Missing),
        }
    }

    fn cell(&self, row: u32, key: Self::Key, look: &CellLook<'_>) -> Cell {
        let field = self.value(row, key);
        let number = match field {
            Field::Number(Value::Real(x)) => Some(x),
            _ => None,
        };
        let cell = look.field(field, key.map_or(0, decimals));
        match key {
            None => cell.bold(),
            Some(Measure::PartFreq(part)) => match self.periods.get(part) {
                Some(period) if cell.ink.is_none() => cell.ink(look.period_ink(Some(period))),
                _ => cell,
            },
            Some(Measure::Keyness(..) | Measure::LogLikelihood) => look.by_chance(cell, number),
            Some(_) => cell,
        }
    }
}

impl Counted {
    fn period(&self, part: usize) -> String {
        let period = self.periods.get(part);
        period.map_or_else(String::new, Facet::to_string)
    }
}

/// The column that an order goes by, and its direction.
pub(super) const fn sort_of(order: TableOrder) -> (StatisticsColumn, SortOrder) {
    match order {
        TableOrder::Alphabetical => (None, SortOrder::Ascending),
        TableOrder::Backwards => (None, SortOrder::Descending),
        TableOrder::Ascending(measure) => (Some(measure), SortOrder::Ascending),
        TableOrder::Descending(measure) => (Some(measure), SortOrder::Descending),
    }
}

/// The order that a click on a heading asks for.
pub(super) const fn order_of(sort: (StatisticsColumn, SortOrder)) -> TableOrder {
    match sort {
        (None, SortOrder::Ascending) => TableOrder::Alphabetical,
        (None, SortOrder::Descending) => TableOrder::Backwards,
        (Some(measure), SortOrder::Ascending) => TableOrder::Ascending(measure),
        (Some(measure), SortOrder::Descending) => TableOrder::Descending(measure),
    }
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
