use vetrina::prelude::*;

#[endpoint(show_api = false, api_visibility = "public")]
fn greet(name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
