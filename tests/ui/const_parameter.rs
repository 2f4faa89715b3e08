use vetrina::prelude::*;

#[endpoint]
fn add<const N: usize>(number: usize) -> usize {
    number + N
}

fn main() {}
