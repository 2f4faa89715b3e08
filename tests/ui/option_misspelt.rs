use vetrina::prelude::*;

#[endpoint(api_nmae = "greet")]
fn greet(name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
