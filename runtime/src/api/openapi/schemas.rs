//! The schemas of a document, each under one name.

use serde_json::{Map, Value, json};

use crate::ErrorCode;

/// Stands in front of the name of a schema.
const PLACE: &str = "#/components/schemas/";

/// A schema that is described elsewhere in the document.
pub(super) fn reference(name: &str) -> Value {
    json!({"$ref": format!("{PLACE}{name}")})
}

/// All schemas that others point to.
#[derive(Debug, Default)]
pub(super) struct Schemas(Map<String, Value>);

impl Schemas {
    /// Adds a schema and gives what points to it.
    pub(super) fn add(&mut self, name: &str, schema: Value) -> Value {
        self.0.insert(name.to_owned(), schema);
        reference(name)
    }

    /// A component's schema of its value, whose own definitions become the document's. Two that go
    /// by one name and differ are told apart by the `endpoint`.
    pub(super) fn own(&mut self, endpoint: &str, mut schema: Value) -> Value {
        // Clients know any JSON by a type that is no type.
        if schema["type"].as_object().is_some_and(Map::is_empty) {
            schema.as_object_mut().map(|object| object.remove("type"));
        }
        plain_choices(&mut schema);
        let parts = schema
            .as_object_mut()
            .and_then(|object| object.remove("$defs"));
        let Some(Value::Object(parts)) = parts else {
            return schema;
        };
        let names: Vec<(String, String)> = parts
            .iter()
            .map(|(name, part)| (name.clone(), self.name_for(endpoint, name, part)))
            .collect();
        for ((_, name), (_, mut part)) in names.iter().zip(parts) {
            redirect(&mut part, &names);
            self.0.insert(name.clone(), part);
        }
        redirect(&mut schema, &names);
        schema
    }

    fn name_for(&self, endpoint: &str, name: &str, part: &Value) -> String {
        let same = |known: &Value| without_references(known) == without_references(part);
        match self.0.get(name) {
            Some(known) if !same(known) => format!("{endpoint}_{name}"),
            _ => name.to_owned(),
        }
    }

    /// A value of a result, or that there is none.
    pub(super) fn result(&mut self, endpoint: &str, schema: Value, updates: bool) -> Value {
        let mut options = vec![self.own(endpoint, schema), json!({"type": "null"})];
        if updates {
            options.push(reference("Update"));
        }
        json!({"anyOf": options})
    }

    /// All of them, with those that every app has.
    pub(super) fn finish(mut self) -> Value {
        for (name, schema) in common() {
            self.0.insert(name.to_owned(), schema);
        }
        self.0.into()
    }
}

/// Choices are told to clients as texts, whatever they are: then the list says it all.
fn plain_choices(schema: &mut Value) {
    let other = |choices: &Vec<Value>| choices.iter().any(|choice| !choice.is_string());
    if schema["type"] == "string" && schema["enum"].as_array().is_some_and(other) {
        schema.as_object_mut().map(|object| object.remove("type"));
    }
    match schema {
        Value::Object(object) => object.values_mut().for_each(plain_choices),
        Value::Array(items) => items.iter_mut().for_each(plain_choices),
        _ => {}
    }
}

/// Lets references point to where their schemas are now.
fn redirect(schema: &mut Value, names: &[(String, String)]) {
    match schema {
        Value::Object(object) => {
            if let Some(Value::String(target)) = object.get_mut("$ref") {
                let own = target.strip_prefix("#/$defs/");
                let now = own.and_then(|own| names.iter().find(|(name, _)| name == own));
                if let Some((_, now)) = now {
                    *target = format!("{PLACE}{now}");
                }
            }
            object.values_mut().for_each(|inner| redirect(inner, names));
        }
        Value::Array(items) => items.iter_mut().for_each(|inner| redirect(inner, names)),
        _ => {}
    }
}

/// The text of a schema in which it does not matter where its parts are.
fn without_references(schema: &Value) -> String {
    schema
        .to_string()
        .replace(PLACE, "")
        .replace("#/$defs/", "")
}

/// What programs are told of an error.
fn error() -> Value {
    let words = ErrorCode::ALL.iter().map(|code| code.as_str());
    let words = words.collect::<Vec<_>>().join(", ");
    json!({
        "type": "object",
        "description": "What programs act on: the same value wherever an error is told.",
        "properties": {
            "code": {
                "type": "string",
                "description": format!("A stable word: {words}, or one of the function's own."),
            },
            "message": {"type": "string"},
            "field": {"type": ["string", "null"], "description": "The parameter that is to blame."},
            "retry": {"type": "boolean", "description": "Whether the same call may go well later."},
        },
        "required": ["code", "message", "field", "retry"],
    })
}

fn common() -> [(&'static str, Value); 6] {
    let text = |what: &str| json!({"type": "string", "description": what});
    let refused = json!({
        "type": "object",
        "properties": {
            "type": text("What kind of mistake it is."),
            "loc": {"type": "array", "items": {"type": ["string", "integer"]}, "description": "Where it is."},
            "msg": text("What is wrong, with the name of the parameter."),
            "message": text("What is wrong."),
            "parameter_name": {"type": ["string", "null"]},
        },
        "required": ["msg"],
    });
    [
        (
            "Detail",
            json!({
                "type": "object",
                "properties": {
                    "detail": text("What is wrong, and how to mend it."),
                    "failure": reference("Error"),
                },
                "required": ["detail"],
            }),
        ),
        ("Error", error()),
        (
            "Failure",
            json!({
                "type": "object",
                "properties": {
                    "error": {"type": ["string", "null"], "description": "What went wrong; null where it is kept from callers."},
                    "title": {"type": ["string", "null"]},
                    "visible": {"type": "boolean"},
                    "duration": {"type": ["number", "null"], "description": "For how many seconds to show it."},
                    "failure": reference("Error"),
                },
                "required": ["error"],
            }),
        ),
        (
            "Queued",
            json!({
                "type": "object",
                "properties": {"event_id": text("The id of the call.")},
                "required": ["event_id"],
            }),
        ),
        (
            "Refused",
            json!({
                "type": "object",
                "properties": {
                    "detail": {"type": "array", "items": refused},
                    "failure": reference("Error"),
                },
                "required": ["detail"],
            }),
        ),
        (
            "Update",
            json!({
                "type": "object",
                "description": "What becomes of a part of the page, in place of a value: its props by their names.",
                "properties": {"__type__": {"const": "update"}},
                "required": ["__type__"],
            }),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn definitions_move_and_references_follow() {
        let mut schemas = Schemas::default();
        let list = json!({
            "$defs": {
                "Pair": {"properties": {"left": {"$ref": "#/$defs/Side"}}},
                "Side": {"type": "string"},
            },
            "items": {"$ref": "#/$defs/Pair"},
        });
        let own = schemas.own("one", list.clone());
        assert_eq!(own, json!({"items": {"$ref": "#/components/schemas/Pair"}}));
        assert_eq!(schemas.own("two", list), own);
        let all = schemas.finish();
        assert_eq!(all["Pair"]["properties"]["left"], reference("Side"));
    }

    #[test]
    fn two_of_one_name_are_told_apart() {
        let mut schemas = Schemas::default();
        let own = |kind: &str| json!({"$defs": {"Item": {"type": kind}}, "$ref": "#/$defs/Item"});
        assert_eq!(schemas.own("one", own("string")), reference("Item"));
        assert_eq!(schemas.own("two", own("number")), reference("two_Item"));
    }
}
