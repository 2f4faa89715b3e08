//! The values that a snippet or a form shows, and how each language spells them.

use std::fmt::Write;

use serde_json::{Map, Number, Value, json};

use super::schema::{Kind, Schema};

/// What to show for a parameter: its default, else its example, else something of the right type.
pub(crate) fn shown(parameter: &Value) -> Value {
    let schema = Schema::new(&parameter["type"]);
    if parameter["parameter_has_default"] == true {
        return parameter["parameter_default"].clone();
    }
    match parameter.get("example_input") {
        Some(Value::String(path)) if matches!(schema.kind(), Kind::File | Kind::Image) => {
            file(path)
        }
        Some(example) if !example.is_null() && fits(&schema, example) => example.clone(),
        _ => sample(&schema),
    }
}

pub(crate) fn file(path: &str) -> Value {
    json!({"path": path, "meta": {"_type": "gradio.FileData"}})
}

pub(crate) fn is_file(value: &Value) -> bool {
    value
        .pointer("/meta/_type")
        .is_some_and(|kind| kind == "gradio.FileData")
}

/// Where a file value can be fetched from: as it says itself, or through the app at `base`.
pub(crate) fn file_url(value: &Value, base: &str) -> String {
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    let is_absolute = |url: &&str| url.starts_with("http://") || url.starts_with("https://");
    if let Some(url) = [text("url"), text("path")]
        .into_iter()
        .flatten()
        .find(is_absolute)
    {
        return url.to_owned();
    }
    let path = text("path").unwrap_or_default();
    format!("{}/gradio_api/file={path}", base.trim_end_matches('/'))
}

fn fits(schema: &Schema, value: &Value) -> bool {
    match schema.kind() {
        Kind::Any => true,
        Kind::Null => value.is_null(),
        Kind::Bool => value.is_boolean(),
        Kind::Integer => value.is_i64() || value.is_u64(),
        Kind::Number => value.is_number(),
        Kind::Text => value.is_string(),
        Kind::Const(one) => value == one,
        Kind::Enum(values) => values.contains(value),
        Kind::List(None) | Kind::Tuple(_) => value.is_array(),
        Kind::List(Some(item)) => value
            .as_array()
            .is_some_and(|all| all.iter().all(|one| fits(&item, one))),
        Kind::Object | Kind::File | Kind::Image => value.is_object(),
        Kind::OneOf(choices) => choices.iter().any(|choice| fits(choice, value)),
        Kind::AllOf(parts) => parts.iter().all(|part| fits(part, value)),
    }
}

fn sample(schema: &Schema) -> Value {
    let told = schema
        .get("default")
        .or_else(|| schema.get("examples")?.get(0));
    if let Some(value) = told {
        return value.clone();
    }
    match schema.kind() {
        Kind::Any | Kind::Text => json!("Hello"),
        Kind::Null => Value::Null,
        Kind::Bool => json!(true),
        Kind::Integer | Kind::Number => sample_number(schema),
        Kind::Const(value) => value.clone(),
        Kind::Enum(values) => values.first().cloned().unwrap_or_default(),
        Kind::List(None) => json!([]),
        Kind::List(Some(item)) => Value::Array(vec![sample(&item)]),
        Kind::Tuple(items) => items.iter().map(sample).collect(),
        Kind::File | Kind::Image => file("https://example.com/file"),
        Kind::Object => Value::Object(sample_object(schema)),
        Kind::OneOf(choices) => choices
            .iter()
            .find(|choice| !matches!(choice.kind(), Kind::Null))
            .map(sample)
            .unwrap_or_default(),
        Kind::AllOf(parts) => parts.first().map(sample).unwrap_or_default(),
    }
}

fn sample_number(schema: &Schema) -> Value {
    let (least, most) = schema.bounds();
    let bound = least.or_else(|| most.filter(|most| most.as_f64() < Some(1.0)));
    bound.map_or_else(|| json!(1), Value::Number)
}

fn sample_object(schema: &Schema) -> Map<String, Value> {
    let needed = schema
        .properties()
        .filter(|(name, _)| schema.get("required").is_none() || schema.requires(name));
    needed
        .map(|(name, inner)| (name.to_owned(), sample(&inner)))
        .collect()
}

/// How a language writes what JSON writes.
pub(crate) struct Dialect<'a> {
    pub(crate) null: &'a str,
    pub(crate) yes: &'a str,
    pub(crate) no: &'a str,
    pub(crate) indent: usize,
    pub(crate) last_comma: bool,
    pub(crate) key: fn(&str) -> String,
    pub(crate) text: fn(&str) -> String,
    pub(crate) number: fn(&Number) -> String,
    /// How a file is written, if it is not written as the object it is on the wire.
    pub(crate) file: &'a dyn Fn(&Value) -> String,
}

/// JSON, but for the way files are written.
pub(super) fn json(file: &dyn Fn(&Value) -> String) -> Dialect<'_> {
    Dialect {
        null: "null",
        yes: "true",
        no: "false",
        indent: 2,
        last_comma: false,
        key: quoted,
        text: quoted,
        number: Number::to_string,
        file,
    }
}

