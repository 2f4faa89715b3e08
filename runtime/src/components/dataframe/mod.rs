//! `Dataframe`: a table to read, to edit, to sort and to search.

#[cfg(feature = "arrow")]
mod arrow;
mod columns;
mod data;
#[cfg(feature = "polars")]
mod polars;
mod rows;
mod table;
mod text;
#[cfg(any(feature = "arrow", feature = "polars"))]
mod typed;
mod types;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value, json};

use self::types::numbered;
pub use self::{
    columns::Record,
    table::{Table, TableCell},
    types::{ColumnType, ColumnTypes, ColumnWidth, TableLimits, TableSearch, TableSize},
};
use super::{LatexDelimiter, Length};
use crate::{
    component,
    component::{
        Component as _, DefaultComponent, Derived, Element, Invalid, Postprocess, Preprocess,
    },
    endpoint::{Failure, Outcome},
    richtext::{self, Style},
    store::tables,
};

/// A table to read and to edit. The component of [`Table`], and of a `Vec` of rows that are `Vec`s
/// themselves.
///
/// A function takes and shows a [`Table`], or a `Vec` of rows: structs, whose fields are found by
/// the headers, tuples, or lists. What stands in a cell is turned into the type that is asked for;
/// a row that is empty all over and cannot be read is left out.
///
/// With the features `arrow` and `polars` it also takes and shows an `arrow::record_batch::RecordBatch`
/// and a `polars::frame::DataFrame`. Their columns get the types that [`datatype`](Self::datatype)
/// says; where it says nothing, those of what stands in the cells. Empty cells are nulls, and a cell
/// that does not fit its column is refused by its row and the name of the column. Dates travel as
/// `2026-03-31` and `2026-03-31T12:00:00`, with the distance from UTC where there is one.
///
/// ```
/// use serde::{Deserialize, Serialize};
/// use vetrina::prelude::*;
///
/// #[derive(Serialize, Deserialize)]
/// struct Person {
///     name: String,
///     age: u8,
/// }
///
/// #[endpoint(output = Dataframe::new())]
/// fn grown_up(#[input(Dataframe::new().headers(["name", "age"]))] people: Vec<Person>) -> Vec<Person> {
///     people.into_iter().filter(|person| person.age >= 18).collect()
/// }
/// ```
#[component(
    data_model = Table,
    events(change, input, select, edit),
    manual(preprocess, postprocess)
)]
#[derive(Debug, Clone)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "they are props, each its own on the wire"
)]
pub struct Dataframe {
    /// The names of the columns, where the value has none.
    #[prop(skip)]
    headers: Vec<String>,
    /// How many rows there are at least; [`TableSize::fixed`] allows no others.
    #[prop(default = 1)]
    pub row_count: TableSize,
    /// How many columns there are; [`TableSize::fixed`] allows no others.
    pub col_count: Option<TableSize>,
    /// How few and how many rows a person may leave; a table without rows is not too short.
    pub row_limits: Option<TableLimits>,
    /// How few and how many columns a person may leave.
    pub column_limits: Option<TableLimits>,
    /// What stands in the columns: one type for all, or one for each.
    #[prop(default = ColumnType::Str)]
    pub datatype: ColumnTypes,
    /// What formulas stand between, in columns of Markdown.
    #[prop(default = vec![LatexDelimiter::new("$$", "$$", true)])]
    pub latex_delimiters: Vec<LatexDelimiter>,
    /// How high it may grow before it scrolls.
    #[prop(default = 500)]
    pub max_height: Length,
    /// Whether long texts go on in the next line.
    pub wrap: bool,
    /// Whether a line break in Markdown is one on the page.
    #[prop(default = true)]
    pub line_breaks: bool,
    /// How wide the columns are, where their contents do not say it.
    #[prop(skip)]
    column_widths: Vec<ColumnWidth>,
    /// Whether a button shows it on the whole screen.
    pub show_fullscreen_button: bool,
    /// Whether a button copies the whole table.
    pub show_copy_button: bool,
    /// Whether the rows are numbered.
    pub show_row_numbers: bool,
    /// How many characters of a cell are shown; choosing the cell shows them all.
    pub max_chars: Option<u32>,
    /// Whether there is a box to search in, and whether it can narrow the value down.
    #[prop(default = TableSearch::None)]
    pub show_search: TableSearch,
    /// How many columns stay in view on the left.
    pub pinned_columns: Option<u32>,
    /// The columns that cannot be edited, counted from 0; with any of them, no column comes or goes.
    pub static_columns: Vec<u32>,
}

