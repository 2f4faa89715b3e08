//! What changed between two steps, as the edits that clients apply.
//!
//! Only edits that every client applies the same way are used: text that grew is appended to,
//! objects and lists that did not shrink are entered, all else is replaced.

use serde_json::{Value, json};

/// The edits that turn `old` into `new`.
pub(super) fn diff(old: &Value, new: &Value) -> Vec<Value> {
    let mut edits = Vec::new();
    walk(old, new, &mut Vec::new(), &mut edits);
    edits
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
