//! Another part of the page fills the conversation.

use rand::seq::IndexedRandom as _;
use vetrina::prelude::*;

fn prefill_chatbot(choice: String) -> Vec<Message> {
    let (asked, answered) = match choice.as_str() {
        "Greeting" => ("Hi there!", "Hello! How can I assist you today?"),
        "Complaint" => (
            "I'm not happy with the service.",
            "I'm sorry to hear that. Can you please tell me more about the issue?",
        ),
        _ => return Vec::new(),
    };
    vec![Message::user(asked), Message::assistant(answered)]
}

#[chat]
fn random_response(_message: String, _history: Vec<Message>) -> &'static str {
    ["Yes", "No"].choose(&mut rand::rng()).copied().unwrap_or_default()
}

#[page]
fn chatinterface_prefill(ui: &mut Ui) {
    let radio = ui.add(Radio::new(["Greeting", "Complaint", "Blank"]).label("Begin with"));
    let chat = ui.chat(random_response);
    radio.change(prefill_chatbot, &radio, &chat.chatbot);
}
