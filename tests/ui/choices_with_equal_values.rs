use vetrina::prelude::*;

#[derive(Choices)]
enum Mood {
    Calm,
    #[choice(value = "Calm")]
    Quiet,
}

fn main() {}
