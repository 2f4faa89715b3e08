//! Two JSON values, key by key.

use std::{collections::HashMap, fmt};

use serde_json::Value;

/// What the placeholders of a recorded file stand for in the answers at hand.
pub type Bindings = HashMap<String, String>;

/// One place where an answer differs from the recorded one.
#[derive(Debug, Clone)]
pub struct Difference {
    /// Where, in keys and indexes with dots between.
    pub path: String,
    /// How.
    pub what: What,
}

/// How an answer differs.
#[derive(Debug, Clone)]
pub enum What {
    /// A recorded key is not there.
    Missing(Value),
    /// A key is there that was not recorded.
    Extra(Value),
    /// Another value.
    Other {
        /// As recorded.
        recorded: Value,
        /// As it is.
        seen: Value,
    },
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = &self.path;
        match &self.what {
            What::Missing(value) => write!(f, "{path}: missing, recorded is {value}"),
            What::Extra(value) => write!(f, "{path}: extra, {value}"),
            What::Other { recorded, seen } => {
                write!(f, "{path}: recorded is {recorded}, seen is {seen}")
            }
        }
    }
}

/// All differences of `seen` from `recorded`.
pub fn compare(recorded: &Value, seen: &Value, at: &str, known: &mut Bindings) -> Vec<Difference> {
    let mut found = Vec::new();
    walk(recorded, seen, at, known, &mut found);
    found
}

fn walk(
    recorded: &Value,
    seen: &Value,
    at: &str,
    known: &mut Bindings,
    found: &mut Vec<Difference>,
) {
    let mut tell = |path: String, what: What| found.push(Difference { path, what });
    match (recorded, seen) {
        (Value::Object(old), Value::Object(new)) => {
            for (key, value) in old.iter().filter(|(key, _)| !new.contains_key(*key)) {
                tell(format!("{at}.{key}"), What::Missing(value.clone()));
            }
            for (key, value) in new.iter().filter(|(key, _)| !old.contains_key(*key)) {
                tell(format!("{at}.{key}"), What::Extra(value.clone()));
            }
            for (key, value) in old {
                if let Some(new) = new.get(key) {
                    walk(value, new, &format!("{at}.{key}"), known, found);
                }
            }
        }
        (Value::Array(old), Value::Array(new)) => {
            for (i, value) in old.iter().enumerate().skip(new.len()) {
                tell(format!("{at}.{i}"), What::Missing(value.clone()));
            }
            for (i, value) in new.iter().enumerate().skip(old.len()) {
                tell(format!("{at}.{i}"), What::Extra(value.clone()));
            }
            for (i, (old, new)) in old.iter().zip(new).enumerate() {
                walk(old, new, &format!("{at}.{i}"), known, found);
            }
        }
        (Value::String(name), seen) if is_placeholder(name) => {
            if !stands_for(name, seen, known) {
                tell(at.to_owned(), other(recorded, seen));
            }
        }
        _ if recorded == seen => {}
        _ => tell(at.to_owned(), other(recorded, seen)),
    }
}

fn other(recorded: &Value, seen: &Value) -> What {
    What::Other {
        recorded: recorded.clone(),
        seen: seen.clone(),
    }
}

fn is_placeholder(text: &str) -> bool {
    let name = text
        .strip_prefix('<')
        .and_then(|rest| rest.strip_suffix('>'));
    name.is_some_and(|name| {
        name.bytes()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == b'_')
    })
}

fn stands_for(name: &str, seen: &Value, known: &mut Bindings) -> bool {
    if let Some(value) = known.get(name) {
        return seen.as_str() == Some(value);
    }
    let hex = |length: usize| {
        let digits = |text: &str| text.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f'));
        seen.as_str()
            .is_some_and(|text| text.len() == length && digits(text))
    };
    match name.trim_matches(['<', '>']).split('_').next() {
        // A measured time may not be known yet.
        Some("SECONDS") => seen.is_number() || seen.is_null(),
        // JavaScript rounds what is larger.
        Some("APP") => seen.as_u64().is_some_and(|id| id < 1 << 53),
        Some("HASH") => hex(64),
        Some("EVENT") if hex(32) => {
            known.insert(
                name.to_owned(),
                seen.as_str().unwrap_or_default().to_owned(),
            );
            true
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn told(recorded: &Value, seen: &Value) -> Vec<String> {
        compare(recorded, seen, "x", &mut Bindings::new())
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn tells_every_difference_with_its_place() {
        let recorded = json!({"a": 1, "b": [1, 2], "c": {"d": null}, "e": "<SECONDS>"});
        assert_eq!(
            told(
                &recorded,
                &json!({"a": 1, "b": [1, 2], "c": {"d": null}, "e": 0.5})
            ),
            [""; 0]
        );
        assert_eq!(
            told(
                &recorded,
                &json!({"a": "1", "b": [1], "c": {"d": null, "f": 2}})
            ),
            [
                "x.e: missing, recorded is \"<SECONDS>\"",
                "x.a: recorded is 1, seen is \"1\"",
                "x.b.1: missing, recorded is 2",
                "x.c.f: extra, 2",
            ]
        );
    }

    #[test]
    fn a_whole_number_and_a_fraction_are_two_things() {
        assert_eq!(told(&json!(10), &json!(10.0)).len(), 1);
    }

    #[test]
    fn a_placeholder_means_the_same_thing_every_time() {
        let event = "0123456789abcdef0123456789abcdef";
        let recorded = json!(["<EVENT_1>", "<EVENT_1>"]);
        assert_eq!(told(&recorded, &json!([event, event])), [""; 0]);
        assert_eq!(
            told(&recorded, &json!([event, event.replace('0', "1")])).len(),
            1
        );
        assert_eq!(told(&recorded, &json!(["short", "short"])).len(), 2);
    }
}