impl Dataframe {
    /// A table of such records: their fields are the columns, and the types of these are known.
    ///
    /// ```
    /// use vetrina::{component::AnyComponent, prelude::*};
    ///
    /// #[data_model]
    /// struct Item {
    ///     name: String,
    ///     quantity: u32,
    /// }
    ///
    /// let items = Dataframe::of::<Item>();
    /// assert_eq!(items.props()["headers"], serde_json::json!(["name", "quantity"]));
    /// assert_eq!(items.props()["datatype"], serde_json::json!(["str", "number"]));
    /// ```
    #[must_use]
    pub fn of<T: Record>() -> Self {
        let (headers, types) = columns::of::<T>();
        Self::new().headers(headers).datatype(types)
    }

    /// A table of numbers.
    #[must_use]
    pub fn matrix() -> Self {
        Self::new().datatype(ColumnType::Number)
    }

    /// A table of one column: functions may take and show it as a `Vec` of what stands there.
    #[must_use]
    pub fn list() -> Self {
        Self::new().col_count(TableSize::fixed(1))
    }

    /// The names of the columns, where the value has none.
    #[must_use]
    pub fn headers<S: Into<String>>(mut self, headers: impl IntoIterator<Item = S>) -> Self {
        self.headers = headers.into_iter().map(Into::into).collect();
        self.base_mut().touch("headers");
        self
    }

    /// How many columns there are: [`col_count`](Self::col_count) by another name.
    #[must_use]
    pub fn column_count(self, count: impl Into<TableSize>) -> Self {
        self.col_count(count.into())
    }

    /// How wide the columns are: pixels, or a text such as `"20%"`.
    #[must_use]
    pub fn column_widths<W: Into<ColumnWidth>>(
        mut self,
        widths: impl IntoIterator<Item = W>,
    ) -> Self {
        self.column_widths = widths.into_iter().map(Into::into).collect();
        self.base_mut().touch("column_widths");
        self
    }

    /// How many columns there are when nothing says which.
    fn columns(&self) -> TableSize {
        let named = match self.headers.len() {
            0 => 3,
            #[allow(
                clippy::cast_possible_truncation,
                reason = "nobody has so many columns"
            )]
            some => some as u32,
        };
        let columns = self.col_count.unwrap_or(named.into());
        if self.static_columns.is_empty() {
            columns
        } else {
            TableSize::fixed(columns.count())
        }
    }

    /// The names of the columns of an empty table.
    fn first_headers(&self) -> Vec<String> {
        if self.headers.is_empty() {
            numbered(0, self.columns().count() as usize).collect()
        } else {
            self.headers.clone()
        }
    }

    fn first_table(&self) -> Table {
        let given = self.base().value.clone();
        let mut table: Table = given
            .and_then(|value| serde_json::from_value(value).ok())
            .unwrap_or_default();
        // Names may be given after the value.
        if !self.headers.is_empty()
            && table
                .headers
                .iter()
                .cloned()
                .eq(numbered(0, table.headers.len()))
        {
            table.headers.clear();
        }
        table.name_columns(&self.first_headers());
        table
    }

    fn props(&self) -> Map<String, Value> {
        let mut props = Derived::props(self);
        let mut put = |name: &str, value: Value| props.insert(name.into(), value);
        put("headers", json!(self.first_headers()));
        put("col_count", json!(self.columns()));
        put("column_widths", json!(self.column_widths));
        put("type", json!("pandas"));
        if self.datatype.are_found_out() {
            put("datatype", json!(self.first_table().column_types()));
        }
        props.remove("container");
        props
    }

    fn api_info(&self) -> Value {
        let list = json!({"items": {}, "type": "array"});
        json!({
            "properties": {
                "headers": {"items": {}, "title": "Headers", "type": "array"},
                "data": {"items": list, "title": "Data", "type": "array"},
                "metadata": {
                    "anyOf": [
                        {"additionalProperties": {"anyOf": [list, {"type": "null"}]}, "type": "object"},
                        {"type": "null"},
                    ],
                    "default": null,
                    "title": "Metadata",
                },
            },
            "required": ["headers", "data"],
            "title": "DataframeData",
            "type": "object",
        })
    }

    fn example_payload(&self) -> Value {
        json!({"headers": ["a", "b"], "data": [["foo", "bar"]]})
    }

    fn process_example(&self, data: &Value) -> Value {
        let rows = data["data"].as_array().or(data.as_array());
        rows.map_or(Value::Null, |rows| rows.iter().take(5).cloned().collect())
    }

    fn initial_value(&self) -> Option<Value> {
        Some(json!(self.first_table()))
    }

    fn check(&self, table: &Table) -> Result<(), Invalid> {
        if let Some(columns) = self.col_count.filter(|it| it.is_fixed()) {
            let (found, allowed) = (table.width(), columns.count() as usize);
            if found > 0 && found != allowed {
                return Err(format!("{found} columns, where there are {allowed}").into());
            }
        }
        if self.row_count.is_fixed() && table.len() > self.row_count.count() as usize {
            return Err(format!(
                "{} rows, where there are {}",
                table.len(),
                self.row_count.count()
            )
            .into());
        }
        for (limits, found, of) in [
            (self.row_limits, table.len(), "rows"),
            (self.column_limits, table.width(), "columns"),
        ] {
            if let Some(limits) = limits.filter(|_| found > 0) {
                limits.check(found, of)?;
            }
        }
        self.datatype.check(table, &self.first_headers())
    }

    fn server(&self, name: &str, args: &[Value]) -> Option<Result<Value, Invalid>> {
        match name {
            "rows" => Some(tables::rows(args)),
            "render" => Some(self.render(args)),
            _ => None,
        }
    }

    /// Safe HTML for cells of Markdown or HTML.
    fn render(&self, args: &[Value]) -> Result<Value, Invalid> {
        let [Value::String(kind), Value::Array(texts)] = args else {
            return Err("expected a kind and a list of texts".into());
        };
        let formulas = self.latex_delimiters.iter();
        let formulas: Vec<_> = formulas
            .map(|it| (&*it.left, &*it.right, it.display))
            .collect();
        let style = Style {
            line_breaks: self.line_breaks,
            formulas: &formulas,
            ..Style::default()
        };
        let make = |text: &str| match kind.as_str() {
            "markdown" => richtext::markdown(text, style),
            _ => richtext::sanitize(text),
        };
        let texts = texts.iter().map(|text| text.as_str().unwrap_or_default());
        Ok(texts.map(|text| Value::from(make(text))).collect())
    }
}

