use vetrina::prelude::*;

#[endpoint]
fn greet(name: &str) -> String {
    format!("Hello, {name}")
}

fn main() {}
