//! Answers that offer what to say next.

use vetrina::prelude::*;

#[chat(examples = ["Write an example Python lambda function."])]
fn chat(message: String, _history: Vec<Message>) -> Message {
    if message == "Yes, that's correct." {
        return Message::assistant("Great!");
    }
    let number = rand::random_range(1..=100);
    Message::assistant(format!(
        "Here's an example Python lambda function:\n\n    lambda x: x + {number}\n\nIs this correct?"
    ))
    .options([ChatOption::new("Yes, that's correct.", "Yes"), ChatOption::from("No")])
}
