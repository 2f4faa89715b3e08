//! What is answered to an example is kept once somebody has asked.

use vetrina::prelude::*;

#[chat(
    examples = ["Hey", "Can you explain briefly to me what is the Python programming language?"],
    cache_examples = "lazy",
)]
fn generate(message: String, _chat_history: Vec<Message>) -> impl Iterator<Item = String> {
    let mut output = String::new();
    message.chars().collect::<Vec<_>>().into_iter().map(move |character| {
        output.push(character);
        output.clone()
    })
}
