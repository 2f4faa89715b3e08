use vetrina::prelude::*;

#[endpoint(api_name = false, api_visibility = "public")]
fn greet(name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
