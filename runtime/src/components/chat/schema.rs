//! What clients are told about a conversation.

use serde_json::{Value, json};

use super::ChatFormat;
use crate::file::schema;

pub(super) fn of(format: ChatFormat) -> Value {
    let mut shape = match format {
        ChatFormat::Messages => json!({
            "items": {"$ref": "#/$defs/Message"},
            "title": "ChatbotDataMessages",
            "type": "array",
        }),
        ChatFormat::Tuples => {
            let side = json!({"anyOf": [
                {"type": "string"},
                {"$ref": "#/$defs/FileMessage"},
                {"$ref": "#/$defs/ComponentMessage"},
                {"type": "null"},
            ]});
            json!({
                "items": {"maxItems": 2, "minItems": 2, "prefixItems": [side, side], "type": "array"},
                "title": "ChatbotDataTuples",
                "type": "array",
            })
        }
    };
    let mut parts = json!({
        "ComponentMessage": component(),
        "FileData": schema::file(),
        "FileDataMeta": schema::mark(),
        "FileMessage": {
            "properties": {"file": {"$ref": "#/$defs/FileData"}, "alt_text": schema::optional("Alt Text", "string")},
            "required": ["file"],
            "title": "FileMessage",
            "type": "object",
        },
    });
    if format == ChatFormat::Messages {
        parts["Message"] = message();
        parts["MetadataDict"] = metadata();
        parts["OptionDict"] = json!({
            "properties": {
                "value": {"title": "Value", "type": "string"},
                "label": {"title": "Label", "type": "string"},
            },
            "required": ["value"],
            "title": "OptionDict",
            "type": "object",
        });
    }
    shape["$defs"] = parts;
    shape
}

fn component() -> Value {
    json!({
        "properties": {
            "component": {"title": "Component", "type": "string"},
            "value": {"title": "Value"},
            "constructor_args": {"additionalProperties": true, "title": "Constructor Args", "type": "object"},
            "props": {"additionalProperties": true, "title": "Props", "type": "object"},
        },
        "required": ["component", "value", "constructor_args", "props"],
        "title": "ComponentMessage",
        "type": "object",
    })
}

fn message() -> Value {
    json!({
        "properties": {
            "role": {"title": "Role", "type": "string"},
            "metadata": {"anyOf": [{"$ref": "#/$defs/MetadataDict"}, {"type": "null"}], "default": null},
            "content": {
                "anyOf": [
                    {"type": "string"},
                    {"$ref": "#/$defs/FileMessage"},
                    {"$ref": "#/$defs/ComponentMessage"},
                ],
                "title": "Content",
            },
            "options": {
                "anyOf": [{"items": {"$ref": "#/$defs/OptionDict"}, "type": "array"}, {"type": "null"}],
                "default": null,
                "title": "Options",
            },
        },
        "required": ["role", "content"],
        "title": "Message",
        "type": "object",
    })
}

fn metadata() -> Value {
    let id = |title| json!({"anyOf": [{"type": "integer"}, {"type": "string"}], "title": title});
    json!({
        "properties": {
            "title": {"title": "Title", "type": "string"},
            "id": id("Id"),
            "parent_id": id("Parent Id"),
            "log": {"title": "Log", "type": "string"},
            "duration": {"title": "Duration", "type": "number"},
            "status": {"enum": ["pending", "done"], "title": "Status", "type": "string"},
        },
        "title": "MetadataDict",
        "type": "object",
    })
}
