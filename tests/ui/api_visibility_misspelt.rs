use vetrina::prelude::*;

#[endpoint(api_visibility = "undocumentd")]
fn greet(name: String) -> String {
    format!("Hello, {name}")
}

fn main() {}
