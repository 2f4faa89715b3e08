use vetrina::prelude::*;

struct Greeting(String);

#[remote(url = "http://127.0.0.1:7860")]
async fn greet(name: String) -> Result<Greeting, Error>;

fn main() {}
