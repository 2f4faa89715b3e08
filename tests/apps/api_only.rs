//! Typed functions: whole numbers, lists, several results, enums, options, maps.

use std::collections::BTreeMap;

use serde::Serialize;
use vetrina::prelude::*;

/// Add two numbers and join a list.
#[endpoint(blocking = false)]
fn add_and_slice(a: i64, b: i64, c: Vec<String>) -> (i64, String) {
    (a + b, c.join("-"))
}

#[derive(Debug, Clone, Copy, Choices, Serialize)]
#[serde(rename_all = "lowercase")]
enum Mode {
    #[choice(value = "fast")]
    Fast,
    #[choice(value = "slow")]
    Slow,
}

#[derive(Debug, Serialize, schemars::JsonSchema)]
struct Rich {
    flag: bool,
    ratio: f64,
    mode: String,
    tags: Option<Vec<String>>,
    extra: Option<BTreeMap<String, i64>>,
}

#[endpoint]
fn rich(
    flag: bool,
    #[default(0.5)] ratio: f64,
    #[default(Mode::Fast)] mode: Mode,
    #[default(None)] tags: Option<Vec<String>>,
    #[default(None)] extra: Option<BTreeMap<String, i64>>,
) -> Rich {
    Rich {
        flag,
        ratio,
        mode: mode.value().to_owned(),
        tags,
        extra,
    }
}

#[endpoint]
fn stream_up(n: i64) -> impl Iterator<Item = i64> {
    0..n
}
