//! `Table`: headers and rows, the value of a `Dataframe`.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::{
    ColumnType, rows,
    types::{is_blank, numbered},
};
use crate::component::Invalid;

/// Headers, rows, and how the cells look: what a [`Dataframe`](super::Dataframe) shows.
///
/// ```
/// use vetrina::prelude::*;
///
/// let mut table = Table::from_columns([("item", vec!["apple", "pear"]), ("place", vec!["A1", "B2"])]);
/// table.set(1, "item", "plum");
/// table.push(("fig", "C3"))?;
/// assert_eq!(table.get(1, "item").unwrap(), "plum");
/// assert_eq!(table.to_csv(), "item,place\napple,A1\nplum,B2\nfig,C3\n");
/// # Ok::<(), vetrina::component::Invalid>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    pub(super) headers: Vec<String>,
    pub(super) rows: Vec<Vec<Value>>,
    pub(super) look: Look,
}

/// What is shown in place of the cells, and their CSS; lists may be shorter than the table.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Look {
    pub(super) display: Option<Vec<Vec<Value>>>,
    pub(super) styling: Option<Vec<Vec<Value>>>,
}

/// A cell of a [`Table`] and where it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct TableCell<'a> {
    /// Its row, counted from 0.
    pub row: usize,
    /// Its column, counted from 0.
    pub column: usize,
    /// The name of its column.
    pub header: &'a str,
    /// What stands in it.
    pub value: &'a Value,
}

/// A column by its place or its name.
pub trait Column {
    #[doc(hidden)]
    fn place(self, headers: &[String]) -> Option<usize>;
}

impl Column for usize {
    fn place(self, _: &[String]) -> Option<usize> {
        Some(self)
    }
}

impl Column for &str {
    fn place(self, headers: &[String]) -> Option<usize> {
        headers.iter().position(|header| header == self)
    }
}

impl Table {
    /// A table with these columns and no rows yet.
    pub fn new<S: Into<String>>(headers: impl IntoIterator<Item = S>) -> Self {
        Self {
            headers: headers.into_iter().map(Into::into).collect(),
            ..Self::default()
        }
    }

    /// A table of rows: structs and maps bring their headers, tuples and lists have none.
    ///
    /// # Errors
    /// When a row cannot be written as JSON.
    pub fn from_rows<T: Serialize>(rows: impl IntoIterator<Item = T>) -> Result<Self, Invalid> {
        let mut table = Self::default();
        for row in rows {
            table.push(row)?;
        }
        Ok(table)
    }

    /// A table of columns, each a name and what stands below it.
    pub fn from_columns<S: Into<String>, V: Into<Value>, C: IntoIterator<Item = V>>(
        columns: impl IntoIterator<Item = (S, C)>,
    ) -> Self {
        let mut table = Self::default();
        for (column, (header, values)) in columns.into_iter().enumerate() {
            table.headers.push(header.into());
            for (row, value) in values.into_iter().enumerate() {
                table.set(row, column, value);
            }
        }
        table
    }

    /// The same with other names for the columns.
    #[must_use]
    pub fn with_headers<S: Into<String>>(mut self, headers: impl IntoIterator<Item = S>) -> Self {
        self.headers = headers.into_iter().map(Into::into).collect();
        self
    }

    /// The names of the columns.
    #[must_use]
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// What stands in the table, row by row.
    #[must_use]
    pub fn rows(&self) -> &[Vec<Value>] {
        &self.rows
    }

    /// The same, to change.
    pub fn rows_mut(&mut self) -> &mut Vec<Vec<Value>> {
        &mut self.rows
    }

