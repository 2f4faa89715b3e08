//! Components as answers, one message after the other: charts, tables and all else that shows something.

use vetrina::prelude::*;

const TYPES: [&str; 13] = [
    "image",
    "text",
    "gallery",
    "video",
    "audio",
    "html",
    "model3d",
    "label",
    "dataframe",
    "json",
    "highlightedtext",
    "code",
    "file",
];
const TAGGED: [(&str, Option<&str>); 3] =
    [("The sun", Some("star")), (" sets behind the ", None), ("hills", Some("land"))];

fn print_like_dislike(x: LikeData) {
    println!("{} {} {:?}", x.index, x.value, x.liked);
}

fn add_message(
    mut history: Vec<Message>,
    message: MultimodalData,
) -> (Vec<Message>, Update<MultimodalTextbox>) {
    history.extend(message.files.into_iter().map(Message::user));
    history.push(Message::user(message.text));
    let emptied = MultimodalTextbox::new().value(MultimodalData::default());
    (history, Update(emptied.interactive(false)))
}

fn bot(mut history: Vec<Message>, response_type: String) -> Result<Vec<Message>, Error> {
    let hills = FileData::from_bytes("hills.webp", include_bytes!("../../assets/hills.webp"))?;
    let film = FileData::from_bytes("hills.webm", include_bytes!("../../assets/hills.webm"))?;
    let bell = FileData::from_bytes("bell.wav", include_bytes!("../../assets/bell.wav"))?;
    let fir = FileData::from_bytes("fir.obj", include_bytes!("../../assets/fir.obj"))?;
    let answer: Content = match response_type.as_str() {
        "gallery" => Gallery::new().value(vec![hills.clone(), hills]).into(),
        "image" => Image::new().value(hills).into(),
        "video" => Video::new().value(film).label("test").into(),
        "audio" => Audio::new().value(bell).into(),
        "html" => Html::new().value("<b style='color: seagreen'>beneficial</b>").into(),
        "model3d" => Model3D::new().value(fir).into(),
        "label" => Label::new().value([("hill", 0.71), ("cloud", 0.2), ("sea", 0.09)]).into(),
        "dataframe" => Dataframe::new().value(vec![("Ada", 36), ("Alan", 41)]).into(),
        "json" => Json::new().value(vec![("hills", 4), ("suns", 1)]).into(),
        "highlightedtext" => HighlightedText::new().value(TAGGED).into(),
        "code" => Code::new().language(Language::Python).value("print('Cool!')").into(),
        "file" => File::new().value(bell).into(),
        _ => "Cool!".into(),
    };
    history.push(Message::assistant(answer));
    Ok(history)
}

#[page]
fn chatbot_core_components_simple_messages_testcase(ui: &mut Ui) {
    let chatbot = Chatbot::new().elem_id("chatbot").scale(1);
    let chatbot = ui.add(chatbot);
    let response_type = ui.add(Radio::new(TYPES).value("text").label("Response Type"));
    let chat_input = ui.add(
        MultimodalTextbox::new()
            .interactive(true)
            .placeholder("Enter message or upload file...")
            .show_label(false),
    );
    let chat_msg = chat_input.submit(add_message, (&chatbot, &chat_input), (&chatbot, &chat_input));
    let bot_msg = chat_msg.then(bot, (&chatbot, &response_type), &chatbot).api_name("bot_response");
    bot_msg.then(|| Update(MultimodalTextbox::new().interactive(true)), (), &chat_input);
    chatbot.like(print_like_dislike, (), ());
}
