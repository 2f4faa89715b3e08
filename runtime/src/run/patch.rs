//! Applies edits, those of `diff.rs` and those of other servers.

use serde_json::Value;

/// Turns the old value into the new one. `None` when an edit does not fit the value.
pub(crate) fn patch(mut value: Value, edits: &[Value]) -> Option<Value> {
    for edit in edits {
        let [action, path, new] = edit.as_array()?.as_slice() else {
            return None;
        };
        apply(&mut value, action.as_str()?, path.as_array()?, new)?;
    }
    Some(value)
}

fn apply(value: &mut Value, action: &str, path: &[Value], new: &Value) -> Option<()> {
    let Some((last, before)) = path.split_last() else {
        return match action {
            "replace" => {
                *value = new.clone();
                Some(())
            }
            "append" => append(value, new),
            _ => None,
        };
    };
    let mut holder = value;
    for key in before {
        holder = entry(holder, key)?;
    }
    match (action, holder) {
        ("replace", holder) => *entry(holder, last)? = new.clone(),
        ("append", holder) => append(entry(holder, last)?, new)?,
        ("add", Value::Array(all)) => {
            let place = usize::try_from(last.as_u64()?).ok()?;
            if place > all.len() {
                return None;
            }
            all.insert(place, new.clone());
        }
        ("add", Value::Object(all)) => {
            all.insert(last.as_str()?.into(), new.clone());
        }
        ("delete", Value::Array(all)) => {
            let place = usize::try_from(last.as_u64()?).ok()?;
            if place >= all.len() {
                return None;
            }
            all.remove(place);
        }
        ("delete", Value::Object(all)) => {
            all.shift_remove(last.as_str()?)?;
        }
        _ => return None,
    }
    Some(())
}

fn entry<'a>(holder: &'a mut Value, key: &Value) -> Option<&'a mut Value> {
    match holder {
        Value::Array(all) => all.get_mut(usize::try_from(key.as_u64()?).ok()?),
        // A key that is not there yet is made by a replacement, as in other clients.
        Value::Object(all) => Some(all.entry(key.as_str()?).or_insert(Value::Null)),
        _ => None,
    }
}

fn append(value: &mut Value, new: &Value) -> Option<()> {
    match (value, new) {
        (Value::String(text), Value::String(new)) => text.push_str(new),
        (Value::Array(all), Value::Array(new)) => all.extend(new.iter().cloned()),
        _ => return None,
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use rand::{Rng, SeedableRng, rngs::StdRng};
    use serde_json::json;

    use super::{super::diff::diff, *};

    #[test]
    fn every_action_does_what_it_says() {
        for (old, edit, new) in [
            (json!("a"), json!(["append", [], "b"]), json!("ab")),
            (json!([1]), json!(["append", [], [2]]), json!([1, 2])),
            (
                json!({"a": ["x"]}),
                json!(["append", ["a", 0], "y"]),
                json!({"a": ["xy"]}),
            ),
            (json!([1, 3]), json!(["add", [1], 2]), json!([1, 2, 3])),
            (json!({}), json!(["add", ["a"], 1]), json!({"a": 1})),
            (json!([1, 2]), json!(["delete", [0], null]), json!([2])),
            (
                json!({"a": 1, "b": 2}),
                json!(["delete", ["a"], null]),
                json!({"b": 2}),
            ),
            (
                json!({"a": 1}),
                json!(["replace", ["a"], [2]]),
                json!({"a": [2]}),
            ),
        ] {
            assert_eq!(patch(old, std::slice::from_ref(&edit)), Some(new), "{edit}");
        }
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        for (old, edit) in [
            (json!([]), json!(["delete", [0], null])),
            (json!([]), json!(["add", [1], 1])),
            (json!([1]), json!(["replace", [-1], 1])),
            (json!(1), json!(["append", [], "a"])),
            (json!({}), json!(["delete", ["a"], null])),
            (json!({}), json!(["dance", [], null])),
            (json!({}), json!("replace")),
        ] {
            assert_eq!(patch(old, std::slice::from_ref(&edit)), None, "{edit}");
        }
    }

    /// Values of few kinds and few keys, so that two of them have much in common.
    fn any(random: &mut StdRng, depth: usize) -> Value {
        let kinds = if depth == 0 { 5 } else { 7 };
        let few = |random: &mut StdRng| random.random_range(0..4);
        match random.random_range(0..kinds) {
            0 => Value::Null,
            1 => random.random::<bool>().into(),
            2 => few(random).into(),
            3 | 4 => "aéb".chars().take(few(random)).collect::<String>().into(),
            5 => (0..few(random)).map(|_| any(random, depth - 1)).collect(),
            _ => {
                let entry =
                    |i: usize, random: &mut StdRng| (["a", "b", "c"][i], any(random, depth - 1));
                let mut all = json!({});
                for i in 0..3 {
                    if random.random() {
                        let (key, value) = entry(i, random);
                        all[key] = value;
                    }
                }
                all
            }
        }
    }

    #[test]
    fn the_edits_between_two_values_lead_from_one_to_the_other() {
        let mut random = StdRng::seed_from_u64(7);
        for _ in 0..20_000 {
            let (old, new) = (any(&mut random, 4), any(&mut random, 4));
            let edits = diff(old.to_string().as_bytes(), new.to_string().as_bytes());
            assert_eq!(
                patch(old.clone(), &edits),
                Some(new.clone()),
                "{old} to {new}: {edits:?}"
            );
        }
    }
}
