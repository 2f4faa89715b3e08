use vetrina::prelude::*;

#[derive(Choices)]
enum Mood {
    #[choice]
    Calm,
    Loud,
}

fn main() {}
