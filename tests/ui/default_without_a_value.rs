use vetrina::prelude::*;

#[endpoint]
fn greet(#[default] name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
