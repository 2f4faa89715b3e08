//! The same with questions and answers in pairs, as older clients know them.

use vetrina::prelude::*;

fn print_like_dislike(x: LikeData) {
    println!("{} {} {:?}", x.index, x.value, x.liked);
}

fn add_message(
    mut history: Vec<Pair>,
    message: MultimodalData,
) -> (Vec<Pair>, Update<MultimodalTextbox>) {
    history.extend(message.files.into_iter().map(|x| (Some(x.into()), None)));
    if !message.text.is_empty() {
        history.push((Some(message.text.into()), None));
    }
    let emptied = MultimodalTextbox::new().value(MultimodalData::default());
    (history, Update(emptied.interactive(false)))
}

fn bot(mut history: Vec<Pair>) -> Vec<Pair> {
    if let Some((_, answer)) = history.last_mut() {
        *answer = Some("Cool!".into());
    }
    history
}

#[page]
fn chatbot_multimodal_tuples_testcase(ui: &mut Ui) {
    let chatbot = Chatbot::new().format(ChatFormat::Tuples).elem_id("chatbot").scale(1);
    let chatbot = ui.add(chatbot);
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
