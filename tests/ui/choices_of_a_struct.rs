use vetrina::prelude::*;

#[derive(Choices)]
struct Mood {
    calm: bool,
}

fn main() {}
