use vetrina::prelude::*;

#[remote(url = "http://127.0.0.1:7860")]
async fn greet(name: String);

fn main() {}
