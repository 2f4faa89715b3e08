use vetrina::prelude::*;

#[endpoint]
fn greet(name: String) -> impl ToString {
    format!("Hello, {name}")
}

fn main() {}
