use vetrina::prelude::*;

struct Greeter;

impl Greeter {
    #[endpoint]
    fn greet(&self, name: String) -> String {
        format!("Hello, {name}")
    }
}

fn main() {}
