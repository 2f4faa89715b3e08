use vetrina::prelude::*;

#[remote(url = "http://127.0.0.1:7860")]
async extern "C" fn greet(name: String) -> Result<String, Error>;

fn main() {}
