use vetrina::prelude::*;

#[endpoint(outputs = Textbox::new())]
fn greet(name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
