use vetrina::prelude::*;

#[derive(Choices)]
enum Mood {
    #[choice(lable = "Rather calm")]
    Calm,
    Loud,
}

fn main() {}
