use vetrina::prelude::*;

#[endpoint(api_name = "say hello")]
fn greet(name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
