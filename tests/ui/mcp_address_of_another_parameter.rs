use vetrina::prelude::*;

#[endpoint(mcp(resource = "notes://{nmae}"))]
fn note(name: String) -> String {
    name
}

fn main() {}
