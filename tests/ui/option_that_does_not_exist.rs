use vetrina::prelude::*;

#[endpoint(colour = "red")]
fn greet(name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
