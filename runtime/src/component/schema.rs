//! JSON Schema: of a type, and an example of what one allows.

use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::{Map, Value, json};

use crate::file::FileTypes;

/// The schema of `T` with its parts in place, without the names of Rust types.
pub(crate) fn schema_of<T: JsonSchema + ?Sized>() -> Value {
    let generator = SchemaSettings::draft2020_12()
        .with(|settings| {
            settings.inline_subschemas = true;
            settings.meta_schema = None;
        })
        .into_generator();
    let mut schema = generator.into_root_schema_for::<T>().to_value();
    let is_file = is_file(&schema);
    if let Some(object) = schema.as_object_mut().filter(|_| !is_file) {
        object.remove("title");
        object.remove("$defs");
    }
    simplify(&mut schema);
    schema
}

/// Says the same in the words that all clients read: the Python ones give up on an app when they
/// meet a list of types, `true` or `false` for a schema, or a type that refers to itself.
fn simplify(schema: &mut Value) {
    if let Value::Bool(all) = schema {
        *schema = if *all { json!({}) } else { json!({"not": {}}) };
    }
    let is_file = is_file(schema);
    let Some(object) = schema.as_object_mut() else {
        return;
    };
    if object.contains_key("$ref") {
        object.remove("$ref");
    }
    // Clients know a file by its exact properties.
    for (key, value) in object.iter_mut().filter(|_| !is_file) {
        match (key.as_str(), value) {
            ("properties" | "patternProperties", Value::Object(schemas)) => {
                schemas.values_mut().for_each(simplify);
            }
            ("anyOf" | "oneOf" | "allOf" | "prefixItems", Value::Array(schemas)) => {
                schemas.iter_mut().for_each(simplify);
            }
            ("items" | "additionalProperties" | "not", schema) => simplify(schema),
            _ => {}
        }
    }
    // How wide a number is in Rust says nothing to a caller; its bounds are there.
    if matches!(
        object.get("type").and_then(Value::as_str),
        Some("integer" | "number")
    ) {
        object.remove("format");
    }
    let types = match object.get("type") {
        Some(Value::Array(types)) => types.clone(),
        _ if is_file => return,
        _ => return null_first(object),
    };
    // What describes the whole stays outside; the rest belongs to the type that is not null.
    let title = if is_file { "" } else { "title" };
    let outside = ["description", "default", "examples", title];
    let mut inside = object.clone();
    inside.retain(|key, _| key != "type" && !outside.contains(&key.as_str()));
    object.retain(|key, _| outside.contains(&key.as_str()));
    let option = |kind: &Value| {
        let mut option = json!({"type": kind});
        if kind != "null" {
            option
                .as_object_mut()
                .into_iter()
                .for_each(|it| it.extend(inside.clone()));
        }
        option
    };
    object.insert("anyOf".into(), types.iter().map(option).collect());
    null_first(object);
}

/// Whether a schema is that of a [`FileData`].
fn is_file(schema: &Value) -> bool {
    schema["properties"]["meta"]["properties"]["_type"]["const"] == "gradio.FileData"
}

/// An option is written as the clients write it: nothing, or the type.
fn null_first(object: &mut Map<String, Value>) {
    let is_null = |option: &Value| option["type"] == "null";
    let Some(Value::Array(mut options)) = object.remove("anyOf") else {
        return;
    };
    if options.len() == 2 && options.iter().any(is_null) {
        options.sort_by_key(|option| !is_null(option));
        object.insert("oneOf".into(), options.into());
    } else {
        object.insert("anyOf".into(), options.into());
    }
}

/// A value that `schema` allows.
pub(crate) fn sample(schema: &Value) -> Value {
    sample_in(schema, schema, 0)
}

/// Deeper than this a schema refers to itself; an example need not.
const DEEPEST: u32 = 8;

fn sample_in(root: &Value, schema: &Value, depth: u32) -> Value {
    if depth > DEEPEST {
        return Value::Null;
    }
    if is_file(schema) {
        return FileTypes::default().sample();
    }
    let inner = |schema: &Value| sample_in(root, schema, depth + 1);
    let given = [
        &schema["examples"][0],
        &schema["default"],
        &schema["const"],
        &schema["enum"][0],
    ];
    if let Some(value) = given.into_iter().find(|value| !value.is_null()) {
        return value.clone();
    }
    if let Some(target) = schema["$ref"]
        .as_str()
        .and_then(|path| path.strip_prefix('#'))
    {
        return root.pointer(target).map_or(Value::Null, inner);
    }
    for several in ["anyOf", "oneOf", "allOf"] {
        if let Some(options) = schema[several].as_array() {
            let real = options.iter().find(|option| option["type"] != "null");
            return real.map_or(Value::Null, inner);
        }
    }
    match schema["type"].as_str() {
        Some("string") => json!(text(schema)),
        Some("boolean") => json!(true),
        Some("integer" | "number") => number(schema),
        Some("array") => match schema["prefixItems"].as_array() {
            Some(parts) => parts.iter().map(inner).collect(),
            None => json!([inner(&schema["items"])]),
        },
        Some("object") => {
            let no_properties = Map::new();
            let properties = schema["properties"].as_object().unwrap_or(&no_properties);
            properties
                .iter()
                .map(|(name, property)| (name.clone(), inner(property)))
                .collect()
        }
        _ => Value::Null,
    }
}

