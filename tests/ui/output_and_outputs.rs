use vetrina::prelude::*;

#[endpoint(output = Textbox::new(), outputs = (Textbox::new(),))]
fn greet(name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
