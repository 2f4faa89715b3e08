use vetrina::prelude::*;

#[endpoint(api_name = true)]
fn greet(name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
