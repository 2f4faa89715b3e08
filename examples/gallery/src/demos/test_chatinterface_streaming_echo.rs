//! It says what you type, letter by letter, and counts how often it was asked.

use std::{thread::sleep, time::Duration};

use vetrina::prelude::*;

#[derive(Default)]
struct Runs(u32);

#[chat(editable = true, chatbot = Chatbot::new().format(ChatFormat::Tuples))]
fn slow_echo(
    message: String,
    _history: Vec<Pair>,
    runs: State<Runs>,
) -> impl Iterator<Item = String> {
    let run = runs.update(|runs| {
        runs.0 += 1;
        runs.0
    });
    let mut typed = String::new();
    message.chars().collect::<Vec<_>>().into_iter().map(move |character| {
        sleep(Duration::from_millis(5));
        typed.push(character);
        format!("Run {run} - You typed: {typed}")
    })
}
