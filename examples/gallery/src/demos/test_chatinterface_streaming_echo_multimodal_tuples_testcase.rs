//! The same in pairs that may have files.

use vetrina::prelude::*;

#[derive(Default)]
struct Runs(u32);

#[chat(chatbot = Chatbot::new().format(ChatFormat::Tuples))]
fn slow_echo(
    message: MultimodalData,
    _history: Vec<Pair>,
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
