//! The tables of the statistics: their columns, and what stands in them.

use crate::analysis::statistics::{Field, Measure, Table, TableOrder, Value};
use crate::app::state::statistics::{CountedStatistics, TableOrPlot};
use crate::app::tables::{CellLook, MeasureTable, WindowColumn, change_heading};
use crate::corpus::Facet;
use crate::statistics::{Formula, Significance};
use crate::texts::Texts;
use crate::ui::table::{SortOrder, TableCell};

/// Least width of a column of numbers in points.
const NUMBERS: f32 = 66.0;

/// The words, or a number of them.
pub(in crate::app) type StatisticsColumn = Option<Measure>;

impl MeasureTable for CountedStatistics {
    type Key = StatisticsColumn;

    const SORTS: bool = true;

    fn n_rows(&self) -> usize {
        self.table().map_or(0, Table::n_rows)
    }

    fn shown(&self) -> Vec<WindowColumn<Self::Key>> {
        let mut measures = match &self.what {
            TableOrPlot::Words(_) => vec![
                Measure::Freq,
                Measure::PerMillion,
                Measure::Range,
                Measure::DpNorm,
            ],
            TableOrPlot::Ngrams(_) => vec![Measure::Freq, Measure::PerMillion, Measure::Range],
            TableOrPlot::Collocates(_) => vec![
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
            TableOrPlot::Dispersion(_) | TableOrPlot::Time(..) => Vec::new(),
        };
        let n_parts = self.periods.len();
        measures.extend((0..n_parts).map(Measure::PartFreq));
        if n_parts == 2 {
            measures.extend([Measure::LogRatio(1, 0), Measure::Keyness(1, 0)]);
        }
        let numbers = measures
            .into_iter()
            .map(|measure| WindowColumn::numbers(Some(measure), told(measure).1, NUMBERS));
        std::iter::once(WindowColumn::words(None, 0, 0.0))
            .chain(numbers)
            .collect()
    }

    fn written(&self) -> Vec<(String, Self::Key)> {
        let measures = self.table().map(Table::measures);
        let measures = measures.into_iter().flatten();
        std::iter::once(("form".to_owned(), None))
            .chain(measures.map(|measure| (measure.name(), Some(measure))))
            .collect()
    }

    fn text_key(&self, key: Self::Key) -> &'static str {
        match (key, &self.what) {
            (Some(measure), _) => told(measure).0,
            (None, TableOrPlot::Ngrams(_)) => "measure-words",
            (None, _) => "measure-word",
        }
    }

    fn label(&self, key: Self::Key, texts: &Texts) -> Option<String> {
        match key {
            Some(Measure::PartFreq(part)) => Some(self.period(part)),
            Some(measure @ (Measure::Keyness(a, b) | Measure::LogRatio(a, b))) => {
                let periods = [self.period(b), self.period(a)];
                Some(change_heading(told(measure).0, &periods, texts))
            }
            _ => None,
        }
    }

    fn help_args(&self, key: Self::Key, texts: &Texts) -> Vec<(&'static str, String)> {
        match key {
            Some(Measure::PartFreq(part)) => vec![("period", self.period(part))],
            Some(Measure::Keyness(a, b) | Measure::LogRatio(a, b)) => {
                vec![("first", self.period(a)), ("second", self.period(b))]
            }
            Some(Measure::LogLikelihood) => {
                vec![("least", texts.decimal(Significance::FivePerCent.least(), 2))]
            }
            _ => Vec::new(),
        }
    }

    fn formula(&self, key: Self::Key) -> Option<Formula> {
        key.and_then(Measure::formula)
    }

    fn value(&self, row: u32, key: Self::Key) -> Field {
        match (key, self.table()) {
            (None, _) => Field::Text(self.words_of(row)),
            (Some(measure), Some(table)) => Field::Number(table.value(row, measure)),
            (Some(_), None) => Field::Number(Value::Missing),
        }
    }

    fn cell(&self, row: u32, key: Self::Key, look: &CellLook<'_>) -> TableCell {
        let field = self.value(row, key);
        let number = match field {
            Field::Number(Value::Real(x)) => Some(x),
            _ => None,
        };
        let cell = look.field(field, key.map_or(0, |measure| told(measure).2));
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

impl CountedStatistics {
    fn period(&self, part: usize) -> String {
        let period = self.periods.get(part);
        period.map_or_else(String::new, Facet::to_string)
    }
}

/// The column that an order goes by, and its direction.
pub(in crate::app) const fn sort_of(order: TableOrder) -> (StatisticsColumn, SortOrder) {
    match order {
        TableOrder::Alphabetical => (None, SortOrder::Ascending),
        TableOrder::Backwards => (None, SortOrder::Descending),
        TableOrder::Ascending(measure) => (Some(measure), SortOrder::Ascending),
        TableOrder::Descending(measure) => (Some(measure), SortOrder::Descending),
    }
}

/// The order that a click on a heading asks for.
pub(in crate::app) const fn order_of(sort: (StatisticsColumn, SortOrder)) -> TableOrder {
    match sort {
        (None, SortOrder::Ascending) => TableOrder::Alphabetical,
        (None, SortOrder::Descending) => TableOrder::Backwards,
        (Some(measure), SortOrder::Ascending) => TableOrder::Ascending(measure),
        (Some(measure), SortOrder::Descending) => TableOrder::Descending(measure),
    }
}

/// The key of the name of a column, how much it is missed where it has no room
/// (0 the most), and its decimals. Only files have all columns.
const fn told(measure: Measure) -> (&'static str, u8, usize) {
    match measure {
        Measure::Freq => ("measure-freq", 0, 0),
        Measure::PerMillion => ("measure-per-million", 5, 1),
        Measure::Range => ("measure-articles", 4, 0),
        Measure::DpNorm => ("measure-dp-norm", 6, 3),
        Measure::Before => ("measure-before", 7, 0),
        Measure::After => ("measure-after", 7, 0),
        Measure::CollocateFreq => ("measure-everywhere", 6, 0),
        Measure::LogDice => ("measure-log-dice", 1, 2),
        Measure::MutualInformation => ("measure-mi", 4, 2),
        Measure::TScore => ("measure-t", 5, 2),
        Measure::LogLikelihood => ("measure-log-likelihood", 3, 1),
        Measure::PartFreq(_) => ("measure-part", 2, 0),
        Measure::Keyness(..) => ("measure-keyness", 3, 1),
        Measure::LogRatio(..) => ("measure-log-ratio", 3, 2),
        Measure::Dp | Measure::JuillandD | Measure::Expected | Measure::PartPerMillion(_) => {
            ("", 7, 1)
        }
    }
}
