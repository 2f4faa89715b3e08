use vetrina::prelude::*;

struct Person {
    name: String,
}

#[endpoint]
fn greet(who: Person) -> String {
    format!("Hello, {}", who.name)
}

fn main() {}
