use vetrina::prelude::*;

#[endpoint(queue = "no")]
fn greet(name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
