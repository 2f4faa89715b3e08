//! The same with messages that may have files.

use vetrina::prelude::*;

#[chat(
    examples = ["Hey", "Can you explain briefly to me what is the Python programming language?"],
)]
fn generate(message: MultimodalData, _chat_history: Vec<Message>) -> impl Iterator<Item = String> {
    let mut output = String::new();
    message.text.chars().collect::<Vec<_>>().into_iter().map(move |character| {
        output.push(character);
        output.clone()
    })
}
