//! Results that come one after the other.

use std::{iter, thread, time::Duration};

use serde_json::{Value, json};
use vetrina::prelude::*;

#[endpoint(output = Textbox::new().label("Text"))]
fn text(#[input(Number::new().value(4).label("N"))] n: i64) -> impl Iterator<Item = String> {
    (0..n).map(move |last| (0..=last).map(|i| i.to_string() + " ").collect())
}

#[endpoint(outputs = (Textbox::new().label("Text"), Json::new().label("J"), Number::new().label("C")))]
fn mixed(
    #[input(Number::new().value(4).label("N"))] n: i64,
) -> impl Iterator<Item = (String, Value, i64)> {
    (0..n).map(|i| {
        let items: Vec<i64> = (0..i).collect();
        (
            format!("step {i}"),
            json!({"i": i, "items": items, "odd": i % 2 == 1}),
            i,
        )
    })
}

#[endpoint(output = Json::new().label("J"))]
fn shapes() -> impl Iterator<Item = Value> {
    [
        json!({"a": 1, "b": "x", "l": [1, 2, 3]}),
        json!({"a": 1, "b": "xy", "l": [1, 2, 3, 4]}),
        json!({"a": 2, "c": null, "l": [1]}),
        json!({"a": 2, "c": null, "l": [1]}),
        json!([1, 2, 3]),
        json!([1, 9]),
        json!(null),
        json!({"nested": [{"t": "he"}, {"t": "wo"}]}),
        json!({"nested": [{"t": "hello"}, {"t": "wo", "u": 1}]}),
    ]
    .into_iter()
}

/// Forty values, each grown out of the one before by chance: what clients put together of the
/// changes must be the same values.
#[endpoint(output = Json::new().label("J"))]
fn wild(seed: u64) -> impl Iterator<Item = Value> {
    all_wild(seed).into_iter()
}

/// The same values at once.
#[endpoint(output = Json::new().label("All"))]
fn all_wild(seed: u64) -> Vec<Value> {
    let mut chance = Chance(seed);
    let values = iter::successors(Some(json!({})), |value| {
        let mut value = value.clone();
        for _ in 0..=chance.below(3) {
            change(&mut value, &mut chance);
        }
        Some(value)
    });
    values.take(40).collect()
}

struct Chance(u64);

impl Chance {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 40).unwrap_or_default() % count
    }

    fn value(&mut self) -> Value {
        match self.below(9) {
            0 => Value::Null,
            1 => json!(self.below(2) == 1),
            2 => json!(self.below(3)),
            3 => json!(0.5),
            4 => json!(""),
            5 => json!("häuser 🏠"),
            6 => json!([]),
            7 => json!([1, [2, 3], {"a": "x"}]),
            _ => json!({"a": {"b": 1}}),
        }
    }
}

/// Changes `value`, or something in it.
fn change(value: &mut Value, chance: &mut Chance) {
    let deeper = chance.below(3) > 0;
    match value {
        Value::Array(list) if deeper && !list.is_empty() => {
            let index = chance.below(list.len());
            match chance.below(3) {
                0 => drop(list.remove(index)),
                1 => list.insert(index, chance.value()),
                _ => change(&mut list[index], chance),
            }
        }
        Value::Object(object) if deeper => {
            let key = ["a", "b", "häuser", "0", "a/b"][chance.below(5)];
            match object.get_mut(key) {
                None => drop(object.insert(key.into(), chance.value())),
                Some(_) if chance.below(4) == 0 => drop(object.remove(key)),
                Some(inner) => change(inner, chance),
            }
        }
        Value::String(text) if deeper => {
            text.push_str(["é", "\n", " 🏠 and more"][chance.below(3)]);
        }
        _ => *value = chance.value(),
    }
}

#[endpoint(output = Textbox::new().label("Text"))]
fn one_yield() -> impl Iterator<Item = String> {
    iter::once("only".to_owned())
}

#[endpoint(output = Textbox::new().label("Text"))]
fn no_yield() -> impl Iterator<Item = String> {
    iter::empty()
}

/// Slow enough to be watched and stopped.
#[endpoint(output = Number::new().label("C"))]
fn slowly(#[input(Number::new().value(50).label("N"))] n: i64) -> impl Iterator<Item = i64> {
    (0..n).inspect(|_| thread::sleep(Duration::from_millis(100)))
}
