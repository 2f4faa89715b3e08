use vetrina::prelude::*;

#[endpoint]
fn greet(_: String) -> String {
    "Hello".into()
}

fn main() {}
