//! Rows as Rust values, and back.

use std::fmt;

use serde::{
    Serialize,
    de::{
        self, DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess,
        SeqAccess, Visitor,
    },
    forward_to_deserialize_any,
};
use serde_json::Value;

use super::types::{is_blank, kind, place};
use crate::component::Invalid;

/// The cells of a row, under `headers`; a struct adds those that are missing.
pub(super) fn cells(
    row: &impl Serialize,
    headers: &mut Vec<String>,
) -> serde_json::Result<Vec<Value>> {
    Ok(match serde_json::to_value(row)? {
        Value::Array(cells) => cells,
        Value::Object(fields) => {
            let mut cells = vec![Value::Null; headers.len()];
            for (name, value) in fields {
                if let Some(column) = headers.iter().position(|header| *header == name) {
                    cells[column] = value;
                } else {
                    headers.push(name);
                    cells.push(value);
                }
            }
            cells
        }
        one => vec![one],
    })
}

/// All rows as values of a type.
pub(super) fn read<T: DeserializeOwned>(
    headers: &[String],
    rows: &[Vec<Value>],
) -> Result<Vec<T>, Invalid> {
    let mut read = Vec::with_capacity(rows.len());
    for (number, cells) in rows.iter().enumerate() {
        match T::deserialize(Row { headers, cells }) {
            Ok(row) => read.push(row),
            // An empty line at the end of a table that can grow is no record.
            Err(_) if cells.iter().all(is_blank) => {}
            Err(why) => return Err(why.at(number, headers).into()),
        }
    }
    Ok(read)
}

/// A cell in words.
pub(super) fn plain(cell: &Value) -> String {
    match cell {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// What is wrong, and in which column.
#[derive(Debug)]
struct Wrong {
    column: Option<usize>,
    why: String,
}

impl Wrong {
    fn at(&self, row: usize, headers: &[String]) -> String {
        let place = match self.column {
            Some(column) => place(row, headers.get(column).map_or("", String::as_str)),
            None => format!("row {}", row + 1),
        };
        format!("{place}: {}", self.why)
    }

    fn in_column(mut self, column: usize) -> Self {
        self.column.get_or_insert(column);
        self
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.why)
    }
}

impl std::error::Error for Wrong {}

impl de::Error for Wrong {
    fn custom<T: fmt::Display>(why: T) -> Self {
        let why = why.to_string();
        Self { column: None, why }
    }
}

/// A row for serde: an object by its headers, or a list.
#[derive(Clone, Copy)]
struct Row<'a> {
    headers: &'a [String],
    cells: &'a [Value],
}

impl<'a> Row<'a> {
    fn cell(self, column: usize) -> Cell<'a> {
        Cell(self.cells.get(column).unwrap_or(&Value::Null))
    }

    fn list(self) -> Cells<'a> {
        Cells { row: self, next: 0 }
    }

    fn single(self) -> Result<Cell<'a>, Wrong> {
        match self.cells {
            [one] => Ok(Cell(one)),
            cells => Err(de::Error::custom(format!(
                "expected one column, got {}",
                cells.len()
            ))),
        }
    }
}

macro_rules! of_one_cell {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
            self.single()?.$method(visitor)
        })*
    };
}

impl<'de> Deserializer<'de> for Row<'_> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_seq(self.list())
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        let columns = self.headers.iter().cloned().zip(0..).collect();
        visitor.visit_map(Fields::new(self, columns))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        let columns: Vec<_> = self
            .headers
            .iter()
            .zip(0..)
            .filter_map(|(header, column)| {
                let field = fields.iter().find(|field| names(header, field))?;
                Some(((*field).to_owned(), column))
            })
            .collect();
        // Headers that name nothing leave the order to go by.
        if columns.is_empty() && self.headers.len() == fields.len() {
            return visitor.visit_seq(self.list());
        }
        visitor.visit_map(Fields::new(self, columns))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        self.single()?.deserialize_enum(name, variants, visitor)
    }

    of_one_cell! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
        deserialize_f32 deserialize_f64 deserialize_char deserialize_str deserialize_string deserialize_option
    }

    forward_to_deserialize_any! {
        bytes byte_buf unit unit_struct seq tuple tuple_struct identifier ignored_any
    }
}

