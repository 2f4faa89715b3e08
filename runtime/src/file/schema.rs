//! The JSON Schemas that clients are told where data holds files.

use serde_json::{Value, json};

/// A file whose mark is described under `#/$defs/FileDataMeta`: see [`mark`].
pub(crate) fn file() -> Value {
    let mut schema = json!({
        "properties": {"path": {"title": "Path", "type": "string"}},
        "required": ["path"],
        "title": "FileData",
        "type": "object",
    });
    describe(&mut schema, json!({"$ref": "#/$defs/FileDataMeta"}));
    schema
}

/// What marks a file as one.
pub(crate) fn mark() -> Value {
    json!({
        "properties": {"_type": {"const": "gradio.FileData", "title": "Type", "type": "string"}},
        "required": ["_type"],
        "title": "FileDataMeta",
        "type": "object",
    })
}

/// A picture, which clients show as the path of a file.
pub(crate) fn picture() -> Value {
    let mark = json!({
        "additionalProperties": true,
        "default": {"_type": "gradio.FileData"},
        "title": "Meta",
        "type": "object",
    });
    let mut schema = json!({
        "properties": {"path": optional("Path", "string")},
        "title": "ImageData",
        "type": "object",
    });
    describe(&mut schema, mark);
    schema
}

/// What may be left out.
pub(crate) fn optional(title: &str, kind: &str) -> Value {
    json!({"anyOf": [{"type": kind}, {"type": "null"}], "default": null, "title": title})
}

/// Adds all that is known of a file beside its path.
fn describe(schema: &mut Value, mark: Value) {
    let properties = &mut schema["properties"];
    properties["url"] = optional("Url", "string");
    properties["size"] = optional("Size", "integer");
    properties["orig_name"] = optional("Orig Name", "string");
    properties["mime_type"] = optional("Mime Type", "string");
    properties["is_stream"] = json!({"default": false, "title": "Is Stream", "type": "boolean"});
    properties["meta"] = mark;
}
