use vetrina::prelude::*;

#[endpoint]
fn greet(#[inputs(Textbox::new())] name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