/// Whether a header means a field: `Unit Price` is `unit_price`.
fn names(header: &str, field: &str) -> bool {
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(|letter| letter.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    header == field || letters(header) == letters(field)
}

struct Cells<'a> {
    row: Row<'a>,
    next: usize,
}

impl<'de> SeqAccess<'de> for Cells<'_> {
    type Error = Wrong;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Wrong> {
        let column = self.next;
        if column >= self.row.cells.len() {
            return Ok(None);
        }
        self.next += 1;
        let value = seed.deserialize(self.row.cell(column));
        value.map(Some).map_err(|why| why.in_column(column))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.row.cells.len() - self.next)
    }
}

struct Fields<'a> {
    row: Row<'a>,
    columns: std::vec::IntoIter<(String, usize)>,
    now: usize,
}

impl<'a> Fields<'a> {
    fn new(row: Row<'a>, columns: Vec<(String, usize)>) -> Self {
        let columns = columns.into_iter();
        Self {
            row,
            columns,
            now: 0,
        }
    }
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Wrong;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Wrong> {
        let Some((name, column)) = self.columns.next() else {
            return Ok(None);
        };
        self.now = column;
        seed.deserialize(name.into_deserializer()).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Wrong> {
        let value = seed.deserialize(self.row.cell(self.now));
        value.map_err(|why| why.in_column(self.now))
    }
}

/// A cell for serde: what was typed becomes what is asked for.
#[derive(Clone, Copy)]
struct Cell<'a>(&'a Value);

impl Cell<'_> {
    fn expected<T>(self, wanted: &str) -> Result<T, Wrong> {
        Err(de::Error::custom(format!(
            "expected {wanted}, got {}",
            kind(self.0)
        )))
    }

    /// The number that stands or is written here.
    fn number(self) -> Option<Value> {
        let text = match self.0 {
            Value::Number(number) => number.to_string(),
            Value::String(text) => text.trim().to_owned(),
            _ => return None,
        };
        let whole = text
            .parse::<i64>()
            .map(Value::from)
            .or_else(|_| text.parse::<u64>().map(Value::from));
        whole
            .ok()
            .or_else(|| text.parse::<f64>().ok().map(Value::from))
    }

    /// The same, as a whole number: `3.0` is one.
    fn whole(self) -> Option<Value> {
        let number = self.number()?;
        match number.as_f64() {
            #[allow(clippy::cast_possible_truncation, reason = "only if it is exact")]
            Some(float) if number.is_f64() && float.fract() == 0.0 && float.abs() < 9e15 => {
                Some(Value::from(float as i64))
            }
            _ if number.is_f64() => None,
            _ => Some(number),
        }
    }
}

macro_rules! numbers {
    ($wanted:literal, $read:ident: $($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
            match self.$read() {
                Some(number) => number.$method(visitor).map_err(de::Error::custom),
                None => self.expected($wanted),
            }
        })*
    };
}

macro_rules! as_it_is {
    ($($method:ident($($argument:ident: $ty:ty),*))*) => {
        $(fn $method<V: Visitor<'de>>(self, $($argument: $ty,)* visitor: V) -> Result<V::Value, Wrong> {
            self.0.clone().$method($($argument,)* visitor).map_err(de::Error::custom)
        })*
    };
}

impl<'de> Deserializer<'de> for Cell<'_> {
    type Error = Wrong;

    numbers! { "a whole number", whole:
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
    }
    numbers! { "a number", number: deserialize_f32 deserialize_f64 }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        let said = match self.0 {
            Value::Bool(said) => Some(*said),
            // A box that nobody ticked.
            blank if is_blank(blank) => Some(false),
            Value::String(text) => text.trim().to_ascii_lowercase().parse().ok(),
            _ => None,
        };
        match said {
            Some(said) => visitor.visit_bool(said),
            None => self.expected("true or false"),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_string(plain(self.0))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_string(visitor)
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_string(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        if is_blank(self.0) {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        visitor.visit_newtype_struct(self)
    }

    as_it_is! {
        deserialize_any() deserialize_bytes() deserialize_byte_buf() deserialize_unit() deserialize_seq() deserialize_map()
        deserialize_identifier() deserialize_ignored_any()
        deserialize_unit_struct(name: &'static str) deserialize_tuple(len: usize)
        deserialize_tuple_struct(name: &'static str, len: usize)
        deserialize_struct(name: &'static str, fields: &'static [&'static str])
        deserialize_enum(name: &'static str, variants: &'static [&'static str])
    }
}
