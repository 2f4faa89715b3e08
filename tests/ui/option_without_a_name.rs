use vetrina::prelude::*;

#[endpoint("greet")]
fn greet(name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
