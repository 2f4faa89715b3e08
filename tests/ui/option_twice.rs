use vetrina::prelude::*;

#[endpoint(queue = false, title = "Greeter", queue = true)]
fn greet(name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
