//! The Rust type for values of a JSON Schema, as a person would write it.

use serde_json::Value;

/// The type of the values that `schema` describes.
pub(super) fn of(schema: &Value) -> String {
    if is_file_schema(schema) {
        return "RemoteFile".into();
    }
    for key in ["anyOf", "oneOf"] {
        if let Some(ways) = schema[key].as_array() {
            return one_of(ways);
        }
    }
    match schema["type"].as_str() {
        Some("string") => "String".into(),
        Some("number") => "f64".into(),
        Some("integer") => "i64".into(),
        Some("boolean") => "bool".into(),
        Some("null") => "()".into(),
        Some("array") => list(schema),
        Some("object") => match schema.get("additionalProperties") {
            Some(values) if values.is_object() => format!("HashMap<String, {}>", of(values)),
            _ => "Value".into(),
        },
        // An enumeration of texts has no type in what the first line tells.
        _ if schema["enum"]
            .as_array()
            .is_some_and(|all| all.iter().all(Value::is_string)) =>
        {
            "String".into()
        }
        _ => "Value".into(),
    }
}

fn list(schema: &Value) -> String {
    if let Some(places) = schema["prefixItems"].as_array() {
        let places: Vec<_> = places.iter().map(of).collect();
        return format!("({})", places.join(", "));
    }
    match schema.get("items") {
        Some(items) if items.is_object() => format!("Vec<{}>", of(items)),
        _ => "Vec<Value>".into(),
    }
}

/// One way and nothing beside it is an option; more are whatever comes.
fn one_of(ways: &[Value]) -> String {
    let some: Vec<_> = ways.iter().filter(|way| way["type"] != "null").collect();
    match some.as_slice() {
        [only] if ways.len() > 1 => format!("Option<{}>", of(only)),
        [only] => of(only),
        _ => "Value".into(),
    }
}

fn is_file_schema(schema: &Value) -> bool {
    let is_named = |text: &Value| {
        let name = text.as_str().and_then(|text| text.rsplit('/').next());
        matches!(name, Some("FileData" | "ImageData"))
    };
    let has = |key: &str| schema["properties"].get(key).is_some();
    is_named(&schema["$ref"]) || is_named(&schema["title"]) || (has("path") && has("meta"))
}

/// What else there is to say of a value: choices, label, component.
pub(super) fn words(schema: &Value, label: &str, component: &str) -> String {
    let choices = schema["enum"]
        .as_array()
        .or_else(|| schema["items"]["enum"].as_array());
    let choices = choices.map(|all| {
        let all: Vec<_> = all.iter().map(ToString::to_string).collect();
        format!(", one of {}", all.join(", "))
    });
    let shown = match component {
        // A function that no page shows.
        "" | "Api" => String::new(),
        component if label.is_empty() => format!(" · {component}"),
        component => format!(" · {component} “{label}”"),
    };
    format!("{}{shown}", choices.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn schemas_read_as_types() {
        let file = json!({"title": "FileData", "type": "object", "properties": {}});
        for (schema, expected) in [
            (json!({"type": "string"}), "String"),
            (
                json!({"type": "array", "items": {"type": "number"}}),
                "Vec<f64>",
            ),
            (
                json!({"anyOf": [{"type": "null"}, {"type": "integer"}]}),
                "Option<i64>",
            ),
            (json!({"enum": ["a", "b"]}), "String"),
            (
                json!({"type": "object", "additionalProperties": {"type": "boolean"}}),
                "HashMap<String, bool>",
            ),
            (
                json!({"type": "array", "prefixItems": [{"type": "string"}, {"type": "number"}]}),
                "(String, f64)",
            ),
            (
                json!({"type": "array", "items": {"$ref": "#/$defs/FileData"}}),
                "Vec<RemoteFile>",
            ),
            (json!({"type": {}}), "Value"),
            (file, "RemoteFile"),
        ] {
            assert_eq!(of(&schema), expected, "{schema}");
        }
    }
}
