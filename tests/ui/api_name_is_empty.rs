use vetrina::prelude::*;

#[endpoint(api_name = "")]
fn greet(name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
