//! A table as it travels.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, MapAccess, SeqAccess, Visitor, value::MapAccessDeserializer},
    ser::SerializeStruct,
};
use serde_json::Value;

use super::table::{Look, Table};
use crate::store::tables::{self, Held};

impl Serialize for Table {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Table", 3)?;
        object.serialize_field("headers", &self.headers)?;
        object.serialize_field("data", &self.rows)?;
        let plain = self.look == Look::default();
        object.serialize_field("metadata", &(!plain).then_some(&self.look))?;
        object.end()
    }
}

impl Serialize for Look {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let parts = [("display_value", &self.display), ("styling", &self.styling)];
        serializer.collect_map(parts.into_iter().filter(|(_, part)| part.is_some()))
    }
}

impl<'de> Deserialize<'de> for Table {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyTable)
    }
}

/// An object as clients send it, a bare list of rows, or nothing.
struct AnyTable;

impl<'de> Visitor<'de> for AnyTable {
    type Value = Table;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with headers and data, or a list of rows")
    }

    fn visit_unit<E>(self) -> Result<Table, E> {
        Ok(Table::default())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Table, A::Error> {
        let mut rows = Vec::with_capacity(list.size_hint().unwrap_or(0).min(4096));
        while let Some(Row(row)) = list.next_element()? {
            rows.push(row);
        }
        Ok(Table {
            rows,
            ..Table::default()
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Table, A::Error> {
        let sent = Sent::deserialize(MapAccessDeserializer::new(map))?;
        match sent.held {
            Some(held) => {
                let table = tables::whole(held).map_err(Error::custom)?;
                serde_json::from_value(table).map_err(Error::custom)
            }
            None => Ok(sent.into()),
        }
    }
}

#[derive(Deserialize)]
struct Sent {
    #[serde(default)]
    headers: Option<Vec<Value>>,
    #[serde(default)]
    data: Option<Vec<Row>>,
    #[serde(default)]
    metadata: Option<Metadata>,
    /// In place of the rows, from the page: the server has them.
    #[serde(default)]
    held: Option<Held>,
}

#[derive(Deserialize)]
struct Metadata {
    #[serde(default)]
    display_value: Option<Vec<Vec<Value>>>,
    #[serde(default)]
    styling: Option<Vec<Vec<Value>>>,
}

impl From<Sent> for Table {
    fn from(sent: Sent) -> Self {
        let look = sent.metadata.map(|metadata| Look {
            display: metadata.display_value,
            styling: metadata.styling,
        });
        let headers = sent.headers.unwrap_or_default().into_iter();
        Self {
            headers: headers
                .map(|header| match header {
                    Value::String(text) => text,
                    other => other.to_string(),
                })
                .collect(),
            rows: sent
                .data
                .unwrap_or_default()
                .into_iter()
                .map(|Row(row)| row)
                .collect(),
            look: look.unwrap_or_default(),
        }
    }
}

/// A list of cells; a single value is a row of one.
struct Row(Vec<Value>);

impl<'de> Deserialize<'de> for Row {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(match Value::deserialize(deserializer)? {
            Value::Array(cells) => cells,
            one => vec![one],
        }))
    }
}
