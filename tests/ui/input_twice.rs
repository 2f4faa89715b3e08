use vetrina::prelude::*;

#[endpoint]
fn greet(
    #[input(Textbox::new())]
    #[input(Textbox::new().lines(2))]
    name: String,
) -> String {
    format!("Hello, {name}")
}

fn main() {}
