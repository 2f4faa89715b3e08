use vetrina::prelude::*;

struct Mistake;

#[remote(url = "http://127.0.0.1:7860")]
async fn greet(name: String) -> Result<String, Mistake>;

fn main() {}
