use vetrina::prelude::*;

#[page]
fn about() {}

fn main() {}
