use vetrina::prelude::*;

#[endpoint(queue)]
fn greet(name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
