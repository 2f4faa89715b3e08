//! The same in pairs that may have files, all at once.

use vetrina::prelude::*;

#[derive(Default)]
struct Runs(u32);

#[chat(chatbot = Chatbot::new().format(ChatFormat::Tuples))]
fn slow_echo(message: MultimodalData, _history: Vec<Pair>, runs: State<Runs>) -> String {
    let run = runs.update(|runs| {
        runs.0 += 1;
        runs.0
    });
    format!("Run {run} - You typed: {}", message.text)
}
