use vetrina::prelude::*;

#[endpoint]
fn greet<T: std::fmt::Display>(name: T) -> String {
    format!("Hello, {name}")
}

fn main() {}
