//! Forty-four streams and as many sums, each set off by the one before.

use vetrina::prelude::*;

#[page]
fn rapid_generation(ui: &mut Ui) {
    let chatbot = ui.add(Chatbot::new().label("chatbot").elem_id("chatbot"));
    let number = |label: &str| Number::new().label(label);
    let (a, b) = ui.row(|ui| (ui.add(number("a")), ui.add(number("b"))));
    let (c, d) = ui.row(|ui| (ui.add(number("c")), ui.add(number("d"))));
    let start = ui.add(Button::new("Start"));

    let talk = start.click(add_user, &chatbot, &chatbot);
    let mut talk = talk.then(add_bot, &chatbot, &chatbot);
    let mut first = start.click(increase, &a, &b).then(increase, &b, &a);
    let mut second = start.click(increase, &c, &d).then(increase, &d, &c);
    for _ in 0..10 {
        talk = talk.then(add_user, &chatbot, &chatbot);
        talk = talk.then(add_bot, &chatbot, &chatbot);
        first = first.then(increase, &a, &b).then(increase, &b, &a);
        second = second.then(increase, &c, &d).then(increase, &d, &c);
    }
}

// There are sixty-six events: clients are not offered them all.

#[endpoint(show_api = false)]
fn add_user(history: Vec<Message>) -> impl Iterator<Item = Vec<Message>> {
    growing(history, Message::user)
}

#[endpoint(show_api = false)]
fn add_bot(history: Vec<Message>) -> impl Iterator<Item = Vec<Message>> {
    growing(history, Message::assistant)
}

/// The number of the question, said ten times.
fn growing(
    history: Vec<Message>,
    say: fn(String) -> Message,
) -> impl Iterator<Item = Vec<Message>> {
    let number = format!("{} ", history.len() / 2 + 1);
    (1..=10).map(move |times| {
        let said = say(number.repeat(times));
        history.iter().cloned().chain([said]).collect()
    })
}

#[endpoint(show_api = false)]
fn increase(number: Option<f64>) -> f64 {
    number.unwrap_or_default() + 1.0
}
