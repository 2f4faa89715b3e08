//! Says in plain words how a value differs from what was expected.

use serde::de::DeserializeOwned;
use serde_json::{Value, value::RawValue};

use super::{
    Invalid,
    misfit::{NUMBER, WHOLE, misfit},
};

/// Decodes a value; `schema` is asked for only when that fails.
pub(crate) fn decode<T: DeserializeOwned>(
    raw: &RawValue,
    schema: impl FnOnce() -> Value,
) -> Result<T, Invalid> {
    serde_json::from_str(raw.get()).map_err(|error| explain(raw.get(), &schema(), &error))
}

#[cold]
fn explain(sent: &str, schema: &Value, error: &serde_json::Error) -> Invalid {
    let value: Value = serde_json::from_str(sent).unwrap_or_default();
    misfit(schema, &value)
        .unwrap_or_else(|| plain(without_position(&error.to_string())))
        .into()
}

/// What serde says of a value that no schema describes, without the words of Rust.
fn plain(message: &str) -> String {
    let Some((got, wanted)) = message.rsplit_once(", expected ") else {
        return message.to_owned();
    };
    let wanted = match wanted {
        "a string" | "a borrowed string" => "text",
        "a boolean" => "true or false",
        "a sequence" => "a list",
        "a map" => "an object",
        "unit" => "null",
        "f32" | "f64" => NUMBER,
        "u64" | "usize" | "u128" => "a whole number from 0",
        "u8" => "a whole number from 0 to 255",
        "u16" => "a whole number from 0 to 65535",
        "u32" => "a whole number from 0 to 4294967295",
        "i8" => "a whole number from -128 to 127",
        "i16" => "a whole number from -32768 to 32767",
        "i32" => "a whole number from -2147483648 to 2147483647",
        "i64" | "isize" | "i128" => WHOLE,
        of if of.starts_with("struct ") => "an object",
        other => other,
    };
    let Some(("invalid type" | "invalid value", got)) = got.split_once(": ") else {
        return format!("{got}, expected {wanted}");
    };
    let got = match got.split_once(' ') {
        Some(("integer" | "string" | "boolean", what)) => what.trim_matches('`'),
        Some(("floating", what)) => what.trim_start_matches("point ").trim_matches('`'),
        _ => match got {
            "map" => "an object",
            "sequence" => "a list",
            other => other,
        },
    };
    format!("expected {wanted}, got {got}")
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
            "expected a whole number from 0 to 255, got 300"
        );
    }

    #[test]
    fn words_of_rust_are_not_told() {
        #[derive(Debug, serde::Deserialize)]
        struct Empty {}
        let anything = json!({});
        assert_eq!(
            refused::<(u8, String)>("[1, 2]", anything.clone()),
            "expected text, got 2"
        );
        assert_eq!(
            refused::<u32>("1.5", anything.clone()),
            "expected a whole number from 0 to 4294967295, got 1.5"
        );
        assert_eq!(
            refused::<Empty>("null", anything.clone()),
            "expected an object, got null"
        );
        assert_eq!(
            refused::<Vec<bool>>("[{}]", anything),
            "expected true or false, got an object"
        );
    }
}
