use vetrina::prelude::*;

#[endpoint]
fn greet(#[input] name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
