use vetrina::prelude::*;

#[endpoint(mcp(prompt, resource = "notes", nane = "x"))]
fn note() -> String {
    String::new()
}

fn main() {}
