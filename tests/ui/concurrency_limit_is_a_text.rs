use vetrina::prelude::*;

#[endpoint(concurrency_limit = "four")]
fn greet(name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
