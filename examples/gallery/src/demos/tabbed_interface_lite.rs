//! Two functions and a chat, each in a tab of its own.

use vetrina::prelude::*;

#[endpoint(title = "Hello World")]
fn hello_world(name: String) -> String {
    format!("Hello {name}")
}

#[endpoint(title = "Bye World")]
fn bye_world(name: String) -> String {
    format!("Bye {name}")
}

#[chat(title = "Chat")]
fn chat(message: String, _history: Vec<Message>) -> String {
    format!("Hello {message}")
}
