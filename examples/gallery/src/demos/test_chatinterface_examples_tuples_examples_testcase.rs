//! The same in pairs.

use vetrina::prelude::*;

#[chat(
    chatbot = Chatbot::new().format(ChatFormat::Tuples),
    examples = ["Hey", "Can you explain briefly to me what is the Python programming language?"],
)]
fn generate(message: String, _chat_history: Vec<Pair>) -> impl Iterator<Item = String> {
    let mut output = String::new();
    message.chars().collect::<Vec<_>>().into_iter().map(move |character| {
        output.push(character);
        output.clone()
    })
}
