use vetrina::prelude::*;

#[remote(api_name = "/greet")]
async fn greet(name: String) -> Result<String, Error>;

fn main() {}
