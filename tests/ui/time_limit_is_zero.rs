use vetrina::prelude::*;

#[endpoint(time_limit = 0)]
fn greet(name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
