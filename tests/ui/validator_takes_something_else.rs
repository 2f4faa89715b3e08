use vetrina::prelude::*;

#[endpoint(validator = check)]
fn length(word: String) -> usize {
    word.len()
}

fn check(length: usize) -> Validity {
    validate(length > 0, "Write something")
}

fn main() {}
