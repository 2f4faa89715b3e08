//! Further inputs stand below the conversation: what the program is told, and how much it says.

use std::{thread::sleep, time::Duration};

use vetrina::prelude::*;

#[chat]
fn echo(
    message: String,
    _history: Vec<Message>,
    #[default("You are helpful AI.")] system_prompt: String,
    #[input(Slider::new(10..=100))] tokens: usize,
) -> impl Iterator<Item = String> {
    let response = format!("System prompt: {system_prompt}\n Message: {message}.");
    let ends: Vec<_> =
        response.char_indices().map(|(at, it)| at + it.len_utf8()).take(tokens).collect();
    ends.into_iter().map(move |end| {
        sleep(Duration::from_millis(50));
        response[..end].to_owned()
    })
}
