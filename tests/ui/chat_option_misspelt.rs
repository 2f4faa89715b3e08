use vetrina::prelude::*;

#[chat(example = ["Hi"])]
fn answer(message: String, _history: Vec<Message>) -> String {
    message
}

fn main() {}
