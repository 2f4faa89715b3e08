use vetrina::prelude::*;

#[endpoint(batch)]
fn lengths(words: Vec<String>, times: usize) -> Vec<usize> {
    words.iter().map(|word| word.len() * times).collect()
}

fn main() {}
