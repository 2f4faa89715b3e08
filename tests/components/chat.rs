//! Conversations.

mod app {
    use std::{thread::sleep, time::Duration};

    use vetrina::prelude::*;

    #[page]
    fn chat(ui: &mut Ui) {
        let words = ui.add(Textbox::new().label("Words"));
        let heard = ui.add(Textbox::new().label("Heard"));
        let talk = ui.add(
            Chatbot::new()
                .label("Talk")
                .placeholder("Ask **anything**")
                .examples(vec![ChatExample::from("Say hello")])
                .show_copy_button(true)
                .show_copy_all_button(true)
                .watermark("by a program")
                .feedback_options(["Like", "Dislike", "Spam"])
                .editable(Editable::All)
                .reasoning_tags([("<think>", "</think>")])
                .avatar_images((None, FileData::from_bytes("face.png", PIXEL).ok()))
                .elem_id("talk"),
        );
        words.submit(answer, (&talk, &words), (&talk, &words));
        talk.like(
            |it: LikeData| format!("{:?} at {}", it.liked, it.index),
            (),
            &heard,
        );
        talk.retry(
            |it: RetryData| format!("retry {} {}", it.index, it.value),
            (),
            &heard,
        );
        talk.undo(
            |talk: Vec<Message>, it: UndoData| talk[..it.index.one()].to_vec(),
            &talk,
            &talk,
        );
        talk.edit(
            |it: EditData| format!("{} became {}", it.previous_value, it.value),
            (),
            &heard,
        );
        talk.example_select(
            |it: SelectData| format!("example {}", it.value["text"]),
            (),
            &words,
        );
        talk.option_select(
            |it: SelectData| format!("option {} {}", it.index, it.value),
            (),
            &heard,
        );
        talk.clear(|| "cleared", (), &heard);
        ui.add(Button::new("Long")).click(long, (), &talk);
        ui.add(Button::new("Stream")).click(stream, &talk, &talk);
        ui.add(Button::new("Reason")).click(reason, &talk, &talk);
        ui.add(Button::new("Everything"))
            .click(everything, (), &talk);
        ui.add(Button::new("Components"))
            .click(components, (), &talk);
    }

    #[endpoint]
    fn answer(mut talk: Vec<Message>, words: String) -> (Vec<Message>, &'static str) {
        talk.push(Message::user(words.clone()));
        let thought = Metadata::new("Thinking")
            .status(Status::Done)
            .duration(1.5)
            .log("deep");
        talk.push(Message::assistant("Hm.").metadata(thought));
        talk.push(Message::assistant(format!("You said *{words}*")).options(["yes", "no"]));
        (talk, "")
    }

    #[endpoint(output = Chatbot::new())]
    fn long() -> Vec<Message> {
        let both = |n| {
            [
                Message::user(format!("Question {n}")),
                Message::assistant(format!("Answer **{n}**")),
            ]
        };
        (0..250).flat_map(both).collect()
    }

    fn stream(mut talk: Vec<Message>) -> impl Iterator<Item = Vec<Message>> {
        talk.push(Message::user("Count"));
        talk.push(Message::assistant(""));
        (0..100).map(move |n| {
            if let Some(last) = talk.last_mut() {
                last.push_str(&format!("{n} "));
            }
            talk.clone()
        })
    }

    /// What a model writes, as it comes.
    fn reason(mut talk: Vec<Message>) -> impl Iterator<Item = Vec<Message>> {
        talk.push(Message::user("6 times 7?"));
        talk.push(Message::assistant(""));
        let parts = ["<think>Let ", "me see", ".</think>\n\n", "It is **42**."];
        parts.into_iter().map(move |part| {
            if part == ".</think>\n\n" {
                sleep(Duration::from_millis(600));
            }
            if let Some(last) = talk.last_mut() {
                last.push_str(part);
            }
            talk.clone()
        })
    }

    #[endpoint(output = Chatbot::new())]
    fn everything() -> Result<Vec<Message>, Error> {
        let file = |name: &str| {
            FileData::from_bytes(name, PIXEL).map_err(|why| Error::new(why.to_string()))
        };
        Ok(vec![
            Message::system("nobody sees this"),
            Message::user(file("pixel.png")?),
            Message::assistant(file("data.bin")?),
            Message::assistant(Html::new().value("<b>bold</b><script>alert(1)</script>")),
            Message::assistant(Json::new().value(vec![1, 2])),
            Message::assistant("outer").metadata(Metadata::new("Outer").id(1)),
            Message::assistant("inner").metadata(Metadata::new("Inner").parent_id(1)),
        ])
    }

    /// What shows something, as answers; two of them change while somebody looks.
    fn components() -> impl Iterator<Item = Result<Vec<Message>, Error>> {
        [("one", 0.25), ("two", 0.75)]
            .into_iter()
            .map(|(word, sure)| {
                let picture = FileData::from_bytes("pixel.png", PIXEL)?;
                let sound = Samples {
                    rate: 8000,
                    channels: 1,
                    data: vec![0; 8000],
                };
                let tokens = vec![("here", Some("place")), (" and there", None)];
                let all: [Content; 10] = [
                    Label::new().value([(word, sure)]).label("How sure").into(),
                    Markdown::new().value(format!("*{word}*")).into(),
                    Dataframe::new()
                        .value(vec![("Ada", 36), ("Alan", 41)])
                        .into(),
                    HighlightedText::new().value(tokens).into(),
                    Code::new()
                        .language(Language::Python)
                        .value("print(1)")
                        .into(),
                    Image::new().value(picture.clone()).label("A dot").into(),
                    Gallery::new()
                        .value(vec![picture.clone(), picture.clone()])
                        .into(),
                    Audio::new().value(sound).into(),
                    File::new().value(picture).into(),
                    Textbox::new().value("only to read").label("Said").into(),
                ];
                Ok(all.into_iter().map(Message::assistant).collect())
            })
    }

    #[endpoint(output = Chatbot::new().format(ChatFormat::Tuples))]
    fn pairs(
        #[input(Chatbot::new().format(ChatFormat::Tuples))] talk: Vec<(
            Option<String>,
            Option<String>,
        )>,
    ) -> Vec<(Option<String>, Option<String>)> {
        talk
    }

    #[endpoint(output = Chatbot::new())]
    fn echo(#[input(Chatbot::new())] talk: Vec<Message>) -> Vec<Message> {
        talk
    }

    /// The smallest picture there is.
    const PIXEL: &[u8] = &[
        0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, b'I', b'H', b'D', b'R', 0,
        0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0x0d, b'I', b'D',
        b'A', b'T', 0x78, 0x9c, 0x63, 0xf8, 0xcf, 0xc0, 0xf0, 0x1f, 0, 5, 0, 1, 0xff, 0x89, 0x99,
        0x3d, 0x1d, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82,
    ];
}
