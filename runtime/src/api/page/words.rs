//! A JSON Schema in words that fit a table cell: `integer, 1 to 10`, `"English" | "Italian"`, `list of string`.

use serde_json::Value;

use crate::api::snippets::schema::{Kind, Schema};
use crate::api::snippets::value::quoted;

/// More choices than this are counted instead of listed.
const LISTED: usize = 12;

pub(super) fn words(schema: &Schema) -> String {
    match schema.kind() {
        Kind::Any => "any JSON".into(),
        Kind::Null => "null".into(),
        Kind::Bool => "boolean".into(),
        Kind::Integer => with("integer", range(schema)),
        Kind::Number => with("number", range(schema)),
        Kind::Text => with("string", text_limits(schema)),
        Kind::Const(value) => json(value),
        Kind::Enum(values) => choices(values),
        Kind::List(None) => with("list", count(schema)),
        Kind::List(Some(item)) => with(&format!("list of {}", grouped(&item)), count(schema)),
        Kind::Tuple(items) => format!(
            "[{}]",
            items.iter().map(words).collect::<Vec<_>>().join(", ")
        ),
        Kind::File => "file".into(),
        Kind::Image => "picture".into(),
        Kind::Object => object(schema),
        Kind::OneOf(all) => all.iter().map(words).collect::<Vec<_>>().join(" | "),
        Kind::AllOf(all) => all.iter().map(grouped).collect::<Vec<_>>().join(" & "),
    }
}

/// In brackets where it would otherwise run into what stands before it.
fn grouped(schema: &Schema) -> String {
    let text = words(schema);
    if matches!(schema.kind(), Kind::OneOf(_) | Kind::Enum(_))
        || text.contains(", ") && !text.starts_with(['{', '['])
    {
        format!("({text})")
    } else {
        text
    }
}

fn with(noun: &str, limits: Option<String>) -> String {
    limits.map_or_else(|| noun.to_owned(), |limits| format!("{noun}, {limits}"))
}

fn range(schema: &Schema) -> Option<String> {
    let bound = |key| schema.number(key).map(|n| n.to_string());
    let (least, most) = schema.bounds();
    let (above, below) = (bound("exclusiveMinimum"), bound("exclusiveMaximum"));
    let mut parts = match (least, most) {
        (Some(least), Some(most)) => vec![format!("{least} to {most}")],
        (least, most) => vec![
            least.map(|n| format!("at least {n}")).unwrap_or_default(),
            most.map(|n| format!("at most {n}")).unwrap_or_default(),
        ],
    };
    parts.extend(above.map(|n| format!("more than {n}")));
    parts.extend(below.map(|n| format!("less than {n}")));
    parts.extend(bound("multipleOf").map(|n| format!("in steps of {n}")));
    parts.retain(|part| !part.is_empty());
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn text_limits(schema: &Schema) -> Option<String> {
    let length =
        between(schema, "minLength", "maxLength").map(|range| format!("{range} characters"));
    let format = schema.text("format").map(str::to_owned);
    let pattern = schema
        .text("pattern")
        .map(|pattern| format!("matching {pattern}"));
    let parts: Vec<String> = [format, length, pattern].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn count(schema: &Schema) -> Option<String> {
    between(schema, "minItems", "maxItems").map(|range| format!("{range} items"))
}

fn between(schema: &Schema, least: &str, most: &str) -> Option<String> {
    let least = schema
        .number(least)
        .map(|n| n.to_string())
        .filter(|n| n != "0");
    match (least, schema.number(most)) {
        (Some(least), Some(most)) => Some(format!("{least} to {most}")),
        (Some(least), None) => Some(format!("at least {least}")),
        (None, Some(most)) => Some(format!("up to {most}")),
        (None, None) => None,
    }
}

fn choices(values: &[Value]) -> String {
    let listed: Vec<String> = values.iter().take(LISTED).map(json).collect();
    let more = values.len().saturating_sub(LISTED);
    let rest = if more == 0 {
        String::new()
    } else {
        format!(" | … {more} more")
    };
    format!("{}{rest}", listed.join(" | "))
}

fn object(schema: &Schema) -> String {
    let mut parts: Vec<String> = schema
        .properties()
        .map(|(name, _)| {
            if schema.get("required").is_none() || schema.requires(name) {
                name.to_owned()
            } else {
                format!("{name}?")
            }
        })
        .collect();
    match (parts.is_empty(), schema.additional()) {
        (true, Some(other)) => format!("map of string to {}", grouped(&other)),
        (true, None) => "object".into(),
        (false, other) => {
            parts.extend(other.map(|_| "…".to_owned()));
            format!("{{{}}}", parts.join(", "))
        }
    }
}

pub(super) fn json(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), quoted)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(schema: &Value, expected: &str) {
        assert_eq!(words(&Schema::new(schema)), expected, "for {schema}");
    }

    #[test]
    fn numbers_say_their_range() {
        check(
            &json!({"type": "number", "description": "numeric value between 0.5 and 10"}),
            "number, 0.5 to 10",
        );
        check(
            &json!({"type": "number", "description": "numeric value between you and me"}),
            "number",
        );
        check(
            &json!({"type": "integer", "minimum": 1, "maximum": 10}),
            "integer, 1 to 10",
        );
        check(
            &json!({"type": "integer", "format": "uint64", "minimum": 0}),
            "integer, at least 0",
        );
        check(
            &json!({"type": "number", "maximum": 0.5, "multipleOf": 0.1}),
            "number, at most 0.5, in steps of 0.1",
        );
        check(
            &json!({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1}),
            "number, more than 0, less than 1",
        );
    }

    #[test]
    fn texts_and_choices() {
        check(
            &json!({"type": "string", "minLength": 1, "maxLength": 20}),
            "string, 1 to 20 characters",
        );
        check(
            &json!({"type": "string", "format": "date-time"}),
            "string, date-time",
        );
        check(
            &json!({"type": "string", "enum": ["English", "Ladin"]}),
            "\"English\" | \"Ladin\"",
        );
        check(
            &json!({"enum": (0..15).collect::<Vec<_>>()}),
            "0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | … 3 more",
        );
    }

    #[test]
    fn lists_objects_and_unions() {
        check(
            &json!({"type": "array", "items": {"type": "string"}, "maxItems": 3}),
            "list of string, up to 3 items",
        );
        check(
            &json!({"type": "array", "items": {"enum": ["a", "b"]}}),
            "list of (\"a\" | \"b\")",
        );
        check(
            &json!({"type": "array", "items": {"type": "integer", "minimum": 0}}),
            "list of (integer, at least 0)",
        );
        check(
            &json!({"type": "array", "prefixItems": [{"type": "string"}, {"type": "number"}]}),
            "[string, number]",
        );
        check(&json!({"type": ["string", "null"]}), "string | null");
        check(
            &json!({"type": "object", "additionalProperties": {"type": "integer"}}),
            "map of string to integer",
        );
        check(
            &json!({"type": "object", "required": ["a"], "properties": {"a": {}, "b": {}}}),
            "{a, b?}",
        );
        check(
            &json!({"type": {}, "description": "any valid json"}),
            "any JSON",
        );
    }
}
