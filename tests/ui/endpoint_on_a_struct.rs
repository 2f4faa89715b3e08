use vetrina::prelude::*;

#[endpoint]
struct Greeter {
    name: String,
}

fn main() {}
