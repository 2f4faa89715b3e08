//! Streams say what changed since the message before; this puts the values together again.

use serde_json::Value;

/// The values after `changes`, a list of edits for each of them.
pub(super) fn edited(mut values: Vec<Value>, changes: &[Value]) -> Vec<Value> {
    for (index, edits) in changes.iter().enumerate() {
        let Some(value) = values.get_mut(index) else {
            values.push(edits.clone());
            continue;
        };
        for one in edits.as_array().into_iter().flatten() {
            edit(value, one).unwrap_or_else(|| panic!("{one} does not fit {value}"));
        }
    }
    values
}

fn edit(value: &mut Value, edit: &Value) -> Option<()> {
    let (action, change) = (edit[0].as_str()?, edit[2].clone());
    let Some((end, before)) = edit[1].as_array()?.split_last() else {
        *value = if action == "append" {
            joined(value, change)?
        } else {
            change
        };
        return Some(());
    };
    let mut holder = value;
    for key in before {
        holder = inner(holder, key)?;
    }
    match (action, holder) {
        ("delete", Value::Array(list)) => drop(list.remove(place(end)?)),
        ("delete", Value::Object(object)) => drop(object.shift_remove(end.as_str()?)),
        ("add", Value::Array(list)) => list.insert(place(end)?, change),
        ("add" | "replace", Value::Object(object)) => {
            object.insert(end.as_str()?.into(), change);
        }
        ("append", holder) => {
            let value = inner(holder, end)?;
            *value = joined(value, change)?;
        }
        (_, holder) => *inner(holder, end)? = change,
    }
    Some(())
}

fn inner<'a>(holder: &'a mut Value, key: &Value) -> Option<&'a mut Value> {
    match key {
        Value::String(name) => holder.get_mut(name),
        place => holder.get_mut(usize::try_from(place.as_u64()?).ok()?),
    }
}

fn place(key: &Value) -> Option<usize> {
    usize::try_from(key.as_u64()?).ok()
}

fn joined(start: &Value, more: Value) -> Option<Value> {
    match (start, more) {
        (Value::String(start), Value::String(more)) => Some(format!("{start}{more}").into()),
        (Value::Array(start), Value::Array(more)) => {
            Some(start.iter().cloned().chain(more).collect())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_edit_is_undone_by_none_other() {
        for (before, edits, after) in [
            (json!("ab"), json!([["append", [], "c"]]), json!("abc")),
            (json!(1), json!([["replace", [], 2]]), json!(2)),
            (json!([1]), json!([["append", [], [2]]]), json!([1, 2])),
            (
                json!({"a": ["x", "y"], "b": 1}),
                json!([
                    ["append", ["a", 0], "!"],
                    ["delete", ["a", 1], null],
                    ["delete", ["b"], null],
                    ["add", ["c"], 3]
                ]),
                json!({"a": ["x!"], "c": 3}),
            ),
            (
                json!([1, 3]),
                json!([["add", [1], 2], ["replace", [0], 0]]),
                json!([0, 2, 3]),
            ),
        ] {
            assert_eq!(edited(vec![before], &[edits]), [after]);
        }
    }

    #[test]
    fn what_was_not_there_is_whole() {
        assert_eq!(edited(vec![], &[json!("new")]), [json!("new")]);
    }
}
