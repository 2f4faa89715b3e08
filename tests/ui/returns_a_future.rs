use vetrina::prelude::*;

#[endpoint]
fn greet(name: String) -> impl Future<Output = String> {
    async move { format!("Hello, {name}") }
}

fn main() {}
