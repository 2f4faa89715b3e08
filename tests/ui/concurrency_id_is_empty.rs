use vetrina::prelude::*;

#[endpoint(concurrency_id = "")]
fn greet(name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
