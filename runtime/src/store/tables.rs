//! Large tables, kept here so that pages need not hold all of their rows.
//!
//! A page is sent the first rows and an id, asks for others as they come into view, and sends the
//! id and its edits back in place of the table. API clients are sent whole tables and know nothing
//! of this.

use std::{
    collections::VecDeque,
    hash::{BuildHasher, RandomState},
    ops::Range,
    sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError},
};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json, value::RawValue};

use crate::component::Invalid;

/// Tables with more rows than this are sent to pages in parts.
const LARGE: usize = 500;
/// How many rows a page starts with.
const FIRST: usize = 200;
/// How many rows it may ask for at once.
const MOST: usize = 20_000;
/// How many bytes of results are kept in all.
const KEPT: usize = 256 << 20;

/// What stands in place of the rows on a page.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Held {
    id: String,
    /// How many rows there are.
    rows: usize,
    /// What a person changed since: row, column, value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    edits: Vec<(usize, usize, Value)>,
}

/// How long a table is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keep {
    /// As long as the program runs: pages start with it.
    Always,
    /// Until there is no room for it among later ones.
    WhileThereIsRoom,
}

/// A table as JSON text, and where its rows stand in it.
struct Kept {
    id: String,
    keep: Keep,
    text: Vec<u8>,
    headers: Range<usize>,
    rows: Vec<Range<usize>>,
    display: Vec<Range<usize>>,
    styling: Vec<Range<usize>>,
}

/// The newest last.
static TABLES: Mutex<VecDeque<Arc<Kept>>> = Mutex::new(VecDeque::new());

fn all() -> MutexGuard<'static, VecDeque<Arc<Kept>>> {
    TABLES.lock().unwrap_or_else(PoisonError::into_inner)
}

fn find(id: &str) -> Result<Arc<Kept>, Invalid> {
    let mut tables = all();
    let at = tables.iter().position(|table| table.id == id);
    let table = at.and_then(|at| tables.remove(at));
    let table = table.ok_or("the rows of this table are no longer kept: run again what made it")?;
    tables.push_back(table.clone());
    Ok(table)
}

/// Two hashes under keys of this process: equal for equal texts, and not to be guessed.
fn id_of(text: &[u8]) -> String {
    static KEYS: LazyLock<[RandomState; 2]> =
        LazyLock::new(|| [RandomState::new(), RandomState::new()]);
    let [one, other] = KEYS.each_ref().map(|key| key.hash_one(text));
    format!("{one:016x}{other:016x}")
}

/// What a page is sent in place of the JSON text of a table; `None` if it is sent as it is.
pub(crate) fn excerpt(text: &[u8], keep: Keep) -> Option<Value> {
    // Below this there cannot be so many rows.
    if text.len() < 2 * LARGE {
        return None;
    }
    let kept = Kept::read(text, keep).filter(|kept| kept.rows.len() > LARGE)?;
    let mut excerpt = kept.slice(0..FIRST);
    excerpt["headers"] = kept.json(&kept.headers);
    excerpt["held"] = json!(Held {
        id: kept.id.clone(),
        rows: kept.rows.len(),
        edits: Vec::new()
    });
    put(kept);
    Some(excerpt)
}

fn put(kept: Kept) {
    let mut tables = all();
    if let Some(at) = tables.iter().position(|table| table.id == kept.id) {
        if tables[at].keep == Keep::Always {
            return;
        }
        tables.remove(at);
    }
    let mut size = kept.text.len();
    tables.push_back(Arc::new(kept));
    // From the newest back: what finds no room any more goes.
    for at in (0..tables.len() - 1).rev() {
        if tables[at].keep == Keep::Always {
            continue;
        }
        size += tables[at].text.len();
        if size > KEPT {
            tables.remove(at);
        }
    }
}

/// The server function behind it: rows from a place on.
///
/// # Errors
/// When there is no such table, or the arguments are others.
pub(crate) fn rows(args: &[Value]) -> Result<Value, Invalid> {
    let [Value::String(id), from, count] = args else {
        return Err("expected an id, a first row and a number of rows".into());
    };
    let number = |value: &Value| value.as_u64().and_then(|it| usize::try_from(it).ok());
    let (Some(from), Some(count)) = (number(from), number(count)) else {
        return Err("rows are counted in whole numbers".into());
    };
    Ok(find(id)?.slice(from..from.saturating_add(count.min(MOST))))
}

/// The table that a page has only a part of, with its edits.
///
/// # Errors
/// When it is no longer kept.
pub(crate) fn whole(held: Held) -> Result<Value, Invalid> {
    let kept = find(&held.id)?;
    let mut table = kept.json(&(0..kept.text.len()));
    if !held.edits.is_empty() {
        // What cells were to look like was said of what stood there before.
        table["metadata"] = Value::Null;
    }
    for (row, column, value) in held.edits {
        let cells = table["data"].get_mut(row);
        if let Some(cell) = cells.and_then(|row| row.get_mut(column)) {
            *cell = value;
        }
    }
    Ok(table)
}

