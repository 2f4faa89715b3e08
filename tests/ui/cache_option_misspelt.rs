use vetrina::prelude::*;

#[endpoint(cache(maximum = 16))]
fn length(word: String) -> usize {
    word.len()
}

fn main() {}
