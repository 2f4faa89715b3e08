use vetrina::prelude::*;

#[derive(Choices)]
enum Mood<const N: usize> {
    Calm,
    Loud,
}

fn main() {}
