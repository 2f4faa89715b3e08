use vetrina::prelude::*;

#[chat]
fn answer(message: String) -> String {
    message
}

fn main() {}
