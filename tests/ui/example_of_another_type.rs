use vetrina::prelude::*;

#[endpoint(examples = [("Ada", "two")])]
fn greet(name: String, times: usize) -> String {
    name.repeat(times)
}

fn main() {}
