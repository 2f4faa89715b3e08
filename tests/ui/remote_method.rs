use vetrina::prelude::*;

struct Greeter;

impl Greeter {
    #[remote(url = "http://127.0.0.1:7860")]
    async fn greet(&self, name: String) -> Result<String, Error>;
}

fn main() {}
