use vetrina::prelude::*;

#[endpoint(max_batch_size = 16)]
fn length(word: String) -> usize {
    word.len()
}

fn main() {}
