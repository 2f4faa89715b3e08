use vetrina::prelude::*;

struct Greeting {
    text: String,
}

#[endpoint]
fn greet(name: String) -> Greeting {
    Greeting { text: format!("Hello, {name}") }
}

fn main() {}