#[derive(Deserialize)]
struct Parts<'a> {
    #[serde(borrow)]
    headers: &'a RawValue,
    #[serde(borrow)]
    data: Vec<&'a RawValue>,
    #[serde(borrow)]
    metadata: Option<Look<'a>>,
}

#[derive(Deserialize, Default)]
struct Look<'a> {
    #[serde(borrow, default)]
    display_value: Vec<&'a RawValue>,
    #[serde(borrow, default)]
    styling: Vec<&'a RawValue>,
}

impl Kept {
    fn read(text: &[u8], keep: Keep) -> Option<Self> {
        let parts: Parts<'_> = serde_json::from_slice(text).ok()?;
        let place = |part: &RawValue| {
            let start = part.get().as_ptr() as usize - text.as_ptr() as usize;
            start..start + part.get().len()
        };
        let places = |parts: Vec<&RawValue>| parts.into_iter().map(place).collect();
        let look = parts.metadata.unwrap_or_default();
        Some(Self {
            id: id_of(text),
            keep,
            headers: place(parts.headers),
            rows: places(parts.data),
            display: places(look.display_value),
            styling: places(look.styling),
            text: text.to_vec(),
        })
    }

    fn json(&self, part: &Range<usize>) -> Value {
        serde_json::from_slice(&self.text[part.clone()]).unwrap_or_default()
    }

    /// Some of the rows, and what they look like.
    fn slice(&self, rows: Range<usize>) -> Value {
        let part = |places: &[Range<usize>]| -> Value {
            let end = rows.end.min(places.len());
            let places = &places[rows.start.min(end)..end];
            places.iter().map(|place| self.json(place)).collect()
        };
        let mut look = Map::new();
        for (name, places) in [("display_value", &self.display), ("styling", &self.styling)] {
            if !places.is_empty() {
                look.insert(name.into(), part(places));
            }
        }
        let look = (!look.is_empty()).then_some(look);
        json!({"headers": [], "data": part(&self.rows), "metadata": look})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn large(rows: usize, name: &str) -> String {
        let data: Vec<_> = (0..rows).map(|row| json!([row, name])).collect();
        let styling: Vec<_> = (0..rows)
            .map(|row| json!([format!("order: {row}"), ""]))
            .collect();
        json!({"headers": ["n", "name"], "data": data, "metadata": {"styling": styling}})
            .to_string()
    }

    fn held(excerpt: &Value) -> Held {
        serde_json::from_value(excerpt["held"].clone()).unwrap()
    }

    #[test]
    fn small_tables_go_whole() {
        assert_eq!(
            excerpt(large(LARGE, "small").as_bytes(), Keep::Always),
            None
        );
        assert_eq!(excerpt(b"null", Keep::Always), None);
    }

    #[test]
    fn a_page_starts_with_the_first_rows_and_asks_for_others() {
        let text = large(1000, "asked for");
        let start = excerpt(text.as_bytes(), Keep::WhileThereIsRoom).unwrap();
        assert_eq!(start["headers"], json!(["n", "name"]));
        assert_eq!(start["data"].as_array().unwrap().len(), FIRST);
        assert_eq!(start["held"]["rows"], 1000);
        let more = rows(&[start["held"]["id"].clone(), json!(998), json!(50)]).unwrap();
        assert_eq!(
            more["data"],
            json!([[998, "asked for"], [999, "asked for"]])
        );
        assert_eq!(more["metadata"]["styling"][1][0], "order: 999");
        let again = excerpt(text.as_bytes(), Keep::WhileThereIsRoom).unwrap();
        assert_eq!(again["held"], start["held"], "equal tables are kept once");
        assert!(rows(&[json!("0"), json!(0), json!(1)]).is_err());
        assert!(rows(&[start["held"]["id"].clone(), json!(-1), json!(1)]).is_err());
    }

    #[test]
    fn what_comes_back_is_whole() {
        let text = large(600, "whole");
        let mut held = held(&excerpt(text.as_bytes(), Keep::WhileThereIsRoom).unwrap());
        assert_eq!(
            whole(held.clone()).unwrap(),
            serde_json::from_str::<Value>(&text).unwrap()
        );
        held.edits = vec![(599, 1, json!("edited")), (600, 0, json!("beyond"))];
        let edited = whole(held).unwrap();
        assert_eq!(edited["data"][599], json!([599, "edited"]));
        assert_eq!(edited["data"].as_array().unwrap().len(), 600);
        assert_eq!(edited["metadata"], json!(null));
    }
}
