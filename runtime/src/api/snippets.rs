//! The programs on the API page, of one call or of several in their order. Each must run exactly as it is pasted; what it
//! does not print, nobody has to add.

mod curl;
mod javascript;
mod python;
mod rust;
pub(crate) mod schema;
pub(crate) mod value;

pub(crate) use curl::{body, curl};
pub(crate) use javascript::javascript;
pub(crate) use python::python;
pub(crate) use rust::rust;

use std::fmt::Write;

use serde_json::Value;

/// A call as a program makes it.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    /// The name of the endpoint, without its slash.
    name: String,
    /// The name and the value of every argument, in the order of the wire.
    arguments: Vec<(String, Value)>,
}

impl Call {
    pub(crate) fn new(name: &str, arguments: Vec<(String, Value)>) -> Self {
        Self {
            name: name.strip_prefix('/').unwrap_or(name).to_owned(),
            arguments,
        }
    }

    /// The call that shows how an endpoint of `/info` is called.
    pub(crate) fn example(name: &str, endpoint: &Value) -> Self {
        let parameters = endpoint["parameters"].as_array().into_iter().flatten();
        let argument = |parameter: &Value| {
            let name = parameter["parameter_name"].as_str().unwrap_or_default();
            (name.to_owned(), value::shown(parameter))
        };
        Self::new(name, parameters.map(argument).collect())
    }

    /// The name as clients spell it.
    fn slashed(&self) -> String {
        format!("/{}", self.name)
    }

    /// Whether any argument is or holds a file.
    fn has_files(&self) -> bool {
        fn holds_file(value: &Value) -> bool {
            match value {
                _ if value::is_file(value) => true,
                Value::Array(items) => items.iter().any(holds_file),
                Value::Object(entries) => entries.values().any(holds_file),
                _ => false,
            }
        }
        self.arguments.iter().any(|(_, value)| holds_file(value))
    }
}

/// The app's address with exactly one slash at its end.
fn home(base: &str) -> String {
    format!("{}/", base.trim_end_matches('/'))
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
