//! What a function can learn of whoever calls it: the address, the headers.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use vetrina::prelude::*;

/// Tells you what your program, or your browser, says of itself.
#[endpoint]
fn predict(text: String, request: Request) -> Value {
    let headers: BTreeMap<_, _> = request
        .headers()
        .iter()
        .map(|(name, value)| (name.as_str(), value.to_str().unwrap_or_default()))
        .collect();
    json!({
        "text": text,
        "ip": request.client().map(|client| client.ip()),
        "user_agent": request.header("user-agent"),
        "headers": headers,
    })
}
