//! The answer is seen while it is written, letter by letter.

use std::{thread::sleep, time::Duration};

use rand::seq::IndexedRandom as _;
use vetrina::prelude::*;

fn user(user_message: String, mut history: Vec<Message>) -> (&'static str, Vec<Message>) {
    history.push(Message::user(user_message));
    ("", history)
}

fn bot(mut history: Vec<Message>) -> impl Iterator<Item = Vec<Message>> {
    let answers = ["How are you?", "I love you", "I'm very hungry"];
    let bot_message = answers.choose(&mut rand::rng()).copied().unwrap_or_default();
    history.push(Message::assistant(""));
    bot_message.chars().map(move |character| {
        sleep(Duration::from_millis(50));
        if let Some(answer) = history.last_mut() {
            answer.push_str(character.encode_utf8(&mut [0; 4]));
        }
        history.clone()
    })
}

#[page]
fn chatbot_streaming(ui: &mut Ui) {
    let chatbot = ui.add(Chatbot::new());
    let msg = ui.add(Textbox::new().label("Message"));
    let clear = ui.add(Button::new("Clear"));
    msg.submit(user, (&msg, &chatbot), (&msg, &chatbot)).queue(false).then(bot, &chatbot, &chatbot);
    clear.click(Vec::<Message>::new, (), &chatbot).queue(false);
}
