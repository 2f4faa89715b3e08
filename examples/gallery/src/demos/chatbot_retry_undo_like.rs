//! An answer can be asked for once more, taken back and judged. A small Markov chain speaks.

use std::{thread::sleep, time::Duration};

use vetrina::prelude::*;

const TEXT: &str = "I like the sea and I like the hills. The hills are green and the sea is blue. \
    The wind comes from the sea and goes to the hills. I like the wind, the wind likes me.";

fn respond(prompt: String, mut history: Vec<Message>) -> impl Iterator<Item = Vec<Message>> {
    if history.is_empty() {
        history.push(Message::system("You are a friendly chatbot"));
    }
    history.push(Message::user(prompt));
    let words: Vec<&str> = TEXT.split(' ').collect();
    let mut at = rand::random_range(..words.len());
    let mut response = Message::assistant("");
    std::iter::once(history.clone()).chain((0..24).map(move |_| {
        sleep(Duration::from_millis(40));
        response.push_str(&format!("{} ", words[at]));
        // On from any place where the same word stands.
        let same: Vec<_> = (0..words.len()).filter(|&it| words[it] == words[at]).collect();
        at = (same[rand::random_range(..same.len())] + 1) % words.len();
        [&history[..], &[response.clone()]].concat()
    }))
}

fn handle_undo(mut history: Vec<Message>, undo_data: UndoData) -> (Vec<Message>, String) {
    let taken = history.split_off(undo_data.index.one());
    (history, taken.first().map(Message::text).unwrap_or_default().to_owned())
}

fn handle_retry(
    mut history: Vec<Message>,
    retry_data: RetryData,
) -> impl Iterator<Item = Vec<Message>> {
    let taken = history.split_off(retry_data.index.one());
    let previous_prompt = taken.first().map(Message::text).unwrap_or_default().to_owned();
    respond(previous_prompt, history)
}

fn handle_like(data: LikeData) {
    let vote = if data.liked.is_up() { "upvoted" } else { "downvoted" };
    println!("You {vote} this response: {}", data.value);
}

#[page]
fn chatbot_retry_undo_like(ui: &mut Ui) {
    ui.markdown("# Chat with a Markov chain");
    let chatbot = ui.add(Chatbot::new().label("Agent"));
    let prompt = ui.add(Textbox::new().max_lines(1).label("Chat Message"));
    prompt.submit(respond, (&prompt, &chatbot), &chatbot);
    prompt.submit(|| "", (), &prompt);
    chatbot.undo(handle_undo, &chatbot, (&chatbot, &prompt));
    chatbot.retry(handle_retry, &chatbot, &chatbot);
    chatbot.like(handle_like, (), ());
}