impl Preprocess<Table> for Dataframe {
    fn preprocess(&self, mut data: Table) -> Result<Table, Invalid> {
        data.name_columns(&self.headers);
        Ok(data)
    }
}

impl Postprocess<Table> for Dataframe {
    fn postprocess(&self, mut value: Table) -> Result<Table, Invalid> {
        value.name_columns(&self.headers);
        Ok(value)
    }
}

impl<T: DeserializeOwned> Preprocess<Vec<T>> for Dataframe {
    fn preprocess(&self, mut data: Table) -> Result<Vec<T>, Invalid> {
        data.name_columns(&self.headers);
        data.read()
    }
}

impl<T: Serialize> Postprocess<Vec<T>> for Dataframe {
    fn postprocess(&self, value: Vec<T>) -> Result<Table, Invalid> {
        self.postprocess(Table::from_rows(value)?)
    }
}

impl<T: Serialize, const N: usize> Postprocess<[T; N]> for Dataframe {
    fn postprocess(&self, value: [T; N]) -> Result<Table, Invalid> {
        self.postprocess(Table::from_rows(value)?)
    }
}

impl<T> Preprocess<Option<T>> for Dataframe
where
    Self: Preprocess<T>,
{
    fn preprocess(&self, data: Table) -> Result<Option<T>, Invalid> {
        if data.is_empty() {
            Ok(None)
        } else {
            self.preprocess(data).map(Some)
        }
    }
}

impl<T> Postprocess<Option<T>> for Dataframe
where
    Self: Postprocess<T>,
{
    fn postprocess(&self, value: Option<T>) -> Result<Table, Invalid> {
        match value {
            Some(value) => self.postprocess(value),
            None => Postprocess::<Table>::postprocess(self, Table::default()),
        }
    }
}

impl DefaultComponent for Table {
    type Component = Dataframe;

    fn component() -> Dataframe {
        Dataframe::new()
    }
}

impl Outcome for Table {
    type Value = Self;

    fn settle(self) -> Result<Self, Failure> {
        Ok(self)
    }
}

impl<T: Serialize + DeserializeOwned> Element for Vec<T> {
    type List = Dataframe;

    fn list() -> Dataframe {
        Dataframe::new()
    }
}

#[cfg(test)]
mod tests;
