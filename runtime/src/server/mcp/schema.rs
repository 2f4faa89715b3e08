//! Schemas as programs that speak MCP read them: each in one piece, files as addresses.

use serde_json::{Map, Value, json};

/// What stands in for a file among the arguments.
const ADDRESS: &str = "Gradio File Input - a http or https url to a file";
/// Deeper than this a schema refers to itself.
const DEEPEST: u32 = 6;

/// `schema` with what it refers to in its place.
pub(super) fn whole(schema: &Value) -> Value {
    inlined(schema, &schema["$defs"], 0)
}

fn inlined(schema: &Value, parts: &Value, depth: u32) -> Value {
    let object = match schema {
        Value::Object(object) => object,
        Value::Array(items) => {
            return items.iter().map(|it| inlined(it, parts, depth)).collect();
        }
        other => return other.clone(),
    };
    let target = object.get("$ref").and_then(Value::as_str);
    let part = target.and_then(|target| parts.get(target.strip_prefix("#/$defs/")?));
    let mut whole = match part {
        Some(_) if depth > DEEPEST => Map::new(),
        Some(part) => match inlined(part, parts, depth + 1) {
            Value::Object(part) => part,
            _ => Map::new(),
        },
        None => Map::new(),
    };
    let own = object
        .iter()
        .filter(|(key, _)| !matches!(key.as_str(), "$defs" | "$ref"));
    whole.extend(own.map(|(key, value)| (key.clone(), inlined(value, parts, depth))));
    // Clients of the API know any JSON by a type that is no type, and choices as texts.
    let untyped = whole.get("type").is_some_and(Value::is_object);
    let other = |choices: &Value| {
        choices
            .as_array()
            .is_some_and(|all| !all.iter().all(Value::is_string))
    };
    if untyped || whole.get("enum").is_some_and(other) {
        whole.remove("type");
    }
    whole.into()
}

/// Whether a schema in one piece is that of a file.
pub(super) fn is_file(schema: &Value) -> bool {
    let properties = &schema["properties"];
    ["path", "orig_name", "meta"]
        .iter()
        .all(|key| properties[key].is_object())
}

/// A schema in one piece, with an address in place of every file; tells whether there was any.
pub(super) fn with_addresses(schema: &Value) -> (Value, bool) {
    if is_file(schema) {
        let mut address = json!({"type": "string", "format": ADDRESS});
        for key in ["title", "description"] {
            if let Some(text) = schema.get(key) {
                address[key] = text.clone();
            }
        }
        return (address, true);
    }
    let mut any = false;
    let mut inner = |value: &Value| {
        let (value, found) = with_addresses(value);
        any |= found;
        value
    };
    let mapped = match schema {
        Value::Object(object) => object
            .iter()
            .map(|(key, value)| (key.clone(), inner(value)))
            .collect(),
        Value::Array(items) => items.iter().map(inner).collect(),
        other => other.clone(),
    };
    (mapped, any)
}

/// A result, or that there is none, or what becomes of the component in its place.
pub(super) fn result(schema: &Value, updates: bool) -> Value {
    let mut options = vec![whole(schema), json!({"type": "null"})];
    if updates {
        options.push(json!({
            "type": "object",
            "properties": {"__type__": {"const": "update"}},
            "required": ["__type__"],
        }));
    }
    json!({"anyOf": options})
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_at_any_depth_are_addresses() {
        let schema = json!({
            "$defs": {
                "Mark": {"type": "object"},
                "File": {"properties": {
                    "path": {"type": "string"}, "orig_name": {"type": "string"}, "meta": {"$ref": "#/$defs/Mark"},
                }},
            },
            "type": "array",
            "items": {"anyOf": [{"$ref": "#/$defs/File", "description": "A picture."}, {"type": "null"}]},
        });
        let (addresses, any) = with_addresses(&whole(&schema));
        assert!(any);
        assert_eq!(
            addresses,
            json!({"type": "array", "items": {"anyOf": [
                {"type": "string", "format": ADDRESS, "description": "A picture."}, {"type": "null"},
            ]}})
        );
    }

    #[test]
    fn what_refers_to_itself_comes_to_an_end() {
        let tree = json!({"$ref": "#/$defs/Tree", "$defs": {
            "Tree": {"type": "object", "properties": {"left": {"$ref": "#/$defs/Tree"}}},
        }});
        let whole = whole(&tree).to_string();
        assert!(!whole.contains("$ref"), "{whole}");
    }

    #[test]
    fn any_json_has_no_type() {
        assert_eq!(
            whole(&json!({"type": {}, "description": "x"})),
            json!({"description": "x"})
        );
        assert_eq!(
            whole(&json!({"type": "string", "enum": [1, "a"]})),
            json!({"enum": [1, "a"]})
        );
    }
}
