//! The same in pairs that may have files.

use vetrina::prelude::*;

#[chat(
    chatbot = Chatbot::new().format(ChatFormat::Tuples),
    examples = ["Hey", "Can you explain briefly to me what is the Python programming language?"],
)]
fn generate(message: MultimodalData, _chat_history: Vec<Pair>) -> impl Iterator<Item = String> {
    let mut output = String::new();
    message.text.chars().collect::<Vec<_>>().into_iter().map(move |character| {
        output.push(character);
        output.clone()
    })
}
