use vetrina::prelude::*;

#[chat]
fn answer(message: String, #[input(Chatbot::new())] _history: Vec<Message>) -> String {
    message
}

fn main() {}
