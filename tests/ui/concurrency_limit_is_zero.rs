use vetrina::prelude::*;

#[endpoint(concurrency_limit = 0)]
fn greet(name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
