//! What somebody flagged, as a sink gets it.

use std::{path::Path, sync::Arc, time::SystemTime};

use serde::Serialize;
use serde_json::{Map, Value, ser::Formatter};

use crate::component::{AnyComponent, Invalid};

/// What somebody flagged: the values of some components, and what was said of them.
#[derive(Debug, Clone)]
pub struct Flagged {
    pub(super) cells: Vec<Cell>,
    pub(super) option: Option<String>,
    pub(super) username: Option<String>,
    pub(super) time: SystemTime,
}

/// One value and the component it comes from.
#[derive(Debug, Clone)]
pub(crate) struct Cell {
    pub(super) label: String,
    pub(super) component: Arc<dyn AnyComponent>,
    pub(super) data: Value,
}

impl Cell {
    /// The value `data` of the component at `place`.
    pub(crate) fn new(place: usize, component: Arc<dyn AnyComponent>, data: Value) -> Self {
        Self {
            label: label(&*component, place),
            component,
            data,
        }
    }

    /// The value as a text, its files in a folder of the cell's own below `folder`; a file is its
    /// path in there.
    fn text(&self, folder: &Path) -> Result<String, Invalid> {
        if self.data.is_null() {
            return Ok(String::new());
        }
        let own = own_folder(&self.label);
        let text = self.component.flag(&self.data, &folder.join(&own))?;
        if self.data.is_string() {
            return Ok(text);
        }
        Ok(
            match serde_json::from_str(&text).map(|told| paths(told, &own)) {
                Ok(Value::String(path)) => path,
                Ok(told) => spaced(&told),
                Err(_) => text,
            },
        )
    }
}

/// What a component is called in a log.
pub(super) fn label(component: &dyn AnyComponent, place: usize) -> String {
    let label = component.base().label.clone();
    label.unwrap_or_else(|| format!("component {place}"))
}

/// The name of the folder for the files of what has this label.
pub(super) fn own_folder(label: &str) -> String {
    let kept = |letter: &char| letter.is_alphanumeric() || "_-, ".contains(*letter);
    let name: String = label.chars().filter(kept).take(50).collect();
    match name.trim() {
        "" => "files".into(),
        name => name.into(),
    }
}

/// The same with files as their paths.
fn paths(told: Value, folder: &str) -> Value {
    match told {
        Value::Array(all) => all.into_iter().map(|one| paths(one, folder)).collect(),
        Value::Object(fields) if fields.get("meta").is_some_and(is_file) => {
            let path = fields.get("path").and_then(Value::as_str);
            Value::from(format!("{folder}/{}", path.unwrap_or_default()))
        }
        Value::Object(fields) => {
            let fields = fields.into_iter();
            let each = fields.map(|(name, value)| (name, paths(value, folder)));
            Value::Object(each.collect())
        }
        other => other,
    }
}

fn is_file(meta: &Value) -> bool {
    meta["_type"] == "gradio.FileData"
}

/// JSON as Python writes it: a comma before a minus is no formula with a space between them.
fn spaced(value: &Value) -> String {
    struct Spaced;

    impl Formatter for Spaced {
        fn begin_array_value<W: std::io::Write + ?Sized>(
            &mut self,
            writer: &mut W,
            first: bool,
        ) -> std::io::Result<()> {
            writer.write_all(if first { b"" } else { b", " })
        }

        fn begin_object_key<W: std::io::Write + ?Sized>(
            &mut self,
            writer: &mut W,
            first: bool,
        ) -> std::io::Result<()> {
            writer.write_all(if first { b"" } else { b", " })
        }

        fn begin_object_value<W: std::io::Write + ?Sized>(
            &mut self,
            writer: &mut W,
        ) -> std::io::Result<()> {
            writer.write_all(b": ")
        }
    }

    let mut out = Vec::new();
    let mut writer = serde_json::Serializer::with_formatter(&mut out, Spaced);
    match value.serialize(&mut writer) {
        Ok(()) => String::from_utf8_lossy(&out).into_owned(),
        Err(_) => value.to_string(),
    }
}

impl Flagged {
    /// These values, flagged now.
    pub(crate) fn now(cells: Vec<Cell>, option: Option<String>) -> Self {
        Self {
            cells,
            option,
            username: None,
            time: SystemTime::now(),
        }
    }

    /// The names of the values: the labels of their components.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(|cell| &*cell.label)
    }

    /// The values as they travel, under the labels of their components. A file is a path in the
    /// store of this program, where it stays for a while: [`texts`](Self::texts) copies it.
    pub fn values(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.cells.iter().map(|cell| (&*cell.label, &cell.data))
    }

    /// Each value as a text, as its component flags it. Files are copied into `folder`, and are
    /// told by their paths in it.
    ///
    /// # Errors
    /// When a file cannot be copied.
    pub fn texts(&self, folder: &Path) -> Result<Vec<String>, Invalid> {
        self.cells.iter().map(|cell| cell.text(folder)).collect()
    }

    /// All values as one JSON object, its names the labels; files as for [`texts`](Self::texts).
    ///
    /// # Errors
    /// When a file cannot be copied.
    pub fn json(&self, folder: &Path) -> Result<Map<String, Value>, Invalid> {
        let mut all = Map::new();
        for cell in &self.cells {
            let text = cell.text(folder)?;
            let value = match &cell.data {
                Value::Null => Value::Null,
                Value::String(_) => Value::from(text),
                _ => serde_json::from_str(&text).unwrap_or(Value::String(text)),
            };
            let mut name = cell.label.clone();
            while all.contains_key(&name) {
                name.push('\'');
            }
            all.insert(name, value);
        }
        Ok(all)
    }

    /// Which of several buttons was pressed.
    #[must_use]
    pub fn option(&self) -> Option<&str> {
        self.option.as_deref()
    }

    /// Who pressed it, where that is known.
    #[must_use]
    pub fn username(&self) -> Option<&str> {
        self.username.as_deref()
    }

    /// When, as in `2026-11-21 20:51:00.123456+00:00`.
    #[must_use]
    pub fn time(&self) -> String {
        let since = self.time.duration_since(SystemTime::UNIX_EPOCH);
        let since = since.unwrap_or_default();
        let seconds = since.as_secs();
        let (year, month, day) = civil(seconds / 86_400);
        let (hour, minute) = (seconds / 3_600 % 24, seconds / 60 % 60);
        let (second, micros) = (seconds % 60, since.subsec_micros());
        format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}.{micros:06}+00:00")
    }
}

/// Year, month and day, so many days after 1970-01-01.
fn civil(days: u64) -> (u64, u64, u64) {
    // Years begin in March here, so that the day that comes and goes is the last one.
    let days = days + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_told_as_dates() {
        for (days, date) in [
            (0, (1970, 1, 1)),
            (11_016, (2000, 2, 29)),
            (11_017, (2000, 3, 1)),
            (20_778, (2026, 11, 21)),
        ] {
            assert_eq!(civil(days), date);
        }
    }

    #[test]
    fn json_has_spaces() {
        let value = serde_json::json!({"a": [1, -2], "b": {}});
        assert_eq!(spaced(&value), r#"{"a": [1, -2], "b": {}}"#);
    }
}
