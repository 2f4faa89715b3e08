use vetrina::prelude::*;

#[endpoint]
fn letters(text: String) -> impl Iterator {
    text.chars().map(String::from).collect::<Vec<_>>().into_iter()
}

fn main() {}
