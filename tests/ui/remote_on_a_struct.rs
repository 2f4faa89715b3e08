use vetrina::prelude::*;

#[remote(url = "http://127.0.0.1:7860")]
struct Greeter;

fn main() {}