fn text(schema: &Value) -> &'static str {
    match schema["format"].as_str() {
        Some("date-time") => "2020-10-01T05:20:15Z",
        Some("date") => "2020-10-01",
        Some("time") => "05:20:15",
        Some("uuid") => "67e55044-10b1-426f-9247-bb680e5fe0c8",
        Some("ip" | "ipv4") => "127.0.0.1",
        Some("ipv6") => "::1",
        Some("uri") => "https://example.com",
        _ if schema["maxLength"] == 1 => "x",
        _ => "Hello!!",
    }
}

fn number(schema: &Value) -> Value {
    let usual = json!(3);
    let beyond = |bound: &Value, side: fn(&f64, &f64) -> bool| {
        bound.as_f64().is_some_and(|bound| side(&3.0, &bound))
    };
    if beyond(&schema["minimum"], f64::lt) {
        schema["minimum"].clone()
    } else if beyond(&schema["maximum"], f64::gt) {
        schema["maximum"].clone()
    } else {
        usual
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Serialize, de::DeserializeOwned};

    use super::*;
    use crate::file::FileData;

    #[derive(Debug, Serialize, Deserialize, JsonSchema)]
    struct Order {
        /// What is ordered.
        item: String,
        count: u8,
        note: Option<String>,
        size: Size,
        sizes: Vec<Size>,
        at: (f64, f64),
    }

    #[derive(Debug, Serialize, Deserialize, JsonSchema)]
    enum Size {
        Small,
        Large,
    }

    #[derive(Debug, Serialize, Deserialize, JsonSchema)]
    struct Tree {
        children: Vec<Tree>,
    }

    #[test]
    fn schemas_have_no_names_of_rust_types() {
        let schema = schema_of::<Order>();
        assert_eq!(
            schema["properties"]["item"],
            json!({"description": "What is ordered.", "type": "string"})
        );
        assert_eq!(
            schema["properties"]["size"],
            json!({"type": "string", "enum": ["Small", "Large"]})
        );
        assert_eq!(
            schema["required"],
            json!(["item", "count", "size", "sizes", "at"])
        );
        let text = schema.to_string();
        assert!(!text.contains("Order") && !text.contains('$'), "{text}");
        assert_eq!(schema_of::<String>(), json!({"type": "string"}));
    }

    #[test]
    fn samples_are_allowed_by_their_schema() {
        fn fits<T: JsonSchema + DeserializeOwned>() {
            let example = sample(&schema_of::<T>());
            serde_json::from_value::<T>(example.clone())
                .unwrap_or_else(|error| panic!("{example} does not fit: {error}"));
        }
        fits::<Order>();
        fits::<Size>();
        fits::<Option<u64>>();
        fits::<Vec<(String, bool)>>();
        fits::<BTreeMap<String, f32>>();
        fits::<char>();
        fits::<i8>();
        fits::<Result<u8, String>>();
        assert_eq!(sample(&json!({"type": "integer", "minimum": 7})), 7);
        assert_eq!(sample(&json!({"type": "integer", "maximum": 2})), 2);
    }

    #[test]
    fn schemas_are_in_words_that_all_clients_read() {
        assert_eq!(
            schema_of::<Option<Vec<String>>>(),
            json!({"oneOf": [{"type": "null"}, {"type": "array", "items": {"type": "string"}}]})
        );
        assert_eq!(schema_of::<Value>(), json!({}));
        assert_eq!(
            schema_of::<Vec<Value>>(),
            json!({"type": "array", "items": {}})
        );
        let tree = schema_of::<Tree>().to_string();
        assert!(!tree.contains("$ref") && !tree.contains("$defs"), "{tree}");
    }

    #[test]
    fn a_file_that_may_be_missing_is_nothing_or_a_file() {
        #[derive(JsonSchema)]
        struct Clip {
            #[allow(dead_code, reason = "only its schema matters")]
            subtitles: Option<FileData>,
        }
        let file = schema_of::<FileData>();
        let either = json!({"oneOf": [{"type": "null"}, file]});
        assert_eq!(schema_of::<Option<FileData>>(), either);
        assert_eq!(schema_of::<Clip>()["properties"]["subtitles"], either);
        assert!(is_file(&schema_of::<Vec<FileData>>()["items"]));
    }

    #[test]
    fn a_schema_that_refers_to_itself_has_a_sample() {
        assert!(sample(&schema_of::<Tree>())["children"].is_array());
    }
}
