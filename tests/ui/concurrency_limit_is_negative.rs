use vetrina::prelude::*;

#[endpoint(concurrency_limit = -1)]
fn greet(name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
