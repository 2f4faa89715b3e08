//! What changed between two steps, as the edits that clients apply.
//!
//! Only edits that every client applies the same way are used: text that grew is appended to,
//! objects and lists that did not shrink are entered, all else is replaced.

use serde_json::{Value, json, value::RawValue};

/// The edits that turn the JSON text `old` into `new`.
///
/// What stayed as it was in a list is not even parsed: a conversation of hundreds of messages grows
/// at its end alone, and does so many times a second.
pub(super) fn diff(old: &[u8], new: &[u8]) -> Vec<Value> {
    let mut edits = Vec::new();
    if old == new {
        return edits;
    }
    match (items(old), items(new)) {
        (Some(old), Some(new)) if old.len() <= new.len() => {
            for (i, item) in new.iter().enumerate() {
                let path = &mut vec![i.into()];
                match old.get(i) {
                    Some(before) if before.get() == item.get() => {}
                    Some(before) => walk(&parsed(before), &parsed(item), path, &mut edits),
                    None => edits.push(json!(["add", path, parsed(item)])),
                }
            }
        }
        _ => {
            let parsed = |text| serde_json::from_slice(text).unwrap_or_default();
            walk(&parsed(old), &parsed(new), &mut Vec::new(), &mut edits);
        }
    }
    edits
}

fn items(text: &[u8]) -> Option<Vec<&RawValue>> {
    let is_list = text.first() == Some(&b'[');
    is_list.then(|| serde_json::from_slice(text).ok()).flatten()
}

fn parsed(item: &RawValue) -> Value {
    serde_json::from_str(item.get()).unwrap_or_default()
}

fn walk(old: &Value, new: &Value, path: &mut Vec<Value>, edits: &mut Vec<Value>) {
    match (old, new) {
        _ if old == new => {}
        (Value::String(old), Value::String(new)) if new.starts_with(old.as_str()) => {
            edits.push(json!(["append", path, &new[old.len()..]]));
        }
        (Value::Array(old), Value::Array(new)) if old.len() <= new.len() => {
            for (i, value) in new.iter().enumerate() {
                path.push(i.into());
                match old.get(i) {
                    Some(before) => walk(before, value, path, edits),
                    None => edits.push(json!(["add", path, value])),
                }
                path.pop();
            }
        }
        (Value::Object(old), Value::Object(new)) => {
            for key in old.keys().filter(|key| !new.contains_key(*key)) {
                path.push(key.as_str().into());
                edits.push(json!(["delete", path, null]));
                path.pop();
            }
            for (key, value) in new {
                path.push(key.as_str().into());
                match old.get(key) {
                    Some(before) => walk(before, value, path, edits),
                    None => edits.push(json!(["add", path, value])),
                }
                path.pop();
            }
        }
        _ => edits.push(json!(["replace", path, new])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn diff(old: &Value, new: &Value) -> Vec<Value> {
        super::diff(old.to_string().as_bytes(), new.to_string().as_bytes())
    }

    #[test]
    fn a_list_that_grew_is_added_to() {
        assert_eq!(
            diff(&json!(["a", {"b": "c"}]), &json!(["a", {"b": "cd"}, 1])),
            [json!(["append", [1, "b"], "d"]), json!(["add", [2], 1])]
        );
    }

    #[test]
    fn text_that_grew_is_appended_to() {
        assert_eq!(
            diff(&json!("ab"), &json!("abc")),
            [json!(["append", [], "c"])]
        );
        assert_eq!(
            diff(&json!({"a": ["x"]}), &json!({"a": ["xy"]})),
            [json!(["append", ["a", 0], "y"])]
        );
    }

    #[test]
    fn what_did_not_change_gives_no_edit() {
        assert!(diff(&json!([1, {"a": null}]), &json!([1, {"a": null}])).is_empty());
    }

    #[test]
    fn a_list_that_shrank_is_replaced() {
        assert_eq!(
            diff(&json!([[1, 2], [3]]), &json!([[1]])),
            [json!(["replace", [], [[1]]])]
        );
    }

    #[test]
    fn true_is_not_one() {
        assert_eq!(
            diff(&json!(1), &json!(true)),
            [json!(["replace", [], true])]
        );
    }

    #[test]
    fn keys_come_and_go() {
        assert_eq!(
            diff(&json!({"a": 1}), &json!({"b": 2})),
            [json!(["delete", ["a"], null]), json!(["add", ["b"], 2])]
        );
    }
}
