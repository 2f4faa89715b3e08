use vetrina::prelude::*;

struct Nameless;

#[endpoint]
fn greet(name: String) -> Result<String, Nameless> {
    if name.is_empty() { Err(Nameless) } else { Ok(format!("Hello, {name}")) }
}

fn main() {}
