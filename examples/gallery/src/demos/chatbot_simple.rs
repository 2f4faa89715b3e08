//! A conversation by hand: the function takes what was said and adds to it.

use std::{thread::sleep, time::Duration};

use rand::seq::IndexedRandom as _;
use vetrina::prelude::*;

fn respond(message: String, mut chat_history: Vec<Message>) -> (&'static str, Vec<Message>) {
    let answers = ["How are you?", "Today is a great day", "I'm very hungry"];
    let bot_message = answers.choose(&mut rand::rng()).copied().unwrap_or_default();
    chat_history.push(Message::user(message));
    chat_history.push(Message::assistant(bot_message));
    sleep(Duration::from_secs(2));
    ("", chat_history)
}

#[page]
fn chatbot_simple(ui: &mut Ui) {
    let chatbot = ui.add(Chatbot::new());
    let msg = ui.add(Textbox::new().label("Message"));
    ui.add(Button::new("Clear")).clears((&msg, &chatbot));
    msg.submit(respond, (&msg, &chatbot), (&msg, &chatbot));
}
