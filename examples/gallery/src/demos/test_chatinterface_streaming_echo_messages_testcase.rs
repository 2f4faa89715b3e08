//! The same with messages, one after the other, and slowly.

use std::{thread::sleep, time::Duration};

use vetrina::prelude::*;

#[derive(Default)]
struct Runs(u32);

#[chat]
fn slow_echo(
    message: String,
    _history: Vec<Message>,
    runs: State<Runs>,
) -> impl Iterator<Item = String> {
    let run = runs.update(|runs| {
        runs.0 += 1;
        runs.0
    });
    let mut typed = String::new();
    message.chars().collect::<Vec<_>>().into_iter().map(move |character| {
        sleep(Duration::from_millis(50));
        typed.push(character);
        format!("Run {run} - You typed: {typed}")
    })
}
