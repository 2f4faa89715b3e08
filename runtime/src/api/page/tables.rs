//! The two tables of an endpoint. On a narrow page CSS turns each row into a short paragraph.

use serde_json::Value;

use crate::api::highlight::{Language, highlight};
use crate::api::snippets::each;
use crate::api::snippets::schema::Schema;
use crate::api::snippets::value;

use super::html::{CHEVRON, escape, prose};
use super::words::{json, words};

pub(super) fn parameters(all: &[Value]) -> String {
    if all.is_empty() {
        return "<div><h3>Parameters</h3><p class=\"muted\">It takes none.</p></div>\n".to_owned();
    }
    let rows = each(all, parameter);
    table(
        "Parameters",
        &["Name", "Type", "Required", "Default", "Description"],
        &rows,
        &schemas(all, "parameter_name", "of the parameters"),
    )
}

pub(super) fn returns(all: &[Value]) -> String {
    if all.is_empty() {
        return "<div><h3>Returns</h3><p class=\"muted\">It answers nothing, only that it is done.</p></div>\n".to_owned();
    }
    let rows = each(all, returned);
    table(
        "Returns",
        &["Name", "Type", "Description"],
        &rows,
        &schemas(all, "label", "of the results"),
    )
}

fn table(title: &str, columns: &[&str], rows: &str, schemas: &str) -> String {
    let columns = each(columns, |column| format!("<th scope=\"col\">{column}</th>"));
    format!(
        "<div><h3>{title}</h3><div class=\"table-scroll\"><table class=\"params\"><thead><tr>{columns}</tr></thead>\n\
         <tbody>\n{rows}</tbody></table></div>\n{schemas}</div>\n"
    )
}

/// The JSON Schema of each value by its name, for whoever asks.
fn schemas(all: &[Value], name: &str, about: &str) -> String {
    let schema = |value: &Value| {
        let name = value[name].as_str().unwrap_or_default();
        (name.to_owned(), value["type"].clone())
    };
    let schemas = Value::Object(all.iter().map(schema).collect());
    format!(
        "<details class=\"schema\"><summary>{CHEVRON}JSON Schema <span class=\"sr-only\">{about}</span></summary>\
         <div class=\"code\"><pre tabindex=\"0\" role=\"group\" aria-label=\"JSON Schema {about}\"><code>{code}</code></pre></div></details>\n",
        code = highlight(&value::pretty(&schemas), Language::Json),
    )
}

fn parameter(parameter: &Value) -> String {
    let name = parameter["parameter_name"].as_str().unwrap_or_default();
    let has_default = parameter["parameter_has_default"] == true;
    let (required, default) = if has_default {
        (
            "<span class=\"muted\">optional</span>",
            format!(
                "<code>{}</code>",
                escape(&clipped(&parameter["parameter_default"]))
            ),
        )
    } else {
        (
            "<span class=\"badge verb\">required</span>",
            "<span class=\"muted\">none</span>".to_owned(),
        )
    };
    format!(
        "<tr><th scope=\"row\">{name}</th><td><code>{words}</code></td><td>{required}</td><td data-label=\"Default\">{default}</td>\
         <td>{about}{example}</td></tr>\n",
        name = escape(name),
        words = escape(&words(&Schema::new(&parameter["type"]))),
        about = prose(&about(parameter, name)),
        example = example(parameter, has_default),
    )
}

fn returned(value: &Value) -> String {
    let label = value["label"].as_str().unwrap_or_default();
    format!(
        "<tr><th scope=\"row\">{label}</th><td><code>{words}</code></td><td>{about}</td></tr>\n",
        label = escape(label),
        words = escape(&words(&Schema::new(&value["type"]))),
        about = prose(&about(value, label)),
    )
}

/// What the author says of it; else what its component says; else its label, where that is not just its name again.
pub(super) fn about(value: &Value, name: &str) -> String {
    let texts = [
        "/description",
        "/type/description",
        "/python_type/description",
    ]
    .map(|at| value.pointer(at).and_then(Value::as_str));
    if let Some(text) = texts
        .into_iter()
        .flatten()
        .find(|text| !text.trim().is_empty())
    {
        return text.trim().to_owned();
    }
    let label = value["label"].as_str().unwrap_or_default();
    let folded = |text: &str| text.to_lowercase().replace(['_', '-'], " ");
    if folded(label) == folded(name) || is_ordinal(label) {
        String::new()
    } else {
        label.to_owned()
    }
}

/// `1st`, `2nd`: what arguments without a component are labelled with.
fn is_ordinal(label: &str) -> bool {
    let ending = label.trim_start_matches(|c: char| c.is_ascii_digit());
    ending.len() < label.len() && matches!(ending, "st" | "nd" | "rd" | "th")
}

fn example(parameter: &Value, has_default: bool) -> String {
    if has_default {
        return String::new();
    }
    format!(
        "<p class=\"muted\">For example <code>{}</code></p>",
        escape(&clipped(&value::shown(parameter)))
    )
}

/// A value as JSON, cut where it would swamp the table.
fn clipped(value: &Value) -> String {
    const LONGEST: usize = 60;
    let text = json(value);
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}