/// A value as JSON for people: on one line, if it fits.
pub(crate) fn pretty(value: &Value) -> String {
    json(&Value::to_string).literal(value, 0)
}

/// A literal longer than this is broken into lines.
const WIDTH: usize = 72;

impl Dialect<'_> {
    /// The value as a literal, its first line standing `depth` levels in.
    pub(crate) fn literal(&self, value: &Value, depth: usize) -> String {
        let line = self.line(value);
        if line.chars().count() + depth * self.indent <= WIDTH || is_file(value) {
            return line;
        }
        match value {
            Value::Array(items) => self.broken(
                '[',
                ']',
                depth,
                items.iter().map(|item| self.literal(item, depth + 1)),
            ),
            Value::Object(entries) => {
                let entry = |(key, item): (&String, &Value)| {
                    format!("{}: {}", (self.key)(key), self.literal(item, depth + 1))
                };
                self.broken('{', '}', depth, entries.iter().map(entry))
            }
            _ => line,
        }
    }

    fn line(&self, value: &Value) -> String {
        match value {
            Value::Null => self.null.to_owned(),
            Value::Bool(true) => self.yes.to_owned(),
            Value::Bool(false) => self.no.to_owned(),
            Value::Number(number) => (self.number)(number),
            Value::String(text) => (self.text)(text),
            Value::Object(_) if is_file(value) => (self.file)(value),
            Value::Array(items) => format!(
                "[{}]",
                items
                    .iter()
                    .map(|item| self.line(item))
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
            Value::Object(entries) => {
                let entry = |(key, item): (&String, &Value)| {
                    format!("{}: {}", (self.key)(key), self.line(item))
                };
                format!(
                    "{{{}}}",
                    entries.iter().map(entry).collect::<Vec<_>>().join(", ")
                )
            }
        }
    }

    fn broken(
        &self,
        open: char,
        close: char,
        depth: usize,
        parts: impl Iterator<Item = String>,
    ) -> String {
        let inner = " ".repeat(self.indent * (depth + 1));
        let outer = " ".repeat(self.indent * depth);
        let lines = parts
            .map(|part| format!("{inner}{part}"))
            .collect::<Vec<_>>()
            .join(",\n");
        let comma = if self.last_comma { "," } else { "" };
        format!("{open}\n{lines}{comma}\n{outer}{close}")
    }
}

/// A string literal that JSON, Python and JavaScript all read alike. What cannot be seen is escaped: a reader must be able
/// to trust what he is about to paste.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if is_unseen(c) => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Control characters, line separators, marks that turn the direction of text, and zero-width spaces. Joiners stay: many
/// scripts and emoji need them.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_default_goes_before_an_example() {
        let parameter = |has_default: bool| {
            json!({"type": {"type": "integer"}, "example_input": 9,
                   "parameter_has_default": has_default, "parameter_default": 4})
        };
        assert_eq!(shown(&parameter(true)), json!(4));
        assert_eq!(shown(&parameter(false)), json!(9));
    }

    #[test]
    fn an_example_of_the_wrong_type_is_replaced() {
        let point = json!({"type": "object", "required": ["x"],
            "properties": {"x": {"type": "number"}, "y": {"type": "number"}}});
        for (schema, example, expected) in [
            (json!({"type": "integer"}), json!("..."), json!(1)),
            (
                json!({"type": "integer", "minimum": 5}),
                json!(null),
                json!(5),
            ),
            (
                json!({"type": "number", "maximum": -2}),
                json!(null),
                json!(-2),
            ),
            (
                json!({"type": "array", "items": {"type": "string"}}),
                json!("..."),
                json!(["Hello"]),
            ),
            (
                json!({"oneOf": [{"type": "null"}, {"type": "boolean"}]}),
                json!("..."),
                json!(true),
            ),
            (
                json!({"type": "string", "default": "told"}),
                json!(3),
                json!("told"),
            ),
            (point, json!([]), json!({"x": 1})),
        ] {
            let parameter = json!({"type": schema, "example_input": example});
            assert_eq!(shown(&parameter), expected, "for {parameter}");
        }
    }

    #[test]
    fn what_cannot_be_seen_is_escaped() {
        assert_eq!(
            quoted("a\"b\\c\nd\te\u{1}f\u{202e}g\u{7f}"),
            r#""a\"b\\c\nd\te\u0001f\u202eg\u007f""#
        );
        assert_eq!(
            quoted("naïve 日本 👩\u{200d}🚀 it's $HOME"),
            "\"naïve 日本 👩\u{200d}🚀 it's $HOME\""
        );
    }

    #[test]
    fn a_file_is_fetched_from_where_it_says() {
        assert_eq!(
            file_url(&file("https://a.example/x.png"), "http://h/"),
            "https://a.example/x.png"
        );
        assert_eq!(
            file_url(&file("/tmp/x.png"), "http://h/app/"),
            "http://h/app/gradio_api/file=/tmp/x.png"
        );
    }
}
