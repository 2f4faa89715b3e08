//! What a Python programmer calls the type of a JSON Schema: `str`, `list[float]`, `Literal['a', 'b']`.

use serde_json::Value;

use super::snippets::schema::{Kind, Schema};

/// The text of `python_type.type` in `/info`. Clients print it and never parse it.
pub(crate) fn python_type(schema: &Value) -> String {
    name(&Schema::new(schema))
}

fn name(schema: &Schema) -> String {
    match schema.kind() {
        Kind::Null => "None".into(),
        Kind::Bool => "bool".into(),
        Kind::Integer => "int".into(),
        Kind::Number => "float".into(),
        Kind::Text => "str".into(),
        Kind::Const(value) => format!("Literal[{}]", bare(value)),
        Kind::Enum(values) => format!(
            "Literal[{}]",
            join(values.iter().map(|v| format!("'{}'", bare(v))), ", ")
        ),
        Kind::List(None) => "list[Any]".into(),
        Kind::List(Some(item)) => format!("list[{}]", name(&item)),
        Kind::Tuple(items) => format!("tuple[{}]", join(items.iter().map(name), ", ")),
        Kind::File => "filepath".into(),
        Kind::Object | Kind::Image => dict(schema),
        Kind::OneOf(choices) => join(choices.iter().map(name), " | "),
        Kind::AllOf(parts) => join(parts.iter().map(name), " and "),
        Kind::Any if says_json(schema) => "str | float | bool | list | dict".into(),
        Kind::Any => "Any".into(),
    }
}

fn dict(schema: &Schema) -> String {
    let properties = schema.properties().map(|(key, inner)| {
        let note = inner.note().filter(|text| !text.is_empty());
        let note = note.map(|text| format!(" ({text})")).unwrap_or_default();
        format!("{key}: {}{note}", name(&inner))
    });
    let others = schema
        .additional()
        .map(|inner| format!("str, {}", name(&inner)));
    format!("dict({})", join(properties.chain(others), ", "))
}

/// An untyped schema is `Any`, unless its description promises JSON.
fn says_json(schema: &Schema) -> bool {
    schema
        .text("description")
        .is_some_and(|text| text.contains("json"))
}

/// A string without its quotes, anything else as JSON.
fn bare(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

fn join(parts: impl Iterator<Item = String>, between: &str) -> String {
    parts.collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(schema: &Value, expected: &str) {
        assert_eq!(python_type(schema), expected, "for {schema}");
    }

    /// The parts of a file that its readers look at.
    fn file(title: &str) -> Value {
        let path = json!({"anyOf": [{"type": "string"}, {"type": "null"}], "description": "Path to a local file"});
        let meta = json!({"additionalProperties": true, "type": "object"});
        json!({"type": "object", "title": title, "properties": {"path": path, "meta": meta}})
    }

    #[test]
    fn plain_types() {
        check(&json!({"type": "string"}), "str");
        check(
            &json!({"type": "number", "description": "numeric value between 0 and 10"}),
            "float",
        );
        check(&json!({"type": "integer"}), "int");
        check(&json!({"type": "boolean"}), "bool");
        check(
            &json!({"type": "array", "items": {"type": "string"}}),
            "list[str]",
        );
        check(&json!({"type": "array"}), "list[Any]");
        check(&json!({}), "Any");
        check(&json!(true), "Any");
        check(
            &json!({"type": {}, "description": "any valid json"}),
            "str | float | bool | list | dict",
        );
    }

    #[test]
    fn choices() {
        check(
            &json!({"type": "string", "title": "Radio", "enum": ["a", "b"]}),
            "Literal['a', 'b']",
        );
        check(
            &json!({"type": "string", "enum": [1, 2]}),
            "Literal['1', '2']",
        );
        check(
            &json!({"enum": ["fast", "slow"]}),
            "Literal['fast', 'slow']",
        );
        check(
            &json!({"type": "array", "items": {"type": "string", "enum": ["m1", "m2"]}}),
            "list[Literal['m1', 'm2']]",
        );
        check(&json!({"type": "string", "const": "text"}), "Literal[text]");
    }

    #[test]
    fn options_and_unions() {
        check(
            &json!({"oneOf": [{"type": "null"}, {"type": "array", "items": {"type": "string"}}]}),
            "None | list[str]",
        );
        check(&json!({"type": ["string", "null"]}), "str | None");
        check(
            &json!({"allOf": [{"type": "string"}, {"type": "integer"}]}),
            "str and int",
        );
    }

    #[test]
    fn objects_and_tuples() {
        check(
            &json!({"type": "object", "additionalProperties": {"type": "integer"}}),
            "dict(str, int)",
        );
        check(
            &json!({"type": "object", "additionalProperties": true}),
            "dict(str, Any)",
        );
        check(
            &json!({"type": "object", "additionalProperties": false, "properties": {"a": {"type": "null"}}}),
            "dict(a: None)",
        );
        let pair = json!({"type": "array", "prefixItems": [{"type": "string"}, {"type": "number"}], "minItems": 2});
        check(&pair, "tuple[str, float]");
        check(
            &json!({"type": "array", "items": {"prefixItems": [{"type": "string"}]}}),
            "tuple[str]",
        );
    }

    #[test]
    fn files_are_paths_and_pictures_are_spelt_out() {
        check(&file("FileData"), "filepath");
        check(
            &file("ImageData"),
            "dict(path: str | None (Path to a local file), meta: dict(str, Any))",
        );
        let listed = json!({"$defs": {"FileData": file("FileData")}, "type": "array", "items": {"$ref": "#/$defs/FileData"}});
        check(&listed, "list[filepath]");
    }

    #[test]
    fn a_note_is_what_the_place_says_not_what_it_refers_to() {
        let schema = json!({
            "$defs": {"Name": {"type": "string", "description": "of anything"}},
            "type": "object",
            "properties": {
                "a": {"$ref": "#/$defs/Name"},
                "b": {"$ref": "#/$defs/Name", "description": "of the dog"},
            },
        });
        check(&schema, "dict(a: str, b: str (of the dog))");
    }

    #[test]
    fn a_type_that_contains_itself_ends() {
        let tree = json!({
            "$ref": "#/$defs/Tree",
            "$defs": {"Tree": {"type": "object", "properties": {"left": {"$ref": "#/$defs/Tree"}, "size": {"type": "integer"}}}},
        });
        check(&tree, "dict(left: Any, size: int)");
    }
}
