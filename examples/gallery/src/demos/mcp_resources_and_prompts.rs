//! A tool, something to read, and a prompt: all that assistants know.

use vetrina::prelude::*;

/// Add two numbers
#[endpoint]
fn add(#[default(1)] a: i64, #[default(2)] b: i64) -> i64 {
    a + b
}

/// Get a personalized greeting
#[endpoint(mcp(resource = "greeting://{name}"))]
fn get_greeting(#[default("Abubakar")] name: String) -> String {
    format!("Hello, {name}!")
}

#[derive(Clone, Copy, Choices)]
enum Style {
    #[choice(value = "friendly")]
    Friendly,
    #[choice(value = "formal")]
    Formal,
    #[choice(value = "casual")]
    Casual,
}

/// Generate a greeting prompt
#[endpoint(mcp(prompt))]
fn greet_user(
    #[default("Abubakar")] name: String,
    #[input(Dropdown::of::<Style>())]
    #[default(Style::Friendly)]
    style: Style,
) -> String {
    let wish = match style {
        Style::Friendly => "Please write a warm, friendly greeting",
        Style::Formal => "Please write a formal, professional greeting",
        Style::Casual => "Please write a casual, relaxed greeting",
    };
    format!("{wish} for someone named {name}.")
}
