//! The programs on the API page. Each must run exactly as it is pasted; what it does not print, nobody has to add.

mod curl;
mod javascript;
mod python;
pub(crate) mod schema;
pub(crate) mod value;

pub(crate) use curl::{body, curl};
pub(crate) use javascript::javascript;
pub(crate) use python::python;

use std::fmt::Write;

use serde_json::Value;

/// The name and the value of every argument, in the order of the wire.
fn arguments(endpoint: &Value) -> Vec<(&str, Value)> {
    let parameters = endpoint["parameters"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    parameters
        .iter()
        .map(|parameter| {
            (
                parameter["parameter_name"].as_str().unwrap_or_default(),
                value::shown(parameter),
            )
        })
        .collect()
}

/// Whether any argument is or holds a file.
fn has_files(arguments: &[(&str, Value)]) -> bool {
    fn holds_file(value: &Value) -> bool {
        match value {
            _ if value::is_file(value) => true,
            Value::Array(items) => items.iter().any(holds_file),
            Value::Object(entries) => entries.values().any(holds_file),
            _ => false,
        }
    }
    arguments.iter().any(|(_, value)| holds_file(value))
}

/// The app's address with exactly one slash at its end.
fn home(base: &str) -> String {
    format!("{}/", base.trim_end_matches('/'))
}

/// The name as clients spell it.
fn slashed(name: &str) -> String {
    format!("/{}", name.strip_prefix('/').unwrap_or(name))
}

/// What `write` makes of every item, one after the other.
pub(crate) fn each<T>(
    items: impl IntoIterator<Item = T>,
    write: impl FnMut(T) -> String,
) -> String {
    items.into_iter().map(write).collect()
}

/// Text for a part of a URL: letters, digits and what is `kept` stay as they are.
pub(crate) fn percent_encoded(text: &str, kept: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match char::from(byte) {
            c if c.is_ascii_alphanumeric() || kept.contains(c) => out.push(c),
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}
