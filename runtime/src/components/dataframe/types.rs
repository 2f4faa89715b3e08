//! What the props of a table say: sizes, types of columns, widths, ways to search.

use std::{
    borrow::Cow,
    ops::{RangeFrom, RangeInclusive, RangeToInclusive},
};

use serde::{Serialize, Serializer, ser::SerializeTuple};
use serde_json::Value;

use super::Table;
use crate::component::Invalid;

/// How many rows or columns a table has at first, and whether that can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableSize {
    count: u32,
    fixed: bool,
}

impl TableSize {
    /// So many and no others.
    #[must_use]
    pub const fn fixed(count: u32) -> Self {
        Self { count, fixed: true }
    }

    pub(super) const fn count(self) -> u32 {
        self.count
    }

    pub(super) const fn is_fixed(self) -> bool {
        self.fixed
    }
}

impl From<u32> for TableSize {
    fn from(count: u32) -> Self {
        Self {
            count,
            fixed: false,
        }
    }
}

impl Serialize for TableSize {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut pair = serializer.serialize_tuple(2)?;
        pair.serialize_element(&self.count)?;
        pair.serialize_element(if self.fixed { "fixed" } else { "dynamic" })?;
        pair.end()
    }
}

/// How few and how many rows or columns a person may leave in a table: a range such as `2..=10`,
/// `2..` or `..=10`.
///
/// ```
/// use vetrina::prelude::*;
///
/// let team = Dataframe::new().headers(["name", "role"]).row_limits(2..=11).column_limits(..=4);
/// # let _ = team;
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct TableLimits(Option<u32>, Option<u32>);

impl TableLimits {
    /// Whether a table may have so many of these.
    pub(super) fn check(self, found: usize, of: &str) -> Result<(), Invalid> {
        let Self(least, most) = self;
        match (least, most) {
            (Some(least), _) if found < least as usize => {
                Err(format!("{found} {of}, where there are {least} at least").into())
            }
            (_, Some(most)) if found > most as usize => {
                Err(format!("{found} {of}, where there are {most} at most").into())
            }
            _ => Ok(()),
        }
    }
}

impl From<(Option<u32>, Option<u32>)> for TableLimits {
    fn from((least, most): (Option<u32>, Option<u32>)) -> Self {
        Self(least, most)
    }
}

impl From<RangeInclusive<u32>> for TableLimits {
    fn from(range: RangeInclusive<u32>) -> Self {
        Self(Some(*range.start()), Some(*range.end()))
    }
}

impl From<RangeToInclusive<u32>> for TableLimits {
    fn from(range: RangeToInclusive<u32>) -> Self {
        Self(None, Some(range.end))
    }
}

impl From<RangeFrom<u32>> for TableLimits {
    fn from(range: RangeFrom<u32>) -> Self {
        Self(Some(range.start), None)
    }
}

/// What stands in a column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ColumnType {
    /// Text.
    Str,
    /// Numbers.
    Number,
    /// Yes or no, as boxes to tick.
    Bool,
    /// Dates.
    Date,
    /// Formatted text.
    Markdown,
    /// HTML; what could do harm is left out.
    Html,
    /// Pictures, by their addresses.
    Image,
    /// What the value that the table starts with shows.
    Auto,
}

/// One [`ColumnType`] for all columns, or one for each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum ColumnTypes {
    /// All columns are alike.
    All(ColumnType),
    /// From left to right.
    Each(Vec<ColumnType>),
}

impl From<ColumnType> for ColumnTypes {
    fn from(all: ColumnType) -> Self {
        Self::All(all)
    }
}

impl From<Vec<ColumnType>> for ColumnTypes {
    fn from(each: Vec<ColumnType>) -> Self {
        Self::Each(each)
    }
}

impl<const N: usize> From<[ColumnType; N]> for ColumnTypes {
    fn from(each: [ColumnType; N]) -> Self {
        Self::Each(each.into())
    }
}

