use vetrina::prelude::*;

#[endpoint]
unsafe fn greet(name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
