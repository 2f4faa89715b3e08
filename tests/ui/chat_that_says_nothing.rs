use vetrina::prelude::*;

#[chat]
fn answer(_message: String, _history: Vec<Message>) {}

fn main() {}
