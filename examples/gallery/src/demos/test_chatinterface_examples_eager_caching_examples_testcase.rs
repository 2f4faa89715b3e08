//! What is answered to examples is worked out when the app starts, and kept.

use vetrina::prelude::*;

#[chat(
    examples = ["Hey", "Can you explain briefly to me what is the Python programming language?"],
    cache_examples = "eager",
)]
fn generate(message: String, _chat_history: Vec<Message>) -> impl Iterator<Item = String> {
    let mut output = String::new();
    message.chars().collect::<Vec<_>>().into_iter().map(move |character| {
        output.push(character);
        output.clone()
    })
}