    /// What stands below a header.
    pub fn column(&self, column: impl Column) -> impl Iterator<Item = &Value> {
        let place = column.place(&self.headers).unwrap_or(usize::MAX);
        self.rows
            .iter()
            .map(move |row| row.get(place).unwrap_or(&Value::Null))
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many columns there are.
    #[must_use]
    pub fn width(&self) -> usize {
        let cells = self.rows.first().map_or(0, Vec::len);
        cells.max(self.headers.len())
    }

    /// What stands in a cell.
    #[must_use]
    pub fn get(&self, row: usize, column: impl Column) -> Option<&Value> {
        self.rows.get(row)?.get(column.place(&self.headers)?)
    }

    /// Writes a cell; the table grows to where it stands. A name that no column has adds one.
    pub fn set(&mut self, row: usize, column: impl Column, value: impl Into<Value>) {
        let width = self.width();
        // Only a name can be unknown, and the new column comes last.
        let column = column.place(&self.headers).unwrap_or(width);
        put(&mut self.rows, row, column, value.into());
    }

    /// Adds a row: a struct, a tuple or a list.
    ///
    /// # Errors
    /// When the row cannot be written as JSON.
    pub fn push(&mut self, row: impl Serialize) -> Result<(), Invalid> {
        let row = rows::cells(&row, &mut self.headers)
            .map_err(|why| Invalid::from(format!("row {}: {why}", self.rows.len() + 1)))?;
        self.rows.push(row);
        Ok(())
    }

    /// The rows as values of a type: a struct, whose fields are found by the headers, a tuple or a
    /// list.
    ///
    /// # Errors
    /// When a cell is no such value; the message names its row and column.
    pub fn read<T: DeserializeOwned>(&self) -> Result<Vec<T>, Invalid> {
        rows::read(&self.headers, &self.rows)
    }

    /// Shows `text` in a cell in place of what stands there.
    pub fn display(&mut self, row: usize, column: impl Column, text: impl Into<String>) {
        if let Some(column) = column.place(&self.headers) {
            let shown = self.look.display.get_or_insert_with(|| {
                let plain = |cell: &Value| match cell {
                    Value::String(_) => cell.clone(),
                    other => Value::from(rows::plain(other)),
                };
                self.rows
                    .iter()
                    .map(|row| row.iter().map(plain).collect())
                    .collect()
            });
            put(shown, row, column, text.into().into());
        }
    }

    /// Gives cells the CSS that `style` says: `"background-color: lightgreen"`.
    ///
    /// ```
    /// use vetrina::prelude::*;
    ///
    /// let table = Table::from_columns([("n", [1, 2, 3])])
    ///     .styled(|cell| (cell.value.as_i64() > Some(1)).then_some("font-weight: bold"));
    /// # assert_eq!(serde_json::to_value(table).unwrap()["metadata"]["styling"][2][0], "font-weight: bold");
    /// ```
    #[must_use]
    pub fn styled<S: Into<String>>(mut self, style: impl Fn(TableCell<'_>) -> Option<S>) -> Self {
        let rows = self.rows.iter().enumerate().map(|(row, cells)| {
            let cells = cells.iter().enumerate().map(|(column, value)| {
                let header = self.header(column);
                let css = style(TableCell {
                    row,
                    column,
                    header,
                    value,
                });
                Value::from(css.map(Into::into).unwrap_or_default())
            });
            cells.collect()
        });
        self.look.styling = Some(rows.collect());
        self
    }

    pub(super) fn header(&self, column: usize) -> &str {
        self.headers.get(column).map_or("", String::as_str)
    }

    /// Names columns that have no name: from `names`, then by number.
    pub(super) fn name_columns(&mut self, names: &[String]) {
        let width = self.rows.first().map_or(0, Vec::len);
        if self.headers.is_empty() {
            self.headers = names.to_vec();
        }
        if width > 0 {
            self.headers.truncate(width);
        }
        self.headers.extend(numbered(self.headers.len(), width));
    }

    /// What the cells show of their columns.
    pub(super) fn column_types(&self) -> Vec<ColumnType> {
        (0..self.width())
            .map(|column| {
                let mut cells = self
                    .column(column)
                    .filter(|cell| !is_blank(cell))
                    .peekable();
                let Some(first) = cells.peek() else {
                    return ColumnType::Str;
                };
                let (found, fits): (_, fn(&Value) -> bool) = match first {
                    Value::Number(_) => (ColumnType::Number, Value::is_number),
                    Value::Bool(_) => (ColumnType::Bool, Value::is_boolean),
                    Value::String(text) if is_date(text) => {
                        (ColumnType::Date, |cell| cell.as_str().is_some_and(is_date))
                    }
                    _ => return ColumnType::Str,
                };
                if cells.all(fits) {
                    found
                } else {
                    ColumnType::Str
                }
            })
            .collect()
    }
}

/// `2020-10-01`, with or without a time behind it.
fn is_date(text: &str) -> bool {
    let mut shape = text.bytes().take(10);
    let day = |(at, byte): (usize, u8)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    text.len() >= 10
        && shape.by_ref().enumerate().all(day)
        && matches!(text.as_bytes().get(10), None | Some(b'T' | b' '))
}

fn put(rows: &mut Vec<Vec<Value>>, row: usize, column: usize, value: Value) {
    if rows.len() <= row {
        rows.resize_with(row + 1, Vec::new);
    }
    let cells = &mut rows[row];
    if cells.len() <= column {
        cells.resize(column + 1, Value::Null);
    }
    cells[column] = value;
}
