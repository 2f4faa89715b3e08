//! Says in plain words how a value differs from what was expected.

use serde::de::DeserializeOwned;
use serde_json::{Value, value::RawValue};

use super::Invalid;

/// Decodes a value; `schema` is asked for only when that fails.
pub(crate) fn decode<T: DeserializeOwned>(
    raw: &RawValue,
    schema: impl FnOnce() -> Value,
) -> Result<T, Invalid> {
    serde_json::from_str(raw.get()).map_err(|error| explain(raw.get(), &schema(), &error))
}

#[cold]
fn explain(sent: &str, schema: &Value, error: &serde_json::Error) -> Invalid {
    let got = kind_of(sent);
    match expected(schema) {
        Some(wanted) if wanted != got && !(wanted == WHOLE && got == NUMBER) => {
            format!("expected {wanted}, got {got}").into()
        }
        _ => without_position(&error.to_string()).into(),
    }
}

const NUMBER: &str = "a number";
const WHOLE: &str = "a whole number";

/// What a schema asks for, if it asks for one thing.
fn expected(schema: &Value) -> Option<&'static str> {
    Some(match schema["type"].as_str()? {
        "string" => "text",
        "number" => NUMBER,
        "integer" => WHOLE,
        "boolean" => "true or false",
        "array" => "a list",
        "object" => "an object",
        "null" => "null",
        _ => return None,
    })
}

/// What a JSON text is, by how it begins.
fn kind_of(json: &str) -> &'static str {
    match json.trim_start().as_bytes().first() {
        Some(b'"') => "text",
        Some(b'-' | b'0'..=b'9') => NUMBER,
        Some(b't' | b'f') => "true or false",
        Some(b'[') => "a list",
        Some(b'{') => "an object",
        _ => "null",
    }
}

/// Positions count from the start of one argument, which no client can see.
fn without_position(message: &str) -> &str {
    message
        .rsplit_once(" at line ")
        .map_or(message, |(before, _)| before)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn refused<T: DeserializeOwned>(sent: &str, schema: Value) -> String {
        let raw: &RawValue = serde_json::from_str(sent).unwrap();
        decode::<T>(raw, || schema)
            .err()
            .expect("it should be refused")
            .to_string()
    }

    #[test]
    fn kinds_are_told_in_plain_words() {
        let number = json!({"type": "number"});
        assert_eq!(
            refused::<f64>("\"abc\"", number.clone()),
            "expected a number, got text"
        );
        assert_eq!(
            refused::<f64>("[1]", number.clone()),
            "expected a number, got a list"
        );
        assert_eq!(
            refused::<f64>("null", number.clone()),
            "expected a number, got null"
        );
        assert_eq!(
            refused::<f64>("true", number),
            "expected a number, got true or false"
        );
        assert_eq!(
            refused::<String>("{}", json!({"type": "string"})),
            "expected text, got an object"
        );
        assert_eq!(
            refused::<bool>("\"yes\"", json!({"type": "boolean"})),
            "expected true or false, got text"
        );
    }

    #[test]
    fn the_right_kind_with_a_wrong_part_keeps_the_detail() {
        #[derive(Debug, serde::Deserialize)]
        struct Point {
            #[allow(dead_code, reason = "only its absence matters")]
            x: f64,
        }
        assert_eq!(
            refused::<Point>("{}", json!({"type": "object"})),
            "missing field `x`"
        );
        assert_eq!(
            refused::<u8>("300", json!({"type": "integer"})),
            "invalid value: integer `300`, expected u8"
        );
    }
}
