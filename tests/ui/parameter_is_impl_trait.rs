use vetrina::prelude::*;

#[endpoint]
fn greet(name: impl ToString) -> String {
    format!("Hello, {}", name.to_string())
}

fn main() {}
