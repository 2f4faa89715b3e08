use vetrina::prelude::*;

#[remote]
async fn greet(name: String) -> Result<String, Error>;

fn main() {}
