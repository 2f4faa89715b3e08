use vetrina::prelude::*;

#[derive(Choices)]
enum Mood {
    Calm,
    Loud(u8),
}

fn main() {}
