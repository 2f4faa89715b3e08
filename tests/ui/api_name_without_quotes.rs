use vetrina::prelude::*;

#[endpoint(api_name = greet)]
fn greet(name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
