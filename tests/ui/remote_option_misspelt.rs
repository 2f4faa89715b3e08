use vetrina::prelude::*;

#[remote(ulr = "http://127.0.0.1:7860")]
async fn greet(name: String) -> Result<String, Error>;

fn main() {}
