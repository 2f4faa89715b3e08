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