impl ColumnTypes {
    pub(super) fn are_found_out(&self) -> bool {
        *self == Self::All(ColumnType::Auto)
    }

    /// What is said of a column of a table that was sent; nothing, if it is one that came later, or
    /// if all that was said is what is said of every table.
    /// `names` are those of columns that the table does not name.
    pub(super) fn said_of(
        &self,
        column: usize,
        table: &Table,
        names: &[String],
    ) -> Option<ColumnType> {
        let each = match self {
            Self::All(ColumnType::Str) => return None,
            Self::All(all) => return Some(*all),
            Self::Each(each) => each,
        };
        // People move columns: a name says more than a place.
        let name = table.headers.get(column);
        let known = name.and_then(|name| names.iter().position(|it| it == name));
        if known.is_none() && name.is_some() && !names.is_empty() && table.width() != names.len() {
            return None;
        }
        each.get(known.unwrap_or(column)).copied()
    }

    /// Holds every cell against the type of its column; an empty one fits all.
    /// `names` are those of columns that the table does not name.
    pub(super) fn check(&self, table: &Table, names: &[String]) -> Result<(), Invalid> {
        let judged: Vec<_> = (0..table.width())
            .filter_map(|column| {
                let said = self.said_of(column, table, names)?;
                judge(said).map(|judge| (column, judge))
            })
            .collect();
        for (number, row) in table.rows().iter().enumerate() {
            for (column, (fits, wanted)) in &judged {
                let cell = row.get(*column).unwrap_or(&Value::Null);
                if !is_blank(cell) && !fits(cell) {
                    let header = table.headers.get(*column).or(names.get(*column));
                    let place = place(number, header.map_or("", String::as_str));
                    return Err(format!("{place}: expected {wanted}, got {}", kind(cell)).into());
                }
            }
        }
        Ok(())
    }
}

type Judge = (fn(&Value) -> bool, &'static str);

fn judge(column: ColumnType) -> Option<Judge> {
    let is_number = |cell: &Value| match cell {
        Value::String(text) => text.trim().parse::<f64>().is_ok(),
        other => other.is_number(),
    };
    let is_bool = |cell: &Value| match cell {
        Value::String(text) => text.trim().parse::<bool>().is_ok(),
        other => other.is_boolean(),
    };
    match column {
        ColumnType::Number => Some((is_number, "a number")),
        ColumnType::Bool => Some((is_bool, "true or false")),
        _ => None,
    }
}

/// Where something is wrong, as the page counts.
pub(super) fn place(row: usize, header: &str) -> String {
    format!("row {}, column `{header}`", row + 1)
}

/// What a cell is, in plain words.
pub(super) fn kind(cell: &Value) -> Cow<'static, str> {
    match cell {
        cell if is_blank(cell) => "nothing".into(),
        Value::String(text) if text.chars().count() <= 24 => format!("{text:?}").into(),
        Value::String(_) => "text".into(),
        Value::Number(number) => number.to_string().into(),
        Value::Bool(_) => "true or false".into(),
        Value::Array(_) => "a list".into(),
        _ => "an object".into(),
    }
}

pub(super) fn is_blank(cell: &Value) -> bool {
    match cell {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        _ => false,
    }
}

/// The names of columns that nobody named.
pub(super) fn numbered(from: usize, to: usize) -> impl Iterator<Item = String> {
    (from..to).map(|column| (column + 1).to_string())
}

/// How wide a column is: pixels from a number, or a text such as `"20%"` or `"auto"`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct ColumnWidth(String);

impl From<u32> for ColumnWidth {
    fn from(pixels: u32) -> Self {
        Self(format!("{pixels}px"))
    }
}

impl From<&str> for ColumnWidth {
    fn from(css: &str) -> Self {
        Self(css.into())
    }
}

/// Whether a table can be searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TableSearch {
    /// It cannot.
    None,
    /// A box to search in.
    Search,
    /// A box to search in, and a button that keeps only what was found.
    Filter,
}
