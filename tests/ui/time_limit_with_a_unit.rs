use vetrina::prelude::*;

#[endpoint(time_limit = "30 s")]
fn greet(name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
