//! A chat with much said before that answers with 200 tokens a second: text, code, a table and formulas.

use std::{thread::sleep, time::Duration};

use vetrina::prelude::*;

const SAID: usize = 500;
const TOKENS_A_SECOND: u64 = 200;
const SECONDS: u64 = 10;
const PARAGRAPH: &str = "Some **words** with a `name`, then $a^2 + b^2$ and\n\n```rust\nfn main() {\n    println!(\"{}\", 1 + 1);\n}\n```\n\n\
    | what | how many |\n|---|---|\n| tokens | 200 |\n| messages | 500 |\n\n";

fn said() -> Vec<Message> {
    let one = |n: usize| match n % 2 {
        0 => Message::user(format!("Question {n}")),
        _ => Message::assistant(format!("Answer {n}: {PARAGRAPH}")),
    };
    (0..SAID).map(one).collect()
}

#[chat(chatbot = Chatbot::new().value(said()))]
fn talk(_message: String, _history: Vec<Message>) -> impl Iterator<Item = String> {
    let words: Vec<_> = PARAGRAPH.split_inclusive(' ').collect();
    let count = usize::try_from(TOKENS_A_SECOND * SECONDS).unwrap_or(usize::MAX);
    let mut answer = String::new();
    (0..count).map(move |n| {
        sleep(Duration::from_micros(1_000_000 / TOKENS_A_SECOND));
        answer.push_str(words[n % words.len()]);
        answer.clone()
    })
}

fn main() -> vetrina::Result<()> {
    vetrina::launch()
}
