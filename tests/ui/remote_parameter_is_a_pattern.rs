use vetrina::prelude::*;

#[remote(url = "http://127.0.0.1:7860")]
async fn add((a, b): (u32, u32)) -> Result<u32, Error>;

fn main() {}
