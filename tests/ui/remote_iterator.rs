use vetrina::prelude::*;

#[remote(url = "http://127.0.0.1:7860")]
fn count(up_to: u32) -> impl Iterator<Item = Result<u32, Error>>;

fn main() {}
