use vetrina::prelude::*;

#[derive(Choices)]
enum Mood {}

fn main() {}
