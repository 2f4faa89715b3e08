//! A function that remembers what you said before, and nobody else's words.

use serde_json::{Value, json};
use vetrina::prelude::*;

#[derive(Default)]
struct History(Vec<String>);

/// Shows the message, and those before it, the newest first.
#[endpoint(output = Json::new())]
fn store_message(message: String, history: State<History>) -> Value {
    history.update(|history| {
        let previous: Vec<_> = history.0.iter().rev().collect();
        let shown = json!({"Current messages": message, "Previous messages": previous});
        history.0.push(message);
        shown
    })
}
