use vetrina::prelude::*;

#[endpoint]
fn greet(#[input(Textbox::new(), Markdown::new())] name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
