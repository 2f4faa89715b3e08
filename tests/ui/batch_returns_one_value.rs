use vetrina::prelude::*;

#[endpoint(batch)]
fn lengths(words: Vec<String>) -> usize {
    words.len()
}

fn main() {}
