//! An empty conversation that says what to begin with, pictures and sounds among it.

use vetrina::prelude::*;

fn print_like_dislike(x: LikeData) {
    println!("{} {} {:?}", x.index, x.value, x.liked);
}

fn add(history: &mut Vec<Pair>, message: MultimodalData) {
    history.extend(message.files.into_iter().map(|x| (Some(x.into()), None)));
    history.push((Some(message.text.into()), None));
}

fn add_message(
    mut history: Vec<Pair>,
    message: MultimodalData,
) -> (Vec<Pair>, Update<MultimodalTextbox>) {
    add(&mut history, message);
    let emptied = MultimodalTextbox::new().value(MultimodalData::default());
    (history, Update(emptied.interactive(false)))
}

fn append_example_message(mut history: Vec<Pair>, x: SelectData) -> Result<Vec<Pair>, Error> {
    add(&mut history, x.value()?);
    Ok(history)
}

fn respond(mut history: Vec<Pair>) -> Vec<Pair> {
    if let Some((_, answer)) = history.last_mut() {
        *answer = Some("Cool!".into());
    }
    history
}

fn examples() -> Result<Vec<ChatExample>, Error> {
    let hills = FileData::from_bytes("hills.webp", include_bytes!("../../assets/hills.webp"))?;
    let bell = FileData::from_bytes("bell.wav", include_bytes!("../../assets/bell.wav"))?;
    let picture = ChatExample::from("Try this example with this image.").file(hills.clone());
    Ok(vec![
        ChatExample::from("Try this example with this audio.")
            .label("Display Text Here!")
            .icon(hills.clone())
            .file(bell.clone()),
        picture.clone(),
        "This is just text, no files!".into(),
        picture.file(hills),
        ChatExample::from("Try this example with this Audio.").file(bell),
    ])
}

#[page]
fn chatbot_examples(ui: &mut Ui) {
    ui.fill_height(true);
    let chatbot = Chatbot::new().format(ChatFormat::Tuples).elem_id("chatbot").scale(1);
    let chatbot = ui.add(
        chatbot
            .placeholder("<h1>Welcome to Vetrina!</h1>")
            .examples(examples().unwrap_or_default()),
    );
    let chat_input = ui.add(
        MultimodalTextbox::new()
            .interactive(true)
            .file_count(FileCount::Multiple)
            .placeholder("Enter message or upload file...")
            .show_label(false),
    );
    let chat_msg = chat_input.submit(add_message, (&chatbot, &chat_input), (&chatbot, &chat_input));
    let bot_msg = chat_msg.then(respond, &chatbot, &chatbot).api_name("bot_response");
    bot_msg.then(|| Update(MultimodalTextbox::new().interactive(true)), (), &chat_input);
    chatbot.like(print_like_dislike, (), ());
    chatbot
        .example_select(append_example_message, &chatbot, &chatbot)
        .then(respond, &chatbot, &chatbot)
        .api_name("respond");
}
