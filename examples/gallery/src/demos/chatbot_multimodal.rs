//! Words, formulas, code, pictures, sounds and films in one conversation.

use std::{thread::sleep, time::Duration};

use vetrina::prelude::*;

fn print_like_dislike(x: LikeData) {
    println!("{} {} {:?}", x.index, x.value, x.liked);
}

fn add_message(
    mut history: Vec<Message>,
    message: MultimodalData,
) -> (Vec<Message>, Update<MultimodalTextbox>) {
    history.extend(message.files.into_iter().map(Message::user));
    if !message.text.is_empty() {
        history.push(Message::user(message.text));
    }
    let emptied = MultimodalTextbox::new().value(MultimodalData::default());
    (history, Update(emptied.interactive(false)))
}

fn bot(mut history: Vec<Message>) -> impl Iterator<Item = Vec<Message>> {
    let mut response = Message::assistant("");
    "**That's cool!**".chars().map(move |character| {
        sleep(Duration::from_millis(50));
        response.push_str(&character.to_string());
        if history.last().is_some_and(|last| last.role == Role::Assistant) {
            history.pop();
        }
        history.push(response.clone());
        history.clone()
    })
}

#[page]
fn chatbot_multimodal(ui: &mut Ui) {
    let chatbot = ui.add(Chatbot::new().elem_id("chatbot").like_user_message(true));
    let chat_input = ui.add(
        MultimodalTextbox::new()
            .interactive(true)
            .file_count(FileCount::Multiple)
            .placeholder("Enter message or upload file...")
            .show_label(false),
    );
    let chat_msg = chat_input.submit(add_message, (&chatbot, &chat_input), (&chatbot, &chat_input));
    let bot_msg = chat_msg.then(bot, &chatbot, &chatbot).api_name("bot_response");
    bot_msg.then(|| Update(MultimodalTextbox::new().interactive(true)), (), &chat_input);
    chatbot.like(print_like_dislike, (), ());
}
