use vetrina::prelude::*;

#[endpoint(output = Number::new())]
fn greet(name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
