use vetrina::prelude::*;

#[remote(url = "http://127.0.0.1:7860")]
async unsafe fn greet(name: String) -> Result<String, Error>;

fn main() {}
