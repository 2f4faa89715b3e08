use vetrina::prelude::*;

struct Name(String);

#[remote(url = "http://127.0.0.1:7860")]
async fn greet(name: Name) -> Result<String, Error>;

fn main() {}
