use vetrina::prelude::*;

#[endpoint(title = 5)]
fn greet(name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
