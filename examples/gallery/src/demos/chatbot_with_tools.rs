//! An assistant that uses a tool, and says so.

use std::{thread::sleep, time::Duration};

use vetrina::prelude::*;

fn generate_response(mut history: Vec<Message>) -> impl Iterator<Item = Vec<Message>> {
    let messages = [
        Message::user("What is the weather in San Francisco right now?"),
        Message::assistant(
            "In order to find the current weather in San Francisco, I will need to use my weather tool.",
        ),
        Message::assistant("API Error when connecting to weather service.")
            .metadata("💥 Error using tool 'Weather'"),
        Message::assistant("I will try again"),
        Message::assistant("Weather 72 degrees Fahrenheit with 20% chance of rain.")
            .metadata("🛠️ Used tool 'Weather'"),
        Message::assistant("Now that the API succeeded I can complete my task."),
        Message::assistant(
            "It's a sunny day in San Francisco with a current temperature of 72 degrees Fahrenheit and a 20% chance of rain. Enjoy the weather!",
        ),
    ];
    messages.into_iter().enumerate().map(move |(n, message)| {
        if n > 0 {
            sleep(Duration::from_millis(250));
        }
        history.push(message);
        history.clone()
    })
}

fn like(evt: LikeData) {
    println!("User liked the response");
    println!("{:?} {:?} {}", evt.index, evt.liked, evt.value);
}

#[page]
fn chatbot_with_tools(ui: &mut Ui) {
    let chatbot = ui.add(Chatbot::new().height(500).show_copy_button(true));
    let button = ui.add(Button::new("Get San Francisco Weather"));
    button.click(generate_response, &chatbot, &chatbot);
    chatbot.like(like, (), ());
}
