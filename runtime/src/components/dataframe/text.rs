//! Tables as text: CSV, and cells in words.

use std::io::Read;

use serde_json::Value;

use super::{Table, rows::plain};
use crate::component::Invalid;

impl Table {
    /// A table from CSV: the first line has the headers. Columns of numbers become numbers, those
    /// of `true` and `false` become that; all else stays text.
    ///
    /// # Errors
    /// When a line has more or fewer cells than the first, or is no UTF-8.
    pub fn from_csv(source: impl Read) -> Result<Self, Invalid> {
        let wrong = |error: csv::Error| Invalid::from(format!("this is no CSV: {error}"));
        let mut reader = csv::Reader::from_reader(source);
        let mut table = Self::new(reader.headers().map_err(wrong)?);
        for line in reader.records() {
            let line = line.map_err(wrong)?;
            table.rows.push(line.iter().map(Value::from).collect());
        }
        for column in 0..table.headers.len() {
            table.convert(column);
        }
        Ok(table)
    }

    /// The table as CSV, with a line of headers.
    #[must_use]
    pub fn to_csv(&self) -> String {
        let mut writer = csv::WriterBuilder::new()
            .flexible(true)
            .from_writer(Vec::new());
        let lines = self.rows.iter().map(|row| row.iter().map(plain).collect());
        for line in std::iter::once(self.headers.clone()).chain(lines) {
            // Memory takes all that is written.
            let _ = writer.write_record(line);
        }
        let bytes = writer.into_inner().unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Turns a column of texts into what all of them say.
    fn convert(&mut self, column: usize) {
        let parsers: [fn(&str) -> Option<Value>; 3] = [
            |text| text.parse::<i64>().ok().map(Value::from),
            |text| {
                text.parse::<f64>()
                    .ok()
                    .filter(|it| it.is_finite())
                    .map(Value::from)
            },
            |text| {
                text.to_ascii_lowercase()
                    .parse::<bool>()
                    .ok()
                    .map(Value::from)
            },
        ];
        for parse in parsers {
            let cells = self.rows.iter().map(|row| match row[column].as_str() {
                None | Some("") => Some(Value::Null),
                Some(text) => parse(text),
            });
            let Some(cells) = cells.collect::<Option<Vec<_>>>() else {
                continue;
            };
            // A column with nothing in it stays what it was.
            if cells.iter().any(|cell| !cell.is_null()) {
                for (row, cell) in self.rows.iter_mut().zip(cells) {
                    row[column] = cell;
                }
            }
            return;
        }
    }
}
