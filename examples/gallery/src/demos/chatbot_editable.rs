//! Messages that their author can write anew.

use vetrina::prelude::*;

type Pairs = Vec<(Option<String>, Option<String>)>;

fn add_message(mut history: Vec<Message>, mut history2: Pairs) -> (Vec<Message>, Pairs) {
    let (usr_msg, bot_msg) = ("I'm a user", "I'm a bot");
    history.push(Message::user(usr_msg));
    history.push(Message::assistant(bot_msg));
    history2.push((Some(usr_msg.into()), Some(bot_msg.into())));
    (history, history2)
}

fn add_user_message(mut history: Vec<Message>, mut history2: Pairs) -> (Vec<Message>, Pairs) {
    let usr_msg = "I'm a user";
    history.push(Message::user(usr_msg));
    history2.push((Some(usr_msg.into()), None));
    (history, history2)
}

fn concatenated(history: Vec<Message>) -> String {
    let texts: Vec<_> = history.iter().map(Message::text).collect();
    texts.join("|")
}

fn edit_message(edited: EditData) -> String {
    let [from, to] =
        [&edited.previous_value, &edited.value].map(|text| text.as_str().unwrap_or_default());
    format!("from {from} to {to} at {}", edited.index)
}

#[page]
fn chatbot_editable(ui: &mut Ui) {
    let (chatbot, chatbot2) = ui.row(|ui| {
        let messages = Chatbot::new().editable(Editable::User);
        let tuples = Chatbot::new().format(ChatFormat::Tuples).editable(Editable::User);
        (ui.add(messages), ui.add(tuples))
    });
    let add_message_btn = ui.add(Button::new("Add Message"));
    let add_user_message_btn = ui.add(Button::new("Add User Message"));
    let (text1, text2, edited_messages) = ui.row(|ui| {
        (
            ui.add(Textbox::new().label("Concatenated Chat 1")),
            ui.add(Textbox::new().label("Concatenated Chat 2")),
            ui.add(Textbox::new().label("Edited Message")),
        )
    });

    let both = (&chatbot, &chatbot2);
    add_message_btn.click(add_message, both, both);
    add_user_message_btn.click(add_user_message, both, both);
    chatbot.change(concatenated, &chatbot, &text1);
    chatbot2.change(concatenated, &chatbot2, &text2);
    chatbot.edit(edit_message, (), &edited_messages);
    chatbot2.edit(edit_message, (), &edited_messages);
}
