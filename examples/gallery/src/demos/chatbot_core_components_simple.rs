//! Answers that are components: a picture, a film, a sound, a model of a thing, as on any page.

use vetrina::prelude::*;

fn print_like_dislike(x: LikeData) {
    println!("{} {} {:?}", x.index, x.value, x.liked);
}

fn add_message(
    mut history: Vec<Pair>,
    message: MultimodalData,
) -> (Vec<Pair>, Update<MultimodalTextbox>) {
    history.extend(message.files.into_iter().map(|x| (Some(x.into()), None)));
    history.push((Some(message.text.into()), None));
    let emptied = MultimodalTextbox::new().value(MultimodalData::default());
    (history, Update(emptied.interactive(false)))
}

fn bot(mut history: Vec<Pair>, response_type: String) -> Result<Vec<Pair>, Error> {
    let Some((_, answer)) = history.last_mut() else {
        return Ok(history);
    };
    let hills = FileData::from_bytes("hills.webp", include_bytes!("../../assets/hills.webp"))?;
    let film = FileData::from_bytes("hills.webm", include_bytes!("../../assets/hills.webm"))?;
    let bell = FileData::from_bytes("bell.wav", include_bytes!("../../assets/bell.wav"))?;
    let fir = FileData::from_bytes("fir.obj", include_bytes!("../../assets/fir.obj"))?;
    *answer = Some(match response_type.as_str() {
        "gallery" => Gallery::new().value(vec![hills.clone(), hills]).into(),
        "image" => Image::new().value(hills).into(),
        "video" => Video::new().value(film).label("test").into(),
        "audio" => Audio::new().value(bell).into(),
        "html" => Html::new().value("<b style='color: seagreen'>beneficial</b>").into(),
        "model3d" => Model3D::new().value(fir).into(),
        _ => "Cool!".into(),
    });
    Ok(history)
}

#[page]
fn chatbot_core_components_simple(ui: &mut Ui) {
    let chatbot = Chatbot::new().format(ChatFormat::Tuples).elem_id("chatbot").scale(1);
    let chatbot = ui.add(chatbot);
    let types = ["image", "text", "gallery", "video", "audio", "html", "model3d"];
    let response_type = ui.add(Radio::new(types).value("text").label("Response Type"));
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
