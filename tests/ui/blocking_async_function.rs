use vetrina::prelude::*;

#[endpoint(blocking = true)]
async fn greet(name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
