//! A message is judged before it is answered.

use std::{thread::sleep, time::Duration};

use vetrina::prelude::*;

fn validate_input(x: String) -> Validity {
    validate(x != "error", "Can't be error")
}

#[chat(validator = validate_input)]
fn do_chat(message: String, _history: Vec<Message>) -> impl Iterator<Item = String> {
    let ends: Vec<_> = message.char_indices().map(|(at, letter)| at + letter.len_utf8()).collect();
    ends.into_iter().map(move |end| {
        sleep(Duration::from_millis(50));
        format!("You typed: {}", &message[..end])
    })
}
