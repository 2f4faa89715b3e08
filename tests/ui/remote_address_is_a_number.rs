use vetrina::prelude::*;

#[remote(url = 7860)]
async fn greet(name: String) -> Result<String, Error>;

fn main() {}
