//! Tables as text: CSV, TSV and JSON Lines.

use super::measure::Value;
use serde_json::{Map, Number, Value as Json};
use std::io::{self, Write};

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TableFormat {
    /// Comma-separated values with a byte order mark, which spreadsheets need
    /// to read Arabic.
    Csv,
    /// Tab-separated values; tabs and line ends inside a cell become spaces.
    Tsv,
    /// An object for the head, then an object for each row.
    JsonLines,
}

/// What stands in a column of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Field {
    /// Words.
    Text(String),
    /// A number, or none.
    Number(Value),
}

impl Field {
    /// A field of words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

impl<N: Into<Value>> From<N> for Field {
    fn from(number: N) -> Self {
        Self::Number(number.into())
    }
}

/// A table on its way out.
#[derive(Debug, Clone)]
pub struct TableExport<R> {
    /// What the numbers mean: query, settings, totals, formulas; name and value.
    pub head: Vec<(String, String)>,
    /// The names of the columns, each once.
    pub columns: Vec<String>,
    /// The rows, each with a cell for every column.
    pub rows: R,
}

impl<R: IntoIterator<Item = Vec<Field>>> TableExport<R> {
    /// Writes the head, one pair on a line, then an empty line, then the table;
    /// without a head, just the table.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn write(self, format: TableFormat, out: &mut impl Write) -> io::Result<()> {
        match format {
            TableFormat::Csv => {
                out.write_all("\u{FEFF}".as_bytes())?;
                self.write_csv(out)
            }
            TableFormat::Tsv => self.write_tsv(out),
            TableFormat::JsonLines => self.write_json(out),
        }
    }

    fn write_csv(self, out: &mut impl Write) -> io::Result<()> {
        if !self.head.is_empty() {
            let mut lines = csv::Writer::from_writer(&mut *out);
            for (name, value) in &self.head {
                lines.write_record([name, value])?;
            }
            lines.flush()?;
            drop(lines);
            out.write_all(b"\n")?;
        }
        let mut lines = csv::Writer::from_writer(out);
        lines.write_record(&self.columns)?;
        for row in self.rows {
            lines.write_record(row.iter().map(text_of))?;
        }
        lines.flush()
    }

    fn write_tsv(self, out: &mut impl Write) -> io::Result<()> {
        let mut line = |cells: &mut dyn Iterator<Item = &str>| {
            for (n, cell) in cells.enumerate() {
                if n > 0 {
                    out.write_all(b"\t")?;
                }
                let cell = cell.replace(['\t', '\n', '\r'], " ");
                out.write_all(cell.as_bytes())?;
            }
            out.write_all(b"\n")
        };
        for (name, value) in &self.head {
            line(&mut [name.as_str(), value].into_iter())?;
        }
        if !self.head.is_empty() {
            line(&mut std::iter::empty())?;
        }
        line(&mut self.columns.iter().map(String::as_str))?;
        for row in self.rows {
            let cells: Vec<String> = row.iter().map(text_of).collect();
            line(&mut cells.iter().map(String::as_str))?;
        }
        Ok(())
    }

    fn write_json(self, out: &mut impl Write) -> io::Result<()> {
        let head = self.head.into_iter();
        let head: Map<String, Json> = head.map(|(name, value)| (name, value.into())).collect();
        let mut line = |object: Map<String, Json>| {
            serde_json::to_writer(&mut *out, &Json::Object(object))?;
            out.write_all(b"\n")
        };
        line(Map::from_iter([("head".to_owned(), Json::Object(head))]))?;
        for row in self.rows {
            let names = self.columns.iter().cloned();
            line(names.zip(row.into_iter().map(json_of)).collect())?;
        }
        Ok(())
    }
}

fn text_of(field: &Field) -> String {
    match field {
        Field::Text(text) => text.clone(),
        Field::Number(Value::Count(n)) => n.to_string(),
        Field::Number(Value::Real(x)) => x.to_string(),
        Field::Number(Value::Missing) => String::new(),
    }
}

fn json_of(field: Field) -> Json {
    match field {
        Field::Text(text) => text.into(),
        Field::Number(Value::Count(n)) => n.into(),
        Field::Number(Value::Real(x)) => Number::from_f64(x).map_or(Json::Null, Json::Number),
        Field::Number(Value::Missing) => Json::Null,
    }
}
