//! Thoughts within thoughts.

use std::{thread::sleep, time::Duration};

use vetrina::prelude::*;

const SHORT: Duration = Duration::from_millis(100);
const LONG: Duration = Duration::from_secs(1);

fn generate_response(mut history: Vec<Message>) -> impl Iterator<Item = Vec<Message>> {
    let thought = |text, metadata| Message::assistant(text).metadata(metadata);
    let success = Metadata::new("API Success ✅").parent_id(1).id(2);
    let error = Metadata::new("API Error 💥 ").parent_id(1).id(3);
    let again = Metadata::new("I will try again").id(4).parent_id(3);
    let steps = [
        (Duration::ZERO, Message::user("What is the weather in San Francisco right now?")),
        (
            SHORT,
            Message::assistant(
                "In order to find the current weather in San Francisco, I will need to use my weather tool.",
            ),
        ),
        (SHORT, thought("", Metadata::new("Gathering Weather Websites").id(1))),
        (LONG, Message::assistant("Will check: weather.com and sunny.org")),
        (SHORT, thought("Received weather from weather.com.", success)),
        (SHORT, thought("API Error when connecting to sunny.org.", error)),
        (SHORT, thought("I will try yet again", again)),
        (SHORT, thought("Failed again", Metadata::new("Failed again").id(6).parent_id(4))),
    ];
    steps.into_iter().map(move |(pause, message)| {
        sleep(pause);
        match history.last_mut() {
            // The first thought gets its words later.
            Some(last) if last.metadata.is_some() && last.text().is_empty() => {
                last.content = message.content;
            }
            _ => history.push(message),
        }
        history.clone()
    })
}

#[page]
fn chatbot_nested_thoughts(ui: &mut Ui) {
    let chatbot = ui.add(Chatbot::new().height(500).show_copy_button(true));
    ui.load(generate_response, &chatbot, &chatbot);
}
