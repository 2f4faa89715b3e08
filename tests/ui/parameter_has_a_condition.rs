use vetrina::prelude::*;

#[endpoint]
fn greet(#[cfg(unix)] name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
