use vetrina::prelude::*;

#[endpoint]
fn greet<'a>(name: String) -> std::borrow::Cow<'a, str> {
    format!("Hello, {name}").into()
}

fn main() {}
