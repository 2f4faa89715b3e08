//! The same with messages that may have files.

use vetrina::prelude::*;

#[derive(Default)]
struct Runs(u32);

#[chat]
fn slow_echo(
    message: MultimodalData,
    _history: Vec<Message>,
    runs: State<Runs>,
) -> impl Iterator<Item = String> {
    let run = runs.update(|runs| {
        runs.0 += 1;
        runs.0
    });
    let mut typed = String::new();
    message.text.chars().collect::<Vec<_>>().into_iter().map(move |character| {
        typed.push(character);
        format!("Run {run} - You typed: {typed}")
    })
}
