//! It says what you type, slowly: the answer can be stopped, judged, and asked for once more.

use std::{thread::sleep, time::Duration};

use vetrina::prelude::*;

#[chat(
    flagging = "manual",
    flagging_options = ["Like", "Spam", "Inappropriate", "Other"],
    save_history = true,
)]
fn slow_echo(message: String, _history: Vec<Message>) -> impl Iterator<Item = String> {
    let mut typed = String::from("You typed: ");
    message.chars().collect::<Vec<_>>().into_iter().map(move |character| {
        sleep(Duration::from_millis(50));
        typed.push(character);
        typed.clone()
    })
}
