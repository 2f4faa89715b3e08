//! A question is shown at once, its answer a moment later.

use std::{thread::sleep, time::Duration};

use rand::seq::IndexedRandom as _;
use vetrina::prelude::*;

fn user(user_message: String, mut history: Vec<Message>) -> (&'static str, Vec<Message>) {
    history.push(Message::user(user_message));
    ("", history)
}

fn bot(mut history: Vec<Message>) -> Vec<Message> {
    let messages = ["How are you?", "I love you", "I'm very hungry"];
    let bot_message = messages.choose(&mut rand::rng()).copied().unwrap_or_default();
    sleep(Duration::from_secs(2));
    history.push(Message::assistant(bot_message));
    history
}

#[page]
fn chatbot_consecutive(ui: &mut Ui) {
    let chatbot = ui.add(Chatbot::new());
    let msg = ui.add(Textbox::new().label("Message"));
    let clear = ui.add(Button::new("Clear"));
    msg.submit(user, (&msg, &chatbot), (&msg, &chatbot)).queue(false).then(bot, &chatbot, &chatbot);
    clear.click(Vec::<Message>::new, (), &chatbot).queue(false);
}
