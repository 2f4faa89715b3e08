use vetrina::prelude::*;

struct Greeting {
    text: String,
}

#[endpoint]
fn greet(name: String) -> (u8, Greeting) {
    (1, Greeting { text: format!("Hello, {name}") })
}

fn main() {}
