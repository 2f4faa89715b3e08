use vetrina::prelude::*;

#[endpoint(queue = false title = "Greeter")]
fn greet(name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
